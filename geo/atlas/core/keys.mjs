// Which key does what. Pure: a key and where the focus is in, the name of an act out. `c` and `r` stay free.

/** @typedef {'stage' | 'range' | 'text' | 'control' | 'page'} Place */

const EVERYWHERE = new Map([
  ['shift+ArrowLeft', 'previousChange'],
  ['shift+ArrowRight', 'nextChange'],
  ['PageUp', 'tenOn'],
  ['PageDown', 'tenBack'],
  ['Home', 'firstYear'],
  ['End', 'lastYear'],
  ['Escape', 'close'],
  ['/', 'search'],
  ['shift+/', 'search'],
  ['?', 'help'],
  ['shift+?', 'help'],
  ['f', 'fullScreen'],
  ['F', 'fullScreen'],
  ['shift+F', 'fullScreen'],
]);
const ARROWS = new Map([
  ['ArrowLeft', 'yearBack'],
  ['ArrowRight', 'yearOn'],
]);
const ATLAS = new Map([...ARROWS, [' ', 'play'], ['Enter', 'play'], ['shift+ ', 'readDay']]);
const RANGE = new Map([...ATLAS, ['ArrowDown', 'yearBack'], ['ArrowUp', 'yearOn']]);
const STAGE = new Map([
  ['ArrowLeft', 'walkLeft'],
  ['ArrowUp', 'walkUp'],
  ['ArrowRight', 'walkRight'],
  ['ArrowDown', 'walkDown'],
  ['shift+ArrowUp', 'previousAlike'],
  ['shift+ArrowDown', 'nextAlike'],
  [' ', 'openCard'],
  ['Enter', 'openCard'],
  ['shift+Enter', 'readCountry'],
  ['shift+ ', 'readDay'],
]);
/**
 * @type {Record<Place, Map<string, string>>} a button keeps space and Enter for itself, a field all but what is known
 *   everywhere
 */
const WHERE = {stage: STAGE, range: RANGE, control: ARROWS, page: ATLAS, text: new Map()};

/**
 * The act a key asks for, or null.
 * @param {{key: string, shiftKey: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean}} event
 * @param {Place} place
 * @returns {string | null}
 */
export function actOf({key, shiftKey, ctrlKey, metaKey, altKey}, place) {
  if (ctrlKey || metaKey || altKey || (place === 'text' && key !== 'Escape')) return null;
  const name = shiftKey ? `shift+${key}` : key;
  if (/^[1-9]$/.test(name)) return `view${name}`;
  return EVERYWHERE.get(name) ?? WHERE[place].get(name) ?? null;
}

/**
 * Where the focus is, from the elements the event passed through.
 * @param {readonly unknown[]} path
 * @returns {Place}
 */
export function placeOf(path) {
  for (const node of /** @type {Partial<Element>[]} */ (path)) {
    if (!node.matches) continue;
    if (node.matches('input[type=range]')) return 'range';
    if (node.matches('input, textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox]'))
      return 'text';
    if (node.matches('button, a[href], summary')) return 'control';
    if (node.matches('.stage')) return 'stage';
  }
  return 'page';
}
