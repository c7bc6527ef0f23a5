// The facts, indexed once, so that a step only looks things up. What a day shows was decided where the facts were made.

import {createCalendar} from './calendar.mjs';
import {valueOn} from './runs.mjs';
import {longDate, word} from './words.mjs';

/** @typedef {{status: string, state: string, since: string, relation: string, name: string}} UnitOnDay */

/** @type {any[]} one list for all years without a statement, so that lists can be told apart by identity */
const NONE = [];

/**
 * Statements by year, in the order of the table; those from before the first year appear in it.
 * @param {{day: number}[]} statements
 * @param {(day: number) => number} yearOf
 * @returns {Map<number, any[]>}
 */
export function groupByYear(statements, yearOf) {
  const byYear = new Map();
  for (const statement of statements) {
    const year = yearOf(statement.day);
    if (!byYear.has(year)) byYear.set(year, []);
    byYear.get(year).push(statement);
  }
  return byYear;
}

/** A unit with what it is on a day: [status, state, since, relation, name] of each of its runs as names. */
function indexUnit(unit, statuses) {
  const runs = unit.runs.map(([from, [status, state, since, relation, name = unit.name]]) => [
    from,
    {status: statuses[status], state, since, relation, name},
  ]);
  return {...unit, /** @returns {UnitOnDay} */ on: (/** @type {number} */ day) => valueOn(runs, day)};
}

/** What the pictures of all days say, as questions of a day. */
function createQuestions({pictures, statuses, states, words}, calendar) {
  const counts = pictures.counts.map(([from, numbers]) => [
    from,
    Object.fromEntries(statuses.map((status, i) => [status, numbers[i]])),
  ]);
  const texts = pictures.headlines.map(([title, detail]) => ({title, detail}));
  const said = (runs, day) => (runs ? valueOn(runs, day) : null);
  const stateNameOn = (code, day) => said(pictures.state_names[code], day) ?? states[code] ?? code;
  /** 2008 for the end of the year, else 3 April 2008. */
  const whenOn = (day) => (calendar.isYearEnd(day) ? String(calendar.yearOf(day)) : longDate(calendar.isoOf(day)));
  return {
    whenOn,
    /** In 2008; On 3 April 2008: to begin a sentence with. */
    beginOn: (day) =>
      word(words, calendar.isYearEnd(day) ? 'timeline.in_year' : 'timeline.on_day', {when: whenOn(day)}),
    stateNameOn,
    /** A state as it stands in a sentence: "the Soviet Union". */
    theNameOn(code, day) {
      const name = stateNameOn(code, day);
      return words.with_article.includes(name) ? word(words, 'article', {name}) : name;
    },
    /** The units that joined in the year up to the day, and how many states did. */
    joinedOn: (day) => valueOn(pictures.joined, day),
    joinedCountOn: (day) => valueOn(pictures.joined_count, day),
    /** How many states have each status. */
    countsOn: (day) => valueOn(counts, day),
    headlineOn: (day) => texts[valueOn(pictures.headline, day)],
    /** The headline in a side's words and the kind of year it is; null where the side has none for it. */
    captionOn(voice, day) {
      const told = said(pictures.captions[voice], day);
      return told && {kind: told[0], ...texts[told[1]]};
    },
    unitsUnder: (overlay, day) => valueOn(pictures.overlays[overlay], day),
    /** What the outline of a country encloses. */
    outlineOf: (unit, day) => said(pictures.outlines[unit], day) ?? [unit],
    /** Whose card a click on a unit opens. */
    openedBy: (unit, day) => said(pictures.opens[unit], day) ?? unit,
    /** The name that stands on the map for a unit or a state; null where none does. */
    labelOn: (key, day) => said(pictures.labels[key], day),
    territoriesOn: (effect, day) => valueOn(pictures.area[effect], day),
    isBerlinDividedOn: (day) => valueOn(pictures.west_berlin, day),
    /** Lengths and distances in km; null before the first member. */
    measuresOn: (day) => valueOn(pictures.measures, day),
    /** A day as the slider says it. */
    spokenOn(day) {
      const joined = valueOn(pictures.joined_count, day);
      const values = {when: whenOn(day), members: valueOn(counts, day).member, joined};
      return word(words, joined ? 'timeline.spoken_joined' : 'timeline.spoken', values);
    },
  };
}

/**
 * The facts as they come from the server, with their rows by id and the questions that are asked of them.
 * @param {any} facts
 */
export function indexFacts(facts) {
  const calendar = createCalendar(facts);
  const questions = createQuestions(facts, calendar);
  const units = new Map(facts.units.map((unit) => [unit.id, indexUnit(unit, facts.statuses)]));
  const statements = new Map(facts.statements.map((statement) => [statement.id, statement]));
  const answersTo = new Map();
  for (const {id, reply_to: to} of facts.statements) if (to) answersTo.set(to, [...(answersTo.get(to) ?? []), id]);
  const drafts = new Map(
    facts.drafts.map((draft) => [
      draft.id,
      {
        ...draft,
        touchedOn: (/** @type {number} */ day) => valueOn(draft.touches, day),
        groundOn: (/** @type {number} */ day) => valueOn(draft.ground, day),
      },
    ]),
  );
  const byYear = groupByYear(facts.statements, calendar.yearOf);
  return {
    ...facts,
    ...calendar,
    ...questions,
    units,
    statements,
    answersTo,
    drafts,
    years: new Map(facts.years.map((year) => [year.year, year])),
    changes: facts.pictures.changes,
    yearsOfStatements: [...byYear.keys()],
    statementsOf: (/** @type {number} */ year) => byYear.get(year) ?? NONE,
    /** A unit's name on a day: the state's where that is another name for the same ground (West Germany). */
    nameOn: (id, day) => units.get(id).on(day).name,
    theStateOf: (id, day) => questions.theNameOn(units.get(id).on(day).state, day),
  };
}
