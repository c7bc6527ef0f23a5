// The words of a stop: its title and text, its question, who said what, where it was read.

import {entry} from '../../atlas/core/lookup.mjs';
import {longDate, wholeDates} from '../../atlas/core/words.mjs';
import {exchange, h, say} from '../../atlas/dom.mjs';
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
  const {when, when_before: halt, title, text, before, question} = stops[place.at];
  if (isHalted(stops, place)) return `${halt}. ${t('class.predict')} ${question}`;
  return [when, title, text, !before && question].filter(Boolean).join('. ');
}

/**
 * Who said it and when, with the sign that it has on the map; the name opens the card.
 * @param {Facts} facts
 * @param {Statement} statement
 * @param {Translate} t
 * @param {() => void} onWords
 */
function quoteCaption(facts, statement, t, onWords) {
  const {speaker, date, stance, confidence, quote, quote_language: origin} = statement;
  const language = t(`language_name.${origin.replace('translated-from-', '')}`);
  const kinds = [
    t(`stance.${stance}.label`),
    confidence === 'contested' && t('statement.contested'),
    quote && origin !== 'en' && t('statement.translated', {language}),
  ];
  const link = h('button', {type: 'button', class: 'link', onclick: onWords, title: t('class.key_words')}, speaker);
  return h(
    'figcaption',
    {},
    facts.icon(statement),
    h('p', {class: 'quote-by'}, link, h('span', {class: 'quote-day'}, longDate(date))),
    h('p', {class: 'quote-kind'}, kinds.filter(Boolean).join(' · ')),
  );
}

/**
 * The words of a stop's statement in full; where none are kept, what was said, as ours.
 * @param {Facts} facts
 * @param {Statement} statement
 * @param {Translate} t
 * @param {() => void} onWords
 */
function quoteOf(facts, statement, t, onWords) {
  const {id, quote, paraphrase} = statement;
  const words = quote
    ? h('blockquote', {}, h('p', {}, t('quoted.en', {quote})))
    : h('div', {class: 'quote-told'}, h('p', {}, paraphrase), h('p', {class: 'quiet'}, t('statement.quote_none')));
  return h('figure', {class: 'stop-quote', 'data-quoted': id}, words, quoteCaption(facts, statement, t, onWords));
}

/**
 * `onWords()` opens the card of the stop's statement, `onSources()` its sources in full.
 * @param {{facts: Facts, stops: Stop[], t: Translate, onWords: () => void, onSources: () => void}} options
 * @returns {{element: HTMLElement, show: (place: Place) => void}}
 */
export function createStopText({facts, stops, t, onWords, onSources}) {
  const when = h('p', {class: 'sr-only'});
  const title = h('h1', {class: 'stop-title', tabindex: -1});
  const text = h('p', {class: 'stop-text'});
  const question = h('p', {class: 'stop-question'});
  const quoted = h('div', {class: 'stop-quoted'});
  const sources = h('button', {
    type: 'button',
    class: 'stop-sources',
    title: t('class.sources_whole'),
    onclick: onSources,
  });
  return {
    element: h('div', {class: 'stop'}, when, title, text, quoted, question, sources),
    show(place) {
      const stop = stops[place.at];
      const halted = isHalted(stops, place);
      say(when, halted ? stop.when_before : stop.when);
      say(title, halted ? t('class.predict') : stop.title);
      say(text, halted ? '' : wholeDates(stop.text));
      say(question, halted || !stop.before ? stop.question : ''); // what was asked before the year is answered by it
      const isQuoted = !halted && stop.statement;
      exchange(quoted, isQuoted ? [quoteOf(facts, entry(facts.statements, stop.statement), t, onWords)] : [], title);
      const cited = stop.producers.length ? t('class.sources', {sources: stop.producers.join('; ')}) : '';
      sources.hidden = halted || !cited;
      say(sources, cited);
    },
  };
}
