// The room folded: its code, who is there, whether it can be reached. A press opens it again.

import {h, mark, say} from '../../atlas/dom.mjs';
import {inHalves} from './known.mjs';
import {phonesText} from './parts.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Known} from './known.mjs' */

/** @param {{t: Translate, onOpen: () => void}} options */
export function createChip({t, onOpen}) {
  const code = h('b', {class: 'chip-code'});
  const phones = h('span', {});
  const element = h('button', {type: 'button', class: 'live-chip', hidden: true, onclick: onOpen}, code, phones);
  return {
    element,
    show(/** @type {{isShown: boolean, isLost: boolean, known: Known}} */ {isShown, isLost, known}) {
      element.hidden = !isShown;
      mark(element, 'data-lost', isLost);
      say(code, inHalves(known.code).join(' '));
      say(phones, isLost ? t('lost_short') : phonesText(t, known.phones));
      mark(element, 'title', t('chip'));
    },
  };
}
