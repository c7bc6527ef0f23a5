// At the foot of the teacher's page, one menu of what is rarely pressed, so that the line stays short on the wall.

import {h, passFocus} from '../../atlas/dom.mjs';

/** @import {ClassPage} from '../types' */

const RARE = 'a[download], .tells';

/**
 * Put the files, the picture and the citation of a page into a menu, after all that stands in its footer is there.
 * @param {ClassPage} page
 */
export function mountFootMore({root, t, lids}) {
  const footer = /** @type {HTMLElement} */ (root.querySelector('.footer'));
  const button = h('summary', {class: 'plain'}, t('leading.more'));
  const sheet = h('div', {class: 'foot-sheet'}, [...footer.querySelectorAll(RARE)]);
  const element = h('details', {class: 'foot-more'}, button, sheet);
  function close() {
    passFocus(sheet, button);
    element.open = false;
  }
  // Before what was pressed acts: a sheet that opens gives the focus back to the button, which stays.
  sheet.addEventListener('click', close, {capture: true});
  document.addEventListener('pointerdown', ({target}) => {
    if (target instanceof Node && !element.contains(target)) close();
  });
  lids.push({isOn: () => element.open, leave: close});
  footer.lastElementChild?.before(element);
}
