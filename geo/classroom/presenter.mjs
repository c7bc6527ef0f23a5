// What a presenter does to the screen: make it blank, make the pointer a large spot.

import {h} from '../atlas/dom.mjs';

/** @import {Translate} from '../atlas/types' */

/**
 * A sheet over all; a click takes it away.
 * @param {{t: Translate}} options
 * @returns {{element: HTMLElement, toggle: (on?: boolean) => void, isOn: () => boolean}}
 */
export function createBlank({t}) {
  const element = h('button', {
    type: 'button',
    class: 'blank',
    hidden: true,
    'aria-label': t('class.blank_off'),
    onclick: () => toggle(false),
  });
  function toggle(on = Boolean(element.hidden)) {
    element.hidden = !on;
  }
  return {element, toggle, isOn: () => !element.hidden};
}

/**
 * A spot that follows the pointer.
 * @param {HTMLElement} root
 * @returns {{element: HTMLElement, toggle: (on?: boolean) => void, isOn: () => boolean}}
 */
export function createSpot(root) {
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
      place();
    },
    isOn: () => !element.hidden,
  };
}
