// The stop on the wall: its words, the list of stops, the way on and back.

import {h, mark, passFocus, s} from '../../atlas/dom.mjs';
import {showGoingOn} from '../../atlas/goes_on.mjs';
import {createCover} from './cover.mjs';
import {createFit} from './fit.mjs';
import {coverKind, isAtEnd, isHalted} from './place.mjs';
import {createStopList} from './stop_list.mjs';
import {createStopText} from './stop_text.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {Lesson, Place} from '../types' */

const BACK = 'M15 5l-7 7 7 7';
const ON = 'M9 5l7 7-7 7';

/**
 * A button of the bar that shows an arrow and says what it does.
 * @param {string} name
 * @param {string} label
 * @param {string} d the path of the arrow
 * @param {(name: string) => void} onAct
 */
const arrowButton = (name, label, d, onAct) =>
  h(
    'button',
    {
      type: 'button',
      class: 'lesson-button',
      'data-act': name,
      onclick: () => onAct(name),
      title: label,
      'aria-label': label,
    },
    s('svg', {viewBox: '0 0 24 24', 'aria-hidden': 'true'}, s('path', {d})),
  );

/**
 * The box; `onStop(at)` goes to a stop, `onAct(name)` does the rest: 'next', 'previous', 'words', 'sources', 'present',
 * 'quiz'.
 * @param {{root: HTMLElement, facts: Facts, lesson: Lesson, t: Translate, onStop: (at: number) => void,
 *   onAct: (name: string) => void}} options `root` scrolls in small windows
 * @returns {{element: HTMLElement, addToBar: (button: HTMLElement) => void, isListOpen: () => boolean,
 *   closeList: () => void, show: (place: Place) => void}}
 */
export function createLessonBox({root, facts, lesson, t, onStop, onAct}) {
  const {stops} = lesson;
  const words = createStopText({facts, stops, t, onWords: () => onAct('words'), onSources: () => onAct('sources')});
  const cover = createCover({facts, lesson, t, onAct});
  const list = createStopList({stops, t, onStop});
  const previous = arrowButton('previous', t('class.previous'), BACK, onAct);
  const next = arrowButton('next', t('class.next'), ON, onAct);
  const bar = h('div', {class: 'lesson-bar', role: 'group', 'aria-label': t('class.bar')}, previous, list.button, next);
  const fits = [createFit(words.element), createFit(cover.element)];
  const foot = h('div', {class: 'lesson-foot'}, list.list, bar);
  const parts = [words.element, cover.element];
  const element = h('section', {class: 'lesson', 'aria-label': lesson.title}, parts, foot);
  const lookBelow = showGoingOn({
    scroller: root,
    parts: () => parts,
    cover: foot,
    edge: () => foot.getBoundingClientRect().top,
  });
  return {
    element,
    /** Put a button before the way on. */
    addToBar: (button) => next.before(button),
    isListOpen: list.isOpen,
    closeList: list.close,
    show(place) {
      const halted = isHalted(stops, place);
      mark(element, 'data-halted', halted);
      mark(element, 'data-cover', coverKind(place.cover));
      words.element.hidden = Boolean(place.cover);
      if (!place.cover) words.show(place);
      cover.show(place);
      for (const fit of fits) fit();
      list.show(place);
      lookBelow();
      const ends = [
        {button: previous, isEnd: place.cover === 'title'},
        {button: next, isEnd: isAtEnd(place)},
      ];
      for (const {button, isEnd} of ends) {
        if (isEnd) passFocus(button, list.button);
        button.disabled = isEnd;
      }
    },
  };
}
