// The pictures in the speaker's notes: what is on the wall, with what is drawn there, and what comes next; both small.

import {createGlyphs} from '../../atlas/glyph.mjs';
import {createForceSigns} from '../../atlas/force_sign.mjs';
import {firstState} from '../../atlas/core/first_state.mjs';
import {indexFacts} from '../../atlas/core/facts.mjs';
import {createForceDetails} from '../../atlas/core/forces.mjs';
import {entry} from '../../atlas/core/lookup.mjs';
import {createSources} from '../../atlas/core/sources.mjs';
import {h, say} from '../../atlas/dom.mjs';
import {createStage} from '../../atlas/stage/stage.mjs';
import {createFiles} from '../../embed/fetched.mjs';
import {createSheet} from '../ink/sheet.mjs';
import {stateOf} from '../lesson/place.mjs';

/** @import {Facts, Stage} from '../../atlas/types' */
/** @import {Held, Place, Stop, Stroke} from '../types' */
/** @import {NotesMaps} from './notes_page.mjs' */

const AFTER_MS = 250; // the wall, which shares the thread of these windows, goes first
const TOO_SMALL = ['names', 'statements', 'forces']; // at this size
const nothing = () => {};
const SILENT = {unit: () => [], statement: () => '', statementTip: () => [], force: () => []};

/**
 * A small map that nobody touches.
 * @param {{facts: Facts, held: Held}} options
 */
function createSmallMap({facts, held: {views, around, t}}) {
  const {load} = createFiles(around.base);
  /** @type {Map<string, Stage>} */
  const stages = new Map();
  const sheet = createSheet();
  const element = h('div', {class: 'notes-picture', inert: true, 'aria-hidden': 'true'});
  /** @type {Stroke[]} */
  let strokes = [];
  /** @type {Stage | null} */
  let stage = null;
  const draw = () => stage && sheet.show(strokes, stage.camera.frame());
  element.addEventListener('camera', draw);
  function stageOf(/** @type {string} */ name) {
    const made =
      stages.get(name) ??
      createStage({
        facts,
        view: entry(views, name),
        t,
        large: () => 0,
        covered: null,
        describe: SILENT,
        onUnit: nothing,
        onStatement: nothing,
        onForce: nothing,
        onWalk: nothing,
        walking: {beside: () => null, onEdge: nothing},
      });
    stages.set(name, made);
    return made;
  }
  let wanted = '';
  /** A view that is not in the page is shown once it is there, and nothing before or without it. */
  function fetchFirst(/** @type {string} */ name, /** @type {() => void} */ showIt) {
    stage = null;
    element.replaceChildren();
    load(name).then((view) => {
      views.set(name, view);
      if (wanted === name) showIt();
    }, nothing);
  }
  function show(/** @type {Place} */ place, /** @type {Stop[]} */ stops, /** @type {Stroke[]} */ drawn = []) {
    const shown = stateOf(stops, place);
    wanted = shown.view;
    if (!views.has(wanted)) {
      fetchFirst(wanted, () => show(place, stops, drawn));
      return;
    }
    stage = stageOf(shown.view);
    strokes = drawn;
    if (stage.element.parentNode !== element) element.replaceChildren(stage.element, sheet.element);
    const {state} = firstState('', {facts, views: [...views.keys()], view: shown.view});
    const layers = shown.layers.split(',').filter((layer) => !TOO_SMALL.includes(layer));
    stage.paint({...state, ...shown, layers: layers.join(',')}, 'jump');
    draw();
  }
  return {element, show};
}

/**
 * @param {Held} held
 * @returns {NotesMaps}
 */
export function createNotesMaps(held) {
  const {facts: raw, lesson, t} = held;
  const {sources, forces} = held.late;
  const late = {...createSources(async () => sources), ...createForceDetails(async () => forces)};
  /** @type {Facts} */
  const facts = {...indexFacts(raw), ...createGlyphs(raw), ...createForceSigns(raw), ...late};
  const [now, next] = [0, 1].map(() => createSmallMap({facts, held}));
  const caption = h('h2');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    now: [caption, now.element],
    next: next.element,
    show({place, frozen, strokes}, after) {
      const onWall = frozen ?? place;
      if (!onWall) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        say(caption, t(frozen ? 'notes.map_frozen' : 'notes.map'));
        now.show(onWall, lesson.stops, strokes);
        next.element.hidden = !after;
        if (after) next.show(after, lesson.stops);
      }, AFTER_MS);
    },
  };
}
