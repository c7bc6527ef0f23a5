// A game played on the map, from its first question to its last; what was asked before can be looked at again.

import {mark} from '../../atlas/dom.mjs';
import {askedOf, showMapOf} from './quiz_asked.mjs';
import {advanced, isOver, judged, questionOf} from './quiz_game.mjs';
import {mapOfAnswer} from './quiz_map.mjs';
import {putPage} from './quiz_top.mjs';
import {verdictOn} from './quiz_verdict.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Asked, Atlas, Choice, Game, Question} from '../types' */

/**
 * Opens the card that explains an answer best, of a click that of a unit which was to be clicked and was not; null
 * where there is none.
 * @param {Atlas} atlas
 * @param {Question} question
 * @param {Choice[]} choices
 * @returns {(() => void) | null}
 */
function cardOpener(atlas, {kind: asked, answer, card: [kind, id]}, choices) {
  if (!id) return null;
  if (kind === 'statement') return () => atlas.openStatement(id);
  const missed = asked === 'click' ? answer.find((unit) => !choices.includes(unit)) : undefined;
  return () => atlas.openCountry(missed ?? id);
}

/** Give the focus to what leads on from a question, else to the map that it is asked of. */
function focusOn(/** @type {Asked} */ {next, page}, /** @type {HTMLElement} */ root) {
  /** @type {HTMLElement | null} */
  const stage = root.querySelector('.stage');
  (next ?? page.first ?? stage)?.focus({preventScroll: true});
}

/**
 * Asks the first question at once, in `body`; `seconds` is the time for each, 0 for none. `onSpoken(text)` gets what is
 * to be read out, `onEnd(game)` the game past its last question. `stop()` leaves it where it is.
 * @param {{atlas: Atlas, root: HTMLElement, body: HTMLElement, t: Translate, game: Game, seconds: number,
 *   onSpoken: (text: string) => void, onEnd: (game: Game) => void}} options
 */
export function playRound({atlas, root, body, t, game: firstGame, seconds, onSpoken, onEnd}) {
  /** @type {Asked[]} */
  const all = [];
  let at = 0;
  let isStopped = false;
  const isAsking = () => !isStopped && at === all.length - 1 && !all[at].game.isAnswered;

  /** Put a question on the page as it stands: open, or with its answer. */
  function show(/** @type {number} */ place) {
    all[at].clock?.pause();
    at = place;
    const one = all[at];
    showMapOf(one, {atlas, root, isShown: () => !isStopped && all[at] === one});
    putPage(body, root, one.page.nodes);
    focusOn(one, root);
    onSpoken([questionOf(one.game).prompt, one.spoken].filter(Boolean).join(' '));
    if (isAsking()) one.clock?.run();
  }
  function ask(/** @type {Game} */ game) {
    const onBack = all.length ? goBack : null;
    all.push(askedOf({game, atlas, t, seconds, onSpoken, onAnswer: judge, onBack}));
    show(all.length - 1);
  }
  function judge(/** @type {Choice[]} */ choices, /** @type {boolean} */ isLate) {
    if (!isAsking()) return;
    const one = all[at];
    const question = questionOf(one.game);
    const openCard = cardOpener(atlas, question, choices);
    one.clock?.pause();
    const game = judged(one.game, choices, isLate);
    mark(root, 'data-mask', null);
    atlas.store.set(mapOfAnswer(question, atlas.facts), 'step');
    const verdict = verdictOn({game, t, onNext: goOn, onCard: openCard});
    Object.assign(one, {game, next: verdict.next, spoken: verdict.spoken});
    one.page.showVerdict(game, choices, verdict.nodes);
    onSpoken(verdict.spoken);
    if (!game.wasRight) openCard?.(); // a right answer only offers it
    verdict.next.focus({preventScroll: true});
    verdict.next.scrollIntoView({block: 'nearest'});
  }
  function stop() {
    all[at].clock?.pause();
    isStopped = true;
    mark(root, 'data-mask', null);
  }
  function goBack() {
    if (at === 0) return;
    atlas.close();
    show(at - 1);
  }
  function goOn() {
    atlas.close();
    if (at < all.length - 1) return show(at + 1);
    const game = advanced(all[at].game);
    if (!isOver(game)) return ask(game);
    stop();
    return onEnd(game);
  }

  ask(firstGame);
  return {
    stop,
    isAsking,
    /** Let the clock of the open question stand still, or run on. */
    hold: (/** @type {boolean} */ isHeld) => (isHeld || !isAsking() ? all[at].clock?.pause() : all[at].clock?.run()),
    goBack,
    /** The key that goes on: confirms an answer that is whole, and leaves a question that has been answered. */
    goOn: () => (isAsking() ? all[at].page.confirm() : goOn()),
    /** Choose an option of the open question, where there is one of that place. */
    choose(/** @type {number} */ i) {
      if (isAsking() && i < all[at].page.options.length) all[at].page.choose(i);
    },
    /** Take a click on a unit, or on none; false where no click is asked for. */
    takeUnit(/** @type {string | null} */ id) {
      if (!isAsking() || questionOf(all[at].game).kind !== 'click') return false;
      if (id) all[at].page.click(id);
      return true;
    },
  };
}
