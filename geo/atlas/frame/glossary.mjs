// Short names are spelled out where they stand: under the hand, at the focus, and at a touch.

import {createDebounce} from '../core/debounce.mjs';
import {createTermFinder} from '../core/glossary.mjs';
import {focusBeside, h, mark, within} from '../dom.mjs';

/** @import {Term} from '../payload' */
/** @typedef {ReturnType<typeof createTermFinder>} Finder */

const REST_MS = 200; // text has come to rest
const STAY_MS = 350; // a hand that only passes asks nothing
const LEAVE_MS = 250; // and one on its way to the tip may take so long
const GAP_PX = 6;
const HOLDERS = 'button, a, summary, label';
const LEFT_OUT = 'select, textarea, .sr-only, .term';

/**
 * Mark the terms of one text: by themselves, or on the control whose label they stand in, in place of those that its
 * label had before.
 * @param {Text} node
 * @param {Finder} find
 * @param {Record<string, Term>} glossary
 * @param {Map<HTMLElement, Set<string>>} held by control the terms found in it so far
 */
function markTerms(node, find, glossary, held) {
  const parent = node.parentElement;
  if (!parent || parent.closest(LEFT_OUT)) return;
  const pieces = find(node.data);
  const found = pieces.flatMap(({key}) => key ?? []);
  /** @type {HTMLElement | null} */
  const holder = parent.closest(HOLDERS);
  if (holder) {
    const terms = new Set([...(held.get(holder) ?? []), ...found]);
    held.set(holder, terms);
    mark(holder, 'data-terms', terms.size ? [...terms].join(' ') : null);
    return;
  }
  if (!found.length) return;
  const marked = (/** @type {ReturnType<Finder>[number]} */ {text, key}) =>
    key ? h('abbr', {class: 'term', tabindex: 0, 'data-terms': key, 'data-name': glossary[key].name}, text) : text;
  node.replaceWith(...pieces.map(marked));
}

/**
 * The tip that spells terms out. It stays while the hand is on it, and goes with Escape.
 * @param {HTMLElement} root
 * @param {Record<string, Term>} glossary
 */
function createTermTip(root, glossary) {
  const element = h('div', {class: 'term-tip', role: 'tooltip', id: 'term-tip', hidden: true});
  /** @type {HTMLElement | SVGElement | null} */
  let holder = null;
  /** @type {HTMLElement | SVGElement | null} */
  let wanted = null;
  const stay = createDebounce(() => wanted && show(wanted), STAY_MS);
  const leave = createDebounce(() => hide(), LEAVE_MS);

  let explains = ''; // the holder's own, for as long as the tip tells it
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    hide();
  };
  function hide() {
    stay.cancel();
    leave.cancel();
    removeEventListener('keydown', onKey, {capture: true});
    if (holder instanceof HTMLElement && explains && !holder.title) holder.title = explains;
    holder?.removeAttribute('aria-describedby');
    holder = null;
    element.hidden = true;
  }
  function show(/** @type {HTMLElement | SVGElement} */ at) {
    leave.cancel();
    if (holder === at) return;
    hide();
    holder = at;
    explains = at instanceof HTMLElement ? at.title : '';
    at.removeAttribute('title');
    const entries = (at.dataset.terms ?? '').split(' ').flatMap((key) => glossary[key] ?? []);
    element.replaceChildren(
      // One that only spells the term out is told by the entry.
      ...(explains && !entries.some(({name}) => explains === `${name}.`) ? [h('p', {}, explains)] : []),
      ...entries.map(({term, name, says}) => h('p', {}, h('strong', {}, `${term}: ${name}.`), ' ', says)),
    );
    element.hidden = false;
    addEventListener('keydown', onKey, {capture: true}); // wherever the focus is
    at.setAttribute('aria-describedby', element.id);
    const {left, top, bottom} = at.getBoundingClientRect();
    const {width, height} = element.getBoundingClientRect();
    const isBelow = bottom + GAP_PX + height <= innerHeight;
    element.style.left = `${Math.max(GAP_PX, Math.min(left, innerWidth - width - GAP_PX))}px`;
    element.style.top = `${isBelow ? bottom + GAP_PX : Math.max(GAP_PX, top - GAP_PX - height)}px`;
  }
  const reach = (/** @type {Event} */ event) => {
    const at = within(event, '[data-terms]');
    stay.cancel();
    if (at && event.type === 'pointerover') {
      wanted = at;
      if (at === holder) leave.cancel();
      else stay.schedule();
    } else if (at) show(at);
    else if (within(event, '.term-tip')) leave.cancel();
    else if (event.type !== 'pointerover')
      hide(); // it would lie over what has the focus now
    else if (holder) leave.schedule();
  };
  for (const kind of ['pointerover', 'focusin', 'click']) root.addEventListener(kind, reach);
  root.addEventListener('pointerleave', () => {
    stay.cancel();
    if (holder) leave.schedule();
  });
  root.addEventListener('focusout', (event) => event.target === holder && leave.schedule());
  return {element, hide};
}

/**
 * Mark the terms in these parts of the page, and in all text that comes to stand in them.
 * @param {{root: HTMLElement, glossary: Record<string, Term>, parts: HTMLElement[]}} of
 */
export function createGlossary({root, glossary, parts}) {
  const find = createTermFinder(glossary);
  const tip = createTermTip(root, glossary);
  /** @type {HTMLElement | SVGElement | null} the term that has the focus, which goes with its text */
  let term = null;
  root.addEventListener('focusin', (event) => (term = within(event, '.term')));
  root.addEventListener('focusout', ({target}) => {
    const left = term;
    // A term that its text takes away loses the focus, too, and is gone a moment later.
    if (target === left) queueMicrotask(() => left?.isConnected && term === left && (term = null));
  });
  /** Give the focus of a term that is gone to its like, or to the map. */
  function restore() {
    const focused = focusBeside(root);
    if (!term || term.isConnected || (focused && focused !== document.body)) return;
    const {terms} = term.dataset;
    term = null;
    const alike = parts.flatMap((part) => [...part.querySelectorAll(`.term[data-terms="${terms}"]`)]);
    const like = alike.find((each) => each.getClientRects().length);
    const to = /** @type {HTMLElement | null} */ (like ?? root.querySelector('.stage'));
    to?.focus({preventScroll: true});
  }
  function markAll() {
    /** @type {Map<HTMLElement, Set<string>>} */
    const held = new Map();
    for (const part of parts) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (texts.nextNode()) nodes.push(/** @type {Text} */ (texts.currentNode));
      for (const node of nodes) markTerms(node, find, glossary, held);
    }
    observer.takeRecords();
    restore();
  }
  const rest = createDebounce(markAll, REST_MS);
  const observer = new MutationObserver(rest.schedule);
  for (const part of parts) observer.observe(part, {childList: true, characterData: true, subtree: true});
  rest.schedule();
  return {
    element: tip.element,
    stop() {
      tip.hide();
      rest.cancel();
      observer.disconnect();
    },
  };
}
