// Which statements a state of the atlas asks for.

/** @import {IndexedFacts, State, Statement} from '../types' */

/**
 * Statements of the year of a day as the state asks for them: the main ones or all, the open one among them.
 * @param {Pick<IndexedFacts, 'statementsOf' | 'yearOf' | 'statements'>} facts
 * @param {Pick<State, 'day' | 'all' | 'statement'>} state
 * @returns {Statement[]}
 */
export function statementsOfYear(facts, {day, all, statement}) {
  return facts.statementsOf(facts.yearOf(day)).filter(({lean, id}) => all || lean || id === statement);
}

/**
 * The statements that stand on the map of a day: what had been said in that year by then; the open one always.
 * @param {Pick<IndexedFacts, 'statementsOf' | 'yearOf' | 'statements'>} facts
 * @param {Pick<State, 'day' | 'all' | 'statement'>} state
 * @returns {Statement[]}
 */
export function statementsOnMap(facts, state) {
  const said = statementsOfYear(facts, state).filter(({day}) => day <= state.day);
  const open = state.statement && facts.statements.get(state.statement);
  return open && !said.includes(open) ? [...said, open] : said;
}
