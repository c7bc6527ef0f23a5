// Whether the class page presents its lesson or lets a class explore the map, and the address that says so.

import {mark} from '../atlas/dom.mjs';
import {writeClassAddress} from './class_address.mjs';

/** @import {ClassMode} from './types' */

/** An address is kept for a reload and for others; a page opened as a file may not be allowed to change its own. */
function keepAddress(/** @type {string} */ search) {
  try {
    history.replaceState(history.state, '', search + location.hash);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
  }
}

/**
 * @param {HTMLElement} root
 * @param {boolean} startsPresenting
 * @param {string} of  the membership of the page, as its address has it
 * @returns {ClassMode}
 */
export function createClassMode(root, startsPresenting, of) {
  let isPresenting = startsPresenting;
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
    keep: (place, search = location.search) => keepAddress(writeClassAddress(search, {quiz, isPresenting, place, of})),
  };
}
