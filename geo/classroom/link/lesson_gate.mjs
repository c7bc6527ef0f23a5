// The gate that a lesson from an address passes: it has the shape of a lesson, and names what the page has. Pure.

import {createCalendar} from '../../atlas/core/calendar.mjs';
import {longDate} from '../../atlas/core/words.mjs';
import {headOf} from './head_gate.mjs';
import {LinkError} from './lesson_link.mjs';

/** @import {RawFacts, Sources} from '../../atlas/types' */
/** @import {Limits, TeachersLesson, TeachersStop} from '../types' */
/** @typedef {Record<string, unknown>} Fields */
/** @typedef {(name: string, value: unknown) => string} TakeOne */
/** @typedef {{facts: RawFacts, sources: Sources, views: string[], limits: Limits}} Page what there is to name */

const VERSION = 1;
const FULL_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_LISTED = 100;

function isFields(/** @type {unknown} */ value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {Page} page @returns {Record<string, Set<string>>} by field, what it may name */
function knownBy({facts, sources, views}) {
  const units = new Set(facts.units.map(({id}) => id));
  return {
    view: new Set(views),
    statement: new Set(facts.statements.map(({id}) => id)),
    draft: new Set(facts.drafts.map(({id}) => id)),
    solo: new Set(facts.statuses),
    country: units,
    focus: units,
    names: units,
    layers: new Set(facts.layers),
    sources: new Set(Object.keys(sources)),
  };
}

/**
 * The texts of `fields`, by the names and lengths of `most`; none where there is none.
 * @template {Record<string, number>} Lengths
 * @param {Fields} fields
 * @param {Lengths} most
 */
function textsOf(fields, most) {
  const texts = /** @type {Record<keyof Lengths, string>} */ ({});
  for (const name of /** @type {(keyof Lengths & string)[]} */ (Object.keys(most))) {
    const value = fields[name] ?? '';
    if (typeof value !== 'string' || value.length > most[name]) throw new LinkError('broken');
    texts[name] = value;
  }
  return texts;
}

/** @param {unknown} value @param {number} least @param {number} most @returns {value is number} */
const isWithin = (value, least, most) => typeof value === 'number' && value >= least && value <= most;

/** @param {unknown} camera @param {number} most */
function cameraOf(camera, most) {
  if (camera === undefined) return [];
  const isPlace = Array.isArray(camera) && camera.length === 3 && camera.every((each) => isWithin(each, 0, 100_000));
  if (!isPlace || !isWithin(camera[2], 0.01, most)) throw new LinkError('broken');
  return camera;
}

/**
 * The day of a field as a number, and in words where it is not the end of its year; null where there is none.
 * @param {unknown} day
 * @param {ReturnType<typeof createCalendar>} calendar
 */
function dayOf(day, calendar) {
  if (day === undefined || day === '') return null;
  if (typeof day !== 'string' || !FULL_DAY.test(day) || !calendar.holds(day)) throw new LinkError('broken');
  const number = calendar.numberOf(day);
  return {number, told: longDate(day), ofYear: String(calendar.yearOf(number)), isEnd: calendar.isYearEnd(number)};
}

/**
 * One stop; `name(field, value)` gives the value where it is known, and else notes it.
 * @param {Fields} fields
 * @param {{page: Page, calendar: ReturnType<typeof createCalendar>,
 *   known: (field: string, value: string) => boolean}} of
 * @returns {TeachersStop}
 */
function stopOf(fields, {page: {facts, sources, limits}, calendar, known}) {
  const one = (/** @type {string} */ field, otherwise = '') => {
    const value = fields[field] ?? otherwise;
    if (typeof value !== 'string') throw new LinkError('broken');
    return value && known(field, value) ? value : '';
  };
  const many = (/** @type {string} */ field, /** @type {string[]} */ otherwise = []) => {
    const values = fields[field] ?? otherwise;
    if (!Array.isArray(values) || values.length > MOST_LISTED) throw new LinkError('broken');
    if (!values.every((value) => typeof value === 'string')) throw new LinkError('broken');
    return values.filter((value) => known(field, value));
  };
  const {year, before = 0, minutes = limits.minutes} = fields;
  if (!Number.isInteger(year) || !isWithin(year, facts.first, facts.last)) throw new LinkError('broken');
  if (!isWithin(before, 0, facts.last) || !isWithin(minutes, 0, limits.most_minutes)) throw new LinkError('broken');
  const read = many('sources');
  const [day, halt] = [dayOf(fields.day, calendar), dayOf(fields.halt, calendar)];
  return {
    year,
    before: halt ? before : 0,
    minutes,
    ...textsOf(fields, limits.stop),
    day: day?.number ?? calendar.yearEnd(year),
    when: day?.told ?? String(year),
    day_before: halt && halt.number,
    when_before: halt ? (halt.isEnd ? halt.ofYear : halt.told) : '',
    view: one('view', limits.view) || limits.view,
    statement: one('statement'),
    draft: one('draft'),
    solo: one('solo'),
    country: one('country'),
    focus: many('focus'),
    names: many('names'),
    layers: many('layers', limits.layers),
    camera: cameraOf(fields.camera, limits.most_zoom),
    sources: read,
    producers: [...new Set(read.map((id) => sources[id].producer))],
  };
}

/**
 * The lesson that came, as the page shows it, with the names it does not know; throws a LinkError for what is none.
 * @param {unknown} came
 * @param {Page} page
 * @returns {{lesson: TeachersLesson, unknown: string[]}}
 */
export function admitted(came, page) {
  if (!isFields(came)) throw new LinkError('broken');
  const fields = /** @type {Fields} */ (came);
  if (fields.v !== VERSION) throw new LinkError('version');
  const {stops, link = ''} = fields;
  const {limits, facts} = page;
  if (!Array.isArray(stops) || !stops.length || stops.length > limits.stops) throw new LinkError('broken');
  if (!stops.every(isFields) || typeof link !== 'string') throw new LinkError('broken');
  const names = knownBy(page);
  /** @type {Set<string>} */
  const unknown = new Set();
  const known = (/** @type {string} */ field, /** @type {string} */ value) => {
    if (names[field].has(value)) return true;
    unknown.add(value);
    return false;
  };
  const calendar = createCalendar(facts);
  const lesson = {
    ...textsOf(fields, limits.head),
    ...headOf(fields.head, limits.longest),
    link,
    stops: stops.map((each) => stopOf(each, {page, calendar, known})),
  };
  return {lesson, unknown: [...unknown]};
}
