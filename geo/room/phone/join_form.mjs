// The first page of a phone: six letters from the wall.

import {h, say} from '../../atlas/dom.mjs';
import {typed} from '../protocol.mjs';

/** @import {Translate} from '../../atlas/types' */

const LETTERS = 6;

/**
 * The form; `onCode(code)` gets a code that has all its letters.
 * @param {{t: Translate, onCode: (code: string) => void}} options
 */
export function createJoinForm({t, onCode}) {
  const field = h('input', {
    class: 'phone-code',
    type: 'text',
    id: 'code',
    maxlength: 12,
    autocomplete: 'off',
    autocapitalize: 'characters',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    oninput: () => say(problem, ''),
  });
  const problem = h('p', {class: 'phone-problem', role: 'alert'});
  const form = h(
    'form',
    {
      class: 'phone-form',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const code = typed(field.value);
        if (code.length === LETTERS) onCode(code);
        else say(problem, t('letters'));
      },
    },
    h('p', {class: 'phone-name'}, t('atlas')),
    h('h1', {}, h('label', {for: 'code'}, t('type'))),
    field,
    problem,
    h('button', {type: 'submit', class: 'phone-button phone-main'}, t('join')),
    h('p', {class: 'phone-quiet'}, t('privacy')),
  );
  return {
    element: form,
    fill: (/** @type {string} */ code) => (field.value = code),
    refuse: (/** @type {string} */ sentence) => say(problem, sentence),
    focus: () => field.focus(),
  };
}
