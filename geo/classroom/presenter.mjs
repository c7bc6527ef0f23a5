// What a presenter does to the screen: make it blank, make the pointer a large spot.

import {h} from '../atlas/dom.mjs';

export function createBlank({t}) {
  const element = h('button', {
    type: 'button',
    class: 'blank',
    hidden: true,
    'aria-label': t('class.blank_off'),
    onclick: () => toggle(false),
  });
  function toggle(on = element.hidden) {
    element.hidden = !on;
  }
  return {element, toggle, isOn: () => !element.hidden};
}

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
    isOn: () => !element.hidden,
    toggle(on = element.hidden) {
      element.hidden = !on;
      root.toggleAttribute('data-spot', on);
      place();
    },
  };
}
