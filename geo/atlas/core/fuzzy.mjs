// How well a typed word matches another: letters that differ in case or accents alone are the same, a few typing errors
// are forgiven, and the beginning of a word is enough.

const SAME = new Map(
  Object.entries({ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ə: 'e'}),
);
const LONGEST = 24; // a longer word is cut: nobody asks for one
const FORGIVEN = [4, 7]; // letters from which one error is forgiven, and two

/**
 * A text as it is compared: lower case, no accents, nothing but letters and digits, one space between words.
 * @param {string} text
 */
export const folded = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u02bb\u02bc'’]/g, '')
    .replace(/[łøßæœđðþıə]/g, (letter) => SAME.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/**
 * The words of a text as they are compared.
 * @param {string} text
 * @returns {string[]}
 */
export const wordsOf = (text) => {
  const plain = folded(text);
  return plain ? plain.split(' ').map((word) => word.slice(0, LONGEST)) : [];
};

/**
 * The fewest errors (a letter more, less, other, or two that changed places) by which `typed` becomes the beginning of
 * `word`, and by which it becomes all of it; more than `most` count as most + 1.
 * @param {string} typed
 * @param {string} word
 * @param {number} most
 * @returns {{beginning: number, whole: number}}
 */
export function errorsBetween(typed, word, most) {
  const width = Math.min(word.length, typed.length + most);
  /** @type {number[]} */
  let before = [];
  let row = Array.from({length: width + 1}, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= width; j += 1) {
      const cost = typed[i - 1] === word[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most && Math.min(...row) > most) return {beginning: most + 1, whole: most + 1};
    [before, row] = [row, next];
  }
  const limit = (/** @type {number} */ errors) => Math.min(errors, most + 1);
  return {beginning: limit(Math.min(...row)), whole: width === word.length ? limit(row[width]) : most + 1};
}

/**
 * How well a typed word matches another, from 0 (not at all) to 1 (the same); both as `wordsOf` gives them.
 * @param {string} typed
 * @param {string} word
 * @returns {number}
 */
export function likeness(typed, word) {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.75 + (0.2 * typed.length) / word.length;
  const most = FORGIVEN.filter((letters) => typed.length >= letters).length;
  if (!most || word.length < typed.length - most || /\d/.test(typed)) return 0; // numbers are meant as they are typed
  const [one, two] = typed;
  if (one !== word[0] && one !== word[1] && two !== word[0] && two !== word[1]) return 0;
  const {beginning, whole} = errorsBetween(typed, word, most);
  if (whole <= most) return 0.82 - 0.1 * whole;
  return beginning <= most && typed.length > FORGIVEN[0] ? 0.62 - 0.12 * beginning : 0;
}
