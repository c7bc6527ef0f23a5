// Whether the class page presents its lesson or lets a class explore the map, and the address that says so.

import {mark} from '../atlas/dom.mjs';
import {OVER} from '../atlas/panel/over.mjs';
import {writeClassAddress} from './class_address.mjs';

/** @import {ClassMode, Place, Stop} from './types' */

/**
 * An address is kept for a reload and for others, and beside it for the reload alone what the class has predicted; a
 * page opened as a file may not be allowed to change its own.
 * @param {string} search
 * @param {number[]} revealed
 */
function keepAddress(search, revealed) {
  try {
    history.replaceState({...history.state, revealed}, '', search + location.hash);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
  }
}

/**
 * A place as it was left before a reload: what was revealed is not asked again. At its title a lesson begins anew, with
 * another class.
 * @param {Place} place
 * @param {Stop[]} stops
 * @returns {Place}
 */
export function leftBefore(place, stops) {
  const revealed = history.state?.revealed;
  const isKnown = Array.isArray(revealed) && revealed.every((at) => Number.isInteger(at) && at in stops);
  return isKnown && place.cover !== 'title' ? {...place, revealed} : place;
}

/**
 * @param {HTMLElement} root
 * @param {boolean} startsPresenting
 * @param {string} of  the membership of the page, as its address has it
 * @returns {ClassMode}
 */
export function createClassMode(root, startsPresenting, of) {
  let isPresenting = startsPresenting;
  const over = new URLSearchParams(location.search).get(OVER);
  /** @type {string | null} what a quiz puts in the address */
  let quiz = null;
  let isQuiz = false;
  const isOnWall = () => isPresenting || isQuiz;
  const showLayout = () => mark(root, 'data-layout', isOnWall() ? 'projector' : null);
  showLayout();
  return {
    isPresenting: () => isPresenting,
    isOnWall,
    toggle() {
      isPresenting = !isPresenting;
      showLayout();
    },
    showQuiz(on) {
      isQuiz = on;
      showLayout();
    },
    setQuiz: (code) => (quiz = code),
    keep: (place, search = location.search) =>
      keepAddress(writeClassAddress(search, {quiz, isPresenting, place, of, over}), place.revealed),
  };
}
