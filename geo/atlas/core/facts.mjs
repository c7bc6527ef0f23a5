// The facts, indexed once, so that a step only looks things up.

/**
 * Runs [[year, status, state, since], ...] spread over the years: one run for each year of the atlas.
 * @template {[number, ...any[]]} Run
 * @param {Run[]} runs
 * @param {number} first
 * @param {number} last
 * @returns {Run[]}
 */
export function spreadRuns(runs, first, last) {
  const spread = [];
  let at = 0;
  for (let year = first; year <= last; year += 1) {
    while (at + 1 < runs.length && runs[at + 1][0] <= year) at += 1;
    spread.push(runs[at]);
  }
  return spread;
}

/**
 * Statements by year, in the order of the table; those from before the first year appear in it.
 * @param {{year: number}[]} statements
 * @returns {Map<number, any[]>}
 */
export function groupByYear(statements) {
  const byYear = new Map();
  for (const statement of statements) {
    if (!byYear.has(statement.year)) byYear.set(statement.year, []);
    byYear.get(statement.year).push(statement);
  }
  return byYear;
}

/**
 * The facts as they come from the server, with their rows by id and the questions that are asked of them.
 * @param {any} facts
 */
export function indexFacts(facts) {
  const {first, last} = facts;
  const units = new Map();
  for (const unit of facts.units) {
    const runs = spreadRuns(unit.runs, first, last);
    units.set(unit.id, {
      ...unit,
      statusIn: (year) => runs[year - first][1],
      stateIn: (year) => runs[year - first][2],
      sinceIn: (year) => runs[year - first][3],
      relationIn: (year) => runs[year - first][4],
    });
  }
  const statements = new Map(facts.statements.map((statement) => [statement.id, statement]));
  const answersTo = new Map();
  for (const {id, reply_to: to} of facts.statements) if (to) answersTo.set(to, [...(answersTo.get(to) ?? []), id]);
  const drafts = new Map(
    facts.drafts.map((draft) => {
      const runs = spreadRuns(draft.runs, first, last);
      return [draft.id, {...draft, unitsIn: (year) => runs[year - first][1]}];
    }),
  );
  const years = new Map(facts.years.map((year) => [year.year, year]));
  // Within one state no border is drawn; a dependency or colony has its own coast and no border to hide.
  const borderHidden = (a, b, year) => units.get(a).stateIn(year) === units.get(b).stateIn(year);
  const theName = (code) =>
    facts.words.with_article.includes(facts.states[code]) ? `the ${facts.states[code]}` : facts.states[code];
  return {
    ...facts,
    units,
    statements,
    answersTo,
    years,
    drafts,
    borderHidden,
    statementsIn: groupByYear(facts.statements),
    changeYears: facts.years.filter((year) => year.joined.length || year.area).map((year) => year.year),
    stateName: (code) => facts.states[code] ?? code,
    /** A state as it stands in a sentence: "the Soviet Union". */
    theName,
    theStateOf: (id, year) => theName(units.get(id).stateIn(year)),
    /** How a unit belonged to another state in a year: 'part', 'colony', 'dependency', ...; empty where it was its own. */
    relationIn: (id, year) =>
      facts.names[`${id}|${units.get(id).stateIn(year)}`] ? '' : units.get(id).relationIn(year),
    /** A unit's name in a year: the state's where that is another name for the same ground (West Germany). */
    nameIn: (id, year) => facts.names[`${id}|${units.get(id).stateIn(year)}`] ?? units.get(id).name,
  };
}
