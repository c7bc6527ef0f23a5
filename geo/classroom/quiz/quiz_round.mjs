// A game played on the map, from its first question to its last.

import {mark} from '../../atlas/dom.mjs';
import {advanced, isOver, judged, questionOf} from './quiz_game.mjs';
import {hasMap, mapOfAnswer, mapUnder, maskOf} from './quiz_map.mjs';
import {createQuestionPage} from './quiz_question.mjs';
import {verdictOn} from './quiz_verdict.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Atlas, Choice, Game, Question} from '../types' */

/**
 * The unit whose card explains an answer best: one that was to be clicked and was not.
 * @param {Question} question
 * @param {Choice[]} choices
 */
const missedUnit = ({kind, answer}, choices) =>
  kind === 'click' ? answer.find((unit) => !choices.includes(unit)) : undefined;

/**
 * Asks the first question at once, in `body`. `onSpoken(text)` gets what is to be read out, `onEnd(game)` the game past
 * its last question. `stop()` leaves it where it is.
 * @param {{atlas: Atlas, root: HTMLElement, body: HTMLElement, t: Translate, game: Game,
 *   onSpoken: (text: string) => void, onEnd: (game: Game) => void}} options
 */
export function playRound({atlas, root, body, t, game: firstGame, onSpoken, onEnd}) {
  const {facts, store} = atlas;
  let game = firstGame;
  /** @type {ReturnType<typeof createQuestionPage>} */
  let page;
  let isStopped = false;
  const isAsking = () => !isStopped && !game.isAnswered;

  /** @param {Question} question */
  async function showMap(question) {
    mark(root, 'data-mask', maskOf(question));
    mark(root, 'data-quiz', hasMap(question) ? 'map' : 'page');
    await atlas.drawView(question.view);
    if (!isAsking() || questionOf(game) !== question) return; // left or answered before the view had come
    store.set({...mapUnder(question, facts), focus: page.units()});
  }
  function ask() {
    const question = questionOf(game);
    showMap(question);
    /** @type {HTMLElement | null} */
    const stage = root.querySelector('.stage');
    page = createQuestionPage({game, facts, t, onChosen: (units) => store.set({focus: units}), onAnswer: judge});
    body.replaceChildren(...page.nodes);
    (page.first ?? stage)?.focus({preventScroll: true});
    onSpoken(question.prompt);
  }
  function judge(/** @type {Choice[]} */ choices) {
    if (!isAsking()) return;
    const question = questionOf(game);
    const [kind, id] = question.card;
    const explainingId = id && (missedUnit(question, choices) ?? id);
    const openCard = () => (kind === 'statement' ? atlas.openStatement(explainingId) : atlas.openCountry(explainingId));
    game = judged(game, choices);
    mark(root, 'data-mask', null);
    store.set(mapOfAnswer(question, facts), 'step');
    const verdict = verdictOn({game, t, onNext: goOn, onCard: explainingId ? openCard : null});
    page.showVerdict(game, choices, verdict.nodes);
    onSpoken(verdict.spoken);
    if (!game.wasRight && explainingId) openCard(); // a right answer only offers it
    verdict.next.focus({preventScroll: true});
    verdict.next.scrollIntoView({block: 'nearest'});
  }
  function stop() {
    isStopped = true;
    mark(root, 'data-mask', null);
  }
  function goOn() {
    game = advanced(game);
    atlas.close();
    if (!isOver(game)) return ask();
    stop();
    return onEnd(game);
  }

  ask();
  return {
    stop,
    isAsking,
    /** The key that goes on: confirms an answer that is whole, and leaves a question that has been answered. */
    goOn: () => (isAsking() ? page.confirm() : goOn()),
    /** Choose an option of the open question, where there is one of that place. */
    choose(/** @type {number} */ i) {
      if (isAsking() && i < page.options.length) page.choose(i);
    },
    /** Take a click on a unit, or on none; false where no click is asked for. */
    takeUnit(/** @type {string | null} */ id) {
      if (!isAsking() || questionOf(game).kind !== 'click') return false;
      if (id) page.click(id);
      return true;
    },
  };
}
