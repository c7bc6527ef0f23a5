// Where everything along the timeline stands at a width, so that nothing collides and nothing is cut. Lengths in px;
// `measure` gives the width of a text.

/** @typedef {(text: string) => number} Measure */
/** @typedef {{x: number, w: number}} Span its middle and its width */
/** @typedef {{year: number, joined: number, left: number}} Round how many joined and left in a year */
/** @typedef {Span & {years: number[], poles: number[], label: string}} Flag of one round or of several */
/** @typedef {{key: string, from: number, to: number, labels: string[], says: string}} Era longest name first */
/** @typedef {{year: number, n: number}} Bar how many statements a year has */
/** @typedef {{first: number, last: number, width: number, thumb: number}} Track */

const DECADES = [10, 20, 50, 100];
const LABEL_GAP = 8; // between two labels of the axis
const FLAG_PAD = 10; // around the words of a flag
const FLAG_GAP = 3;
const LEAST_TARGET = 24; // what a finger can hit
const MOST_NUDGE = 9; // a flag stands so far beside its pole, at most: it still covers it
const ERA_PAD = 5;
const [LEAST_BAR, MOST_BAR, BAR_SHARE] = [2, 11, 0.62];

/**
 * Where a year stands on the track.
 * @param {Track} track
 * @returns {(year: number) => number}
 */
export const placeOf =
  ({first, last, width, thumb}) =>
  (year) =>
    thumb / 2 + ((width - thumb) * (year - first)) / (last - first);

/**
 * A tick for each decade; as many of them have their label as have room, at even steps and in full.
 * @param {Track} track
 * @param {Measure} measure
 * @returns {(Span & {year: number, label: string})[]}
 */
export function decadeTicks(track, measure) {
  const {first, last, width} = track;
  const at = placeOf(track);
  const w = measure('0000');
  const step = DECADES.find((years) => at(first + years) - at(first) >= w + LABEL_GAP) ?? Infinity;
  const years = [];
  for (let year = Math.ceil(first / 10) * 10; year <= last; year += 10) years.push(year);
  return years.map((year) => {
    const x = at(year);
    const isLabelled = year % step === 0 && x - w / 2 >= 0 && x + w / 2 <= width;
    return {year, x, w, label: isLabelled ? String(year) : ''};
  });
}

/**
 * Places in a row, each as near to where it wants to be as the others allow; all between `low` and `high`.
 * @param {Span[]} wanted in order
 * @param {number} low
 * @param {number} high
 * @returns {number[]}
 */
function spread(wanted, low, high) {
  /** @type {{members: {offset: number}[], length: number, middle: number}[]} */
  const blocks = [];
  for (const {x, w} of wanted) {
    let block = {members: [{offset: w / 2}], length: w, middle: x};
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (before.middle + before.length / 2 + FLAG_GAP <= block.middle - block.length / 2) break;
      blocks.pop();
      const shift = before.length + FLAG_GAP;
      const members = [...before.members, ...block.members.map(({offset}) => ({offset: offset + shift}))];
      const length = shift + block.length;
      // The middle at which its members are, together, nearest to where they want to be.
      const wants = [before.middle - before.length / 2, block.middle - block.length / 2 - shift];
      const start = (wants[0] * before.members.length + wants[1] * block.members.length) / members.length;
      block = {members, length, middle: start + length / 2};
    }
    const half = block.length / 2;
    block.middle = Math.max(low + half, Math.min(high - half, block.middle));
    blocks.push(block);
  }
  return blocks.flatMap(({members, length, middle}) => members.map(({offset}) => middle - length / 2 + offset));
}

/**
 * How many joined and how many left, each with its sign: `+10`, `−1`, `+1 −2`; nothing for none.
 * @param {number} joined
 * @param {number} left
 */
export const signed = (joined, left) => [joined && `+${joined}`, left && `−${left}`].filter(Boolean).join(' ');

/**
 * What a shared flag tells of one of its rounds.
 * @param {number} year
 * @param {string} count
 */
export const ofOne = (year, count) => `${year}: ${count}`;

/**
 * A flag for each round; those too close for two have one, with the sum on it, a pole for each year and room to tell of
 * one of them.
 * @param {Round[]} rounds
 * @param {Track} track
 * @param {Measure} measure
 * @returns {Flag[]}
 */
export function flagsOf(rounds, track, measure) {
  const at = placeOf(track);
  let groups = rounds.map(({year, ...turned}) => ({years: [year], ...turned}));
  for (;;) {
    const wanted = groups.map(({years, joined, left}) => {
      const poles = years.map(at);
      const label = signed(joined, left);
      const longest = years.length > 1 ? ofOne(years[0], label) : label;
      const w = Math.max(LEAST_TARGET, measure(longest) + FLAG_PAD, poles[poles.length - 1] - poles[0] + FLAG_PAD);
      const middle = (poles[0] + poles[poles.length - 1]) / 2;
      // At an end of the track it covers its poles from farther aside: no neighbour is in its way.
      return {years, poles, label, w, x: Math.max(w / 2, Math.min(track.width - w / 2, middle))};
    });
    const places = spread(wanted, 0, track.width);
    const isNear = wanted.every(({x}, i) => Math.abs(places[i] - x) <= MOST_NUDGE);
    const edges = [...places.slice(1).map((x, i) => x - wanted[i + 1].w / 2 - FLAG_GAP), track.width];
    const isApart = places.every((x, i) => x + wanted[i].w / 2 <= edges[i] + 0.05);
    if (groups.length < 2 || (isNear && isApart)) return wanted.map((flag, i) => ({...flag, x: places[i]}));
    const gaps = wanted.slice(1).map(({x, w}, i) => x - w / 2 - wanted[i].x - wanted[i].w / 2);
    const closest = gaps.indexOf(Math.min(...gaps));
    groups = groups.flatMap((group, i) => {
      if (i === closest + 1) return [];
      if (i !== closest) return [group];
      const next = groups[i + 1];
      const years = [...group.years, ...next.years];
      return [{years, joined: group.joined + next.joined, left: group.left + next.left}];
    });
  }
}

/**
 * The bands of the eras, each with the longest of its names that fits; none rather than a part of one.
 * @param {Era[]} eras
 * @param {Track} track
 * @param {Measure} measure
 * @returns {{key: string, left: number, w: number, label: string, says: string}[]} `says` is what an era tells
 */
export function eraBands(eras, track, measure) {
  const at = placeOf(track);
  return eras.map(({key, from, to, labels, says}) => {
    const left = at(from);
    const w = at(Math.min(to, track.last)) - left;
    const label = labels.find((each) => measure(each) + 2 * ERA_PAD <= w) ?? '';
    return {key, left, w, label, says};
  });
}

/**
 * The bars of the chart: their middles and one width, and how many px a statement is high.
 * @param {Bar[]} bars
 * @param {Track} track
 * @param {number} height of the chart
 * @returns {{bars: (Bar & {x: number})[], w: number, unit: number}}
 */
export function barsOf(bars, track, height) {
  const at = placeOf(track);
  const pitch = at(track.first + 1) - at(track.first);
  const most = Math.max(1, ...bars.map(({n}) => n));
  return {
    bars: bars.map((bar) => ({...bar, x: at(bar.year)})),
    w: Math.max(LEAST_BAR, Math.min(MOST_BAR, Math.round(pitch * BAR_SHARE))),
    unit: height / most,
  };
}

/**
 * How far the words over the chart may reach: to the first bar that comes up to their line.
 * @param {ReturnType<typeof barsOf>} chart
 * @param {number} width
 * @param {number} free how high a bar may be under the words
 */
export function captionRoom({bars, w, unit}, width, free) {
  const first = bars.find(({n}) => n * unit > free);
  return first ? first.x - w / 2 - LABEL_GAP : width;
}

/**
 * The bar that a finger or a pointer means: the nearest within reach.
 * @param {Bar[] & {x: number}[]} bars
 * @param {number} x
 * @returns {number | null} its year
 */
export function barNear(bars, x) {
  let [nearest, best] = [/** @type {number | null} */ (null), LEAST_TARGET / 2];
  for (const {year, x: middle} of bars) {
    const distance = Math.abs(middle - x);
    if (distance <= best) [nearest, best] = [year, distance];
  }
  return nearest;
}
