// The keys that lead a lesson, for the sheet of keys: [key, name of its meaning].

/** @type {[key: string, name: string][]} */
export const LEADING_ROWS = [
  ['N', 'notes'],
  ['Shift + N', 'notes_below'],
  ['B', 'blank'],
  ['L', 'spot'],
  ['D', 'draw'],
  ['Z', 'freeze'],
  ['A', 'live'],
];
