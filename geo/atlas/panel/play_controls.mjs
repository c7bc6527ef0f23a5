// What plays the years: play and pause, to the change before and after, how fast.

import {SPEEDS} from '../core/timeline.mjs';
import {h, mark, s} from '../dom.mjs';

/** @import {Part, Speed, State, Translate} from '../types' */

const PLAY = 'M7 3.5v17L21 12z';
const PAUSE = 'M6 4h4.5v16H6zM13.5 4H18v16h-4.5z';
const PREVIOUS = 'M7 5v14M19 5L10 12l9 7z';
const NEXT = 'M17 5v14M5 5l9 7-9 7z';

const sign = (/** @type {number} */ size, /** @type {SVGElement} */ path) =>
  s('svg', {viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true'}, path);

/**
 * Play between its two neighbours; `onChange(direction)` goes to the change before (-1) or after (1).
 * @param {{t: Translate, onPlay: () => void, onChange: (direction: number) => void}} options
 * @returns {Part<Pick<State, 'playing'>>}
 */
export function createTransport({t, onPlay, onChange}) {
  const path = s('path', {});
  const play = h('button', {type: 'button', class: 'play', onclick: onPlay}, sign(24, path));
  const change = (/** @type {number} */ direction, /** @type {string} */ label, /** @type {string} */ d) =>
    h(
      'button',
      {type: 'button', class: 'round', 'aria-label': label, title: label, onclick: () => onChange(direction)},
      sign(20, s('path', {d})),
    );
  return {
    element: h(
      'div',
      {class: 'transport'},
      change(-1, t('timeline.previous_change'), PREVIOUS),
      play,
      change(1, t('timeline.next_change'), NEXT),
    ),
    show({playing}) {
      mark(play, 'aria-label', t(playing ? 'timeline.pause' : 'timeline.play'));
      mark(play, 'title', t(playing ? 'timeline.pause' : 'timeline.play'));
      mark(path, 'd', playing ? PAUSE : PLAY);
    },
  };
}

/**
 * How fast play goes.
 * @param {{t: Translate, onSpeed: (speed: Speed) => void}} options
 * @returns {Part<Pick<State, 'speed'>>}
 */
export function createSpeeds({t, onSpeed}) {
  const buttons = SPEEDS.map((speed) =>
    h(
      'button',
      {type: 'button', class: 'speed', 'data-speed': speed, onclick: () => onSpeed(speed)},
      t(`timeline.${speed}`),
    ),
  );
  return {
    element: h('div', {class: 'speeds', role: 'group', 'aria-label': t('timeline.speed')}, buttons),
    show({speed}) {
      for (const button of buttons) mark(button, 'aria-pressed', String(button.dataset.speed === speed));
    },
  };
}
