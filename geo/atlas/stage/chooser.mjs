// The list that a badge opens: the statements made in one place, one of which is chosen.

import {focusBeside, h, mark} from '../dom.mjs';
import {entry} from '../core/lookup.mjs';

/** @import {Facts} from '../types' */
/** @import {Size} from '../core/camera.mjs' */
/** @import {Badge} from './badges.mjs' */

const [BESIDE_PX, EDGE_PX] = [6, 6];
const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/**
 * @param {{facts: Facts, tellOf: (id: string) => string[], onChoose: (id: string) => void}} of `tellOf` gives the words
 *   of a statement, and who said them when
 */
export function createChooser({facts, tellOf, onChoose}) {
  const element = h('div', {class: 'chooser', role: 'dialog', hidden: true, onkeydown: onKey, onfocusout: onLeave});
  /** @type {HTMLElement | null} the button of the badge that is open */
  let opener = null;

  function close() {
    if (!opener) return;
    opener.setAttribute('aria-expanded', 'false');
    const hadFocus = element.contains(focusBeside(element));
    const back = opener;
    opener = null;
    element.hidden = true;
    element.replaceChildren();
    if (!hadFocus) return;
    // The badge may be gone: what was chosen was said on another day.
    const stage = /** @type {HTMLElement | null} */ (element.closest('.stage'));
    (back.isConnected ? back : stage)?.focus({preventScroll: true});
  }
  function onKey(/** @type {KeyboardEvent} */ event) {
    const rows = [...element.querySelectorAll('button')];
    const at = rows.findIndex((row) => row === focusBeside(element));
    const step = STEPS.get(event.key);
    if (event.key === 'Escape') close();
    else if (step) rows[(at + step + rows.length) % rows.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function onLeave(/** @type {FocusEvent} */ {relatedTarget}) {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget) && relatedTarget !== opener) close();
  }
  const rowOf = (/** @type {string} */ id) => {
    const [words, about] = tellOf(id);
    const choose = () => {
      onChoose(id);
      close();
    };
    return h(
      'li',
      {},
      h(
        'button',
        {type: 'button', class: 'row', 'data-choose': id, onclick: choose},
        facts.icon(entry(facts.statements, id)),
        h('span', {}, h('span', {class: 'chooser-words'}, words), h('span', {class: 'quiet'}, about)),
      ),
    );
  };
  /** Beside the badge, on the side where there is more room, and wholly on the stage. */
  function stand(/** @type {Badge} */ {x, y, half}, /** @type {Size} */ {width, height}) {
    const {offsetWidth: wide, offsetHeight: high} = element;
    const left = x > width / 2 ? x - half - BESIDE_PX - wide : x + half + BESIDE_PX;
    const top = y - high / 2;
    const keptIn = (/** @type {number} */ at, /** @type {number} */ most) =>
      Math.max(EDGE_PX, Math.min(at, most - EDGE_PX));
    element.style.transform = `translate(${keptIn(left, width - wide)}px, ${keptIn(top, height - high)}px)`;
  }
  return {
    element,
    close,
    open(/** @type {Badge} */ badge, /** @type {HTMLElement} */ button, /** @type {Size} */ size) {
      const wasOpen = opener === button;
      close();
      if (wasOpen) return;
      opener = button;
      opener.setAttribute('aria-expanded', 'true');
      mark(element, 'aria-label', badge.label);
      element.replaceChildren(h('p', {class: 'chooser-title'}, badge.label), h('ul', {}, badge.ids.map(rowOf)));
      element.style.maxHeight = `${size.height - 2 * EDGE_PX}px`;
      element.hidden = false;
      stand(badge, size);
      element.querySelector('button')?.focus({preventScroll: true});
    },
  };
}
