// The page of the speaker's notes: where the lesson stands, what to say, the clocks, what comes next.

import {h, say} from '../../atlas/dom.mjs';
import {isHalted} from '../lesson/place.mjs';
import {readClocks} from './clocks.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Clocks, Place, Stop, TeachersStop} from '../types' */

/** A clock and what it counts. */
function clockBox(/** @type {string} */ name, /** @type {string} */ label) {
  const value = h('b');
  return {value, element: h('p', {class: 'notes-clock', 'data-clock': name}, value, h('span', {}, label))};
}

/**
 * What the next step brings, in words.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {Translate} t
 */
function nextInWords(stops, place, t) {
  if (isHalted(stops, place)) return t('notes.next_reveal', {year: stops[place.at].when});
  const after = stops[place.at + 1];
  if (!after) return t('notes.end');
  return [after.before ? t('notes.predict', {year: after.when_before}) : after.when, after.title].join(' · ');
}

/**
 * The words of a stop for the speaker.
 * @param {{stops: TeachersStop[], t: Translate}} options
 */
function createNotesText({stops, t}) {
  const title = h('h1');
  const question = h('p', {class: 'notes-question'});
  const text = h('div', {class: 'notes-text'});
  const wrong = h('p');
  const wrongBox = h('section', {}, h('h2', {}, t('notes.wrong_answer')), wrong);
  return {
    element: h('article', {tabindex: 0, 'aria-label': t('class.notes')}, title, question, text, wrongBox),
    show(/** @type {Place} */ {at}) {
      const stop = stops[at];
      say(title, stop.title);
      say(question, stop.question);
      const lines = stop.notes.split(/\n+/).filter(Boolean);
      text.replaceChildren(...lines.map((line) => h('p', {}, line)));
      say(wrong, stop.wrong_answer);
      wrongBox.hidden = !stop.wrong_answer;
    },
  };
}

/**
 * Fills `root`; `onAct(name)` is a click on a button.
 * @param {HTMLElement} root
 * @param {{stops: TeachersStop[], t: Translate, onAct: (name: string) => void}} options
 * @returns {{show: (place: Place) => void, showClocks: (clocks: Clocks, at: number, now: number) => void,
 *   showTrouble: (text: string) => void}}
 */
export function createNotesPage(root, {stops, t, onAct}) {
  const where = h('p', {class: 'notes-where'});
  const trouble = h('p', {class: 'notes-lost', role: 'status'});
  const text = createNotesText({stops, t});
  const next = h('p', {class: 'notes-next'});
  const [here, total, left] = ['here', 'total', 'left'].map((name) => clockBox(name, t(`notes.${name}`)));
  const button = (/** @type {string} */ name, /** @type {string} */ label) =>
    h('button', {type: 'button', class: 'lesson-button', 'data-act': name, onclick: () => onAct(name)}, label);
  const buttons = ['previous', 'next', 'blank', 'spot'].map((name) => button(name, t(`class.${name}`)));
  root.replaceChildren(
    h('header', {}, where, trouble),
    h('div', {class: 'notes-clocks'}, here.element, total.element, left.element, button('clock', t('notes.clock'))),
    text.element,
    h('footer', {}, h('h2', {}, t('notes.next')), next, h('div', {class: 'notes-buttons'}, buttons)),
  );
  return {
    show(place) {
      const {when_before: before, when} = stops[place.at];
      const halted = isHalted(stops, place);
      root.dataset.stop = String(place.at + 1);
      root.toggleAttribute('data-halted', halted);
      const values = {at: place.at + 1, all: stops.length, before, year: when};
      say(where, t(halted ? 'notes.where_halted' : 'notes.where', values));
      text.show(place);
      say(next, nextInWords(stops, place, t));
    },
    showClocks(clocks, at, now) {
      const texts = readClocks(clocks, stops, at, now);
      say(here.value, texts.here);
      say(total.value, texts.total);
      say(left.value, texts.left);
      root.toggleAttribute('data-late', texts.isLate);
    },
    showTrouble: (words) => say(trouble, words),
  };
}
