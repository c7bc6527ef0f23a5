// A country as it is read out: what it is, who borders on it, who lies around it on the map. Pure.

import {entry} from '../core/lookup.mjs';
import {valueOn} from '../core/runs.mjs';

/** @import {Describe, EarData, IndexedFacts, Status, Translate} from '../types' */
/** @typedef {'left' | 'right' | 'up' | 'down'} Side */

/** @type {Side[]} */
export const SIDES = ['left', 'right', 'up', 'down'];

const SOVIET_UNION = 'SUN';
const DISPUTES = /** @type {const} */ (['disputed', 'dashed', 'undrawn']);
const inOrder = (/** @type {string[]} */ [one], /** @type {string[]} */ [other]) => one.localeCompare(other, 'en');

/**
 * Who borders on the country of a unit on a day: states from outside, and what lies beside it inside its own.
 * @param {IndexedFacts} facts
 * @param {string[]} borders
 * @param {string} id
 * @param {number} day
 */
function bordersOf(facts, borders, id, day) {
  const own = facts.openedBy(id, day);
  const ground = new Set(facts.outlineOf(own, day));
  const home = entry(facts.units, own).on(day).state;
  /** @type {Map<string, Status | ''>} name and status of each outside; of the Soviet Union the name is enough */
  const outside = new Map();
  /** @type {Set<string>} */
  const inside = new Set();
  let isAlone = true;
  for (const border of borders) {
    const pair = border.split('|');
    const [other] = pair.filter((unit) => !ground.has(unit));
    if (!other || pair.every((unit) => !ground.has(unit))) continue;
    const {state, relation, status} = entry(facts.units, other).on(day);
    const name = facts.nameOn(facts.openedBy(other, day), day);
    isAlone = false;
    if (state === home) inside.add(name);
    else outside.set(relation === 'part' ? facts.theNameOn(state, day) : name, state === SOVIET_UNION ? '' : status);
  }
  inside.delete(facts.stateNameOn(home, day)); // what it is a part of has been told
  return {outside: [...outside].sort(inOrder), inside: [...inside].sort(), home, isAlone};
}

/**
 * What is read of a unit on a day, a sentence each. `ends` are whom the arrows lead to; `level` is 'terse', 'full', or
 * else what is usual.
 * @param {{facts: IndexedFacts, t: Translate, say: Translate, describe: Pick<Describe, 'unit'>, data: EarData}} from
 * @returns {(id: string, day: number, ends: Partial<Record<Side, string | null>>, level: string) => string[]}
 */
export function createCountryText({facts, t, say, describe, data}) {
  return (id, day, ends, level) => {
    const {outside, inside, home, isAlone} = bordersOf(facts, data.borders, id, day);
    const list = outside.map(([name, status]) =>
      level === 'terse' || !status ? name : say('neighbour', {name, status: data.statuses[status]}),
    );
    const sides = SIDES.flatMap((side) => {
      const end = ends[side];
      return end ? say(side, {name: facts.nameOn(facts.openedBy(end, day), day)}) : [];
    });
    const own = facts.openedBy(id, day);
    const n = [...facts.statements.values()].filter(({targets}) => targets.includes(own)).length;
    const sentences = [
      `${describe.unit(id, day).join(': ')}.`,
      ...DISPUTES.filter((style) => facts.unitsUnder(style, day).includes(id)).map(
        (style) => t(`key.${style}`, {names: valueOn(facts.disputed[id], day)}) + '.',
      ),
      isAlone ? say('no_borders') : list.length && say('borders', {list: list.join('; ')}),
      inside.length && say('inside', {state: facts.theNameOn(home, day), list: inside.join(', ')}),
      level !== 'terse' && sides.length && say('sides', {list: sides.join(', ')}),
      level === 'full' && n && say('named', {n}),
    ];
    return sentences.flatMap((sentence) => sentence || []);
  };
}
