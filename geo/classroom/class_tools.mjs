// The buttons of the class page in the atlas's footer.

import {h} from '../atlas/dom.mjs';

/** @import {Translate} from '../atlas/types' */

/**
 * Buttons to explore or present, for the quiz, for the notes, and to download the page where it comes from a server.
 * `onAct(name)` is a click.
 * @param {{t: Translate, onAct: (name: string) => void}} options
 * @returns {{elements: HTMLElement[], show: (shown: {isPresenting: boolean, isQuiz: boolean}) => void}}
 */
export function createClassTools({t, onAct}) {
  const tool = (/** @type {string} */ name, /** @type {string} */ label) =>
    h('button', {type: 'button', class: 'plain', 'data-act': name, onclick: () => onAct(name)}, label);
  const present = tool('present', '');
  /** @type {HTMLElement[]} */
  const elements = [present, tool('quiz', t('class.quiz')), tool('notes', t('class.notes'))];
  if (location.protocol.startsWith('http'))
    elements.push(h('a', {class: 'plain', href: location.pathname, download: t('class.file')}, t('class.download')));
  return {
    elements,
    show({isPresenting, isQuiz}) {
      present.textContent = t(isPresenting ? 'class.explore' : 'class.back_to_lesson');
      present.hidden = isQuiz;
    },
  };
}
