// What the lines, hatches and signs on the map of a picture mean: the rows under its legend.

import {createSigns} from './sign_shapes.mjs';

/** @import {Facts, Stage, State, Translate} from '../types' */
/** @typedef {[sign: Element | Element[], meaning: string]} Row */

/** Finds what is seen on a stage; what lies beyond its edges is not. */
function seenOn(stage) {
  const box = stage.element.getBoundingClientRect();
  return (selector) =>
    [...stage.element.querySelectorAll(selector)].filter((node) => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      const hasSize = right - left + bottom - top > 0;
      return hasSize && right > box.left && left < box.right && bottom > box.top && top < box.bottom;
    });
}

/** The titles of ground in dispute that is drawn in a style. */
const disputeTitles = (facts, style, ids) =>
  facts.disputed
    .filter((row) => row.style === style && ids.includes(row.unit))
    .map(({title}) => title)
    .join(', ');

/** Outlines of who joined and of what is in focus; the two kinds of front line. */
function lineRows({facts, t, state, seen, signs}) {
  const rows = [];
  if (seen('.news-line').length) rows.push([signs.outline('--news-casing', '--news'), t('take.joined')]);
  const outlined = seen('.focus-line').map((node) => node.dataset.outlined);
  if (outlined.length) {
    const names = [...new Set(outlined.map((id) => facts.nameOn(id, state.day)))].join(', ');
    rows.push([signs.outline('--mark-casing', '--focus'), t('take.outlined', {names})]);
  }
  for (const [kind, width, meaning] of [
    ['russia', 5, 'layer.front_russia'],
    ['bloc', 2.5, 'layer.front_bloc'],
  ]) {
    if (seen(`.front-line[data-kind="${kind}"]`).length) rows.push([signs.line(width, '--front'), t(meaning)]);
  }
  return rows;
}

/** Hatched ground, borders in dispute, the nearest land, West Berlin. */
function groundRows({facts, t, state, seen, signs}) {
  const rows = [];
  for (const name of Object.keys(facts.hatches)) {
    const over = seen(`[data-overlay="${name}"] path`).map((node) => node.dataset.over);
    if (!over.length) continue;
    const sign = signs.hatch(`${state.view}-${name}`);
    if (name === 'disputed') rows.push([sign, t('take.disputed', {names: disputeTitles(facts, 'hatched', over)})]);
    else rows.push([sign, t(name === 'draft' ? `draft.${state.draft}` : `layer.${name}`)]);
  }
  const dashed = seen('.borders path[data-dashed]').flatMap((node) => node.dataset.border.split('|'));
  if (dashed.length)
    rows.push([signs.line(1.6, '--text', '4 3'), t('take.disputed', {names: disputeTitles(facts, 'dashed', dashed)})]);
  if (seen('.nearest-line').length) rows.push([signs.line(1.6, '--front', '6 4'), t('layer.nearest')]);
  if (seen('[data-berlin]').length) rows.push([signs.berlin(), facts.west_berlin[0].title]);
  return rows;
}

/** The signs of statements: one for each stance, one for what is contested. */
function stanceRows({facts, t, seen, signs}) {
  const glyphs = seen('.mark .glyph');
  const isPlain = (node) => !node.querySelector('.contested-ring');
  const rows = [];
  for (const stance of Object.keys(facts.glyphs)) {
    const ofStance = glyphs.filter((node) => node.dataset.stance === stance);
    if (ofStance.length) rows.push([signs.glyph(ofStance.find(isPlain) ?? ofStance[0]), t(`stance.${stance}.label`)]);
  }
  const [contested] = seen('.mark .contested-ring');
  if (contested) rows.push([signs.glyph(contested), t('statement.contested')]);
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
  return [...lineRows(context), ...groundRows(context), ...stanceRows(context)];
}
