// The field in which a year or a day can be typed.

import {focusBeside, h, mark} from '../dom.mjs';

/** @import {Facts, Part, State, Translate} from '../types' */

/**
 * `onTyped(text)` gets what was typed. Escape takes back what is shown.
 * @param {{facts: Facts, t: Translate, onTyped: (text: string) => void}} options
 * @returns {Part<Pick<State, 'day'>>}
 */
export function createYearField({facts, t, onTyped}) {
  const field = h('input', {
    type: 'text',
    class: 'typed',
    name: 'typed-year',
    maxlength: 20,
    size: 4,
    autocomplete: 'off',
    'aria-label': t('timeline.typed'),
  });
  let shown = '';
  let wasLong = false;
  const commit = () => {
    const text = field.value.trim();
    if (text && text !== shown) onTyped(text);
    field.value = shown;
  };
  field.addEventListener('change', commit);
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      commit();
      field.select(); // what is typed next takes its place
    }
    if (event.key === 'Escape') field.value = shown;
  });
  field.addEventListener('focus', () => field.select());
  // In WebKit the end of the press that brings the focus would undo the selection.
  let comes = false;
  field.addEventListener('mousedown', () => (comes = focusBeside(field) !== field));
  field.addEventListener('mouseup', (event) => comes && event.preventDefault());
  return {
    element: field,
    show({day}) {
      const isLong = !facts.isYearEnd(day);
      shown = isLong ? facts.isoOf(day) : String(facts.yearOf(day));
      if (isLong !== wasLong) mark(field, 'data-long', (wasLong = isLong));
      if (focusBeside(field) !== field) field.value = shown;
    },
  };
}
