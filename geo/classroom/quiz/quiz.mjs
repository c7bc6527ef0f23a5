// The quiz on the same map: alone, or by teams that pass the turn. Nothing is stored and nothing is sent.

import {h, mark} from '../../atlas/dom.mjs';
import {endPage} from './quiz_end.mjs';
import {gameOf, missedIn, startGame} from './quiz_game.mjs';
import {listenToQuizArrows} from './quiz_keys.mjs';
import {playRound} from './quiz_round.mjs';
import {countsFor, startPage} from './quiz_start.mjs';
import {putPage} from './quiz_top.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Atlas, Bank, Game, QuizSetting} from '../types' */

/**
 * What is chosen before anybody chooses: the easiest, a few questions, alone, without a clock.
 * @param {Bank} bank
 * @param {number} seed
 * @returns {QuizSetting}
 */
const firstSetting = ({levels, most_questions: most}, seed) => ({
  level: levels[0],
  seed,
  count: countsFor(1, most)[0],
  teams: 1,
  seconds: 0,
});

/**
 * The quiz over an atlas. `onOpen` and `onClose` make room for it and take it back, `onKeep(code)` keeps `level-seed`
 * in the address. While a click is asked, `onUnit(id)` takes it and gives true; `isAsking()` tells that a question is
 * open, which a card would give away.
 * @param {{atlas: Atlas, root: HTMLElement, bank: Bank, t: Translate, onOpen: () => void, onClose: () => void,
 *   onKeep: (code: string) => void, random?: () => number}} options
 */
export function createQuiz({atlas, root, bank, t, onOpen, onClose, onKeep, random = Math.random}) {
  const anySeed = () => Math.floor(random() * (bank.most_seed + 1));
  let setting = firstSetting(bank, anySeed());
  /** @type {ReturnType<typeof playRound> | null} */
  let round = null;
  const body = h('div', {class: 'quiz-body'});
  const element = h('section', {class: 'quiz', hidden: true, 'aria-label': t('quiz.title')}, body);
  const onSpoken = (/** @type {string} */ text) => atlas.announce(text, 'answer');
  const choose = (/** @type {Partial<QuizSetting>} */ patch) => (setting = {...setting, ...patch});
  function leaveRound() {
    round?.stop();
    round = null;
  }
  function showPage(/** @type {{nodes: HTMLElement[], first: HTMLElement}} */ {nodes, first}, isLong = false) {
    mark(root, 'data-quiz', 'page');
    mark(body, 'data-long', isLong);
    putPage(body, root, nodes);
    first.focus({preventScroll: true});
  }
  function showStart(problem = '') {
    leaveRound();
    showPage(startPage({bank, setting, problem, t, onChoose: choose, onStart: start, onLeave: close}));
  }
  function start(/** @type {string} */ typed) {
    if (!/^\d{1,6}$/.test(typed)) return showStart(t('quiz.no_seed', {typed, most: bank.most_seed}));
    choose({seed: Number(typed)});
    return begin();
  }
  function play(/** @type {Game} */ game) {
    leaveRound();
    mark(body, 'data-long', false);
    round = playRound({atlas, root, body, t, game, seconds: setting.seconds, onSpoken, onEnd: showEnd});
  }
  function begin() {
    onKeep(`${setting.level}-${setting.seed}`);
    play(startGame(bank, setting));
  }
  /** @param {Game} game */
  function showEnd(game) {
    leaveRound();
    atlas.close();
    const onNew = () => {
      choose({seed: anySeed()});
      begin();
    };
    const onMissed = () => play(gameOf(missedIn(game), 1)); // all together: what is left makes no fair turns
    const ways = {onNew, onMissed, onAgain: begin, onSettings: () => showStart(), onLeave: close};
    const page = endPage({game, setting, facts: atlas.facts, t, onSpoken, ...ways});
    onSpoken(page.spoken);
    showPage(page, true);
  }
  function open(/** @type {{level: string, seed: number} | null} */ asked = null) {
    if (asked) choose(asked);
    element.hidden = false;
    mark(root, 'data-quiz', 'page');
    onOpen();
    return asked ? begin() : showStart();
  }
  function close() {
    leaveRound();
    element.hidden = true;
    mark(root, 'data-quiz', null);
    atlas.store.set({focus: [], names: []});
    onClose();
  }
  listenToQuizArrows(element);
  return {
    element,
    open,
    close,
    isOpen: () => !element.hidden,
    onUnit: (/** @type {string | null} */ id) => Boolean(round?.takeUnit(id)),
    isAsking: () => Boolean(round?.isAsking()),
    hold: (/** @type {boolean} */ isHeld) => round?.hold(isHeld),
    goOn: () => round?.goOn(),
    goBack: () => round?.goBack(),
    choose: (/** @type {number} */ i) => round?.choose(i),
  };
}
