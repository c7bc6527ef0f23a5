// Which statements a state of the atlas asks for.

/**
 * Statements of a year as the state asks for them: the main ones or all; the open one always, whatever its year.
 * @param {any} facts
 * @param {{year: number, all: boolean, statement: string | null}} state
 * @returns {any[]}
 */
export function shownStatements(facts, {year, all, statement}) {
  const made = (facts.statementsIn.get(year) ?? []).filter(({lean, id}) => all || lean || id === statement);
  const open = statement && facts.statements.get(statement);
  return open && open.year !== year ? [...made, open] : made;
}
