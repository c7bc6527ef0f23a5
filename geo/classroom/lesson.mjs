// Where a lesson stands. Pure: a place in, a place out. A place is {at, revealed}: the stop, and the stops whose year has been played.

/** The place at the beginning. */
export const startAt = (at = 0) => ({at, revealed: []});

/** Whether a stop still waits for the class to predict: it has a year to halt at, and that year has not been left. */
export const isHalted = (stops, {at, revealed}) => Boolean(stops[at].before) && !revealed.includes(at);

/** On: from the question to the year itself, from there to the next stop. The last stop stays. */
export function goOn(stops, place) {
  if (isHalted(stops, place)) return {...place, revealed: [...place.revealed, place.at]};
  return goTo(stops, place, place.at + 1);
}

/** Back to the stop before, as it was left. */
export const goBack = (stops, place) => goTo(stops, place, place.at - 1);

/** To a stop by number; what has been revealed stays so. */
export const goTo = (stops, place, at) => ({...place, at: Math.min(stops.length - 1, Math.max(0, at))});

/** The stop that an address asks for, `?stop=5`, counted from one; null for none or one that is not there. */
export function stopAsked(search, stops) {
  const asked = new URLSearchParams(search).get('stop');
  return asked !== null && /^[1-9]\d{0,2}$/.test(asked) && Number(asked) <= stops.length ? Number(asked) - 1 : null;
}

/** What the atlas shows at a place: the state without its view. */
export function stateOf(stops, place) {
  const stop = stops[place.at];
  const halted = isHalted(stops, place);
  return {
    year: halted ? stop.before : stop.year,
    layers: stop.layers.join(','),
    focus: halted ? [] : stop.focus,
    told: halted ? null : stop.statement || null,
    draft: halted ? null : stop.draft || null,
  };
}

const PRESENT = {' ': 'next', Enter: 'next', PageDown: 'next', PageUp: 'previous', Home: 'firstStop', End: 'lastStop'};
const ALWAYS = {n: 'notes', b: 'blank', '.': 'blank', l: 'spot', p: 'present', s: 'words', q: 'quiz'};

/** The act that a key asks for in a lesson, or null where the key is the atlas's own. A button keeps space and Enter for itself. */
export function lessonActOf({key, shiftKey, ctrlKey, metaKey, altKey}, place, presenting) {
  if (ctrlKey || metaKey || altKey || place === 'text') return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (ALWAYS[name]) return ALWAYS[name];
  if (!presenting || shiftKey || (place === 'control' && (name === ' ' || name === 'Enter'))) return null;
  return PRESENT[name] ?? null;
}

/** Minutes planned up to the end of each stop. */
export const plannedUpTo = (stops) =>
  stops.map((_, i) => stops.slice(0, i + 1).reduce((sum, {minutes}) => sum + minutes, 0));

/** 63 000 ms -> 1:03; below zero with a sign. */
export function clockText(ms) {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return `${ms < -499 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
