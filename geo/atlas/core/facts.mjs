// The facts, indexed once, so that a step only looks things up. What a day shows was decided where the facts were made.

import {createCalendar} from './calendar.mjs';
import {entry, keep} from './lookup.mjs';
import {valueOn} from './runs.mjs';
import {longDate, word} from './words.mjs';

/** @import {Effect, Overlay, RawFacts, Runs, Statement, Status, UnitRow} from '../payload' */
/** @import {Unit, UnitOnDay} from '../types' */

/** @type {Status[]} who counts as a member of NATO */
const NATO_MEMBERS = ['member'];
const LIST = new Intl.ListFormat('en-GB'); // Algeria and Malta
/** @type {Statement[]} one list for all years without a statement, so that lists can be told apart by identity */
const NONE = [];

/**
 * Statements by year, in the order of the table; those from before the first year appear in it.
 * @template {{day: number}} Said
 * @param {Said[]} statements
 * @param {(day: number) => number} yearOf
 * @returns {Map<number, Said[]>}
 */
export function groupByYear(statements, yearOf) {
  /** @type {Map<number, Said[]>} */
  const byYear = new Map();
  for (const statement of statements) {
    const year = yearOf(statement.day);
    byYear.set(year, [...(byYear.get(year) ?? []), statement]);
  }
  return byYear;
}

/**
 * A unit with what it is on a day: [status, state, since, relation, name] of each of its runs as names.
 * @param {UnitRow} unit
 * @param {Status[]} statuses
 * @returns {Unit}
 */
function indexUnit(unit, statuses) {
  /** @type {Runs<UnitOnDay>} */
  const runs = unit.runs.map(([from, [status, state, since, relation, name = unit.name]]) => [
    from,
    {status: statuses[status], state, since, relation, name},
  ]);
  return {...unit, on: (day) => valueOn(runs, day)};
}

/**
 * Whom the headline of a day is about.
 * @param {RawFacts['pictures']} pictures
 */
function createConcern({named, concerned, untold}) {
  const namedOn = (/** @type {number} */ day) => valueOn(named, day);
  const concernedOn = (/** @type {number} */ day) => valueOn(concerned, day) ?? namedOn(day);
  return {
    /** The labels whose names it says. */
    namedOn,
    /** Those, and the labels of whom it is about without a name. */
    concernedOn,
    /** And of these all, where it says no name and no colour tells who they are. */
    untoldOn: (/** @type {number} */ day) => (valueOn(untold, day) ? concernedOn(day) : []),
  };
}

/**
 * What the pictures of all days say, as questions of a day.
 * @param {RawFacts} facts
 * @param {ReturnType<typeof createCalendar>} calendar
 */
function createQuestions({pictures, statuses, strong, states, words, membership}, calendar) {
  const counting = membership?.members ?? NATO_MEMBERS;
  /** @type {Runs<Record<Status, number>>} */
  const counts = pictures.counts.map(([from, numbers]) => [
    from,
    /** @type {Record<Status, number>} */ (Object.fromEntries(statuses.map((status, i) => [status, numbers[i]]))),
  ]);
  const shortNames = /** @type {Record<string, string | undefined>} */ (words.short_name);
  const texts = pictures.headlines.map(([title, detail]) => ({title, detail, kind: null}));
  /**
   * @template Value
   * @param {Runs<Value> | undefined} runs nothing is told of some keys
   * @param {number} day
   */
  const said = (runs, day) => (runs ? valueOn(runs, day) : null);
  const membersOn = (/** @type {number} */ day) =>
    counting.reduce((sum, status) => sum + valueOn(counts, day)[status], 0);
  const leftCountOn = (/** @type {number} */ day) => said(pictures.left_count, day) ?? 0;
  const stateNameOn = (/** @type {string} */ code, /** @type {number} */ day) =>
    said(pictures.state_names[code], day) ?? states[code] ?? code;
  /** 2008 for the end of the year, else 3 April 2008. */
  const whenOn = (/** @type {number} */ day) =>
    calendar.isYearEnd(day) ? String(calendar.yearOf(day)) : longDate(calendar.isoOf(day));
  return {
    whenOn,
    /** In 2008; On 3 April 2008: to begin a sentence with. */
    beginOn: (/** @type {number} */ day) =>
      word(words, calendar.isYearEnd(day) ? 'timeline.in_year' : 'timeline.on_day', {when: whenOn(day)}),
    stateNameOn,
    /** A state as it stands in a sentence: "the Soviet Union". */
    theNameOn(/** @type {string} */ code, /** @type {number} */ day) {
      const name = stateNameOn(code, day);
      return words.with_article.includes(name) ? word(words, 'article', {name}) : name;
    },
    /** The units that joined in the year up to the day, and how many states did. */
    joinedOn: (/** @type {number} */ day) => valueOn(pictures.joined, day),
    joinedCountOn: (/** @type {number} */ day) => valueOn(pictures.joined_count, day),
    /** How many states have each status. */
    countsOn: (/** @type {number} */ day) => valueOn(counts, day),
    /** Whether who has a status is counted as a member, and how many states are. */
    isMember: (/** @type {Status} */ status) => counting.includes(status),
    /** Whether letters on its fill have another ink than those at sea. */
    isStrong: (/** @type {Status} */ status) => strong.includes(status),
    membersOn,
    /** How many states left in the year up to the day. */
    leftCountOn,
    /** The neutral headline, of no kind. */
    headlineOn: (/** @type {number} */ day) => texts[valueOn(pictures.headline, day)],
    /** The headline in a side's words and the kind of year it is; null where the side has none for it. */
    captionOn(/** @type {string} */ voice, /** @type {number} */ day) {
      const told = said(pictures.captions[voice], day);
      return told && {...texts[told[1]], kind: told[0]};
    },
    unitsUnder: (/** @type {Overlay} */ overlay, /** @type {number} */ day) =>
      valueOn(/** @type {Runs<string[]>} */ (pictures.overlays[overlay]), day),
    /** What the outline of a country encloses. */
    outlineOf: (/** @type {string} */ unit, /** @type {number} */ day) => said(pictures.outlines[unit], day) ?? [unit],
    /** Whose card a click on a unit opens. */
    openedBy: (/** @type {string} */ unit, /** @type {number} */ day) => said(pictures.opens[unit], day) ?? unit,
    /** The name that stands on the map for a unit or a state; null where none does. */
    labelOn: (/** @type {string} */ key, /** @type {number} */ day) => said(pictures.labels[key], day),
    ...createConcern(pictures),
    /** A shorter name, empty where there is none. */
    shortOf: (/** @type {string} */ name) => shortNames[name] ?? '',
    territoriesOn: (/** @type {Effect} */ effect, /** @type {number} */ day) =>
      Object.keys(pictures.area[effect]).filter((name) => valueOn(pictures.area[effect][name], day)),
    groundNotesOn: createGroundNotes(pictures),
    westBerlinOn: (/** @type {number} */ day) => valueOn(pictures.west_berlin, day),
    /** Lengths and distances in km; null before the first member. */
    measuresOn: (/** @type {number} */ day) => valueOn(pictures.measures, day),
    /** A day as the slider says it. */
    spokenOn: keep((/** @type {number} */ day) => {
      const joined = valueOn(pictures.joined_count, day);
      const left = leftCountOn(day);
      const values = {when: whenOn(day), members: membersOn(day), joined, left};
      return word(words, ['timeline.spoken', joined && 'joined', left && 'left'].filter(Boolean).join('_'), values);
    }),
  };
}

/**
 * A question of the facts: what the legend says of ground in sight whose fill and name do not tell all.
 * @param {Pick<RawFacts['pictures'], 'ground_notes'>} pictures
 * @returns {(day: number, seen: ReadonlySet<string>) => string[]}
 */
const createGroundNotes =
  ({ground_notes: notes}) =>
  (day, seen) =>
    notes.flatMap(([form, parts]) => {
      const names = parts.flatMap(([unit, name, runs]) => (seen.has(unit) && valueOn(runs, day) ? name : []));
      return names.length ? form.replace('{names}', LIST.format(names)) : [];
    });

/**
 * What a status is called in a key, by the ways into it of the day, and what that means.
 * @param {RawFacts} facts
 */
function createCalledOn({pictures: {called}, called_bare: bare, words}) {
  // Asked for each status on every step: what no day changes is put together once.
  const always = keep((/** @type {Status} */ status) => {
    const label = word(words, `status.${status}.label`);
    return {label, meaning: word(words, `status.${status}.explain`), bare: bare[status] ?? label};
  });
  return (/** @type {Status} */ status, /** @type {number} */ day) => {
    const told = called[status] && valueOn(called[status], day);
    return told ? {label: told[0], meaning: told[1], bare: told[2]} : always(status);
  };
}

/**
 * The facts as they come from the server, with their rows by id and the questions that are asked of them.
 * @param {RawFacts} facts
 */
export function indexFacts(facts) {
  const calendar = createCalendar(facts);
  const questions = createQuestions(facts, calendar);
  const units = new Map(facts.units.map((unit) => [unit.id, indexUnit(unit, facts.statuses)]));
  const statements = new Map(facts.statements.map((statement) => [statement.id, statement]));
  /** @type {Map<string, string[]>} */
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
    calledOn: createCalledOn(facts),
    units,
    statements,
    answersTo,
    drafts,
    years: new Map(facts.years.map((year) => [year.year, year])),
    changes: facts.pictures.changes,
    yearsOfStatements: [...byYear.keys()],
    /** The forces that stood in their places, by their place in the list. */
    forcesOn: keep((/** @type {number} */ day) =>
      facts.forces.flatMap(({from, to}, at) => (from <= day && (to === null || day < to) ? [at] : [])),
    ),
    statementsOf: (/** @type {number} */ year) => byYear.get(year) ?? NONE,
    /** The row of a table on which a card rests; empty where it is in none of ours. */
    rowOf(/** @type {string} */ id) {
      const table = facts.membership?.table ?? 'units';
      return table && `${table}/${id}`;
    },
    /** A unit's name on a day: the state's where that is another name for the same ground (West Germany). */
    nameOn: (/** @type {string} */ id, /** @type {number} */ day) => entry(units, id).on(day).name,
    theStateOf: (/** @type {string} */ id, /** @type {number} */ day) =>
      questions.theNameOn(entry(units, id).on(day).state, day),
  };
}
