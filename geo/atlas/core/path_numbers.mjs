// The numbers of path data. They are many, and all are read before the first picture.

import {keep} from './lookup.mjs';

const [MINUS, ZERO, NINE] = [45, 48, 57];

/**
 * The whole numbers of a text, in their order.
 * @param {string} text such as `10 20l3-4 5 6z`
 * @returns {number[]}
 */
export function numbersIn(text) {
  const numbers = [];
  let value = 0;
  let sign = 1;
  let isNumber = false;
  for (let i = 0; i <= text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO;
      isNumber = true;
      continue;
    }
    if (isNumber) numbers.push(sign * value);
    sign = code === MINUS ? -1 : 1;
    value = 0;
    isNumber = false;
  }
  return numbers;
}

/** The corners of path data in relative whole numbers (`M10 20l3-4 5 6zM..`), line by line: x, y, x, y, ... */
export const linesIn = keep((/** @type {string} */ path) =>
  path
    .split('M')
    .slice(1)
    .map((line) => {
      const steps = numbersIn(line);
      for (let i = 2; i < steps.length; i += 1) steps[i] += steps[i - 2];
      return steps;
    }),
);
