// The forces that stood on a country's ground as it was on the day: those of the day, and others on demand.

import {entry} from '../core/lookup.mjs';
import {h, say} from '../dom.mjs';
import {forceRow} from './force_rows.mjs';
import {section} from './section.mjs';

/** @import {Describe, Facts, Part, State, Translate} from '../types' */

/**
 * The section of a country's card; null for one on whose ground, its parts among it, none are told of.
 * @param {{facts: Facts, id: string, t: Translate, describe: Describe}} of
 * @returns {Part<Pick<State, 'day'>> | null}
 */
export function createCountryForces({facts, id, t, describe}) {
  const all = facts.forces.flatMap(({unit}, at) => (unit === id || entry(facts.units, unit).of === id ? [at] : []));
  if (!all.length) return null;
  const now = h('ul', {class: 'force-rows'});
  const others = h('ul', {class: 'force-rows'});
  const summary = h('summary');
  const rest = h('details', {}, summary, others);
  const element = section(t('force.title'), now, rest);
  element.setAttribute('data-forces', '');
  const rows = (/** @type {number[]} */ list) => list.map((at) => forceRow({facts, t, describe, at}));

  let shown = 0; // the day
  let drawn = '';
  function draw() {
    const standing = new Set(facts.forcesOn(shown));
    const ground = new Set(facts.outlineOf(id, shown));
    const onGround = all.filter((at) => ground.has(facts.forces[at].unit));
    const here = onGround.filter((at) => standing.has(at));
    const away = onGround.filter((at) => !standing.has(at));
    const key = `${here} ${away} ${facts.forceDetail(0) !== null}`;
    if (key === drawn) return;
    drawn = key;
    element.hidden = onGround.length === 0;
    now.replaceChildren(...rows(here));
    others.replaceChildren(...rows(away));
    say(summary, t('force.others', {n: away.length}));
    rest.hidden = away.length === 0;
  }
  return {
    element,
    show({day}) {
      shown = day;
      draw();
      if (!facts.forceDetail(0)) facts.askForces().then(draw);
    },
  };
}
