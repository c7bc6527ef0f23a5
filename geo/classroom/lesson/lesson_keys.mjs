// Which key does what in a lesson. Pure.

const WHILE_PRESENTING = new Map([
  [' ', 'next'],
  ['Enter', 'next'],
  ['PageDown', 'next'],
  ['PageUp', 'previous'],
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['Home', 'firstStop'],
  ['End', 'lastStop'],
]);
const WITH_SHIFT = new Map([
  ['ArrowLeft', 'yearBack'],
  ['ArrowRight', 'yearOn'],
]);
const ALWAYS = new Map([
  ['p', 'present'],
  ['s', 'words'],
  ['q', 'quiz'],
]);
const ARROWS = ['ArrowLeft', 'ArrowRight'];
/** What the place that has the focus keeps for itself: a button is pressed, a country walked to, a slider moved. */
const KEPT = new Map([
  ['control', [' ', 'Enter']],
  ['stage', ARROWS],
  ['range', ARROWS],
]);

/**
 * The act that a key asks for in a lesson, or null where the key is the atlas's own.
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @param {string} place  where the focus is: 'stage', 'range', 'text', 'control' or 'page'
 * @param {boolean} isPresenting
 * @returns {string | null}
 */
export function lessonActOf({key, shiftKey, ctrlKey, metaKey, altKey}, place, isPresenting) {
  if (ctrlKey || metaKey || altKey || place === 'text') return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const always = ALWAYS.get(name);
  if (always) return always;
  if (!isPresenting) return null;
  if (shiftKey) return WITH_SHIFT.get(name) ?? null;
  if (KEPT.get(place)?.includes(name)) return null;
  return WHILE_PRESENTING.get(name) ?? null;
}
