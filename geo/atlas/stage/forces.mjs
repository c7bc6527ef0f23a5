// Where forces stood: quiet signs on the stage, smaller than those of statements.

import {deskScale} from '../core/camera.mjs';
import {mark, s} from '../dom.mjs';
import {crowdUnit, foldCrowds} from '../core/force_crowds.mjs';
import {boxesAlong, placeForces} from '../core/force_layout.mjs';
import {keep} from '../core/lookup.mjs';
import {PIN_PX, pin} from './pin.mjs';
import {createTarget, fitTarget} from './target.mjs';

/** @import {Point, Size} from '../core/camera.mjs' */
/** @import {Land} from '../core/mark_beside.mjs' */
/** @import {Box} from '../core/name_layout.mjs' */
/** @import {Facts, Place, Translate, View} from '../types' */
/**
 * @typedef {ReturnType<typeof placeForces> & {held: Map<number, number[]>, crowdScale: number}} ForcesLayout
 *   `crowdScale` is the size of folded ones
 */

const NO_CROWDS = /** @type {Map<number, number[]>} */ (new Map());
const LARGE = 1.6; // how much larger signs are where a class reads from the back row
const FULL_PX = 1200; // a stage less wide has smaller ones,
const LEAST = 0.76; // down to this
/** @type {ForcesLayout} */
const NO_LAYOUT = {signs: [], boxes: [], held: NO_CROWDS, lines: [], crowdScale: 1};

/**
 * Signs of forces that stand folded, by their numbers in one text.
 * @param {{facts: Facts, t: Translate}} of
 */
const createCrowds = ({facts, t}) =>
  keep((/** @type {string} */ holds) => {
    const ids = holds.split(' ').map(Number);
    const {camp} = facts.forces[ids[0]];
    const label = t('force.crowd', {n: String(ids.length), camp: t(`force.camp.${camp}`)});
    return s(
      'g',
      {class: 'force', 'data-crowd': holds, 'data-camp': camp, role: 'button', 'aria-label': label},
      s('title', {}, label),
      createTarget(),
      facts.crowdSign(ids.length, camp),
    );
  });

/** What a key tells of a layout: whether some stand folded, or beside their places. */
const toldBy = (/** @type {ForcesLayout} */ {held, lines}) => `${held.size > 0} ${lines.length > 0}`;

/**
 * @param {{facts: Facts, view: View, t: Translate, large: () => number, describe: (at: number) => string[], onOpen:
 *   (at: number) => void, onFolded: () => void}} of
 */
export function createForces({facts, view, t, large, describe, onOpen, onFolded}) {
  const element = s('g', {class: 'forces'});
  let unit = 1;
  const nodeOf = keep((/** @type {number} */ at) =>
    s(
      'g',
      {
        class: 'force',
        'data-force': facts.forces[at].place,
        'data-at': at,
        'data-camp': facts.forces[at].camp,
        role: 'button',
        onclick: () => onOpen(at),
      },
      createTarget(),
      facts.forceSign(facts.forces[at]),
    ),
  );
  const crowdOf = createCrowds({facts, t});
  /** @type {ForcesLayout} */
  let drawn = NO_LAYOUT;
  const standing = (/** @type {number} */ id) => {
    const holds = drawn.held.get(id);
    return holds ? crowdOf(holds.join(' ')) : nodeOf(id);
  };
  function label() {
    for (const {id} of drawn.signs) if (!drawn.held.has(id)) mark(nodeOf(id), 'aria-label', describe(id).join(': '));
  }

  return {
    element,
    /** Whether some stand folded. */
    areFolded: () => drawn.held.size > 0,
    /** Whether some stand beside their places. */
    arePinned: () => drawn.lines.length > 0,
    /**
     * Work out where the signs of these forces stand, once, for `show`; names keep clear of the boxes.
     * @param {number[]} forces
     * @param {(at: Place) => Point} toScreen
     * @param {Size} size
     * @param {Box[]} blocked
     * @param {Box[]} yielding boxes of names
     * @param {Land} land
     * @returns {ForcesLayout}
     */
    place(forces, toScreen, size, blocked, yielding, land) {
      const points = forces.map((id) => {
        const [x, y] = toScreen(view.forces[id]);
        return {id, x, y};
      });
      unit = large() ? LARGE * large() : Math.max(LEAST, Math.min(1, size.width / FULL_PX)) * deskScale(size);
      const {points: left, held} = foldCrowds(points, (id) => facts.forces[id].camp, size, unit);
      const isCrowd = (/** @type {{id: number}} */ {id}) => held.has(id);
      const folded = left.filter(isCrowd);
      const crowdScale = folded.length ? crowdUnit(folded, size, unit, land) : unit;
      const crowds = placeForces(folded, blocked, size, crowdScale, yielding, undefined, land);
      const others = left.filter((point) => !isCrowd(point));
      const taken = [...blocked, ...crowds.boxes, ...crowds.lines.flatMap((line) => boxesAlong(line))];
      const placed = placeForces(others, taken, size, unit, yielding, land.under);
      const lines = [...crowds.lines, ...placed.lines];
      const boxes = [...crowds.boxes, ...placed.boxes, ...lines.flatMap((line) => boxesAlong(line, PIN_PX * unit))];
      return {signs: [...crowds.signs, ...placed.signs], boxes, held, lines, crowdScale};
    },
    show(/** @type {ForcesLayout | null} */ placed) {
      const [before, layout] = [drawn, placed ?? NO_LAYOUT];
      if (layout === before) return;
      drawn = layout;
      if (toldBy(before) !== toldBy(layout)) onFolded();
      for (const {id, x, y} of layout.signs) {
        const scale = layout.held.has(id) ? layout.crowdScale : unit;
        mark(standing(id), 'transform', `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(3)})`);
        fitTarget(standing(id), scale);
      }
      const signs = layout.signs.map(({id}) => standing(id));
      element.replaceChildren(...layout.lines.flatMap((line) => pin(line, unit)), ...signs);
      label();
      if (layout.signs.length && !facts.forceDetail(0)) facts.askForces().then(label);
    },
  };
}
