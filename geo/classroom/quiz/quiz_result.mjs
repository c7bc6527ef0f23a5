// What came of a quiz, question by question: for the page at its end, for paper, for a file. Pure.

import {dayUnder, pickedName} from './quiz_map.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {Choice, Game, Question, ResultRow} from '../types' */

const SEPARATOR = {click: ', ', order: '; '};

/**
 * An answer in words: the options in the order chosen, or the states as they were called.
 * @param {Question} question
 * @param {Choice[]} choices
 * @param {Facts} facts
 */
function inWords(question, choices, facts) {
  const {kind, options} = question;
  const words = choices.map((choice) =>
    typeof choice === 'string' ? pickedName(facts, choice, dayUnder(question, facts)) : options[choice],
  );
  return words.join(kind === 'click' || kind === 'order' ? SEPARATOR[kind] : '');
}

/**
 * A row for each answer that was given, numbered by its question.
 * @param {Game} game
 * @param {Facts} facts
 * @returns {ResultRow[]}
 */
export const resultRows = ({given}, facts) =>
  given.map(({at, team, question, choices, isRight}) => ({
    n: at + 1,
    team: team + 1,
    prompt: question.prompt,
    given: inWords(question, choices, facts),
    right: inWords(question, question.answer, facts),
    isRight,
  }));

/** A cell of CSV: quoted, and kept from being a formula in a spreadsheet. */
function cell(/** @type {string | number} */ value) {
  const text = String(value);
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/**
 * The rows as CSV, with the mark that tells a spreadsheet its letters.
 * @param {ResultRow[]} rows
 * @param {Translate} t
 */
export function resultCsv(rows, t) {
  const head = ['question', 'team', 'prompt', 'given', 'right', 'was_right'].map((name) => t(`quiz.column_${name}`));
  const lines = rows.map(({n, team, prompt, given, right, isRight}) => [
    n,
    team,
    prompt,
    given,
    right,
    Number(isRight),
  ]);
  const inOrder = [head, ...lines].map((line) => line.map(cell).join(','));
  return `\ufeff${inOrder.join('\r\n')}\r\n`;
}
