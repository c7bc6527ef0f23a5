// What stands along the track of the timeline: a tick for each round, a column of dashes for a year's statements, eras.

import {tickLabels} from '../core/ticks.mjs';
import {h, s} from '../dom.mjs';

/** @import {Facts} from '../types' */

const LARGE = 2.8; // times the room of a label, where a class reads from the back row

/**
 * How far along the track a year stands, from 0 to 1, to five places.
 * @param {number} years since the first
 * @param {Pick<Facts, 'first' | 'last'>} facts
 */
export const shareOfTrack = (years, {first, last}) => (years / (last - first)).toFixed(5);

const placeOf = (/** @type {number} */ year, /** @type {Facts} */ facts) =>
  `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${shareOfTrack(year - facts.first, facts)})`;

/** @param {Facts} facts @returns {HTMLElement[]} */
export function roundTicks(facts) {
  const rounds = facts.rounds.map(({year}) => year);
  const large = tickLabels(rounds, LARGE);
  return tickLabels(rounds).map(({year, label}, i) =>
    h(
      'span',
      {class: 'tick', style: {left: placeOf(year, facts)}, 'data-large': large[i].label},
      label && h('span', {}, label),
    ),
  );
}

/** @param {Facts} facts @returns {HTMLElement[]} */
export function statementColumns(facts) {
  return facts.yearsOfStatements.map((year) =>
    h(
      'span',
      {class: 'column', style: {left: placeOf(year, facts)}},
      s(
        'svg',
        {width: 7, height: 44, viewBox: '0 0 7 44'},
        facts
          .statementsOf(year)
          .map(({stance}, i) =>
            s('rect', {class: 'dash', 'data-stance': stance, x: 0.5, y: 41 - i * 2.8, width: 6, height: 2}),
          ),
      ),
    ),
  );
}

/** @param {Facts} facts @returns {HTMLElement[]} */
export function eraBands(facts) {
  return facts.eras.map(({from, to, key, label}) => {
    const width = `calc((100% - var(--thumb)) * ${shareOfTrack(Math.min(to, facts.last) - from, facts)})`;
    return h('span', {class: 'era', 'data-era': key, style: {left: placeOf(from, facts), width}}, h('span', {}, label));
  });
}
