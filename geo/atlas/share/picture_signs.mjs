// What the lines, hatches and signs on the map of a picture mean: the rows under its legend.

import {createSigns} from './sign_shapes.mjs';

/** @import {Facts, Stage, State, Translate} from '../types' */
/** @typedef {[sign: SVGElement | SVGElement[], meaning: string]} Row */
/**
 * @typedef {{facts: Facts, t: Translate, state: State, seen: (selector: string) => SVGElement[],
 *   signs: ReturnType<typeof createSigns>}} Seen what is seen on a stage, and what draws its signs
 */

const FRONTS = [
  {kind: 'russia', width: 5, meaning: 'layer.front_russia'},
  {kind: 'bloc', width: 2.5, meaning: 'layer.front_bloc'},
];

/**
 * Finds what is seen on a stage; what lies beyond its edges is not.
 * @param {Stage} stage
 * @returns {Seen['seen']}
 */
function seenOn(stage) {
  const box = stage.element.getBoundingClientRect();
  return (selector) =>
    [.../** @type {NodeListOf<SVGElement>} */ (stage.element.querySelectorAll(selector))].filter((node) => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      const hasSize = right - left + bottom - top > 0;
      return hasSize && right > box.left && left < box.right && bottom > box.top && top < box.bottom;
    });
}

/**
 * The titles of ground in dispute that is drawn in a style.
 * @param {Facts} facts
 * @param {'hatched' | 'dashed'} style
 * @param {string[]} ids
 */
const disputeTitles = (facts, style, ids) =>
  facts.disputed
    .filter((row) => row.style === style && ids.includes(row.unit))
    .map(({title}) => title)
    .join(', ');

/**
 * Outlines of who joined and of what is in focus; the two kinds of front line.
 * @param {Seen} of
 */
function lineRows({facts, t, state, seen, signs}) {
  /** @type {Row[]} */
  const rows = [];
  if (seen('.news-line').length) rows.push([signs.outline('--news-casing', '--news'), t('take.joined')]);
  const outlined = seen('.focus-line').map((node) => node.dataset.outlined ?? '');
  if (outlined.length) {
    const names = [...new Set(outlined.map((id) => facts.nameOn(id, state.day)))].join(', ');
    rows.push([signs.outline('--mark-casing', '--focus'), t('take.outlined', {names})]);
  }
  for (const {kind, width, meaning} of FRONTS) {
    if (seen(`.front-line[data-kind="${kind}"]`).length) rows.push([signs.line(width, '--front'), t(meaning)]);
  }
  return rows;
}

/**
 * Hatched ground, borders in dispute, the nearest land, West Berlin.
 * @param {Seen} of
 */
function groundRows({facts, t, state, seen, signs}) {
  /** @type {Row[]} */
  const rows = [];
  for (const name of Object.keys(facts.hatches)) {
    const over = seen(`[data-overlay="${name}"] path`).map((node) => node.dataset.over ?? '');
    if (!over.length) continue;
    const sign = signs.hatch(`${state.view}-${name}`);
    if (name === 'disputed') rows.push([sign, t('take.disputed', {names: disputeTitles(facts, 'hatched', over)})]);
    else rows.push([sign, t(name === 'draft' ? `draft.${state.draft}` : `layer.${name}`)]);
  }
  const dashed = seen('.borders path[data-dashed]').flatMap((node) => (node.dataset.border ?? '').split('|'));
  if (dashed.length)
    rows.push([signs.line(1.6, '--text', '4 3'), t('take.disputed', {names: disputeTitles(facts, 'dashed', dashed)})]);
  if (seen('.nearest-line').length) rows.push([signs.line(1.6, '--front', '6 4'), t('layer.nearest')]);
  if (seen('[data-berlin]').length) rows.push([signs.berlin(), facts.west_berlin[0].title]);
  return rows;
}

/**
 * The signs of statements: one for each stance, one for what is contested, one for those folded in one place.
 * @param {Seen} of
 */
function stanceRows({facts, t, seen, signs}) {
  const glyphs = seen('.mark .glyph');
  const isPlain = (/** @type {Element} */ node) => !node.querySelector('.contested-ring');
  /** @type {Row[]} */
  const rows = [];
  for (const stance of Object.keys(facts.glyphs)) {
    const ofStance = glyphs.filter((node) => node.dataset.stance === stance);
    if (ofStance.length) rows.push([signs.glyph(ofStance.find(isPlain) ?? ofStance[0]), t(`stance.${stance}.label`)]);
  }
  const [contested] = seen('.mark .contested-ring');
  if (contested) rows.push([signs.glyph(contested), t('statement.contested')]);
  if (seen('.badge').length) rows.push([signs.badge(), t('take.folded')]);
  return rows;
}

/**
 * The signs of forces: one for each class, then whose they are.
 * @param {Seen} of
 */
function forceRows({facts, t, seen, signs}) {
  const nodes = seen('.force .force-sign');
  const wearing = (/** @type {string} */ name, /** @type {string} */ value) =>
    nodes.find((node) => node.dataset[name] === value);
  /** @type {Row[]} */
  const rows = [];
  for (const sign of Object.keys(facts.force_signs)) {
    const node = wearing('sign', sign);
    if (node) rows.push([signs.glyph(node), t(`force.sign.${sign}`)]);
  }
  for (const camp of Object.keys(facts.camp_bars)) {
    const node = wearing('camp', camp);
    if (node) rows.push([signs.glyph(node), t(`force.bar.${camp}`)]);
  }
  return rows;
}

/**
 * What stands on the map beside the fills, as rows of [sign, meaning]; what lies beyond its edges needs none.
 * @param {Stage} stage
 * @param {{facts: Facts, t: Translate, state: State, colour: (name: string) => string}} options
 * @returns {Row[]}
 */
export function signsOn(stage, {facts, t, state, colour}) {
  const context = {facts, t, state, seen: seenOn(stage), signs: createSigns(colour, stage.camera.get().k)};
  return [...lineRows(context), ...groundRows(context), ...stanceRows(context), ...forceRows(context)];
}
