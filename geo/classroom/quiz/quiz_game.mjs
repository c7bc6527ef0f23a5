// A quiz as it is played: whose turn it is, what was right, what comes next. Pure: a game in, a game out.

import {isRight, pickQuestions} from './quiz_pick.mjs';

/** @import {Bank, Choice, Game, Given, Question, QuizSetting} from '../types' */

/**
 * A game of some questions at its first.
 * @param {Question[]} questions
 * @param {number} teams
 * @returns {Game}
 */
export const gameOf = (questions, teams) => ({
  questions,
  at: 0,
  isFollowUp: false,
  isAnswered: false,
  isLate: false,
  wasRight: false,
  scores: Array(teams).fill(0),
  given: [],
});

/**
 * The game of a setting at its first question.
 * @param {Bank} bank
 * @param {QuizSetting} setting
 */
export const startGame = (bank, {level, seed, count, teams}) => gameOf(pickQuestions(bank, seed, level, count), teams);

/**
 * The question on the wall.
 * @param {Game} game
 * @returns {Question}
 */
export const questionOf = ({questions, at, isFollowUp}) => (isFollowUp ? questions[at].then : null) ?? questions[at];

/**
 * The team whose turn it is, by its number from zero.
 * @param {Game} game
 */
export const teamOf = ({at, scores}) => at % scores.length;

/**
 * Whether the answer that was given leads to a second question that follows the first.
 * @param {Game} game
 */
export const goesDeeper = (game) => game.wasRight && !game.isFollowUp && Boolean(questionOf(game).then);

/**
 * The game once an answer is given, or its time is up. A right one scores when no question follows it.
 * @param {Game} game
 * @param {Choice[]} choices
 * @param {boolean} [isLate]
 * @returns {Game}
 */
export function judged(game, choices, isLate = false) {
  const question = questionOf(game);
  const after = {...game, isAnswered: true, isLate, wasRight: isRight(question, choices)};
  const gained = after.wasRight && !goesDeeper(after) ? 1 : 0;
  /** @type {Given} */
  const one = {at: game.at, team: teamOf(game), question, choices, isRight: after.wasRight};
  const scores = game.scores.map((score, i) => (i === teamOf(game) ? score + gained : score));
  return {...after, scores, given: [...game.given, one]};
}

/**
 * The game at its next question, or past its last: see `isOver`.
 * @param {Game} game
 * @returns {Game}
 */
export const advanced = (game) => ({
  ...game,
  isAnswered: false,
  isLate: false,
  wasRight: false,
  isFollowUp: goesDeeper(game),
  at: goesDeeper(game) ? game.at : game.at + 1,
});

/** @param {Game} game */
export const isLast = ({at, questions}) => at + 1 >= questions.length;

/** @param {Game} game */
export const isOver = ({at, questions}) => at >= questions.length;

/**
 * The questions of which a part was answered wrongly.
 * @param {Game} game
 * @returns {Question[]}
 */
export const missedIn = ({questions, given}) =>
  questions.filter((_, at) => given.some((one) => one.at === at && !one.isRight));

/**
 * The teams with the most points, by their numbers from zero.
 * @param {Game} game
 * @returns {number[]}
 */
export function winnersOf({scores}) {
  const most = Math.max(...scores);
  return scores.flatMap((score, i) => (score === most ? [i] : []));
}
