// Which names fit on the map, how large, and where. Boxes in, boxes out, in px.

/** @import {Size} from './camera.mjs' */
/** @typedef {{x: number, y: number, w: number, h: number}} Box */
/**
 * @typedef {{id: string, x: number, y: number, room: number, width: number, height: number, must: boolean}} Candidate
 */

const PAD = 3;
const TWO_LINES = 0.86; // of the room is left to two lines, for the shape narrows
const BOLD = 1.12; // times the size of the others are the names of those who joined

export const meet = (/** @type {Box} */ a, /** @type {Box} */ b) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/**
 * A name of several words on two lines of about the same length; one word stays on one line.
 * @param {string} text
 * @returns {string[]}
 */
export function breakName(text) {
  const words = text.split(' ');
  if (words.length < 2) return [text];
  const breaks = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  return breaks.reduce((best, lines) =>
    Math.max(...lines.map((l) => l.length)) < Math.max(...best.map((l) => l.length)) ? lines : best,
  );
}

/**
 * A name as its country's room lets it stand: on two lines where it is too long, and smaller down to `least` of its
 * size.
 * @param {string} text
 * @param {{must: boolean, room: number, base: number, least: number}} bounds `base` is the size of a name
 * @param {(line: string, pixels: number) => number} measure
 * @returns {{lines: string[], pixels: number, room: number, width: number, height: number}}
 */
export function fitName(text, {must, room, base, least}, measure) {
  const widthAt = (/** @type {string[]} */ lines, /** @type {number} */ pixels) =>
    Math.max(...lines.map((line) => measure(line, pixels)));
  let pixels = must ? base * BOLD : base;
  let lines = [text];
  if (!must && widthAt(lines, pixels) > room) {
    lines = breakName(text);
    pixels *= Math.max(least, Math.min(1, room / widthAt(lines, pixels)));
  }
  return {
    lines,
    pixels,
    room: room * (lines.length > 1 ? TWO_LINES : 1),
    width: widthAt(lines, pixels),
    height: pixels * (lines.length > 1 ? 2.1 : 1.1),
  };
}

/**
 * How far from its middle a name may stand, the nearest places first.
 * @param {Candidate} name
 */
function triesOf({must, width, room, height: away}) {
  const spare = (room - width) / 3; // a wide country has room beside its middle
  if (!must)
    return [
      [0, 0],
      [0, -away * 0.5],
      [0, away * 0.5],
      [spare, 0],
      [-spare, 0],
    ];
  return [
    [0, 0],
    [0, -away * 0.7],
    [0, away * 0.7],
    [width * 0.45, 0],
    [-width * 0.45, 0],
    [0, -away * 1.4],
    [0, away * 1.4],
    [width * 0.6, away],
    [-width * 0.6, -away],
    [width * 0.6, -away],
    [-width * 0.6, away],
  ];
}

/**
 * The box of a name around a point.
 * @param {{width: number, height: number}} name
 * @param {number} x
 * @param {number} y
 */
const boxAt = ({width, height}, x, y) => ({
  x: x - width / 2 - PAD,
  y: y - height / 2 - PAD,
  w: width + 2 * PAD,
  h: height + 2 * PAD,
});

/**
 * Place names greedily, the important first. x, y of a candidate is where its middle would like to be, `room` the width
 * its country offers there. A name that `must` stand (who joined this year) tries places around; another that does not
 * fit its country or meets a placed box stays away. `blocked` are boxes already taken.
 * @param {Candidate[]} candidates
 * @param {Box[]} blocked
 * @param {Size} bounds
 * @returns {{id: string, x: number, y: number}[]}
 */
export function placeNames(candidates, blocked, bounds) {
  const taken = [...blocked];
  const placed = [];
  const order = [...candidates].sort((a, b) => (b.must ? 1 : 0) - (a.must ? 1 : 0) || b.room - a.room);
  for (const name of order) {
    if (!name.must && name.width > name.room) continue;
    for (const [dx, dy] of triesOf(name)) {
      const box = boxAt(name, name.x + dx, name.y + dy);
      const inside = box.x >= 0 && box.y >= 0 && box.x + box.w <= bounds.width && box.y + box.h <= bounds.height;
      if (!inside || taken.some((other) => meet(other, box))) continue;
      taken.push(box);
      placed.push({id: name.id, x: name.x + dx, y: name.y + dy});
      break;
    }
  }
  return placed;
}
