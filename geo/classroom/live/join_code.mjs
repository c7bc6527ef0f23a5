// The way into a room for phones: the address to type, and its QR code, which the server draws and which leads to an
// address that others on the network can reach.

import {h, say} from '../../atlas/dom.mjs';

/** @import {Translate} from '../../atlas/types' */

/** Where nobody else may come in by the address that the server knows. */
const OUT_OF_REACH = ['here', 'nowhere', 'behind'];
/** An address as it is typed. */
const typedAddress = (/** @type {string} */ address) => address.replace(/^https?:\/\//, '').replace(/\?.*$/, '');

/**
 * `tAtlas` has the words of the atlas for how far an address reaches, `of` is the membership of the page in its
 * address.
 * @param {{t: Translate, tAtlas: Translate, base: string, of: string}} options
 */
export function createJoinCode({t, tAtlas, base, of}) {
  const picture = h('div', {class: 'live-qr'});
  const address = h('p', {class: 'live-address'});
  const reach = h('p', {class: 'live-reach'});
  let drawn = '';
  return {
    picture,
    address,
    reach,
    async show(/** @type {string} */ code) {
      if (code === drawn) return;
      drawn = code;
      const here = new URL(`join?code=${code}${of.replace('?', '&')}`, base);
      say(address, typedAddress(here.href));
      say(reach, '');
      picture.replaceChildren();
      try {
        const asked = await fetch(new URL(`qr?path=${encodeURIComponent(here.pathname + here.search)}`, base));
        if (!asked.ok) throw new Error(String(asked.status));
        const {address: found, how, svg} = await asked.json();
        if (code !== drawn) return;
        const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
        picture.replaceChildren(h('img', {src, alt: t('qr', {address: found})}));
        say(address, typedAddress(found));
        if (OUT_OF_REACH.includes(how)) say(reach, tAtlas(`take.reach_${how}`, {address: typedAddress(found)}));
      } catch {
        drawn = ''; // the code and the address do without it; the next look tries again
      }
    },
  };
}
