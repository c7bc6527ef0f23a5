// Names that must stand, for which not even a number has room: a line leads to them, if it need not be
// too long. geo/drawing/name_led.py has the same rule; tests/cases/name_led.json holds the two together.

/** @import {Wish} from './name_forms.mjs' */
/** @import {Place} from './name_layout.mjs' */
/** @import {Listed} from './name_numbers.mjs' */
/** @typedef {{places: Place[], listed: Listed[]}} Laid names as they stand, and the list of the others */

const MOST_TIMES = 2; // names are laid out again: a step waits for it
const MOST_LED = 6; // more lines would be a web over names

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
 * The names laid out, and again with lines rather than numbers for those lost, while that leaves fewer lost.
 * @param {Wish[]} wishes
 * @param {(wishes: Wish[]) => Laid} lay
 * @returns {Laid}
 */
export function withLed(wishes, lay) {
  let best = lay(wishes);
  let lost = lostOf(wishes, best);
  /** @type {Set<string>} */
  let led = new Set();
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const asked = new Set([...led, ...lost]);
    if (asked.size === led.size || asked.size > MOST_LED) break;
    led = asked;
    const again = lay(wishes.map((wish) => (led.has(wish.id) ? {...wish, led: true} : wish)));
    const left = lostOf(wishes, again);
    if (left.size >= lost.size) break;
    [best, lost] = [again, left];
  }
  return best;
}
