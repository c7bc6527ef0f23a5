// What the document of a class page holds, and what opens it.

import {word} from '../atlas/core/words.mjs';

/** @import {RawFacts, Sources, Translate, View, Words} from '../atlas/types' */
/** @import {Bank, Held, Lesson} from './types' */

const dataOf = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? '');

/** The root in the colours that the reader's machine asks for. */
function themedRoot() {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-atlas]'));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const showTheme = () => (root.dataset.theme = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', showTheme);
  showTheme();
  return root;
}

/**
 * What stands in the document; the words of a classroom are among those of the facts.
 * @returns {Held}
 */
function heldByDocument() {
  /** @type {RawFacts} */
  const facts = dataOf('facts');
  /** @type {Words} */
  const words = {...facts.words, ...dataOf('words')};
  /** @type {Record<string, View>} */
  const drawn = dataOf('views');
  /** @type {Sources} */
  const sources = dataOf('sources');
  /** @type {Lesson} */
  const lesson = dataOf('lesson');
  /** @type {Bank} */
  const bank = dataOf('quiz');
  /** @type {Translate} */
  const t = (key, values) => word(words, key, values);
  const late = {sources, forces: dataOf('forces'), searchData: dataOf('search'), earData: dataOf('ear')};
  const views = new Map(Object.entries(drawn)); // an address chooses among them
  return {facts: {...facts, words}, late, lesson, views, bank, t};
}

/**
 * Read the document and open a page in it.
 * @param {(root: HTMLElement, held: Held) => unknown} open
 */
export function openDocument(open) {
  const root = themedRoot();
  const held = heldByDocument();
  const start = () => open(root, held);
  // Names are laid out by the width of their letters: those of the page's own typeface, which stands inside it.
  document.fonts.load("16px 'Eastward Sans'").then(start, start);
}
