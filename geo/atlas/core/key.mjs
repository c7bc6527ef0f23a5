// Which rows the key of a map has, and in which order: the same as geo/drawing/key.py decides for pictures.
// tests/cases/key.json holds both to it.

/** @import {RawFacts} from '../payload' */
/**
 * @typedef {object} OnMap what stands on a map, as far as a key may have to explain it; what is left out is not there
 * @property {string[]} [layers] those that are on: what belongs to one that is off has no row, whatever the rest says
 * @property {Record<string, number>} [counts] how many states have each status
 * @property {Record<string, string>} [called] what statuses are called on that day; one that is left out, as always
 * @property {boolean} [land] whether there is land that is none of the units
 * @property {string[]} [joined] units outlined because they joined
 * @property {string[]} [here] the names of those whom the headline is about, where neither its words nor a colour tells
 * @property {string[]} [edge] of those whose names have no place on the map, though they reach into it
 * @property {string[]} [away] and of those of whom nothing is on it
 * @property {boolean} [as_part] whether they did as a part of a member, and no state did
 * @property {string[]} [outlined] names of what is outlined because it is pointed at
 * @property {string[]} [fronts] kinds of front line
 * @property {boolean} [soviet] whether they face the Soviet Union and the Pact, not Russia and the CSTO
 * @property {string} [moscow] the name of the state whose forces are those of the other camp
 * @property {boolean} [union] whether the European Union has followed the European Economic Community
 * @property {string[]} [nothing] the layers under which nothing lies on the day, wherever one looks
 * @property {Record<string, string[]>} [over] by overlay what lies under it: titles of ground in dispute, else units
 * @property {string} [laid_over] what the ground of the membership that is laid over is called
 * @property {string} [draft] the article whose reach is hatched
 * @property {string} [west_berlin] what its dot is called
 * @property {boolean} [berlin_covered] whether it tells of the three powers' guarantee
 * @property {string} [nearest] what St Petersburg is called, if lines lead from there and from Moscow to some land
 * @property {{stance: string, confidence: string, folded?: boolean}[]} [statements] the signs of statements; of those
 *   that are folded only the badge is seen
 * @property {boolean} [folded] whether several of them stand in one place as a badge
 * @property {boolean} [pinned] whether signs stand beside their places, each with a tail to it
 * @property {string[]} [said] the towns beyond the map in which statements were made whose signs stand at its edge
 * @property {boolean} [chosen] whether a ring is around the statement whose words are told
 * @property {boolean} [arcs] whether a line leads from a statement to whom it names
 * @property {{sign: string, camp: string}[]} [forces] the signs of forces
 * @property {boolean} [crowds] whether many of them stand folded, as their number
 */
/**
 * @typedef {{sign: string, word: string, names: string[], count: number, told: string, about: string}} KeyRow only a
 *   status has a count; `told` are words of its own in the place of those at `word`; at `about` are those around the
 *   words of a layer that shows nothing
 */
/**
 * @typedef {Pick<RawFacts, 'statuses' | 'glyphs' | 'force_signs' | 'camp_bars' | 'layers' | 'hatches'>} Orders of the
 *   signs of a kind
 */

const FRONTS = ['russia', 'bloc'];
const DISPUTES = ['disputed', 'dashed', 'undrawn'];

/**
 * @param {string} sign
 * @param {string} [word]
 * @param {string[]} [names]
 * @param {number} [count]
 * @param {string} [told]
 * @param {string} [about]
 * @returns {KeyRow}
 */
const row = (sign, word = `key.${sign}`, names = [], count = 0, told = '', about = '') => ({
  sign,
  word,
  names: [...new Set(names)],
  count,
  told,
  about,
});

/** What is said of a layer that is on and shows nothing. */
const aboutNothing = (/** @type {string} */ layer, /** @type {string[]} */ nothing = []) =>
  nothing.includes(layer) ? 'key.nobody' : 'key.beyond';

/** Where those are whom the headline is about. */
export const PLACES = /** @type {const} */ (['here', 'edge', 'away']);

/** @param {OnMap} onMap */
const joinedRows = ({joined = [], as_part: asPart, ...places}) => [
  ...(joined.length ? [row('joined', asPart ? 'key.joined_as_part' : 'key.joined')] : []),
  ...PLACES.filter((place) => places[place]?.length).map((place) => row(place, `key.${place}`, places[place])),
];

/**
 * @param {OnMap} onMap
 * @param {(name: string) => boolean} isOn
 */
const lineRows = ({outlined = [], fronts = [], soviet, nearest}, isOn) => [
  ...(outlined.length ? [row('outlined', 'key.outlined', outlined)] : []),
  ...FRONTS.filter((kind) => isOn('front') && fronts.includes(kind)).map((kind) =>
    row(`front_${kind}`, `key.front_${kind}_${soviet ? 'then' : 'now'}`),
  ),
  ...(isOn('nearest') && nearest ? [row('nearest', 'layer.nearest', [nearest])] : []),
];

/** @param {OnMap} onMap */
function berlinRow({west_berlin: title, berlin_covered: isCovered}) {
  const sign = isCovered ? 'west_berlin' : 'west_berlin_uncovered';
  return title ? [row(sign, `key.${sign}`, [title])] : [];
}

/**
 * @param {OnMap} onMap
 * @param {(name: string) => boolean} isOn
 * @param {string[]} hatches those of layers
 */
const groundRows = ({over = {}, laid_over: told, draft, union, nothing, ...of}, isOn, hatches) => [
  ...hatches
    .filter(isOn)
    .map((name) =>
      row(
        name,
        name === 'eu' && union ? 'key.eu_now' : `key.${name}`,
        [],
        0,
        '',
        over[name]?.length ? '' : aboutNothing(name, nothing),
      ),
    ),
  ...(told && nothing?.includes('over') ? [row('no_over', 'key.over', [told])] : []),
  ...(told && over.over?.length ? [row('over', 'key.over', [told])] : []),
  ...(draft && over.draft?.length ? [row('draft', `draft.${draft}`)] : []),
  ...DISPUTES.filter((name) => over[name]?.length).map((name) => row(name, `key.${name}`, over[name])),
  ...berlinRow(of),
];

/**
 * @param {OnMap} onMap
 * @param {string[]} stances
 */
function statementRows({statements = [], folded, said = [], chosen, arcs}, stances) {
  const seen = statements.filter((each) => !each.folded);
  return [
    ...stances
      .filter((stance) => seen.some((each) => each.stance === stance))
      .map((stance) => row(stance, `stance.${stance}.label`)),
    ...(seen.some(({confidence}) => confidence === 'contested') ? [row('contested')] : []),
    ...(folded && statements.length ? [row('badge')] : []),
    ...(said.length ? [row('said', 'key.said', said)] : []),
    ...(chosen && statements.length ? [row('chosen')] : []),
    ...(arcs && statements.length ? [row('arc')] : []),
  ];
}

/**
 * @param {OnMap} onMap
 * @param {string[]} signs
 * @param {string[]} camps
 */
const forceRows = ({forces = [], crowds, moscow, nothing}, signs, camps) => [
  ...(forces.length ? [] : [row(signs[0], 'layer.forces', [], 0, '', aboutNothing('forces', nothing))]),
  ...signs.filter((sign) => forces.some((each) => each.sign === sign)).map((sign) => row(sign, `force.sign.${sign}`)),
  ...camps
    .filter((camp) => forces.some((each) => each.camp === camp))
    .map((camp) => row(`camp_${camp}`, `force.bar.${camp}`, moscow && camp === 'moscow' ? [moscow] : [])),
  ...(crowds && forces.length ? [row('crowd')] : []),
];

const BEFORE_NUMBERS = ['land', 'joined', ...PLACES];

/**
 * How many rows stand before those of the numbers on the map: the fills, and what tells who joined.
 * @param {Pick<KeyRow, 'sign' | 'count'>[]} rows
 */
export function rowsBeforeNumbers(rows) {
  const at = rows.findIndex(({sign, count}) => !count && !BEFORE_NUMBERS.includes(sign));
  return at < 0 ? rows.length : at;
}

/**
 * The rows of the key of a map: the fills that somebody has, then only what stands on the map beside them.
 * @param {OnMap} onMap
 * @param {Orders} orders
 * @returns {KeyRow[]}
 */
export function keyRows(onMap, {statuses, glyphs, force_signs: signs, camp_bars: camps, ...ordered}) {
  const hatches = ordered.layers.filter((name) => name in ordered.hatches);
  const {layers = [], counts = {}, called = {}, land} = onMap;
  const isOn = (/** @type {string} */ name) => layers.includes(name);
  return [
    ...statuses
      .filter((status) => counts[status])
      .map((status) => row(status, `status.${status}.label`, [], counts[status], called[status])),
    ...(land ? [row('land')] : []),
    ...joinedRows(onMap),
    ...lineRows(onMap, isOn),
    ...groundRows(onMap, isOn, hatches),
    ...statementRows(onMap, Object.keys(glyphs)),
    ...(isOn('forces') ? forceRows(onMap, Object.keys(signs), Object.keys(camps)) : []),
    ...(onMap.pinned ? [row('pin')] : []),
  ];
}
