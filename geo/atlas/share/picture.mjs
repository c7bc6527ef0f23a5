// The view as a picture, put together from a stage laid out for it, by the browser alone. No server is asked.

import {captionOf, titleBeside} from '../core/caption.mjs';
import {entry} from '../core/lookup.mjs';
import {createOut} from '../core/members_beyond.mjs';
import {dayOfYear, longDate} from '../core/words.mjs';
import {s} from '../dom.mjs';
import {createColumn, FONT} from './picture_column.mjs';
import {copyOf} from './picture_copy.mjs';
import {keyIn} from './picture_key.mjs';

/** @import {Facts, Stage, State, Translate, View, WithStage} from '../types' */
/** @typedef {ReturnType<typeof createColumn>} Column */
/** @import {Out} from '../core/members_beyond.mjs' */
/** @import {Listed} from '../core/name_numbers.mjs' */
/**
 * @typedef {{facts: Facts, t: Translate, state: State, root: HTMLElement, listed: Listed[], out: Out, colour:
 *   (name: string) => string}} Shown `listed` are the names that stand as numbers, `out` is what lies beyond the map
 */

export const PICTURE = {width: 1920, height: 1080};

/** Beside a column of words; or as wide as the picture, the words in a band above it. */
const BESIDE = {x: 460, y: 0, width: 1460, height: 1080};
const BENEATH = {x: 0, y: 232, width: 1920, height: 848};
const WIDE_FROM = 2; // times as wide as high is a view that takes the whole width
const YEAR_AT = {x: 40, y: 10, width: 270, height: 186};
const TOLD_AT = {x: 336, y: 10, width: 480, height: 186};
const KEY_AT = [860, 1210, 1560].map((x) => ({x, y: 10, width: 320, height: 190}));
const KEY_SIZES = [1, 0.9, 0.8, 0.7, 0.6, 0.5]; // the largest in which it fits
const SOURCE_AT = {x: 40, y: 198, width: 1840, height: 24};

/**
 * Where the map of a view stands. The words of an open statement need the column.
 * @param {View} view
 * @param {State} state
 */
const placeOf = ({frame: [, , width, height]}, {statement}) =>
  width > WIDE_FROM * height && !statement ? BENEATH : BESIDE;

/**
 * The year, and the day where it is not the year's last.
 * @param {Column} column
 * @param {{facts: Facts, state: State}} of
 */
function yearIn(column, {facts, state}) {
  column.lines(String(facts.yearOf(state.day)), 112, {'font-weight': 300, x: -6}, {leading: 0.86});
  column.gap(14);
  if (!facts.isYearEnd(state.day)) {
    column.lines(dayOfYear(facts.isoOf(state.day)), 26);
    column.gap(10);
  }
}

/**
 * The caption. A headline in the words of a side says whose.
 * @param {Column} column
 * @param {Pick<Shown, 'facts' | 't' | 'state' | 'out'> & {quiet: string}} of
 */
function captionIn(column, {facts, t, state, out, quiet}) {
  const {title, detail, kind} = captionOf(facts, state);
  if (kind && state.words) column.lines(facts.voices[state.words].name, 18, {fill: quiet});
  column.lines(titleBeside(title, out, t), 30, {'font-weight': 700}, {leading: 1.2});
  column.gap(8);
  column.lines(detail, 21);
  column.gap(20);
}

/**
 * The words of an open statement, with who said them and where they were read.
 * @param {Column} column
 * @param {{facts: Facts, t: Translate, id: string, quiet: string}} of
 */
function quoteIn(column, {facts, t, id, quiet}) {
  const {
    quote,
    paraphrase,
    speaker,
    role,
    city,
    date,
    stance,
    confidence,
    quote_language: language,
    sources,
  } = entry(facts.statements, id);
  const from = language.replace('translated-from-', '');
  column.lines(quote ? `“${quote}”` : paraphrase, 22);
  column.gap(5);
  const about = [
    [speaker, role].filter(Boolean).join(', '),
    `${city}, ${longDate(date)}`,
    t(`stance.${stance}.label`),
    confidence === 'contested' && t('statement.contested'),
    quote && from !== 'en' && t('statement.translated', {language: t(`language_name.${from}`)}),
  ];
  column.lines(`${about.filter(Boolean).join(' · ')}.`, 18, {fill: quiet});
  const producers = facts.producersOf(sources);
  if (producers.length) column.lines(`${t('statement.source')}: ${producers.join('; ')}.`, 18, {fill: quiet});
}

/**
 * All that stands beside the map.
 * @param {Stage} stage
 * @param {Shown} shown
 */
function wordsBeside(stage, {facts, t, state, colour, root, listed, out}) {
  const [text, quiet, rule] = ['--text', '--quiet-text', '--rule'].map(colour);
  const column = createColumn({text, rule});
  column.lines(t('title.subject'), 20, {'font-weight': 700});
  yearIn(column, {facts, state});
  captionIn(column, {facts, t, state, out, quiet});
  if (state.statement) {
    column.rule(0, 6);
    quoteIn(column, {facts, t, id: state.statement, quiet});
    column.gap(18);
  }
  column.rule(0, 8);
  keyIn(column, {stage, listed, root, facts, t, state, text, quiet, out});
  return column.finish();
}

/**
 * All that stands above a wide map: the year, its caption, the key in columns of one size.
 * @param {Stage} stage
 * @param {Shown} shown
 */
function wordsAbove(stage, {facts, t, state, colour, root, listed, out}) {
  const [text, quiet, rule] = ['--text', '--quiet-text', '--rule'].map(colour);
  const [year, told] = [YEAR_AT, TOLD_AT].map((at) => createColumn({text, rule}, at));
  year.lines(t('title.subject'), 20, {'font-weight': 700});
  yearIn(year, {facts, state});
  captionIn(told, {facts, t, state, out, quiet});
  function keyOf(/** @type {number} */ size) {
    const columns = KEY_AT.map(({x, y, width, height}) =>
      createColumn({text, rule}, {x, y, width: width / size, height: height / size}),
    );
    keyIn(columns, {stage, listed, root, facts, t, state, text, quiet, out});
    return {size, columns, isWhole: columns.every((column) => column.fit() === 1)};
  }
  let key = keyOf(KEY_SIZES[0]);
  for (const size of KEY_SIZES.slice(1)) if (!key.isWhole) key = keyOf(size);
  const source = createColumn({text: quiet, rule}, SOURCE_AT);
  source.lines(sourceLine(facts, t, facts.isoOf(state.day)), 15);
  return s(
    'g',
    {},
    year.finish(),
    told.finish(),
    key.columns.map((column) => column.finish(key.size)),
    source.finish(),
  );
}

/** The line at the foot: where this comes from, which day it shows, whose borders. */
const sourceLine = (/** @type {Facts} */ facts, /** @type {Translate} */ t, /** @type {string} */ day) =>
  [
    `${facts.citation.imprint}.`,
    `${t('panel.states_of', {day: longDate(day)})}.`,
    t('footer.borders'),
    `${t('footer.as_of', {date: longDate(facts.as_of)})}.`.replaceAll(' ', '\u00a0'),
  ].join(' ');

/**
 * The source line at the foot of the column.
 * @param {Omit<Shown, 'root' | 'listed' | 'out'>} shown
 */
function sourcesBeneath({facts, t, state, colour}) {
  const column = createColumn({text: colour('--quiet-text'), rule: colour('--rule')});
  column.lines(sourceLine(facts, t, facts.isoOf(state.day)), 15);
  return column.finishAtFoot();
}

/**
 * The SVG of a view, as large as PICTURE, as text. `withStage(sizeFor, font, copy)` lays it out and hands `copy`
 * the stage, and the names that stand on it as numbers.
 * @param {{facts: Facts, t: Translate, root: HTMLElement, state: State, withStage: WithStage}} options
 * @returns {string}
 */
export const pictureOf = ({facts, t, root, state, withStage}) =>
  withStage(
    (view) => placeOf(view, state),
    FONT,
    (stage, listed) => {
      const at = placeOf(stage.view, state);
      const {x, y, width, height} = at;
      const colour = (/** @type {string} */ name) => getComputedStyle(root).getPropertyValue(name).trim();
      const out = createOut(facts)({view: stage.view, day: state.day, sight: stage.sight()});
      const shown = {facts, t, state, colour, root, listed, out};
      const words = at === BENEATH ? [wordsAbove(stage, shown)] : [wordsBeside(stage, shown), sourcesBeneath(shown)];
      const drawing = s(
        'svg',
        {viewBox: `0 0 ${PICTURE.width} ${PICTURE.height}`, ...PICTURE, 'font-family': FONT, role: 'img'},
        s('title', {}, `${facts.whenOn(state.day)}: ${titleBeside(captionOf(facts, state).title, out, t)}`),
        s('desc', {}, facts.spokenOn(state.day)),
        s('rect', {...PICTURE, fill: colour('--page')}),
        s('rect', {x, y, width, height, fill: colour('--sea')}),
        s(
          'svg',
          {x, y, width, height, viewBox: `0 0 ${width} ${height}`, overflow: 'hidden'},
          stage.layers.map(copyOf),
        ),
        words,
      );
      return new XMLSerializer().serializeToString(drawing);
    },
  );
