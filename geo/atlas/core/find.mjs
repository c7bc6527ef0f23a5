// What the search finds: an index of all that can be asked for, and the best answers to what was typed.

import {createAnswers} from './answer.mjs';
import {likeness, wordsOf} from './fuzzy.mjs';
import {entry, keep} from './lookup.mjs';
import {readTyped} from './timeline.mjs';
import {longDate} from './words.mjs';

/** @import {IndexedFacts, SearchData, Statement, Translate, Unit} from '../types' */
/** @typedef {'path' | 'year' | 'day' | 'country' | 'state' | 'view' | 'speaker' | 'term' | 'page' | 'event' |
 *   'statement'} Kind */
/**
 * An answer: `id` tells which of its kind, `day` the day to go to, null where it stays.
 * @typedef {{kind: Kind, id: string, title: string, detail: string, day: number | null}} Answer
 */
/** @typedef {[score: number, answer: Answer]} Scored */
/** @typedef {(typed: string) => (word: string) => number} Like */
/** @typedef {Answer & {names: {shown: string, words: string[]}[]}} Named what is found by a name it has */
/** @typedef {Answer & {words: Map<string, number>}} Said what is found by the words in it, each with its weight */

const LONGEST = 100; // letters of a question that are read
const MOST_WORDS = 8;
const MOST = 30; // answers shown
const LEAST = 0.75; // the share of the best score below which nothing is an answer
const ASKED = 0.7; // a word that asks is as much like one of those known as this
/** @type {Record<string, number>} what weighs more stands first where both match as well */
const WEIGHTS = {
  country: 1,
  state: 1.02,
  term: 1.01,
  speaker: 0.95,
  view: 0.92,
  page: 0.9,
  event: 0.62,
  statement: 0.6,
};

/** Those that match about as well as the best. */
const best = (/** @type {Scored[]} */ found) => {
  const least = LEAST * Math.max(...found.map(([score]) => score));
  return found.filter(([score]) => score > 0 && score >= least);
};

/**
 * How well typed words match a name, from 0 to 1: each must be in it, and the less else it has the better.
 * @param {string[]} typed
 * @param {string[]} name
 * @param {Like} like
 */
function likeName(typed, name, like) {
  let found = 0;
  let letters = 0;
  for (const each of typed) {
    const most = Math.max(...name.map(like(each)));
    if (!most) return 0;
    found += most * each.length;
    letters += each.length;
  }
  const all = name.join('').length;
  return (found / letters) * (0.8 + 0.2 * Math.min(1, letters / all));
}

/**
 * How well typed words match those of a text: each must be in it.
 * @param {string[]} typed
 * @param {Map<string, number>} words
 * @param {Like} like
 */
function likeText(typed, words, like) {
  let sum = 0;
  for (const each of typed) {
    const ask = like(each);
    let most = 0;
    for (const [word, weight] of words) if (weight > most) most = Math.max(most, ask(word) * weight);
    if (!most) return 0;
    sum += most;
  }
  return sum / typed.length;
}

/**
 * Words of several texts, each with the weight of the first text that has it.
 * @param {[weight: number, text: string][]} texts
 */
function weighted(texts) {
  /** @type {Map<string, number>} */
  const words = new Map();
  for (const [weight, text] of texts) for (const each of wordsOf(text)) if (!words.has(each)) words.set(each, weight);
  return words;
}

/** Words with their gaps filled in. */
export const filled = (/** @type {string} */ text, /** @type {Record<string, unknown>} */ values) =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const named = (/** @type {string[]} */ names) =>
  [...new Set(names)].filter(Boolean).map((shown) => ({shown, words: wordsOf(shown)}));

/**
 * The statements of each speaker, whoever reports them.
 * @param {IndexedFacts} facts
 * @param {SearchData} data
 */
function bySpeaker(facts, {speakers}) {
  /** @type {Map<string, Statement[]>} */
  const said = new Map();
  for (const one of facts.statements.values())
    for (const name of speakers[one.speaker] ?? [one.speaker]) said.set(name, [...(said.get(name) ?? []), one]);
  return said;
}

/**
 * All that has a name: countries, states of their time, views, speakers, terms, pages.
 * @param {{facts: IndexedFacts, t: Translate, data: SearchData, views: string[]}} of
 * @returns {Named[]}
 */
function allNamed({facts, t, data, views}) {
  const {words} = data;
  const datedNames = (/** @type {string} */ code) => (facts.pictures.state_names[code] ?? []).map(([, name]) => name);
  const countries = [...facts.units.values()].map((unit) => {
    const {id, name, runs} = unit;
    const ofTheirTime = runs.flatMap(([, [, , , , other]]) => other ?? []);
    const names = named([name, ...(data.names[id] ?? []), ...datedNames(id), ...ofTheirTime]);
    return {kind: /** @type {const} */ ('country'), id, title: name, detail: '', day: null, names};
  });
  const ofItsTime = data.states.filter(({from, to}) => from <= facts.lastDay && to > facts.begins);
  const states = ofItsTime.map(({code, unit, from, to}) => {
    const title = facts.stateNameOn(code, to - 1);
    const day = Math.max(facts.begins, from, facts.yearEndBeside(to - 1, -1));
    const names = named([title, ...datedNames(code), ...(data.names[code] ?? [])]);
    const detail = filled(words.state, {to: facts.yearOf(to)});
    return {kind: /** @type {const} */ ('state'), id: unit, title, detail, day, names};
  });
  const speakers = [...bySpeaker(facts, data)].map(([speaker, said]) => {
    const [from, to] = [said[0].date.slice(0, 4), said[said.length - 1].date.slice(0, 4)];
    const detail = filled(said.length === 1 ? words.speaker_one : words.speaker, {n: said.length, from, to});
    const names = named([speaker, ...(data.names[speaker] ?? [])]);
    return {kind: /** @type {const} */ ('speaker'), id: speaker, title: speaker, detail, day: null, names};
  });
  const terms = Object.entries(facts.words.glossary).map(([id, {term, name, says}]) => ({
    ...{kind: /** @type {const} */ ('term'), id, title: term, detail: filled(words.term, {name, says}), day: null},
    names: named([term, name]),
  }));
  const pages = data.pages.map(({page, title, says, words: others}) => ({
    ...{kind: /** @type {const} */ ('page'), id: page, title, detail: `${words.page} · ${says}`, day: null},
    names: [...named([title]), ...named(others.split(' ')), ...named([says])],
  }));
  const ofViews = views.map((view) => ({
    ...{kind: /** @type {const} */ ('view'), id: view, title: t(`view.${view}`), detail: words.view, day: null},
    names: named([t(`view.${view}`)]),
  }));
  return [...countries, ...states, ...ofViews, ...speakers, ...terms, ...pages];
}

/**
 * All that is found by its words: events and statements.
 * @param {IndexedFacts} facts
 * @param {SearchData} data
 * @returns {Said[]}
 */
function allSaid(facts, data) {
  const nameOf = (/** @type {string} */ id) => facts.units.get(id)?.name ?? '';
  const told = [...facts.years.values()].flatMap(({events}) => events);
  const happened = [...told, ...facts.happenings.filter((one) => !one.told)];
  const events = happened.map(({date, day, title, summary}, at) => ({
    ...{kind: /** @type {const} */ ('event'), id: String(at), title, day: Math.max(facts.begins, day)},
    detail: filled(data.words.event, {date: longDate(date)}),
    words: weighted([
      [1, title],
      [0.9, longDate(date)],
      [0.8, summary],
    ]),
  }));
  const statements = [...facts.statements.values()].map((one) => ({
    ...{
      kind: /** @type {const} */ ('statement'),
      id: one.id,
      title: `${one.speaker}, ${longDate(one.date)}`,
      day: one.day,
    },
    detail: one.quote ? `“${one.quote}”` : one.paraphrase,
    words: weighted([
      [1, `${one.speaker} ${one.city}`],
      [0.95, longDate(one.date)],
      [0.9, `${one.quote} ${one.original ?? ''}`],
      [0.85, one.paraphrase],
      [0.75, `${one.venue} ${one.role} ${one.targets.map(nameOf).join(' ')}`],
    ]),
  }));
  return [...events, ...statements];
}

/**
 * A year or a day that was typed, if the atlas has it.
 * @param {string} typed
 * @param {IndexedFacts} facts
 * @param {SearchData} data
 * @returns {Answer[]}
 */
function timeOf(typed, facts, {words}) {
  const read = readTyped(typed);
  if (!read) return [];
  const isDay = 'day' in read;
  if (isDay ? !facts.holds(read.day) : read.year < facts.first || read.year > facts.last) return [];
  const day = isDay ? facts.numberOf(read.day) : facts.yearEnd(read.year);
  const kind = isDay ? 'day' : 'year';
  const title = isDay ? longDate(read.day) : String(read.year);
  return [{kind, id: title, title, detail: `${words[kind]} · ${facts.headlineOn(day).title}`, day}];
}

/**
 * What a question is about: its words but those that ask for nothing, the step of a path that it asks for, if any, and
 * the words that do not ask for it.
 * @param {string[]} typed
 * @param {SearchData} data
 */
function readQuestion(typed, {idle, asks}) {
  const asking = typed.filter((each) => !idle.includes(each));
  const content = asking.length ? asking : typed;
  const isMeant = (/** @type {string} */ each) => (/** @type {string} */ one) => likeness(each, one) > ASKED;
  const ask = asks.find(({words}) => content.some((each) => words.some(isMeant(each))));
  const rest = content.filter((each) => !ask?.words.some(isMeant(each)));
  return {content, subject: rest.length ? rest : content, kinds: ask && rest.length ? ask.kinds : null};
}

/**
 * The search. `find(typed, day)` gives the best answers, the best first, and how many there are; to nothing typed all
 * countries. `of(speaker)` gives all statements of one.
 * @param {{facts: IndexedFacts, t: Translate, data: SearchData, views: string[]}} of
 */
export function createFind({facts, t, data, views}) {
  const answer = createAnswers({facts, t});
  const names = allNamed({facts, t, data, views});
  const said = allSaid(facts, data);
  const sentence = (/** @type {string} */ id, /** @type {number} */ day) => `${answer(id, day).join('; ')}.`;
  const all = names
    .filter(({kind, id}) => kind === 'country' && entry(facts.units, id).kind === 'country')
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));

  /**
   * The answer to a question for a step of a country's path.
   * @returns {Answer}
   */
  function pathOf(/** @type {Unit} */ unit, /** @type {string[]} */ kinds, /** @type {number} */ now) {
    const [bar] = kinds.flatMap((kind) => unit.bars.find((each) => each.kind === kind) ?? []);
    const doubt = bar?.unsure ? ` (${t('card.unsure')})` : '';
    const told = bar ? `${bar.label}: ${longDate(bar.start)}${doubt}` : sentence(unit.id, now);
    const detail = bar || !kinds.length ? told : `${data.words.not_told} ${told}`;
    const title = filled(data.words.path, {name: unit.name});
    return {kind: 'path', id: unit.id, title, detail, day: bar ? Math.max(facts.begins, bar.from) : null};
  }
  /**
   * Those with a name like the one asked for, with their scores; a country found by another name than its own says so.
   * @returns {Scored[]}
   */
  function findNamed(/** @type {string[]} */ subject, /** @type {Like} */ like, /** @type {number} */ now) {
    return names.flatMap((each) => {
      const scores = each.names.map(({words}) => likeName(subject, words, like));
      const most = Math.max(...scores);
      if (!most) return [];
      const score = most * WEIGHTS[each.kind];
      if (each.kind !== 'country') return [[score, each]];
      const {shown} = each.names[scores.indexOf(most)];
      const told = [shown === each.title ? '' : shown, sentence(each.id, now)].filter(Boolean).join(' · ');
      return [[score, {...each, detail: told}]];
    });
  }
  return {
    /** @returns {{answers: Answer[], total: number}} */
    find(/** @type {string} */ question, /** @type {number} */ now) {
      const asked = question.slice(0, LONGEST);
      const typed = wordsOf(asked).slice(0, MOST_WORDS);
      if (!typed.length) {
        const answers = all.map((each) => ({...each, detail: sentence(each.id, now)}));
        return {answers, total: answers.length};
      }
      const like = keep((/** @type {string} */ one) => keep((/** @type {string} */ other) => likeness(one, other)));
      const {content, subject, kinds} = readQuestion(typed, data);
      const byName = findNamed(subject, like, now);
      const byWords = said.map((each) => /** @type {Scored} */ ([likeText(content, each.words, like), each]));
      const good = [
        ...best(byName),
        ...best(byWords).map(([score, each]) => /** @type {Scored} */ ([score * WEIGHTS[each.kind], each])),
      ].sort(([a], [b]) => b - a);
      const country = good.find(([, {kind}]) => kind === 'country')?.[1];
      const path = kinds && country ? [pathOf(entry(facts.units, country.id), kinds, now)] : [];
      const answers = [...timeOf(asked, facts, data), ...path, ...good.map(([, each]) => each)];
      return {answers: answers.slice(0, MOST), total: answers.length};
    },
    /** All statements of a speaker. */
    of(/** @type {string} */ speaker) {
      const ids = new Set((bySpeaker(facts, data).get(speaker) ?? []).map(({id}) => id));
      const answers = said.filter(({kind, id}) => kind === 'statement' && ids.has(id));
      return {answers, total: answers.length};
    },
  };
}
