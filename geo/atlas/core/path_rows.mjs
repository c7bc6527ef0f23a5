// The bars of a country's path, sorted into rows.

/** @import {Bar} from '../types' */

/**
 * Bars grouped into rows of one kind, in the order in which the kinds begin.
 * @param {Bar[]} bars
 * @returns {{label: string, kind: string, bars: Bar[]}[]}
 */
export function stripRows(bars) {
  const rows = new Map();
  for (const bar of bars) {
    if (!rows.has(bar.kind)) rows.set(bar.kind, {label: bar.label, kind: bar.kind, bars: []});
    rows.get(bar.kind).bars.push(bar);
  }
  return [...rows.values()].sort((a, b) => (a.bars[0].start < b.bars[0].start ? -1 : 1));
}
