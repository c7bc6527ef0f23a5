// Which units a pattern covers.

/** Which units a bar of this kind covers on a day. */
const unitsWith = (facts, kind, day) =>
  [...facts.units.values()]
    .filter(({bars}) => bars.some((bar) => bar.kind === kind && bar.start <= day && (!bar.end || bar.end > day)))
    .map(({id}) => id);

/** Units that wear a member's colour outside the area of Article 6. */
const unitsOutside = (facts, year, day) =>
  facts.area
    .filter(({effect, start, end}) => effect === 'out_of_area' && start <= day && (!end || end > day))
    .flatMap(({units}) => units)
    .filter((id) => facts.units.get(id).statusIn(year) === 0);

/**
 * The units of an overlay in a year; `disputed` ground from the day of its change.
 * @param {any} facts
 * @param {string} overlay
 * @param {number} year
 * @returns {string[]}
 */
export function unitsOf(facts, overlay, year) {
  const {day} = facts.years.get(year);
  if (overlay === 'disputed') {
    return facts.disputed
      .filter(({style, start_on: start, end_on: end}) => style === 'hatched' && start <= day && (!end || end > day))
      .map(({unit}) => unit);
  }
  return overlay === 'area'
    ? unitsOutside(facts, year, day)
    : unitsWith(facts, {csto: 'csto', eu: 'eu', command: 'command_only'}[overlay], day);
}

/**
 * The units that wear an article's hatch in a year: each state it touches with all ground of that state and status.
 * @param {any} facts
 * @param {string} id
 * @param {number} year
 * @returns {string[]}
 */
export function unitsOfDraft(facts, id, year) {
  const touched = facts.drafts.get(id).unitsIn(year);
  const key = (unit) => `${unit.stateIn(year)} ${unit.statusIn(year)}`;
  const states = new Set(touched.map((unit) => key(facts.units.get(unit))));
  const named = new Set(touched);
  return [...facts.units.values()]
    .filter((unit) => named.has(unit.id) || (unit.kind !== 'country' && states.has(key(unit))))
    .map(({id: unit}) => unit);
}
