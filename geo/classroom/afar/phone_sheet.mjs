// How the notes come to a phone: the address that leads the room, as a code and as text. Whoever has it leads.

import {h, say} from '../../atlas/dom.mjs';
import {lessonPart} from '../link/lesson_link.mjs';
import {hashOf} from './led.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {PhoneSheet} from '../types' */

/**
 * `of` is the membership of the page in its address.
 * @param {{t: Translate, of: string}} options
 * @returns {PhoneSheet}
 */
export function createPhoneSheet({t, of}) {
  const picture = h('div', {class: 'notes-code'});
  const address = h('p', {class: 'notes-address'});
  const element = h(
    'dialog',
    {class: 'help notes-phone', 'aria-label': t('notes.phone')},
    h('h2', {tabindex: -1, autofocus: true}, t('notes.phone')),
    h('p', {}, t('notes.phone_explained')),
    picture,
    address,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  return {
    element,
    async open(lead) {
      const own = lessonPart(location.hash); // hers goes along
      const path = [location.pathname + of + hashOf(lead), ...(own ? [own] : [])].join('&');
      say(address, location.origin + path);
      picture.replaceChildren();
      element.showModal();
      try {
        // In the body: what leads a room belongs in no log of addresses.
        const asked = await fetch(new URL('qr', location.href), {method: 'POST', body: path});
        if (!asked.ok) throw new Error(String(asked.status));
        const {address: found, svg} = await asked.json();
        if (!svg) return; // too long for a code
        say(address, found);
        picture.replaceChildren(
          h('img', {src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: t('notes.phone_code')}),
        );
      } catch {
        // The address does without the code.
      }
    },
  };
}
