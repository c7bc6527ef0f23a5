// The bars of a country's path, sorted into rows.

/** @import {Bar} from '../types' */

/**
 * Bars grouped into rows of one kind, in the order in which the kinds begin.
 * @param {Bar[]} bars
 * @returns {{label: string, kind: string, bars: Bar[]}[]}
 */
export function stripRows(bars) {
  /** @type {Map<string, {label: string, kind: string, bars: Bar[]}>} */
  const rows = new Map();
  for (const bar of bars) {
    const row = rows.get(bar.kind);
    if (row) row.bars.push(bar);
    else rows.set(bar.kind, {label: bar.label, kind: bar.kind, bars: [bar]});
  }
  return [...rows.values()].sort((a, b) => (a.bars[0].start < b.bars[0].start ? -1 : 1));
}
