// One question that was asked: its page, its clock, the map under it as the question stands, open or answered.

import {mark} from '../../atlas/dom.mjs';
import {createQuizClock} from './quiz_clock.mjs';
import {questionOf} from './quiz_game.mjs';
import {hasMap, mapOfAnswer, mapUnder, maskOf} from './quiz_map.mjs';
import {createQuestionPage} from './quiz_question.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Asked, Atlas, Choice, Game} from '../types' */

/**
 * The question of a game, open. `seconds` is its time, 0 for none; when that is up, what is chosen whole is the answer.
 * @param {{game: Game, atlas: Atlas, t: Translate, seconds: number, onSpoken: (text: string) => void,
 *   onAnswer: (choices: Choice[], isLate: boolean) => void, onBack: (() => void) | null}} options
 * @returns {Asked}
 */
export function askedOf({game, atlas, t, seconds, onSpoken, onAnswer, onBack}) {
  const clock = seconds
    ? createQuizClock({
        seconds,
        t,
        onSoon: (n) => onSpoken(t('quiz.soon', {n})),
        onEnd: () => onAnswer(page.whole(), true),
      })
    : null;
  const page = createQuestionPage({
    game,
    facts: atlas.facts,
    t,
    clock: clock && clock.element,
    onChosen(units, text) {
      atlas.store.set({focus: units});
      onSpoken(text);
    },
    onAnswer: (choices) => onAnswer(choices, false),
    onBack,
  });
  return {game, page, clock, next: null, spoken: ''};
}

/**
 * Show the map of a question, or the page alone where it has none; `isShown()` tells whether it still is the question
 * in view when the map has come.
 * @param {Asked} one
 * @param {{atlas: Atlas, root: HTMLElement, isShown: () => boolean}} options
 */
export async function showMapOf(one, {atlas, root, isShown}) {
  const question = questionOf(one.game);
  const {isAnswered} = one.game;
  mark(root, 'data-mask', isAnswered ? null : maskOf(question));
  mark(root, 'data-quiz', hasMap(question) ? 'map' : 'page');
  await atlas.drawView(question.view);
  if (!isShown() || one.game.isAnswered !== isAnswered) return; // left or answered before the view had come
  const {facts, store} = atlas;
  const focus = one.page.units();
  store.set({...mapUnder(question, facts), focus, ...(isAnswered ? mapOfAnswer(question, facts) : {})});
}
