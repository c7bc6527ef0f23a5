// What the layer of forces means, and all that stood on the day as a list.

import {h, say} from '../dom.mjs';
import {forceRow} from './force_rows.mjs';

/** @import {Describe, Facts, Part, State, Translate} from '../types' */

const LAYER = 'forces';

/**
 * @param {{facts: Facts, t: Translate, describe: Describe, onCountry: (id: string) => void}} of
 * @returns {Part<Pick<State, 'day' | 'layers'>>}
 */
export function createForceNotes({facts, t, describe, onCountry}) {
  const summary = h('summary');
  const list = h('ul', {class: 'force-rows'});
  const more = h('details', {}, summary, list);
  const element = h(
    'div',
    {class: 'force-notes', hidden: true},
    h('p', {class: 'layer-note'}, h('strong', {}, t(`layer.${LAYER}`), ': '), t('force.scope')),
    more,
  );
  /** @type {Pick<State, 'day' | 'layers'>} */
  let state = {day: 0, layers: ''};
  let drawn = '';

  function draw() {
    const {day, layers} = state;
    element.hidden = !layers.split(',').includes(LAYER);
    if (element.hidden) return;
    const standing = facts.forcesOn(day);
    say(summary, t('force.list', {n: standing.length}));
    const key = `${standing} ${facts.forceDetail(0) !== null}`;
    if (!more.open || key === drawn) return;
    drawn = key;
    const open = (/** @type {number} */ at) => () => onCountry(facts.openedBy(facts.forces[at].unit, state.day));
    list.replaceChildren(...standing.map((at) => forceRow({facts, t, describe, at, onOpen: open(at)})));
  }
  more.addEventListener('toggle', draw);
  return {
    element,
    show(next) {
      state = next;
      draw();
      if (!element.hidden && !facts.forceDetail(0)) facts.askForces().then(draw);
    },
  };
}
