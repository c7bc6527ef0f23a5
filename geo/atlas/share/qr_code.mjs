// The QR code of the view for those in the same room; the server draws it and knows an address that others can reach.

import {h, say} from '../dom.mjs';

/** @import {Translate} from '../types' */

const FEW = 300; // letters, whose code a phone reads from afar in a small picture

/**
 * `show(address)` asks for the code of an address of this server; `onAddress(address)` gets one that others on the
 * network can open.
 * @param {{t: Translate, onAddress: (address: string) => void}} options
 * @returns {{elements: HTMLElement[], show: (address: URL) => Promise<void>}}
 */
export function createQrCode({t, onAddress}) {
  const code = h('div');
  const reach = h('p', {class: 'take-reach'});
  return {
    elements: [code, reach],
    async show({pathname, search, hash}) {
      code.replaceChildren();
      if (!location.protocol.startsWith('http')) return say(reach, t('take.from_file'));
      say(reach, t('take.asking'));
      try {
        const answer = await fetch(
          new URL(`qr?path=${encodeURIComponent(pathname + search + hash)}`, document.baseURI),
        );
        if (!answer.ok) throw new Error(String(answer.status));
        const {address, how, svg} = await answer.json();
        if (how === 'network') onAddress(address); // localhost would lead others to their own machines
        const told = {address: address.split('#')[0]}; // what follows is for programs
        const [src, alt] = [`data:image/svg+xml,${encodeURIComponent(svg)}`, t('take.code_of', told)];
        const style = address.length > FEW ? {width: '100%', height: 'auto'} : {};
        if (svg) code.replaceChildren(h('img', {class: 'take-code', src, alt, style}));
        return say(reach, t(`take.reach_${how}`, told));
      } catch {
        return say(reach, t('take.no_server'));
      }
    },
  };
}
