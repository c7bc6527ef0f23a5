// Which key does what in a lesson. Pure.

const WHILE_PRESENTING = new Map([
  [' ', 'next'],
  ['Enter', 'next'],
  ['PageDown', 'next'],
  ['PageUp', 'previous'],
  ['Home', 'firstStop'],
  ['End', 'lastStop'],
]);
const ALWAYS = new Map([
  ['n', 'notes'],
  ['b', 'blank'],
  ['.', 'blank'],
  ['l', 'spot'],
  ['p', 'present'],
  ['s', 'words'],
  ['q', 'quiz'],
]);

/**
 * The act that a key asks for in a lesson, or null where the key is the atlas's own. A button keeps space and Enter for
 * itself.
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
  if (!isPresenting || shiftKey || (place === 'control' && (name === ' ' || name === 'Enter'))) return null;
  return WHILE_PRESENTING.get(name) ?? null;
}
