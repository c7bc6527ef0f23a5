// What a card begins with: one sentence on what a country is on a day, since when, and how it came to be.

import {entry} from './lookup.mjs';
import {valueOn} from './runs.mjs';
import {longDate} from './words.mjs';

/** @import {IndexedFacts, Translate, UnitRow} from '../types' */

const JOINED = ['joined', 'in_force_founder'];
const AFTER_PARTNERSHIP = ['member', 'invitee', 'aspirant', 'suspended_partner'];

/**
 * The clauses of the sentence on a unit and a day: its status first, then what else answers.
 * @param {{facts: IndexedFacts, t: Translate}} from
 * @returns {(id: string, day: number) => string[]}
 */
export function createAnswers({facts, t}) {
  const doubt = (/** @type {string} */ text, isUnsure = false) => (isUnsure ? `${text} (${t('card.unsure')})` : text);
  const sizes = new Map(facts.rounds.flatMap(({units}) => units.map((id) => [id, units.length])));
  function roundOf(/** @type {UnitRow} */ {id, steps}) {
    const size = entry(sizes, id);
    const n = facts.words.numbers[size] ?? size;
    const founded = steps.some(({key}) => key === 'in_force_founder');
    return t(`answer.${founded ? 'founder' : size === 1 ? 'alone' : 'round'}`, {n});
  }
  return (id, day) => {
    const unit = entry(facts.units, id);
    if (unit.told) return [valueOn(unit.told, day)];
    const {status, since} = unit.on(day);
    const running = unit.bars.filter((bar) => bar.from <= day && (bar.to === null || day < bar.to));
    const ties = running.filter((bar) => bar.status === status);
    const isUnsure =
      ties.some(({start, unsure}) => start === since && unsure) ||
      (status === 'member' && unit.steps.some(({key, unsure}) => JOINED.includes(key) && unsure));
    const names = ties.map(({label}) => label).join(', ');
    const lead = doubt(t(`answer.${status}`, {date: longDate(since), ties: names}), isUnsure);
    const joined = unit.order > 0 && status === 'member';
    const [first] = unit.bars
      .filter((bar) => bar.status === 'partner' && bar.from <= day)
      .sort((a, b) => a.from - b.from);
    const isLate = first && AFTER_PARTNERSHIP.includes(status);
    const isOutside = unit.kind === 'country' && status !== 'member';
    return [
      joined ? `${lead}, ${roundOf(unit)}` : lead,
      isLate && doubt(t('answer.partner_from', {year: first.start.slice(0, 4)}), first.unsure),
      isOutside && t(unit.order ? 'answer.not_yet' : 'answer.never'),
    ].filter((clause) => typeof clause === 'string');
  };
}
