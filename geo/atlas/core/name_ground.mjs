// What lies under the box of a name: the ground of its country, that of others, the sea.

import {isNumber, mustBeWritten} from './name_forms.mjs';

/** @import {Form, Wish} from './name_forms.mjs' */
/** @import {Box, Sheet, Table} from './name_layout.mjs' */
/** @import {Limits} from './name_limits.mjs' */

const COLUMNS = 9; // what lies under a box is asked at so many points across,
const ROWS = 3; // and so many down a line
const SLACK = 0.18; // of its size, above and below, a name's box is higher than its letters
const SPRAWL = 0.12; // of a name that need not be written lies where its ink cannot be seen, at most,
export const OF_NEWS = 0.25; // and of that of who joined, whose outline is seen all the same
const ALL = new Set([1]);
const COVERED = 0.4; // of the ground of others lies under a name, at most
const OFF_ISLES = 0.15; // of its size, on all sides of letters, lies no isle of others: it would be an accent on a name
const SHORE = 0.3; // of its size a name at sea keeps from all land, unless it must stand

/**
 * Whether enough of the points of a box lie on the ground of its country, and few on that of others.
 * @param {Box} box
 * @param {number} lines
 * @param {ReadonlySet<number>} ground
 * @param {(x: number, y: number) => number} under
 * @param {(own: number, foreign: number, sea: number, all: number) => boolean} isEnough asked after each row
 */
export function isUnder({x, y, w, h}, lines, ground, under, isEnough) {
  const rows = ROWS * lines;
  let [own, foreign, sea] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const at = under(x + ((column + 0.5) / COLUMNS) * w, y + ((row + 0.5) / rows) * h);
      if (at === 0) sea += 1;
      else if (ground.has(at)) own += 1;
      else foreign += 1;
    }
    if (!isEnough(own, foreign, sea, COLUMNS * rows)) return false;
  }
  return true;
}

/**
 * At how many of the points of a box the ground of its country lies, that of others, the sea.
 * @param {Box} box
 * @param {number} lines
 * @param {ReadonlySet<number>} ground
 * @param {(x: number, y: number) => number} under
 */
export function countUnder(box, lines, ground, under) {
  const found = {own: 0, foreign: 0, sea: 0};
  isUnder(box, lines, ground, under, (own, foreign, sea) => {
    [found.own, found.foreign, found.sea] = [own, foreign, sea];
    return true;
  });
  return found;
}

/**
 * Whether a box covers most of the ground of another, where that is so small.
 * @param {Box} box
 * @param {number} lines
 * @param {ReadonlySet<number>} own
 * @param {Sheet['under']} under
 */
export function coversOthers(box, lines, own, under) {
  const areas = new Map();
  const each = (box.w * box.h) / (COLUMNS * ROWS * lines);
  const asked = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = under(x, y);
    if (at !== 0 && !own.has(at)) areas.set(at, (areas.get(at) ?? 0) + each);
    return at;
  };
  countUnder(box, lines, own, asked);
  return [...areas].some(([ground, area]) => area > COVERED * under.areaOf(new Set([ground])));
}

/** Whether a box has its middle in its country and lies there within limits. */
export const liesIn = (
  /** @type {Box} */ box,
  /** @type {number} */ lines,
  /** @type {Wish} */ {own: ground},
  /** @type {Sheet['under']} */ under,
  /** @type {Limits} */ {own: least, foreign: most},
) =>
  ground.has(under(box.x + box.w / 2, box.y + box.h / 2)) &&
  isUnder(
    box,
    lines,
    ground,
    under,
    (_, foreign, sea, all) => foreign <= most * all && sea + foreign <= (1 - least) * all,
  );

/**
 * The box of a form around its middle, and so many px more above and below, and aside.
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {number} [pad]
 * @param {number} [aside]
 * @returns {Box}
 */
export const boxAround = ({width, height}, x, y, pad = 0, aside = pad) => ({
  x: x - width / 2 - aside,
  y: y - height / 2 - pad,
  w: width + 2 * aside,
  h: height + 2 * pad,
});

/**
 * Whether more than a part of a name lies where the ink of its country cannot be seen: where another's fill is strong
 * and its own is not, or the other way round.
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {Wish} wish
 * @param {Pick<Table, 'strong' | 'sheet'>} table
 * @param {number} [part]
 */
export const isAstray = (form, x, y, {strong: isStrong = false}, {strong, sheet: {under}}, part = 0) =>
  !isUnder(
    boxAround(form, x, y),
    form.lines.length,
    ALL,
    (px, py) => (strong.has(under(px, py)) === isStrong ? 0 : 1),
    (unseen, _foreign, _sea, all) => unseen <= part * all,
  );

/**
 * Whether so much of a name that need not be written lies there: it would need wide ground of its own, which falsifies
 * coasts and wipes out borders.
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {Wish} wish
 * @param {Table} table
 */
export const sprawls = (form, x, y, wish, table) =>
  !mustBeWritten(wish) && isAstray(form, x, y, wish, table, wish.joined ? OF_NEWS : (table.sprawl ?? SPRAWL));

/** What the letters of a form cover around its middle, and so many px more aside. */
export const lettersAround = (/** @type {Form} */ form, /** @type {number} */ x, /** @type {number} */ y, aside = 0) =>
  boxAround(form, x, y, -SLACK * form.pixels, aside);

/**
 * Whether a name lies at sea, and its letters upon no isle of others however small: its ink cannot be read on land.
 * @param {Pick<Wish, 'must' | 'own'>} wish
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {Sheet['under']} under
 */
export function liesAtSea({must, own}, form, x, y, under) {
  const box = boxAround(form, x, y, must ? 0 : SHORE * form.pixels);
  const isDry = isUnder(box, form.lines.length, own, under, (mine, foreign) => mine + foreign === 0);
  const off = isNumber(form) ? 0 : OFF_ISLES;
  return isDry && !under.hasOthers(boxAround(form, x, y, (off - SLACK) * form.pixels, off * form.pixels), own);
}

/**
 * Whether some ground lies under a box around a middle and so many px more on each side, but for what is `slack` above
 * and below, up to its very edge.
 * @param {Form} form
 * @param {number} x
 * @param {number} y
 * @param {number} pad
 * @param {Sheet['under']} under
 * @param {(ground: number) => boolean} isAsked
 * @param {number} [slack]
 */
function touches({width, height, lines}, x, y, pad, under, isAsked, slack = 0) {
  const [half, tall, rows] = [width / 2 + pad, height / 2 + pad - slack, ROWS * lines.length];
  for (let row = -rows; row <= rows; row += 1)
    for (let column = -COLUMNS; column <= COLUMNS; column += 1)
      if (isAsked(under(x + (column / COLUMNS) * half, y + (row / rows) * tall))) return true;
  return false;
}

/** Whether no ground but its `own`, or the sea, lies under the box of a name and so many px more on each side. */
export const isFarFromOthers = (
  /** @type {Form} */ form,
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {number} */ pad,
  /** @type {ReadonlySet<number>} */ own,
  /** @type {Sheet['under']} */ under,
) => !touches(form, x, y, pad, under, (ground) => ground !== 0 && !own.has(ground));

/** Whether letters of a name lie over ground that it spares. */
export const isOverSpared = (
  /** @type {ReadonlySet<number> | undefined} */ spared,
  /** @type {Form} */ form,
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {Sheet['under']} */ under,
) => Boolean(spared?.size && touches(form, x, y, 0, under, (ground) => spared.has(ground), SLACK * form.pixels));
