// The words of a stop: its title and text, its question, who said what, where it was read.

import {entry} from '../../atlas/core/lookup.mjs';
import {longDate} from '../../atlas/core/words.mjs';
import {h, say} from '../../atlas/dom.mjs';
import {isHalted} from './place.mjs';

/** @import {Facts, Statement, Translate} from '../../atlas/types' */
/** @import {Place, Stop} from '../types' */

/**
 * What is read out at a place.
 * @param {Stop[]} stops
 * @param {Place} place
 * @param {Translate} t
 */
export function spokenStop(stops, place, t) {
  const {when, title, text, before, question} = stops[place.at];
  if (isHalted(stops, place)) return [t('class.predict'), question].join(' ');
  return [when, title, text, !before && question].filter(Boolean).join('. ');
}

/**
 * `body` is what stands in the middle, `statement` and `sources` what stands at the foot; `onWords()` opens the
 * statement's card.
 * @param {{facts: Facts, stops: Stop[], t: Translate, onWords: () => void}} options
 * @returns {{body: HTMLElement, statement: HTMLElement, sources: HTMLElement, show: (place: Place) => void}}
 */
export function createStopText({facts, stops, t, onWords}) {
  const title = h('h2', {class: 'stop-title', tabindex: -1});
  const text = h('p', {class: 'stop-text'});
  const question = h('p', {class: 'stop-question'});
  const statement = h('p', {class: 'stop-told'});
  const sources = h('p', {class: 'stop-sources'});
  const statementLink = (/** @type {Statement} */ {speaker, date}) =>
    h('button', {type: 'button', class: 'link', onclick: onWords}, `${speaker}, ${longDate(date)}`);
  return {
    body: h('div', {class: 'stop'}, title, text, question),
    statement,
    sources,
    show(place) {
      const stop = stops[place.at];
      const halted = isHalted(stops, place);
      say(title, halted ? t('class.predict') : stop.title);
      say(text, halted ? '' : stop.text);
      say(question, halted || !stop.before ? stop.question : ''); // what was asked before the year is answered by it
      const isQuoted = !halted && stop.statement;
      statement.replaceChildren(...(isQuoted ? [statementLink(entry(facts.statements, stop.statement))] : []));
      const cited = stop.producers.length ? t('class.sources', {sources: stop.producers.join('; ')}) : '';
      say(sources, halted ? '' : cited);
    },
  };
}
