// What one can press to answer a question on a phone.

import {h} from '../../atlas/dom.mjs';
import {answerAfter} from './answering.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Answer, Asked} from '../messages' */

/** A button of the page, `name` its class. */
export const phoneButton = (
  /** @type {string} */ name,
  /** @type {string} */ label,
  /** @type {() => void} */ onclick,
) => h('button', {type: 'button', class: `phone-button ${name}`, onclick}, label);

/** @typedef {{question: Asked, answer: Answer, t: Translate, onAnswer: (answer: Answer) => void,
 *   onTyped: (answer: Answer) => void}} Body */

function options(/** @type {Body} */ {question, answer, onAnswer}) {
  return question.options.map((text, place) => {
    const rank = /** @type {number[]} */ (answer).indexOf(place) + 1;
    const onclick = () => onAnswer(answerAfter(question, answer, place));
    return h(
      'button',
      {type: 'button', class: 'phone-option', 'aria-pressed': String(rank > 0), onclick},
      question.kind === 'order' && h('kbd', {}, rank ? String(rank) : ''),
      h('span', {}, text),
    );
  });
}

function yearField(/** @type {Body} */ {question, answer, onTyped}) {
  const field = h('input', {
    class: 'phone-field',
    type: 'text',
    inputmode: 'numeric',
    maxlength: 4,
    'aria-label': question.prompt,
    value: answer[0] ?? '',
    oninput: () => onTyped(field.value ? [Number(field.value)] : []),
  });
  return field;
}

/**
 * The options, the field of a year, or the countries that are chosen on the map. `onAnswer` gets what is chosen,
 * `onTyped` the same while a field has the focus; `unitName(id)` is that of a country.
 * @param {Body & {unitName: (id: string) => string}} options
 */
export function askBody({unitName, ...body}) {
  const {question, answer, t} = body;
  if (question.kind === 'year') return [yearField(body)];
  if (question.kind !== 'countries') return options(body);
  const names = /** @type {string[]} */ (answer).map(unitName).join(', ');
  return [h('p', {class: 'phone-chosen'}, names || t('tap', {most: question.most}))];
}
