// An open room: how to come in, who has, and what the teacher can do.

import {h, say} from '../../atlas/dom.mjs';
import {inHalves} from './known.mjs';
import {button, heading, mainButton, phonesText, row} from './parts.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {createJoinCode} from './join_code.mjs' */
/** @import {Known} from './known.mjs' */
/** @import {Page} from './parts.mjs' */

const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});

/** A button that asks once more before it does what cannot be taken back. */
function sureButton(/** @type {string} */ name, /** @type {string[]} */ [first, sure], /** @type {() => void} */ act) {
  let isSure = false;
  const element = button(name, first, () => {
    if (isSure) return act();
    isSure = true;
    return say(element, sure);
  });
  element.addEventListener('blur', () => {
    isSure = false;
    say(element, first);
  });
  return element;
}

/**
 * @param {{t: Translate, known: () => Known, way: ReturnType<typeof createJoinCode>, onAsk: () => void,
 *   onBoard: () => void, onCounts: () => void, onEnd: () => void}} options
 * @returns {Page}
 */
export function doorPage({t, known, way, onAsk, onBoard, onCounts, onEnd}) {
  const phones = h('p', {class: 'live-phones'});
  const ends = h('p', {class: 'live-quiet'});
  const first = mainButton('ask', t('ask'), onAsk);
  const halves = inHalves(known().code).map((half) => h('span', {}, half));
  way.show(known().code);
  return {
    nodes: [
      heading(t('door')),
      h('p', {class: 'live-label'}, t('go_to')),
      way.address,
      h('p', {class: 'live-label'}, t('code')),
      h('p', {class: 'live-code', 'data-code': known().code}, halves),
      h('div', {class: 'live-way'}, way.picture, h('div', {}, phones, ends)),
      way.reach,
      row(first, button('board', t('board'), onBoard), button('counts', t('counts'), onCounts)),
      row(sureButton('end', [t('end'), t('end_sure')], onEnd)),
    ],
    first,
    update() {
      const {phones: n, ends: at} = known();
      say(phones, phonesText(t, n));
      say(ends, t('ends', {time: clock.format(at * 1000)}));
    },
  };
}
