// The stage's pictures, one above the other. Coasts never change, borders seldom, and both are costly to draw, so each
// have one of their own; what changes from year to year lies above.

import {bareStrip} from '../core/camera.mjs';
import {createDebounce} from '../core/debounce.mjs';
import {fineness} from '../core/line_room.mjs';
import {s} from '../dom.mjs';
import {createFrameQueue} from './frame_queue.mjs';

/** @import {Camera, Size} from '../core/camera.mjs' */

const PAUSE_MS = 110; // the hand that moves the map has paused
const MOST_BARE = 0.12; // of the stage may stay bare until then
const MOST_STRETCH = 1.5; // and the map may be this much larger or smaller than it was drawn

/**
 * One picture of these nodes; among them, `group` is drawn in units of the view.
 * @param {string} name
 * @param {SVGGElement} group
 * @param {SVGElement[]} nodes
 * @param {number} room of the lands of the view, in its units
 */
function createLayer(name, group, nodes, room) {
  const element = s('svg', {class: `layer ${name}`, 'aria-hidden': 'true', focusable: 'false'}, nodes);
  let scale = 0;
  /** @type {Camera | null} the camera for which it is drawn */
  let drawn = null;
  return {
    element,
    drawn: () => drawn,
    /** Draw the group for a camera. */
    place(/** @type {Camera} */ camera, /** @type {number} */ grow) {
      const {k, x, y} = camera;
      drawn = camera;
      element.style.transform = '';
      group.setAttribute('transform', `matrix(${k} 0 0 ${k} ${x} ${y})`);
      if (k / grow === scale) return;
      scale = k / grow;
      element.style.setProperty('--u', String(grow / k));
      element.style.setProperty('--fine', String(fineness(scale * room)));
      element.style.setProperty('--grow', String(grow));
    },
    /** Move the picture as it is to where a camera has it. */
    shift(/** @type {Camera} */ {k, x, y}) {
      if (!drawn) return;
      const r = k / drawn.k;
      element.style.transform = `matrix(${r}, 0, 0, ${r}, ${x - drawn.x * r}, ${y - drawn.y * r})`;
    },
  };
}

/**
 * Land and borders are costly to draw: while the hand moves the map they are shifted as a picture, and drawn when it
 * pauses, fills first and the others each in a frame of its own.
 * @param {{patterns: SVGElement[], ground: SVGElement[], fills: SVGElement[], lines: SVGElement[],
 *   news: SVGElement[], signs: SVGGElement, room: number, grow: (size: Size) => number,
 *   onDraw: (scale: number) => void}} of the nodes of each layer, the undermost first; `signs` keep their size on the
 *   screen; `room` is that of the view's lands; `grow` tells how much wider than usual lines are on a stage, and
 *   `onDraw` is told how many px of a usual stage a unit of the view takes
 */
export function createLayerStack({patterns, ground, fills, lines, news, signs, room, grow, onDraw}) {
  const defs = s('defs', {}, patterns);
  const groups = [ground, fills, lines, news].map((nodes) => s('g', {}, nodes));
  const [groundGroup, fillGroup, lineGroup, newsGroup] = groups;
  const groundLayer = createLayer('ground', groundGroup, [groundGroup], room);
  const fillLayer = createLayer('fills', fillGroup, [defs, fillGroup], room);
  const lineLayer = createLayer('lines', lineGroup, [lineGroup], room);
  const topLayer = createLayer('signs', newsGroup, [newsGroup, signs], room);
  const map = [groundLayer, fillLayer, lineLayer];
  /** @type {Camera} the one of now */
  let current = {k: 1, x: 0, y: 0};
  let wider = 1;

  const others = createFrameQueue(
    [lineLayer, groundLayer].map((layer) => () => layer.place(current, wider)),
    () => {},
  );
  function drawMap(/** @type {boolean} */ inFrames) {
    redraw.cancel();
    fillLayer.place(current, wider);
    onDraw(current.k / wider);
    others.run(null, inFrames);
  }
  const redraw = createDebounce(() => drawMap(true), PAUSE_MS);
  const mayShift = (/** @type {Camera} */ from, /** @type {Camera} */ to, /** @type {Size} */ size) =>
    to.k / from.k < MOST_STRETCH && from.k / to.k < MOST_STRETCH && bareStrip(from, to, size) < MOST_BARE;

  return {
    elements: [...map, topLayer].map(({element}) => element),
    /** What a picture of the stage is made from. */
    parts: [defs, ...groups, signs],
    move(/** @type {Camera} */ camera, /** @type {Size} */ size, inHand = false) {
      current = camera;
      wider = grow(size);
      topLayer.place(camera, wider);
      const drawn = fillLayer.drawn();
      if (!inHand || !drawn) return drawMap(false);
      for (const layer of map) layer.shift(camera);
      return mayShift(drawn, camera, size) ? redraw.schedule() : drawMap(true);
    },
    stop() {
      redraw.cancel();
      others.stop();
    },
  };
}
