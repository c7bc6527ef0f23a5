// A day in words, as it is read out and stands in the page for those who hear it. Pure.

import {captionOf} from '../core/caption.mjs';
import {measuresInWords} from '../panel/measures.mjs';

/** @import {Describe, IndexedFacts, State, Statement, Status, Translate} from '../types' */

const MOSCOW = ['soviet', 'russian'];

/**
 * The states that had another status on a day than on one before, by the new one; colonies are told with none.
 * @param {IndexedFacts} facts
 * @param {number} before
 * @param {number} day
 */
function changesBetween(facts, before, day) {
  /** @type {Map<Status, Set<string>>} */
  const changes = new Map();
  for (const unit of facts.units.values()) {
    const {status, name, state, relation} = unit.on(day);
    if (unit.kind !== 'country' || status === unit.on(before).status || (relation && relation !== 'part')) continue;
    const names = changes.get(status) ?? new Set();
    changes.set(status, names.add(relation ? facts.stateNameOn(state, day) : name));
  }
  return changes;
}

/**
 * Where Moscow spoke in a year up to a day, and what answer came.
 * @param {IndexedFacts} facts
 * @param {{say: Translate, ofYear: (key: string, day: number, values?: Record<string, unknown>) => string, describe:
 *   Pick<Describe, 'statement'>}} words
 * @param {number} day
 * @param {boolean} isFull with all that was said
 */
function moscowOn(facts, {say, ofYear, describe}, day, isFull) {
  const said = facts.statementsOf(facts.yearOf(day)).filter((one) => MOSCOW.includes(one.side) && one.day <= day);
  if (!said.length) return [ofYear('moscow_silent', day)];
  const answersTo = (/** @type {Statement} */ {id}) => facts.answersTo.get(id) ?? [];
  const places = [...new Set(said.map(({city}) => city))].join(', ');
  const answered = said.filter((one) => answersTo(one).length).length;
  const each = said.flatMap((one) => {
    const answers = answersTo(one).flatMap((id) => facts.statements.get(id) ?? []);
    const told = answers.map((answer) => say('answer', {statement: describe.statement(answer)}));
    return [say('moscow_said', {statement: describe.statement(one)}), ...(told.length ? told : [say('no_answer')])];
  });
  return [ofYear('moscow', day, {places, n: said.length, answered}), ...(isFull ? each : [])];
}

/**
 * What is told of a day, a sentence each; `level` is 'terse', 'full', or else what is usual.
 * @param {{facts: IndexedFacts, t: Translate, say: Translate, describe: Pick<Describe, 'statement'>}} from
 * @returns {(state: Pick<State, 'day' | 'words'>, level: string) => string[]}
 */
export function createDayText({facts, t, say, describe}) {
  const nearOn = measuresInWords(facts, t);
  const short = (/** @type {Status} */ status) => t(`status.${status}.short`);

  function counts(/** @type {number} */ day) {
    const all = facts.countsOn(day);
    const told = facts.statuses.filter((status) => all[status]);
    return say('counts', {
      counts: told.map((status) => say('count', {status: short(status), n: all[status]})).join(', '),
    });
  }
  const groups = (/** @type {Map<Status, Set<string>>} */ changes) =>
    facts.statuses
      .filter((status) => changes.has(status))
      .map((status) => {
        const names = [...(changes.get(status) ?? [])].sort((a, b) => a.localeCompare(b, 'en'));
        return say('group', {status: short(status), names: names.join(', ')});
      });
  /** A sentence on a year, or on the part of it that lies behind a day. */
  const ofYear = (
    /** @type {string} */ key,
    /** @type {number} */ day,
    /** @type {Record<string, unknown>} */ values = {},
  ) => say(facts.isYearEnd(day) ? key : `${key}_by`, {year: facts.yearOf(day), ...values});

  function changed(/** @type {number} */ day, /** @type {boolean} */ isFull) {
    const year = facts.yearOf(day);
    const changes = changesBetween(facts, year > facts.first ? facts.yearEnd(year - 1) : facts.begins, day);
    const told = groups(changes);
    if (!told.length) return ofYear('unchanged', day);
    if (isFull) return ofYear('changed', day, {groups: told.join('; ')});
    const [joined] = [...changes.keys()].some(facts.isMember) ? told : [];
    const others = [...changes].flatMap(([status, names]) => (facts.isMember(status) ? [] : [...names])).length;
    return ofYear('changed', day, {groups: [joined, others && say('others', {n: others})].filter(Boolean).join('; ')});
  }
  /** What changed and happened on the day itself. */
  function today(/** @type {number} */ day, /** @type {string} */ headline) {
    const told = day > facts.begins ? groups(changesBetween(facts, day - 1, day)) : [];
    const events = facts.years.get(facts.yearOf(day))?.events ?? [];
    return [
      told.length ? say('changed_day', {groups: told.join('; ')}) : '',
      ...events
        .filter(({date, title}) => date === facts.isoOf(day) && title !== headline)
        .map(({title}) => say('happened', {title})),
    ];
  }

  function near(/** @type {number} */ day, /** @type {string} */ key) {
    const told = nearOn(day);
    return told ? say(key, {km: told.moscow, land: told.land, places: told.places}) : '';
  }
  return (state, level) => {
    const {day} = state;
    if (level === 'terse') return [`${facts.spokenOn(day)}.`, near(day, 'near_terse')].filter(Boolean);
    const isFull = level === 'full';
    const {title, detail} = captionOf(facts, state);
    return [
      `${title}.`,
      isFull ? detail : '',
      counts(day),
      changed(day, isFull),
      ...(isFull ? today(day, title) : []),
      ...(facts.statements.size ? moscowOn : () => [])(facts, {say, ofYear, describe}, day, isFull),
      near(day, 'near'),
    ].filter(Boolean);
  };
}
