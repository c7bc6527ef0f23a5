// Names that must stand, for which not even a number has room: a line leads to them, however far.
// geo/drawing/name_led.py has the same rule; tests/cases/name_led.json holds the two together.

/** @import {Wish} from './name_forms.mjs' */
/** @import {Place} from './name_layout.mjs' */
/** @import {Listed} from './name_numbers.mjs' */
/** @typedef {{places: Place[], listed: Listed[]}} Laid names as they stand, and the list of the others */

/**
 * Those that must stand, and are but told at the end of the list. Who joined is found by the gold, and one whose middle
 * is out of sight has no line.
 * @param {Wish[]} wishes
 * @param {Laid} laid
 */
function lostOf(wishes, {listed}) {
  const told = new Set(listed.filter(({number}) => !number).map(({text}) => text));
  const lost = wishes.filter(({must, joined, inland, text}) => must && !joined && !inland && told.has(text));
  return new Set(lost.map(({id}) => id));
}

/**
 * The names laid out, once more without a number for those lost, where that leaves fewer to be sought in vain.
 * @param {Wish[]} wishes
 * @param {(wishes: Wish[]) => Laid} lay
 * @returns {Laid}
 */
export function withLed(wishes, lay) {
  const found = lay(wishes);
  const lost = lostOf(wishes, found);
  if (!lost.size) return found;
  const again = lay(wishes.map((wish) => (lost.has(wish.id) ? {...wish, number: ''} : wish)));
  const standing = new Set(again.places.map(({id}) => id));
  const left = lostOf(wishes, again).size + [...lost].filter((id) => !standing.has(id)).length;
  return left < lost.size ? again : found;
}
