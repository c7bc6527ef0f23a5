// What those who listen are told of a change, and which of two sayings gives way. Pure.

import {captionOf} from './caption.mjs';
import {layerName} from './layers.mjs';
import {statementsOfYear} from './statements.mjs';

/** @import {IndexedFacts, State, Translate} from '../types' */

/** Kinds of what is said, the most important first: one of a kind gives way to its like and to those before it. */
export const RANKS = ['answer', 'stop', 'act', 'day'];

/**
 * A day in sentences: its headline before its count; the count alone, or all that the page tells of it.
 * @param {IndexedFacts} facts
 * @param {Translate} t
 * @param {Pick<State, 'day' | 'words'>} state
 * @param {string} level 'terse', 'full', or else what is usual
 * @returns {string[]}
 */
export function saidOfDay(facts, t, state, level) {
  const count = facts.spokenOn(state.day);
  if (level === 'terse') return [count];
  const {title, detail} = captionOf(facts, state);
  if (level !== 'full') return [`${title}.`, count];
  const year = facts.yearOf(state.day);
  const n = facts.statementsOf(year).length;
  const said = n && t(n === 1 ? 'timeline.statement_of' : 'timeline.statements_of', {year, n});
  return [`${title}.`, detail, count, said || ''].filter(Boolean);
}

/** @type {(keyof State)[]} what a reader is told of */
const TOLD = ['view', 'layers', 'draft', 'words', 'solo', 'patterns', 'all'];

/**
 * What a reader did to the map beside moving to another day, a sentence each.
 * @param {IndexedFacts} facts
 * @param {Translate} t
 * @param {State} state
 * @param {State} before
 * @returns {string[]}
 */
export function saidOfChange(facts, t, state, before) {
  if (TOLD.every((name) => state[name] === before[name])) return [];
  const {view, layers, draft, words, solo, patterns, all} = state;
  const [on, was] = [layers.split(','), before.layers.split(',')];
  const turned = (/** @type {boolean} */ isOn, /** @type {string} */ name) => t(isOn ? 'said.on' : 'said.off', {name});
  return [
    view !== before.view && t('said.view', {name: t(`view.${view}`)}),
    ...facts.layers
      .filter((name) => on.includes(name) !== was.includes(name))
      .map((name) => turned(on.includes(name), layerName(facts, t, name, state.day))),
    patterns !== before.patterns && turned(patterns, t('menu.patterns')),
    draft !== before.draft && t('said.draft', {name: t(draft ? `draft.${draft}` : 'draft.none')}),
    words !== before.words &&
      t('said.words', {name: words ? facts.voices[words].name : t('voice.neutral_words'), ...captionOf(facts, state)}),
    solo !== before.solo &&
      (solo ? t('said.alone', {name: facts.calledOn(solo, state.day).label}) : t('said.together')),
    all !== before.all && t('said.statements', {n: statementsOfYear(facts, state).length}),
  ].filter((said) => said !== false);
}
