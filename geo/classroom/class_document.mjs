// What the document of a class page holds, and what opens it.

import {word} from '../atlas/core/words.mjs';
import {h} from '../atlas/dom.mjs';
import {otherPage} from './class_address.mjs';
import {lessonInHand} from './link/in_hand.mjs';
import {lessonPart} from './link/lesson_link.mjs';

/** @import {RawFacts, Sources, Translate, View, Words} from '../atlas/types' */
/** @import {Around, Bank, Held, Lesson} from './types' */

const MOST_SHOWN = 80;
const shortened = (/** @type {string} */ text) =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
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
  /** @type {Around} */
  const around = dataOf('around');
  /** @type {Translate} */
  const t = (key, values) => word(words, key, values);
  const late = {sources, forces: dataOf('forces'), searchData: dataOf('search'), earData: dataOf('ear')};
  const views = new Map(Object.entries(drawn)); // an address chooses among them
  return {facts: {...facts, words}, late, lesson, views, bank, around, t, told: [], isOwn: true};
}

/**
 * Read the document and the lesson of its address, and open a page with them. `name` is what the page is called among
 * those of a site.
 * @param {string} name
 * @param {(root: HTMLElement, held: Held) => unknown} open
 */
export function openDocument(name, open) {
  const root = themedRoot();
  const held = heldByDocument();
  const other = otherPage(location, held.facts, {name, memberships: held.around.memberships});
  if (other && 'file' in other) return location.replace(other.file);
  if (other) held.told.push(held.t('class.no_membership', {asked: shortened(other.unknown)}));
  const {membership} = held.facts;
  if (membership) root.before(h('style', {}, membership.css));
  const part = lessonPart(location.hash);
  addEventListener('hashchange', () => lessonPart(location.hash) !== part && location.reload());
  async function start() {
    const shown = await lessonInHand(location.hash, held);
    if (!shown.isOwn) document.title = shown.t('link.title', {lesson: shown.lesson.title});
    open(root, shown);
  }
  // Names are laid out by the width of their letters: those of the page's own typeface, which stands inside it.
  return document.fonts.load("16px 'Eastward Sans'").then(start, start);
}
