// The buttons of the class page in the atlas's footer.

import {h} from '../atlas/dom.mjs';

/** @import {Translate} from '../atlas/types' */
/** @import {ClassTools} from './types' */

/**
 * Buttons to explore or present, for the quiz, and to download the page where it comes from a server; `tool` makes one
 * more, `add` puts it before the download. `of` is the membership of the page in its address, `onAct(name)` is a click.
 * @param {{t: Translate, isOwn: boolean, hasQuiz: boolean, of: string, onAct: (name: string) => void}} options
 * @returns {ClassTools}
 */
export function createClassTools({t, isOwn, hasQuiz, of, onAct}) {
  const tool = (/** @type {string} */ name, /** @type {string} */ label) =>
    h('button', {type: 'button', class: 'plain', 'data-act': name, onclick: () => onAct(name)}, label);
  const present = tool('present', '');
  const quiz = tool('quiz', t('class.quiz'));
  quiz.hidden = !hasQuiz;
  /** @type {HTMLElement} */
  let last = quiz;
  /** @type {HTMLElement[]} */
  const elements = [present, quiz];
  // The page that would come has its own lesson inside, not that of its address.
  if (isOwn && location.protocol.startsWith('http'))
    elements.push(
      h('a', {class: 'plain', href: location.pathname + of, download: t('class.file')}, t('class.download')),
    );
  return {
    elements,
    tool,
    add(element) {
      last.after(element);
      last = element;
    },
    show({isPresenting, isQuiz}) {
      present.textContent = t(isPresenting ? 'class.explore' : 'class.back_to_lesson');
      present.hidden = isQuiz;
    },
  };
}
