// The timeline under the map: play, the range input with its marks, the typed year, the speed.

import {h, mark} from '../dom.mjs';
import {createSpeeds, createTransport} from './play_controls.mjs';
import {eraBands, roundTicks, shareOfTrack, statementColumns} from './timeline_marks.mjs';
import {createYearField} from './year_field.mjs';

/** @import {Facts, Part, Speed, State, Translate} from '../types' */

/**
 * `onYear(year)` is a year that was dragged to, `onTyped(text)` what was typed.
 * @param {{facts: Facts, t: Translate, onYear: (year: number) => void, onTyped: (text: string) => void,
 *   onPlay: () => void, onChange: (direction: number) => void, onSpeed: (speed: Speed) => void}} options
 * @returns {Part<Pick<State, 'day' | 'playing' | 'speed'>> & {range: HTMLInputElement}}
 */
export function createSlider({facts, t, onYear, onTyped, onPlay, onChange, onSpeed}) {
  const {first, last} = facts;
  const range = h('input', {
    type: 'range',
    name: 'year',
    min: first,
    max: last,
    step: 1,
    'aria-label': t('timeline.year'),
    class: 'range',
  });
  range.addEventListener('input', (event) => {
    event.stopPropagation(); // the page's own framework would look at every step, too
    onYear(Number(range.value));
  });
  const fillBar = h('span', {class: 'track-fill'});
  const transport = createTransport({t, onPlay, onChange});
  const field = createYearField({facts, t, onTyped});
  const speeds = createSpeeds({t, onSpeed});
  const element = h(
    'div',
    {class: 'timeline', role: 'group', 'aria-label': t('timeline.year')},
    transport.element,
    h(
      'div',
      {class: 'track'},
      h('div', {class: 'columns', 'aria-hidden': 'true'}, statementColumns(facts)),
      h('div', {class: 'rail'}, fillBar, range),
      h('div', {class: 'ticks', 'aria-hidden': 'true'}, roundTicks(facts)),
      h('div', {class: 'eras', 'aria-hidden': 'true'}, eraBands(facts)),
    ),
    h('div', {class: 'settings'}, field.element, speeds.element),
  );
  /** @type {Partial<Pick<State, 'playing' | 'speed'>>} */
  let shown = {};
  return {
    element,
    range,
    show({day, playing, speed}) {
      const year = facts.yearOf(day);
      if (range.value !== String(year)) range.value = String(year);
      mark(range, 'aria-valuetext', facts.spokenOn(day));
      fillBar.style.setProperty('transform', `scaleX(${shareOfTrack(year - first, facts)})`);
      field.show({day});
      if (shown.playing === playing && shown.speed === speed) return;
      shown = {playing, speed};
      transport.show({playing});
      speeds.show({speed});
    },
  };
}
