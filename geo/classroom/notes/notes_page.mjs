// The page of the speaker's notes: where the lesson stands, what to say, the clocks, the map and what comes next.

import {h, say} from '../../atlas/dom.mjs';
import {goOn, isAtEnd, isHalted, starterAt, startersOf} from '../lesson/place.mjs';
import {bellAt, bellText, readBell} from './bell.mjs';
import {readClocks} from './clocks.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Clocks, Place, Stop, TeachersLesson, Told} from '../types' */
/** @typedef {{now: HTMLElement[], next: HTMLElement, show: (told: Told, next: Place | null) => void}} NotesMaps */

const OVER_MS = 30_000; // less is no reason to hurry
const WAYS = ['previous', 'next'];
const BUTTONS = [...WAYS, 'freeze', 'blank', 'spot', 'phone'];

/** A clock and what it counts. */
function clockBox(/** @type {string} */ name, /** @type {string} */ label) {
  const value = h('b');
  return {value, element: h('p', {class: 'notes-clock', 'data-clock': name}, value, h('span', {}, label))};
}

/**
 * The bell: its time, typed, and how that fits what is planned.
 * @param {{stops: Stop[], t: Translate, onBell: (bell: number | null) => void}} options
 */
function createBell({stops, t, onBell}) {
  const field = h('input', {
    class: 'notes-bell-at',
    size: 5,
    maxlength: 7,
    autocomplete: 'off',
    placeholder: t('notes.bell_example'),
    onchange: () => {
      const bell = bellAt(field.value, Date.now());
      const isWrong = bell === null && field.value.trim() !== '';
      field.setAttribute('aria-invalid', String(isWrong));
      say(fit, isWrong ? t('notes.bell_wrong') : '');
      if (!isWrong) onBell(bell);
    },
  });
  const value = h('b');
  const fit = h('span', {class: 'notes-bell-fit', role: 'status'});
  let known = NaN; // the bell that the field shows
  return {
    element: h('p', {class: 'notes-clock notes-bell'}, value, fit, h('label', {}, t('notes.bell'), field)),
    show(/** @type {Clocks} */ clocks, /** @type {Place} */ place, /** @type {number} */ now) {
      const bell = clocks.bell ?? NaN;
      if (!Object.is(bell, known)) field.value = bellText(clocks.bell);
      known = bell;
      const read = readBell(clocks, stops, place, now);
      say(value, read?.left ?? '');
      if (field.getAttribute('aria-invalid') === 'true') return;
      const fits = read && (read.over > OVER_MS ? 'notes.bell_over' : 'notes.bell_spare');
      say(fit, fits ? t(fits, {minutes: read.overText}) : '');
      fit.toggleAttribute('data-over', Boolean(read && read.over > OVER_MS));
    },
  };
}

/**
 * What the next step brings, in words.
 * @param {TeachersLesson} lesson
 * @param {Place} place
 * @param {Translate} t
 */
function nextInWords(lesson, place, t) {
  const {stops} = lesson;
  if (isHalted(stops, place)) return t('notes.next_reveal', {year: stops[place.at].when});
  if (isAtEnd(place)) return t('notes.end');
  const starters = startersOf(lesson);
  const next = goOn(stops, place, starters.length);
  const starter = starterAt(next.cover);
  if (starter) return starter.isTold ? t('notes.next_answer') : starters[starter.at].prompt;
  if (next.cover) return t('notes.close');
  const after = stops[next.at];
  return [after.before ? t('notes.predict', {year: after.when_before}) : after.when, after.title].join(' · ');
}

/**
 * Where the lesson stands, in words.
 * @param {TeachersLesson} lesson
 * @param {Place} place
 * @param {Translate} t
 */
function placeInWords(lesson, place, t) {
  const {stops} = lesson;
  const starter = starterAt(place.cover);
  if (starter) return t('cover.starter', {at: starter.at + 1, all: startersOf(lesson).length});
  if (place.cover) return t(`notes.where_${place.cover}`, {all: stops.length});
  const {when_before: before, when} = stops[place.at];
  const values = {at: place.at + 1, all: stops.length, before, year: when};
  return t(isHalted(stops, place) ? 'notes.where_halted' : 'notes.where', values);
}

/**
 * The words of a stop for the speaker.
 * @param {{lesson: TeachersLesson, t: Translate}} options
 */
function createNotesText({lesson, t}) {
  const title = h('h1');
  const question = h('p', {class: 'notes-question'});
  const text = h('div', {class: 'notes-text'});
  const wrong = h('p');
  const wrongBox = h('section', {}, h('h2', {}, t('notes.wrong_answer')), wrong);
  return {
    element: h(
      'article',
      {class: 'notes-words', tabindex: 0, 'aria-label': t('leading.notes')},
      title,
      question,
      text,
      wrongBox,
    ),
    show(/** @type {Place} */ {at, cover}) {
      const stop = cover ? null : lesson.stops[at];
      const starter = startersOf(lesson)[starterAt(cover)?.at ?? -1];
      say(title, stop?.title ?? lesson.title);
      say(question, stop?.question ?? starter?.prompt ?? '');
      const answer = starter && [starter.options[starter.right], starter.why].join('\n');
      const lines = (stop?.notes ?? answer ?? lesson.subtitle).split(/\n+/).filter(Boolean);
      text.replaceChildren(...lines.map((line) => h('p', {}, line)));
      say(wrong, stop?.wrong_answer ?? '');
      wrongBox.hidden = !stop?.wrong_answer;
    },
  };
}

/**
 * Fills `root`; `onAct(name)` is a click on a button, `onBell(bell)` a time that was typed. `maps` show the picture of
 * now and the next, where there is room for them.
 * @param {HTMLElement} root
 * @param {{lesson: TeachersLesson, t: Translate, onAct: (name: string) => void, onBell: (bell: number | null) => void,
 *   maps?: NotesMaps | null, buttons?: string[]}} options `buttons` are the acts that have one
 */
export function createNotesPage(root, {lesson, t, onAct, onBell, maps = null, buttons: acts = BUTTONS}) {
  const {stops} = lesson;
  const starters = startersOf(lesson).length;
  const where = h('p', {class: 'notes-where'});
  const trouble = h('p', {class: 'notes-lost', role: 'status'});
  const frozen = h('p', {class: 'notes-frozen', role: 'status'});
  const text = createNotesText({lesson, t});
  const next = h('p', {class: 'notes-next'});
  const bell = createBell({stops, t, onBell});
  const [here, total, left] = ['here', 'total', 'left'].map((name) => clockBox(name, t(`notes.${name}`)));
  const button = (/** @type {string} */ name, /** @type {string} */ label) =>
    h('button', {type: 'button', class: 'lesson-button', 'data-act': name, onclick: () => onAct(name)}, label);
  const label = (/** @type {string} */ name) => t(WAYS.includes(name) ? `class.${name}` : `leading.${name}`);
  const buttons = acts.map((name) => button(name, label(name)));
  const reopen = button('reopen', t('notes.reopen'));
  const clocks = [here, total, left].map(({element}) => element);
  root.replaceChildren(
    h('header', {class: 'notes-head'}, where, frozen, trouble, reopen),
    h('div', {class: 'notes-clocks'}, clocks, bell.element, button('clock', t('notes.clock'))),
    text.element,
    h('aside', {class: 'notes-side'}, maps?.now, h('h2', {}, t('notes.next')), next, maps?.next),
    h('footer', {class: 'notes-buttons'}, buttons),
  );
  reopen.hidden = true;
  return {
    show(/** @type {Told} */ told) {
      const {place, frozen: wall} = told;
      if (!place) return;
      const halted = isHalted(stops, place);
      if (place.cover) delete root.dataset.stop;
      else root.dataset.stop = String(place.at + 1);
      root.toggleAttribute('data-halted', halted);
      say(where, placeInWords(lesson, place, t));
      say(frozen, wall ? t('notes.frozen', {where: placeInWords(lesson, wall, t)}) : '');
      for (const each of buttons) {
        if (each.dataset.act === 'freeze') each.setAttribute('aria-pressed', String(Boolean(wall)));
        if (each.dataset.act === 'phone') each.hidden = !told.lead;
      }
      text.show(place);
      say(next, nextInWords(lesson, place, t));
      maps?.show(told, isAtEnd(place) ? null : goOn(stops, place, starters));
    },
    showClocks(/** @type {Clocks} */ told, /** @type {Place} */ place, /** @type {number} */ now) {
      const texts = readClocks(told, stops, place, now);
      say(here.value, texts.here);
      say(total.value, texts.total);
      say(left.value, texts.left);
      root.toggleAttribute('data-late', texts.isLate);
      bell.show(told, place, now);
    },
    showTrouble(/** @type {string} */ words, canReopen = false) {
      say(trouble, words);
      reopen.hidden = !canReopen;
    },
  };
}
