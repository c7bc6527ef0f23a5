// The column in which the class on the wall has its pages, one at a time; the lesson's words are there again when it is
// folded away.

import {focusBeside, h, mark, say} from '../../atlas/dom.mjs';
import {createFit} from '../lesson/fit.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Page} from './parts.mjs' */

/** Pages whose words have to stand on the wall whole. */
const FITTED = ['asked', 'board', 'door'];

/**
 * `onFold()` is a press that folds it away; `elsewhere()` gets the focus where what had it before is gone.
 * @param {{root: HTMLElement, t: Translate, onFold: () => void, elsewhere: () => Element | null}} options
 */
export function createLiveBox({root, t, onFold, elsewhere}) {
  const fold = h('button', {type: 'button', class: 'live-fold', onclick: onFold, 'aria-label': t('fold')}, '×');
  const note = h('p', {class: 'live-note', hidden: true});
  const body = h('div', {class: 'live-body'});
  const element = h('section', {class: 'live', hidden: true, 'aria-label': t('label')}, fold, note, body);
  const fit = createFit(body);
  let view = '';
  let key = '';
  /** @type {Element | null} */
  let before = null;
  /** @type {Page | null} */
  let page = null;

  function giveBack() {
    const from = /** @type {HTMLElement | null} */ (before);
    before = null;
    const isThere = from?.isConnected && from.checkVisibility?.() !== false && from !== document.body;
    /** @type {HTMLElement | null} */ (isThere ? from : elsewhere())?.focus({preventScroll: true});
  }
  return {
    element,
    view: () => view,
    say(/** @type {string} */ text) {
      say(note, text);
      note.hidden = !text;
    },
    /** Show a page, made by `make` unless its `key` is the one that is shown; gives whether it is. */
    show(/** @type {string} */ next, /** @type {string} */ nextKey, /** @type {() => Page | null} */ make) {
      const isSame = next === view && nextKey === key;
      const held = element.contains(focusBeside(element));
      if (!view && next) before = focusBeside(element);
      const wasOpen = Boolean(view);
      [view, key] = [next, nextKey];
      mark(root, 'data-live', next || null);
      element.hidden = !next;
      fold.hidden = next === 'asked' || next === 'board';
      if (!isSame) {
        page = next ? make() : null;
        body.replaceChildren(...(page?.nodes ?? []));
        body.scrollTop = 0;
      }
      page?.update?.();
      if (FITTED.includes(next)) fit();
      else body.style.setProperty('--fit', '1');
      if (!next && wasOpen && (held || focusBeside(element) === document.body)) giveBack();
      else if (!isSame && page) {
        page.first.focus({preventScroll: true});
        page.first.scrollIntoView({block: 'nearest'});
      }
      return !isSame;
    },
  };
}
