// The numbers of path data. They are many, and all are read before the first picture.

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
