// What the pages of the class on the wall are made of.

import {h} from '../../atlas/dom.mjs';
import {mainQuizButton, quizButton} from '../quiz/quiz_button.mjs';

/** @import {Translate} from '../../atlas/types' */
/**
 * @typedef {{nodes: HTMLElement[], first: HTMLElement, update?: () => void}} Page what stands in the box, what gets the
 *   focus, what brings it up to date
 */

export const button = quizButton;
export const mainButton = mainQuizButton;

/** The heading of a page; it can be given the focus, so that what follows is read on from there. */
export const heading = (/** @type {string} */ text) => h('h1', {tabindex: -1}, text);

export const row = (/** @type {(HTMLElement | false)[]} */ ...children) => h('p', {class: 'quiz-row'}, children);

/** How many phones, in words. */
export const phonesText = (/** @type {Translate} */ t, /** @type {number} */ n) =>
  t(n === 1 ? 'phones_one' : 'phones_many', {n});
