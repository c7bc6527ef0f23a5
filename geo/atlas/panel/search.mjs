// The search: a field and the list of what it finds, by the pattern of a combobox. Fetched when somebody first asks.

import {createDebounce} from '../core/debounce.mjs';
import {createFind, filled} from '../core/find.mjs';
import {entry} from '../core/lookup.mjs';
import {h, mark, within} from '../dom.mjs';

/** @import {Answer} from '../core/find.mjs' */
/** @import {Core, SearchData, SearchSides} from '../types' */

const REST_MS = 500; // whoever types hears the count when a word is done
const SHOWN = 40; // letters of what was typed that are said again
const PAGE = 8; // answers that Page Up and Page Down pass

/**
 * What is done with an answer, by its kind.
 * @param {Core & SearchSides} of
 * @returns {Record<string, (answer: Answer) => void>}
 */
function actsOf({root, facts, store, moves, openView, notice}) {
  const toDay = (/** @type {number | null} */ day) => day !== null && moves.stepTo(day);
  /** Open a country; in the card of one that joined, at its steps. */
  function openPath(/** @type {Answer} */ {id, day}) {
    toDay(day);
    moves.openCountry(id);
    root.querySelector('.card .steps')?.scrollIntoView({block: 'nearest'});
  }
  function openState(/** @type {Answer} */ {id, day}) {
    const now = store.get().day;
    const state = entry(facts.units, id).on(day ?? now).state;
    if (entry(facts.units, id).on(now).state !== state) toDay(day);
    moves.openCountry(facts.openedBy(id, store.get().day));
  }
  return {
    path: openPath,
    country: ({id}) => moves.openCountry(id),
    state: openState,
    year: ({day}) => toDay(day),
    day: ({day}) => toDay(day),
    event: ({day}) => toDay(day),
    statement: ({id}) => moves.openStatement(id),
    view: ({id}) => openView(id),
    term: ({title, detail}) => notice(`${title}: ${detail}`),
    page: ({id}) => location.assign(new URL(id, document.baseURI)),
  };
}

const optionOf = (/** @type {Answer} */ {kind, title, detail, id}, /** @type {number} */ at) =>
  h(
    'li',
    {role: 'option', id: `search-${at}`, 'data-kind': kind, 'data-id': id},
    h('span', {class: 'search-title'}, title),
    h('span', {class: 'search-detail'}, detail),
  );

/**
 * What stands over a list: what it is, or how much was found.
 * @param {{answers: Answer[], total: number}} found
 * @param {string} typed
 * @param {Record<string, string>} words
 */
function headOf({answers: {length: n}, total}, typed, words) {
  const text = !n ? words.none : !typed ? words.all : n < total ? words.more : n === 1 ? words.count_one : words.count;
  return filled(text, {n, total, typed: typed.slice(0, SHOWN)});
}

/**
 * Bring the search to life in its field.
 * @param {Core & SearchSides & {data: SearchData, input: HTMLInputElement, element: HTMLElement,
 *   close: (goesBack?: boolean) => void}} of `element` is the box that the field stands in
 */
export function createSearch({data, input, element, close, ...core}) {
  const {root, facts, t, store, views, announce} = core;
  const {find, of} = createFind({facts, t, data, views});
  const acts = actsOf({...core, views, announce});
  // Arrows in the field walk it; because it scrolls, it would be a stop of the Tab key as well.
  const list = h('ul', {role: 'listbox', id: 'search-list', tabindex: -1, 'aria-label': t('panel.find')});
  const head = h('p', {class: 'quiet search-head'});
  const box = h('div', {class: 'search-results', hidden: true}, head, list);
  element.append(box);
  /** @type {Answer[]} */
  let answers = [];
  let active = -1;
  /** @type {string | null} the speaker whose statements are listed */
  let speaker = null;

  function activate(/** @type {number} */ at) {
    active = at;
    [...list.children].forEach((row, i) => mark(row, 'aria-selected', i === at ? 'true' : 'false'));
    mark(input, 'aria-activedescendant', at < 0 ? null : `search-${at}`);
    if (at >= 0) list.children[at].scrollIntoView({block: 'nearest'});
  }
  /** The keyboard of a phone covers the foot of the window: the answers end above it. */
  globalThis.visualViewport?.addEventListener('resize', ({target}) => {
    const {height, offsetTop, scale} = /** @type {VisualViewport} */ (target);
    const covered = scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    root.style.setProperty('--keyboard', `${covered}px`);
  });
  const rest = createDebounce(() => box.hidden || announce(head.textContent ?? ''), REST_MS);
  function show() {
    const isOpen = root.hasAttribute('data-finding');
    box.hidden = !isOpen;
    mark(input, 'aria-expanded', String(isOpen));
    if (!isOpen) return void ((speaker = null), activate(-1), rest.cancel());
    const found = speaker === input.value ? of(speaker) : find(input.value, store.get().day);
    ({answers} = found);
    list.replaceChildren(...answers.map(optionOf));
    head.textContent = headOf(found, input.value.trim(), data.words);
    list.scrollTop = 0;
    activate(input.value.trim() && answers.length ? 0 : -1);
    rest.schedule();
  }
  function choose(/** @type {number} */ at) {
    const chosen = answers[at];
    if (!chosen) return;
    if (chosen.kind === 'speaker') {
      speaker = input.value = chosen.id;
      show();
      return;
    }
    close(!['country', 'state', 'path', 'statement'].includes(chosen.kind)); // a card takes the focus
    acts[chosen.kind](chosen);
  }
  /** @type {Record<string, () => number>} where a key leads */
  const steps = {
    ArrowDown: () => (active + 1) % answers.length,
    ArrowUp: () => (active <= 0 ? answers.length : active) - 1,
    PageDown: () => Math.min(answers.length - 1, active + PAGE),
    PageUp: () => Math.max(0, active - PAGE),
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') choose(active);
    else if (steps[event.key] && answers.length) activate(steps[event.key]());
    else return;
    event.preventDefault();
  });
  input.addEventListener('input', show);
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', (event) => {
    const row = within(event, '[role=option]');
    if (row) choose([...list.children].indexOf(row));
  });
  show();
}
