// The timeline under the map: play, the range input with its marks, the typed year, the speed.

import {h} from '../dom.mjs';
import {createSpeeds, createTransport} from './play_controls.mjs';
import {createTimelineMarks} from './timeline_marks.mjs';
import {createYearField} from './year_field.mjs';

/** @import {Facts, Part, Speed, State, Translate} from '../types' */

/**
 * How far along the track a year stands, from 0 to 1, to five places.
 * @param {number} years since the first
 * @param {Pick<Facts, 'first' | 'last'>} facts
 */
const shareOfTrack = (years, {first, last}) => (years / (last - first)).toFixed(5);

/**
 * `onYear(year)` is a year that was dragged to, `onFlag(year)` one whose flag was clicked, `onBar(year)` one whose
 * statements are asked for, `onTyped(text)` what was typed.
 * @param {{facts: Facts, t: Translate, onYear: (year: number) => void, onFlag: (year: number) => void,
 *   onBar: (year: number) => void, onTyped: (text: string) => void, onPlay: () => void,
 *   onChange: (direction: number) => void, onSpeed: (speed: Speed) => void}} options
 * @returns {Part<Pick<State, 'day' | 'playing' | 'speed'>> & {range: HTMLInputElement}}
 */
export function createSlider({facts, t, onYear, onFlag, onBar, onTyped, onPlay, onChange, onSpeed}) {
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
  const marks = createTimelineMarks({facts, t, onYear: onFlag, onPick: onBar});
  const track = h('div', {class: 'track'}, marks.above, h('div', {class: 'rail'}, fillBar, range), marks.below);
  marks.follow(track);
  const element = h(
    'div',
    {class: 'timeline', role: 'group', 'aria-label': t('timeline.year')},
    transport.element,
    track,
    h('div', {class: 'settings'}, field.element, speeds.element),
  );
  /** @type {Partial<Pick<State, 'day' | 'playing' | 'speed'>>} */
  let shown = {};
  return {
    element,
    range,
    show({day, playing, speed}) {
      const before = shown;
      shown = {day, playing, speed};
      const year = facts.yearOf(day);
      if (range.value !== String(year)) range.value = String(year);
      if (before.day !== day) {
        range.setAttribute('aria-valuetext', facts.spokenOn(day));
        fillBar.style.transform = `scaleX(${shareOfTrack(year - first, facts)})`;
        field.show({day});
        marks.show(year);
      }
      if (before.playing === playing && before.speed === speed) return;
      transport.show({playing});
      speeds.show({speed});
    },
  };
}
