// Units and statements in a sentence, for tips, labels and those who listen.

import {entry} from './lookup.mjs';
import {longDate} from './words.mjs';

/** @import {Facts, Statement, Translate} from '../types' */

/**
 * @param {{facts: Facts, t: Translate}} from
 */
export function createDescriptions({facts, t}) {
  const wordsOf = (/** @type {Pick<Statement, 'quote' | 'paraphrase'>} */ {quote, paraphrase}) =>
    quote ? `“${quote}”` : paraphrase;

  /**
   * What a unit was a part of on a day, in words; empty where it was a state of its own.
   * @param {string} id
   * @param {number} day
   */
  function belonging(id, day) {
    const {relation} = entry(facts.units, id).on(day);
    return relation && t(relation === 'part' ? 'card.part_of' : 'card.belonged_to', {state: facts.theStateOf(id, day)});
  }
  /**
   * What a force is, whose, from when to when, and a remark; of what has not been fetched yet only the kind is told.
   * @param {number} at
   */
  function forceInFull(at) {
    const {camp, sign, from, to} = facts.forces[at];
    const detail = facts.forceDetail(at);
    const dayOf = (/** @type {number} */ day, /** @type {string | undefined} */ rough) =>
      longDate(rough || facts.isoOf(day));
    const since = dayOf(from, detail?.start);
    const when = to === null ? t('card.since', {date: since}) : `${since} – ${dayOf(to, detail?.end)}`;
    if (!detail) return {what: t(`force.sign.${sign}`), whose: t(`force.camp.${camp}`), when, note: ''};
    const {what, nato, note, confidence} = detail;
    const states = detail.whose.map((code) => facts.stateNameOn(code, from)).join(', ');
    const trust = t(`confidence_of_fact.${confidence}`);
    const doubt = confidence === 'verified' ? '' : ` (${trust})`;
    return {what, whose: nato ? t('force.nato', {states}) : states, when: when + doubt, note};
  }
  return {
    belonging,
    forceInFull,
    /** Where a force stood; what it is, whose, and when. */
    force(/** @type {number} */ at) {
      const {what, whose, when} = forceInFull(at);
      return [facts.forces[at].place, `${what} · ${whose} · ${when}`];
    },
    /** A unit's name and to whom it belonged; its status, and since when. */
    unit(/** @type {string} */ id, /** @type {number} */ day) {
      const {status, name, since: sinceWhen} = entry(facts.units, id).on(day);
      const since = status === 'none' ? '' : sinceWhen;
      return [
        [name, belonging(id, day)].filter(Boolean).join(', '),
        facts.calledOn(status, day).bare + (since ? `, ${t('card.since', {date: longDate(since)})}` : ''),
      ];
    },
    /** What a statement's mark says to those who cannot see it. */
    statement(/** @type {Statement} */ statement) {
      const {speaker, city, date, stance} = statement;
      const label = t(`stance.${stance}.label`);
      return `${label}: ${speaker}, ${city}, ${longDate(date)}. ${wordsOf(statement)}`;
    },
    /** The words of a statement; who said them, where, when and in which stance. */
    statementTip(/** @type {string} */ id) {
      const {speaker, city, date, stance, ...said} = entry(facts.statements, id);
      return [wordsOf(said), [speaker, `${city}, ${longDate(date)}`, t(`stance.${stance}.label`)].join(' · ')];
    },
  };
}
