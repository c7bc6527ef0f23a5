// The buttons of the class page in the atlas's footer.

import {h} from '../atlas/dom.mjs';

/** @import {Translate} from '../atlas/types' */
/** @import {ClassTools} from './types' */

/**
 * Buttons to explore or present, for the quiz, and to download the page where it comes from a server;
 * `add(name, label)` puts one more after the quiz. `onAct(name)` is a click.
 * @param {{t: Translate, onAct: (name: string) => void}} options
 * @returns {ClassTools}
 */
export function createClassTools({t, onAct}) {
  const tool = (/** @type {string} */ name, /** @type {string} */ label) =>
    h('button', {type: 'button', class: 'plain', 'data-act': name, onclick: () => onAct(name)}, label);
  const present = tool('present', '');
  /** @type {HTMLElement[]} */
  const elements = [present, tool('quiz', t('class.quiz'))];
  let last = elements[1];
  if (location.protocol.startsWith('http'))
    elements.push(h('a', {class: 'plain', href: location.pathname, download: t('class.file')}, t('class.download')));
  return {
    elements,
    add(name, label) {
      const button = tool(name, label);
      last.after(button);
      last = button;
    },
    show({isPresenting, isQuiz}) {
      present.textContent = t(isPresenting ? 'class.explore' : 'class.back_to_lesson');
      present.hidden = isQuiz;
    },
  };
}
