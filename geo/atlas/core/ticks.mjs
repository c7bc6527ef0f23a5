// How the ticks of the timeline are labelled, so that labels leave each other room.

const FULL = 3.1; // years of track that a label such as 1952 needs to itself
const SHORT = 2.2; // and one such as ’52

/**
 * The label of each tick: in full, with two digits, or none, as its neighbour to the left leaves room; `size` makes
 * labels larger.
 * @param {number[]} years
 * @param {number} [size]
 * @returns {{year: number, label: string}[]}
 */
export function tickLabels(years, size = 1) {
  let last = -Infinity;
  return years.map((year) => {
    const gap = year - last;
    if (gap < SHORT * size) return {year, label: ''};
    last = year;
    return {year, label: gap < 2 * FULL * size && gap !== Infinity ? `’${String(year).slice(2)}` : String(year)};
  });
}
