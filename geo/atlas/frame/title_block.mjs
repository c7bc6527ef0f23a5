// What the map is about, the year, the day within it, and its headline, beside the map.

import {h, mark, passFocus, say} from '../dom.mjs';
import {captionOf, titleBeside} from '../core/caption.mjs';
import {showGoingOn} from '../goes_on.mjs';
import {createNameList} from '../name_list.mjs';
import {scrollByKeys} from '../scroll_by_keys.mjs';
import {createStatusRows} from '../status_rows.mjs';
import {dayOfYear, wholeDates} from '../core/words.mjs';

/** @import {OutOfSight} from '../core/out_of_sight.mjs' */
/** @import {Facts, State, Translate, View} from '../types' */

/**
 * @param {{root: HTMLElement, facts: Facts, t: Translate, isPart: boolean, onYearEnd: () => void}} of `isPart` where
 *   the page around has a heading of its own; `onYearEnd()` goes back from a day to the end of its year
 */
export function createTitleBlock({root, facts, t, isPart, onYearEnd}) {
  const year = h('p', {class: 'year', 'aria-hidden': 'true'});
  // A day within the year stands under it, with the way back to the year's end.
  const dayText = h('span', {});
  const back = h('button', {
    type: 'button',
    class: 'link year-end',
    title: t('timeline.to_year_end_title'),
    onclick: onYearEnd,
  });
  const dayLine = h('p', {class: 'day', hidden: true}, dayText, ' ', back);
  const whose = h('p', {class: 'whose-words', hidden: true});
  const title = h('h1', {class: 'headline', id: 'headline', tabindex: -1, 'aria-level': isPart ? 2 : null});
  const detail = h('p', {class: 'detail'});
  const subject = h('p', {class: 'subject'}, t('title.subject'));
  const viewNote = h('p', {class: 'view-note', hidden: true});
  const words = h('div', {class: 'told'}, whose, title);
  const names = createNameList({root, t, lost: false});
  const more = h('div', {class: 'told-more', role: 'group', 'aria-labelledby': title.id}, detail, viewNote, names);
  const parts = [detail, viewNote, names];
  scrollByKeys(more, parts);
  showGoingOn({scroller: more, parts: () => parts, cover: more, edge: () => more.getBoundingClientRect().bottom});
  // In small windows, where the panel with its legend is out of sight.
  const key = createStatusRows({facts, t});
  key.element.setAttribute('aria-label', t('panel.legend'));
  let [wasWithin, heard, told, isElsewhere] = [false, '', '', false];
  const sayTitle = () => say(title, titleBeside(told, {isElsewhere}, t));
  const element = h('div', {class: 'title-block', 'data-title': ''}, subject, year, dayLine, words, more, key.element);
  return {
    element,
    shortKey: key.element,
    /** Leave statuses of which nothing is on the map out of the short key, and tell who else is not. */
    tellOut(/** @type {OutOfSight} */ out) {
      key.tellOut(out);
      ({isElsewhere} = out);
      sayTitle();
    },
    /** Put a button at the end of the short key. */
    addToKey: (/** @type {HTMLElement} */ button) => key.element.append(h('li', {class: 'key-more'}, button)),
    /** What is to be known of a view: where its North is. */
    showView(/** @type {View} */ {name, graticule}) {
      mark(viewNote, 'hidden', !graticule);
      say(viewNote, graticule ? t(`view_note.${name}`) : '');
    },
    show(/** @type {State} */ state) {
      key.show(state);
      const caption = captionOf(facts, state);
      say(year, String(facts.yearOf(state.day)));
      const isWithin = !facts.isYearEnd(state.day);
      if (isWithin !== wasWithin) {
        if (wasWithin) passFocus(dayLine, title);
        mark(dayLine, 'hidden', !isWithin);
        wasWithin = isWithin;
      }
      if (isWithin) {
        say(dayText, dayOfYear(facts.isoOf(state.day)));
        const end = facts.isoOf(facts.yearEnd(facts.yearOf(state.day)));
        say(back, t('timeline.to_year_end', {day: dayOfYear(end)}));
      }
      const voice = caption.kind && state.words ? facts.voices[state.words].name : '';
      if (voice !== heard) {
        mark(whose, 'hidden', !voice);
        say(whose, voice);
        heard = voice;
      }
      told = wholeDates(caption.title);
      sayTitle();
      say(detail, wholeDates(caption.detail));
    },
  };
}
