// The QR code of the view for those in the same room; the server draws it and knows an address that others can reach.

import {h, say} from '../dom.mjs';

/** @import {Translate} from '../types' */

/**
 * `show()` asks for the code of the page's address; `onAddress(address)` gets one that others on the network can open.
 * @param {{t: Translate, onAddress: (address: string) => void}} options
 * @returns {{elements: HTMLElement[], show: () => Promise<void>}}
 */
export function createQrCode({t, onAddress}) {
  const code = h('div');
  const reach = h('p', {class: 'take-reach'});
  return {
    elements: [code, reach],
    async show() {
      code.replaceChildren();
      if (!location.protocol.startsWith('http')) return say(reach, t('take.from_file'));
      say(reach, t('take.asking'));
      try {
        const answer = await fetch(
          new URL(`qr?path=${encodeURIComponent(location.pathname + location.search)}`, document.baseURI),
        );
        if (!answer.ok) throw new Error(String(answer.status));
        const {address, how, svg} = await answer.json();
        if (how === 'network') onAddress(address); // localhost would lead others to their own machines
        code.replaceChildren(
          h('img', {
            class: 'take-code',
            src: `data:image/svg+xml,${encodeURIComponent(svg)}`,
            alt: t('take.code_of', {address}),
          }),
        );
        return say(reach, t(`take.reach_${how}`, {address}));
      } catch {
        return say(reach, t('take.no_server'));
      }
    },
  };
}
