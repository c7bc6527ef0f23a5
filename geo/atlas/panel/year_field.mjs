// The field in which a year can be typed.

import {readYear} from '../core/timeline.mjs';
import {h} from '../dom.mjs';

/** @import {Part, State, Translate} from '../types' */

/**
 * `onYear(year, 'jump', text)` gets what was typed, the year null where it is none. Escape takes the shown year back.
 * @param {{t: Translate, onYear: (year: number | null, how: string, typed?: string) => void}} options
 * @returns {Part<Pick<State, 'year'>>}
 */
export function createYearField({t, onYear}) {
  const field = h('input', {
    type: 'text',
    inputmode: 'numeric',
    class: 'typed',
    name: 'typed-year',
    maxlength: 4,
    size: 4,
    autocomplete: 'off',
    'aria-label': t('timeline.typed'),
  });
  let shown = null;
  const commit = () => {
    const text = field.value.trim();
    if (text && text !== String(shown)) onYear(readYear(text), 'jump', text);
    field.value = shown;
  };
  field.addEventListener('change', commit);
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') field.value = shown;
  });
  field.addEventListener('focus', () => field.select());
  return {
    element: field,
    show({year}) {
      shown = year;
      if (document.activeElement !== field && field.getRootNode().activeElement !== field) field.value = year;
    },
  };
}
