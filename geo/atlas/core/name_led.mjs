// Names that must stand, for which not even a number has room: a line leads to them, unless it is too long.
// geo/drawing/name_led.py has the same rule; tests/cases/name_led.json holds the two together.

/** @import {Wish} from './name_forms.mjs' */
/** @import {Place} from './name_layout.mjs' */
/** @import {Listed} from './name_numbers.mjs' */
/** @typedef {{places: Place[], listed: Listed[]}} Laid names as they stand, and the list of the others */

const MOST_TIMES = 2; // names are laid out again: a step waits for it
const MOST_LED = 6; // more lines would be a web over names
// Times the size of its letters; a longer line leads to where one would not look for its country.
const FAR = 10;

/** @param {Place} place */
const isFar = ({leader, pixels}) =>
  leader ? Math.hypot(leader[2] - leader[0], leader[3] - leader[1]) > FAR * pixels : false;

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
 * The names laid out, and again without a number for those lost, while that leaves fewer to be sought in vain. Whose
 * line would be too long stays without a name.
 * @param {Wish[]} wishes
 * @param {(wishes: Wish[]) => Laid} lay
 * @returns {Laid}
 */
export function withLed(wishes, lay) {
  let best = lay(wishes);
  let lost = lostOf(wishes, best);
  /** @type {Set<string>} */
  const far = new Set();
  /** @type {Set<string>} */
  let led = new Set();
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const asked = new Set([...led, ...lost].filter((id) => !far.has(id)));
    const isNew = [...asked, ...led].some((id) => !asked.has(id) || !led.has(id));
    if (!asked.size || !isNew || asked.size > MOST_LED) break;
    led = asked;
    const again = lay(wishes.map((wish) => (led.has(wish.id) ? {...wish, number: ''} : wish)));
    const tooFar = again.places.filter((place) => led.has(place.id) && isFar(place));
    for (const {id} of tooFar) far.add(id);
    if (tooFar.length) continue;
    const standing = new Set(again.places.map(({id}) => id));
    const left = new Set([...lostOf(wishes, again), ...[...led].filter((id) => !standing.has(id))]);
    if (left.size >= lost.size) break;
    [best, lost] = [again, left];
  }
  return best;
}
