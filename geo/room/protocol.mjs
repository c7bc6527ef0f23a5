// What a browser says to a room and hears from it, each message with a version and a shape that is checked. protocol.py
// is its twin on the server, tests/cases/room_messages.json holds both together, docs/room.md tells of them.

/** @import {FromRoom, ToRoom} from './messages' */
/** @typedef {(value: any) => boolean} Check */

export const VERSION = 1;
/** What a phone and a wall may say at once. */
export const MOST_BYTES = 2_000;
export const MOST_BYTES_LEADING = 32_000;

const CODE = /^[BCDFHJKLMNPRTWXZ]{6}$/;
const UNIT = /^[A-Z]{3}(-[A-Z-]{1,20})?$/;
const MOST_UNITS = 150;
const MOST_STATES = 300; // that can be tapped: the world has some 240
const LAST_YEAR = 2100;
// Controls, marks that turn the direction of a text, and halves of letters.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** @type {Check} */
const flag = (value) => typeof value === 'boolean';
/** @type {(least: number, most: number) => Check} */
const whole = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
/** @type {(pattern: RegExp) => Check} */
const like = (pattern) => (value) => typeof value === 'string' && pattern.test(value) && !value.endsWith('\n');
/** @type {(most: number, least?: number) => Check} */
const text =
  (most, least = 1) =>
  (value) =>
    typeof value === 'string' && value.length <= 2 * most && seen(value, least, most);
const seen = (/** @type {string} */ value, /** @type {number} */ least, /** @type {number} */ most) => {
  const {length} = [...value];
  return length >= least && length <= most && !UNSEEN.test(value);
};
/** @type {(least: number, most: number, each: Check) => Check} */
const many = (least, most, each) => (value) =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every((one) => each(one));
/** Whether a value has all fields of a shape and no other. */
const hasFields = (/** @type {any} */ value, /** @type {Record<string, Check>} */ checks) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).sort().join() === Object.keys(checks).sort().join();
/** @type {(checks: Record<string, Check>) => Check} */
const shape = (checks) => (value) =>
  hasFields(value, checks) && Object.entries(checks).every(([name, check]) => check(value[name]));
/** @type {(...checks: Check[]) => Check} */
const either =
  (...checks) =>
  (value) =>
    checks.some((check) => check(value));

const word = like(/^[a-z][a-z_]{0,29}$/);
const id = like(/^[A-Za-z0-9_-]{1,40}$/);
const idOrNone = like(/^[A-Za-z0-9_-]{0,40}$/);
const count = whole(0, 1e9);
const answer = either(many(0, MOST_UNITS, like(UNIT)), many(0, MOST_UNITS, whole(0, LAST_YEAR)));
const points = either((value) => many(4, 600, whole(-99_999, 99_999))(value) && value.length % 2 === 0);

/** A code as it was meant: in capitals, without the spaces and dashes that people put in. */
export const typed = (/** @type {string} */ code) => code.toUpperCase().replace(/[ \u00a0\u2013-]/g, '');
/** @type {Check} */
const code = (value) => typeof value === 'string' && CODE.test(typed(value));

/** @type {Record<string, Check>} */
const QUESTION = {
  id,
  kind: like(/^(countries|choice|order|year)$/),
  prompt: text(300),
  options: many(0, MOST_STATES, text(200)),
  most: whole(1, MOST_UNITS),
};
const isUnlike = (/** @type {any[]} */ values) => new Set(values).size === values.length;

/** Whether an answer is one to its question. */
export function takes(/** @type {any} */ {kind, options, most}, /** @type {any[]} */ given) {
  const places = options.map((/** @type {string} */ _, /** @type {number} */ place) => place);
  if (kind === 'year') return given.length === 1 && whole(1900, LAST_YEAR)(given[0]);
  if (kind === 'order')
    return given.length === places.length && isUnlike(given) && given.every((n) => places.includes(n));
  const known = kind === 'choice' ? places : options;
  return given.length >= 1 && given.length <= most && isUnlike(given) && given.every((each) => known.includes(each));
}

/** Whether a question can be answered, and its right answer is one; of a choice, several may be right. */
function holdsTogether(/** @type {any} */ question) {
  const {kind, options, most, right} = question;
  const fits =
    {
      year: () => !options.length && most === 1,
      countries: () => options.length > 0 && options.every(like(UNIT)),
    }[/** @type {string} */ (kind)] ?? (() => options.length >= 2 && options.length <= 8);
  if (!fits() || !isUnlike(options) || !answer(right)) return false;
  if (kind === 'choice') return right.every(whole(0, options.length - 1));
  return !right.length || takes(question, right);
}

/** @type {Check} */
const asked = (value) => shape({...QUESTION, right: answer})(value) && holdsTogether(value);

/** @type {Record<string, Record<string, Check>>} */
const TO_ROOM = {
  open: {teams: (value) => whole(0, 6)(value) && value !== 1},
  lead: {code, key: id},
  join: {code},
  back: {code, token: id},
  give: {sheet: id, question: id, answer},
  leave: {},
  beat: {},
  show: {
    stop: whole(0, 99),
    day: whole(0, 99_999),
    view: word,
    halted: flag,
    place: like(/^[!-~]{0,600}$/),
    words: text(300, 0),
  },
  draw: {pen: word, points},
  wipe: {},
  ask: {
    exit: flag,
    questions: (value) => many(1, 20, asked)(value) && isUnlike(value.map((/** @type {any} */ each) => each.id)),
  },
  reveal: {},
  clear: {},
  rank: {shown: flag},
  counts: {},
  end: {},
};

const vote = many(2, 2, either(count, like(UNIT), many(2, 8, whole(0, 7))));
const result = shape({question: id, right: answer, votes: many(0, 500, vote), answered: count, rightly: count});
const row = shape({place: whole(1, 9), name: text(60, 0), team: whole(0, 6), points: count});
const answers = (/** @type {any} */ value) =>
  typeof value === 'object' && value !== null && Object.entries(value).every((each) => id(each[0]) && answer(each[1]));

/** @type {Record<string, Record<string, Check>>} */
const FROM_ROOM = {
  opened: {code, key: id},
  joined: {code, token: id},
  you: {name: text(60), team: whole(0, 6), rightly: count, sheet: idOrNone, answers},
  wall: {...TO_ROOM.show, view: like(/^[a-z_]{0,30}$/)},
  ink: {strokes: many(0, 40, shape({pen: word, points}))},
  asked: {sheet: idOrNone, exit: flag, questions: many(0, 20, shape(QUESTION))},
  result: {sheet: idOrNone, of: count, results: many(0, 20, result)},
  board: {shown: flag, rows: many(0, 400, row)},
  class: {code, teams: whole(0, 6), phones: count, answered: many(0, 20, count), ends: whole(0, 1e11)},
  counts: {csv: (value) => typeof value === 'string'},
  ended: {why: word},
  refused: {why: word, sentence: text(400)},
  beat: {},
};

/** A message to the room as it travels. */
export function written(/** @type {ToRoom['kind']} */ kind, /** @type {Record<string, unknown>} */ fields = {}) {
  return JSON.stringify({v: VERSION, kind, ...fields});
}

/** What the room says; null where it is of another version or shape, which this page cannot understand. */
export function read(/** @type {string} */ said) {
  const found = parsed(said);
  return whyNot(found, FROM_ROOM) ? null : /** @type {FromRoom} */ (found);
}

/** Why the room would refuse what is said to it; empty where it would not. */
export function refusal(/** @type {string} */ said, most = MOST_BYTES) {
  if (new TextEncoder().encode(said).length > most) return 'large';
  const found = parsed(said);
  return whyNot(found, TO_ROOM);
}

function parsed(/** @type {string} */ said) {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

function whyNot(/** @type {any} */ found, /** @type {Record<string, Record<string, Check>>} */ shapes) {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return 'shape';
  const {v, kind, ...fields} = found;
  if (v !== VERSION) return 'version';
  const checks = new Map(Object.entries(shapes)).get(kind);
  if (checks === undefined) return 'shape';
  if (!hasFields(fields, checks)) return 'shape';
  if (checks.code === code && !code(fields.code)) return typeof fields.code === 'string' ? 'unknown' : 'shape';
  return shape(checks)(fields) ? '' : 'shape';
}
