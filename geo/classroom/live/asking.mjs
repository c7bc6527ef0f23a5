// A question on the wall, from the moment it is asked until the lesson goes on: what the map shows meanwhile.

import {mark} from '../../atlas/dom.mjs';
import {mapOfAnswer, mapUnder, maskOf} from '../quiz/quiz_map.mjs';
import {keepRun, recallRun} from './kept_run.mjs';
import {isRevealed} from './known.mjs';
import {nextStep, placeInRun} from './run.mjs';
import {NOTHING_OPEN, readShown} from './shown.mjs';
import {createVotesMap} from './votes_map.mjs';

/** @import {ClassPage, Question} from '../types' */
/** @import {Known} from './known.mjs' */
/** @import {Item} from './questions.mjs' */
/** @import {createRoomLine} from './room_line.mjs' */
/** @import {Run} from './run.mjs' */

const WHOLE_MAP = {mask: 'map'};

/**
 * The map under a question of the quiz, which hides what it must not tell; gives when it stands there.
 * @param {ClassPage} page
 * @param {Question} question
 */
async function showQuestionMap({root, atlas}, question) {
  mark(root, 'data-mask', maskOf(question));
  await atlas.drawView(question.view);
  atlas.store.set({...mapUnder(question, atlas.facts), focus: []});
}

/**
 * The map of a question that was asked before this page was loaded, with what it hides, as the room was told of it.
 * @param {ClassPage} page
 * @param {() => Known} known
 * @param {() => void} onMap
 */
async function resumeMap({root, atlas, player, stops}, known, onMap) {
  const {wall, sheet} = known();
  const wasRevealed = isRevealed(known());
  if (!wall?.view) return;
  const {state, mask} = readShown(wall.place, atlas.facts, [wall.view]);
  mark(root, 'data-mask', mask);
  player.pause();
  await atlas.drawView(stops[player.place().at].view); // that of the lesson, which comes first
  await atlas.drawView(wall.view);
  if (sheet !== known().sheet || isRevealed(known()) !== wasRevealed) return;
  atlas.store.set({...NOTHING_OPEN, ...state, day: wall.day, view: wall.view});
  onMap();
}

/**
 * The lesson's map again.
 * @param {ClassPage} page
 */
function showLesson({root, atlas, mode, player}) {
  mark(root, 'data-mask', null);
  if (mode.isPresenting()) player.show(player.place());
  else atlas.store.set({focus: [], names: []});
}

/**
 * `onMap()` runs when what the map hides has changed.
 * @param {{page: ClassPage, line: ReturnType<typeof createRoomLine>, onMap: () => void}} options
 */
export function createAsking({page, line, onMap}) {
  const {root, atlas, player} = page;
  const votes = createVotesMap({root, atlas});
  /** @type {Run | null} */
  let run = null;
  let at = 0;
  let sheet = ''; // that is on the wall
  let shown = ''; // and the one whose answers are on the map
  const {known} = line;
  const itemOf = (/** @type {string} */ id) => run?.items.find(({asked}) => asked.id === id);

  /** The lesson again. */
  function restore() {
    if (line.isOpen()) keepRun(null); // else the question is there still when the room comes back
    [run, at, sheet, shown] = [null, 0, '', ''];
    votes.show(null);
    showLesson(page);
    onMap();
  }
  const begin = (/** @type {Run} */ next) => keepRun((run = next));
  async function put(/** @type {Run} */ next) {
    begin(next);
    const {asked, inBank} = next.items[next.at];
    votes.show(null);
    player.pause();
    if (inBank) await showQuestionMap(page, inBank);
    onMap();
    if (!line.say({kind: 'ask', exit: false, questions: [asked]})) restore();
  }
  /** What was answered, on the map: countries by their votes, a question of the quiz by the map of its answer. */
  function showResult() {
    const [question, result] = [known().questions[at], known().results[at]];
    const inBank = known().questions.length > 1 ? null : itemOf(question.id)?.inBank;
    shown = sheet;
    mark(root, 'data-mask', null);
    votes.show(question.kind === 'countries' ? result : null);
    if (question.kind === 'countries') atlas.store.set({focus: /** @type {string[]} */ (result.right)});
    else if (inBank) atlas.store.set(mapOfAnswer(inBank, atlas.facts), 'step');
    onMap();
  }
  return {
    at: () => at,
    next: () => nextStep(known(), at, run),
    place: () => placeInRun(known(), at, run),
    why: () => itemOf(known().questions[at]?.id)?.why ?? '',
    /** Ask questions one after another. */
    ask: (/** @type {Item[]} */ items) => put({items, at: 0}),
    /** Ask them all at once, at each phone's own pace. */
    askTogether(/** @type {Item[]} */ items) {
      begin({items, at: 0});
      mark(root, 'data-mask', maskOf(WHOLE_MAP)); // any of them may ask for what it shows
      onMap();
      if (!line.say({kind: 'ask', exit: true, questions: items.map(({asked}) => asked)})) restore();
    },
    /** Do what the main button says. */
    goOn() {
      const step = nextStep(known(), at, run);
      if (step === 'reveal') line.say({kind: 'reveal'});
      else if (step === 'leave') line.say({kind: 'clear'});
      else if (step === 'question' && run) put({...run, at: run.at + 1});
      else {
        at += 1;
        showResult();
      }
    },
    clear: () => line.say({kind: 'clear'}),
    /** Keep up with the room: the sheet that it has, the answers that it has revealed; the lesson again without one. */
    follow(/** @type {boolean} */ isAsked) {
      if (!isAsked) return sheet && restore();
      if (sheet !== known().sheet) {
        [sheet, at] = [known().sheet, 0];
        if (!run) {
          run = recallRun(known().questions);
          resumeMap(page, known, onMap);
        }
      }
      return isRevealed(known()) && shown !== sheet && showResult();
    },
  };
}
