// What the colours of the bars of statements mean: over them and, where the chart has no room for it, with the key.

import {h} from '../dom.mjs';

/** @import {Facts, Translate} from '../types' */

/**
 * A swatch for each colour, with its words: those of `form`, the longest first.
 * @param {Facts['stance_groups']} groups
 * @param {number} form
 */
export const barsKey = (groups, form) =>
  groups.map(({key: name, labels}) => h('span', {}, h('i', {class: 'chart-swatch', 'data-group': name}), labels[form]));

/**
 * The same with the title of the chart, out of sight while the chart has it; nothing where there are no statements.
 * @param {{facts: Pick<Facts, 'stance_groups'>, t: Translate}} of
 */
export const createBarsKey = ({facts, t}) =>
  facts.stance_groups.length > 0 &&
  h(
    'p',
    {class: 'bars-key', 'aria-hidden': 'true'},
    h('strong', {}, t('timeline.statements')),
    barsKey(facts.stance_groups, 0),
  );
