// A choice of one among a few, in a row.

import {h} from '../../atlas/dom.mjs';

/**
 * Radios of a name; `onChoose(value)` gets the one that is chosen.
 * @template {string | number} Value
 * @param {{name: string, title: string, values: Value[], chosen: Value, label: (value: Value) => string,
 *   onChoose: (value: Value) => void}} options
 */
export function radios({name, title, values, chosen, label, onChoose}) {
  const radio = (/** @type {Value} */ value) =>
    h('input', {type: 'radio', name, value, checked: value === chosen, onchange: () => onChoose(value)});
  return h(
    'fieldset',
    {class: 'quiz-choice'},
    h('legend', {}, title),
    values.map((value) => h('label', {}, radio(value), h('span', {}, label(value)))),
  );
}
