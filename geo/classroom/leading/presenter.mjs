// What a presenter does to the screen: make it blank, make the pointer a large spot.

import {focusBeside, h} from '../../atlas/dom.mjs';

/** @import {Announce} from '../../atlas/frame/announcer.mjs' */
/** @import {Translate} from '../../atlas/types' */
/** @import {ClassPage} from '../types' */

/**
 * What is said of a thing that is switched.
 * @param {Translate} t
 * @param {string} name
 * @param {boolean} on
 */
const switched = (t, name, on) => t(on ? 'said.on' : 'said.off', {name});

/**
 * A sheet over all, which takes the focus; a click takes it away. `onSwitch(on)` hears of both.
 * @param {{t: Translate, announce: Announce, onSwitch: (on: boolean) => void}} options
 * @returns {{element: HTMLElement, toggle: (on?: boolean) => void, isOn: () => boolean}}
 */
function createBlank({t, announce, onSwitch}) {
  /** @type {HTMLElement | null} */
  let before = null;
  const element = h('button', {
    type: 'button',
    class: 'blank',
    hidden: true,
    'aria-label': t('leading.blank_off'),
    onclick: () => toggle(false),
  });
  function toggle(on = Boolean(element.hidden)) {
    if (on === !element.hidden) return;
    if (on) before = /** @type {HTMLElement | null} */ (focusBeside(element));
    element.hidden = !on;
    (on ? element : before)?.focus({preventScroll: true});
    announce(switched(t, t('leading.key_blank'), on));
    onSwitch(on);
  }
  return {element, toggle, isOn: () => !element.hidden};
}

/**
 * A spot that follows the pointer.
 * @param {HTMLElement} root
 * @param {{t: Translate, announce: Announce}} options
 * @returns {{element: HTMLElement, toggle: (on?: boolean) => void, isOn: () => boolean}}
 */
function createSpot(root, {t, announce}) {
  const element = h('div', {class: 'spot', hidden: true, 'aria-hidden': 'true'});
  let [x, y] = [innerWidth / 2, innerHeight / 2];
  const place = () => element.style.setProperty('transform', `translate(${x}px, ${y}px)`);
  document.addEventListener('pointermove', (event) => {
    [x, y] = [event.clientX, event.clientY];
    if (!element.hidden) place();
  });
  return {
    element,
    toggle(on = Boolean(element.hidden)) {
      element.hidden = !on;
      root.toggleAttribute('data-spot', on);
      announce(switched(t, t('leading.key_spot'), on));
      place();
    },
    isOn: () => !element.hidden,
  };
}

/**
 * Give a page both, by their keys. The first key on a blank screen brings the picture back and does no more.
 * @param {ClassPage} page
 */
export function mountPresenter({root, atlas, t, acts, lids, quiz}) {
  const blank = createBlank({t, announce: atlas.announce, onSwitch: quiz.hold}); // nobody can read the question
  const spot = createSpot(root, {t, announce: atlas.announce});
  acts.set('blank', () => blank.toggle()).set('spot', () => spot.toggle());
  lids.unshift(
    {isOn: blank.isOn, leave: () => blank.toggle(false), takesKeys: true},
    {isOn: spot.isOn, leave: () => spot.toggle(false)},
  );
  root.append(spot.element, blank.element);
}
