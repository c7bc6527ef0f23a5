// Statements per year over the track: bars by the colour of their stance, a tip for each, a click that lists them. One
// stop for the keys, and arrows from bar to bar.

import {barNear, barsOf, captionRoom} from '../core/timeline_layout.mjs';
import {changeBeside} from '../core/timeline.mjs';
import {h, mark, pointIn, s} from '../dom.mjs';
import {barsKey} from './bars_key.mjs';

/** @import {Measure, Track} from '../core/timeline_layout.mjs' */
/** @import {Facts, Translate} from '../types' */
/** @import {createTimelineTip} from './timeline_tip.mjs' */
/** @typedef {ReturnType<typeof barsOf>} Chart */
/** @typedef {Facts['stance_groups']} Groups the stances of a colour */

const CAPTION_EM = 1.3; // the line of words over the low bars
const LEAST_WITH_LINE_PX = 40; // a lower chart has no height to give away
const SWATCH_PX = 25; // of a colour of the key, with the gaps around it
const BOLD = 1.08; // times as wide as the measure of plain text

/**
 * What the years say: the sum, and how many of each stance.
 * @param {Facts} facts
 * @param {Translate} t
 */
function createCounts(facts, t) {
  const stances = Object.keys(facts.glyphs);
  const countOf = (/** @type {number} */ year, /** @type {string[]} */ of) =>
    facts.statementsOf(year).filter(({stance}) => of.includes(stance)).length;
  const sumOf = (/** @type {number} */ year) => {
    const n = facts.statementsOf(year).length;
    return t(n === 1 ? 'timeline.statement_of' : 'timeline.statements_of', {year, n});
  };
  const rowsOf = (/** @type {number} */ year) =>
    stances
      .map((stance) => ({stance, label: t(`stance.${stance}.label`), n: countOf(year, [stance])}))
      .filter(({n}) => n);
  return {
    countOf,
    spoken(/** @type {number} */ year) {
      const counted = rowsOf(year).map(({label, n}) => `${label} ${n}`);
      return `${sumOf(year)}: ${counted.join(', ')}`;
    },
    told: (/** @type {number} */ year) => [
      h('strong', {}, sumOf(year)),
      h(
        'ul',
        {},
        rowsOf(year).map(({stance, label, n}) =>
          h('li', {}, facts.icon({stance, confidence: ''}), h('span', {}, label), h('b', {}, String(n))),
        ),
      ),
    ],
  };
}

/**
 * The title of the chart, and what its colours mean, as long as there is room for it.
 * @param {Groups} groups
 * @param {Translate} t
 */
function createCaption(groups, t) {
  const title = t('timeline.statements');
  const key = h('span', {class: 'chart-key'});
  const heading = h('strong', {}, title);
  const element = h('p', {class: 'chart-caption', 'aria-hidden': 'true'}, heading, key);
  const widthOf = (/** @type {number} */ form, /** @type {Measure} */ measure) =>
    groups.reduce((sum, {labels}) => sum + measure(labels[form]) + SWATCH_PX, BOLD * measure(title));
  return {
    element,
    heading,
    /** The longest form of the key that has room; -1 where none has. */
    formFor: (/** @type {number} */ room, /** @type {Measure} */ measure) =>
      groups[0].labels.findIndex((_, form) => widthOf(form, measure) <= room),
    write(/** @type {number} */ form) {
      key.replaceChildren(...(form < 0 ? [] : barsKey(groups, form)));
    },
  };
}

/**
 * The parts of the bars, one for each colour that a year has.
 * @param {Chart} chart
 * @param {Groups} groups
 * @param {ReturnType<typeof createCounts>['countOf']} countOf
 * @param {number} height
 */
const partsOf = ({bars, w, unit}, groups, countOf, height) =>
  bars.flatMap(({year, x}) => {
    let below = 0;
    return groups.flatMap(({key: name, stances}) => {
      const n = countOf(year, stances);
      if (!n) return [];
      const [left, high] = [(x - w / 2).toFixed(1), (n * unit).toFixed(1)];
      const y = (height - (below += n) * unit).toFixed(1);
      const hooks = {class: 'bar-part', 'data-group': name, 'data-year-of-bar': year};
      return [s('rect', {...hooks, x: left, y, width: w, height: high})];
    });
  });

/**
 * @param {{facts: Facts, t: Translate, tip: ReturnType<typeof createTimelineTip>, onPick: (year: number) => void}} of
 *   `onPick(year)` is a click on a bar
 */
export function createStatementChart({facts, t, tip, onPick}) {
  const groups = facts.stance_groups;
  const years = facts.yearsOfStatements;
  const {countOf, spoken, told} = createCounts(facts, t);
  const caption = createCaption(groups, t);
  const drawing = s('svg', {class: 'bars', 'aria-hidden': 'true'});
  const pick = h('button', {type: 'button', class: 'bar-pick'});
  const label = {role: 'group', 'aria-label': t('timeline.statements')};
  const element = h('div', {class: 'columns', ...label}, caption.element, drawing, pick);
  /** @type {Chart} */
  let chart = {bars: [], w: 0, unit: 0};
  let at = years[years.length - 1]; // the bar on which the one button stands

  const placeOf = (/** @type {number} */ year) => chart.bars.find((bar) => bar.year === year)?.x ?? 0;
  const yearUnder = (/** @type {MouseEvent} */ event) => barNear(chart.bars, pointIn(element, event)[0]);
  function stand(/** @type {number} */ year) {
    at = year;
    pick.style.left = `${placeOf(year).toFixed(1)}px`;
    mark(pick, 'data-bar', year);
    mark(pick, 'aria-label', spoken(year));
  }
  function tell(/** @type {number} */ year, by = tip.show) {
    stand(year);
    by(placeOf(year), ...told(year));
  }
  element.addEventListener('pointermove', (event) => {
    const year = yearUnder(event);
    mark(element, 'data-over', year !== null);
    if (year === null) tip.leave();
    else tell(year);
  });
  element.addEventListener('pointerleave', () => {
    mark(element, 'data-over', false);
    tip.leave();
  });
  element.addEventListener('click', (event) => {
    const year = event.detail ? yearUnder(event) : at; // a click of the keys has no place of its own
    if (year === null) return;
    stand(year);
    tip.hide();
    onPick(year);
  });
  stand(at); // it has its name before there is room for bars
  pick.addEventListener('focus', () => pick.matches(':focus-visible') && tell(at, tip.hold));
  pick.addEventListener('blur', tip.hide);
  pick.addEventListener('keydown', (event) => {
    const beside = {ArrowLeft: changeBeside(at, years, -1), ArrowRight: changeBeside(at, years, 1)};
    const year = new Map(Object.entries({...beside, Home: years[0], End: years[years.length - 1]})).get(event.key);
    if (year === undefined || event.shiftKey) return;
    event.preventDefault();
    tell(year, tip.hold);
  });
  return {
    element,
    /** What is as wide as the type that the reader has makes it. */
    heading: caption.heading,
    /** Draw the bars for a track of this width. */
    layOut(/** @type {Track} */ track, /** @type {Measure} */ measure) {
      const height = element.clientHeight;
      const root = element.closest('[data-atlas]');
      if (root) mark(root, 'data-bars-unkeyed', false);
      if (!height) return;
      const bars = years.map((year) => ({year, n: facts.statementsOf(year).length}));
      chart = barsOf(bars, track, height);
      const free = height - CAPTION_EM * parseFloat(getComputedStyle(element).fontSize);
      let form = caption.formFor(captionRoom(chart, track.width, free), measure);
      if (form < 0 && height > LEAST_WITH_LINE_PX) {
        // Too narrow for words over the low bars: they have the line to themselves.
        form = caption.formFor(track.width, measure);
        if (form >= 0) chart = barsOf(bars, track, free);
      }
      caption.write(form);
      if (root) mark(root, 'data-bars-unkeyed', form < 0);
      mark(drawing, 'width', track.width);
      mark(drawing, 'height', height);
      drawing.replaceChildren(...partsOf(chart, groups, countOf, height));
      stand(at);
    },
  };
}
