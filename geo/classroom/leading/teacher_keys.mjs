// The keys that lead a lesson: what each asks for, and their rows on the sheet of keys.

const ACTS = new Map([
  ['n', 'notes'],
  ['b', 'blank'],
  ['.', 'blank'],
  ['l', 'spot'],
  ['d', 'draw'],
  ['z', 'freeze'],
  ['a', 'live'],
]);
const WITH_SHIFT = new Map([['n', 'notesBelow']]);
const IN_QUIZ = ['notes', 'blank', 'spot'];

/** @type {[key: string, words: string][]} for the sheet of keys */
export const LEADING_ROWS = [
  ['N', 'leading.key_notes'],
  ['Shift + N', 'leading.key_notes_below'],
  ['B', 'leading.key_blank'],
  ['L', 'leading.key_spot'],
  ['D', 'leading.key_draw'],
  ['Z', 'leading.key_freeze'],
  ['A', 'leading.key_live'],
];

/**
 * The act that a key asks for, or null where it leads nothing. Pure.
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @param {string} place  where the focus is: 'stage', 'range', 'text', 'control' or 'page'
 * @param {boolean} isQuiz
 * @returns {string | null}
 */
export function leadingActOf({key, shiftKey, ctrlKey, metaKey, altKey}, place, isQuiz) {
  if (ctrlKey || metaKey || altKey || place === 'text') return null;
  const name = key.toLowerCase();
  const act = ACTS.get(name) ?? null;
  if (isQuiz) return act && IN_QUIZ.includes(act) ? act : null;
  return (shiftKey && WITH_SHIFT.get(name)) || act;
}
