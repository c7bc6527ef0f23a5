// The timeline under the map: play, the range input, ticks for rounds, marks for statements, eras.

import {h, mark, s} from '../dom.mjs';
import {readYear, SPEEDS} from '../core/timeline.mjs';

const FULL = 3.1; // years of track that a label such as 1952 needs to itself
const SHORT = 2.2; // and one such as ’52
const LARGE = 2.8; // times that, where a class reads from the back row

/** The label of each tick: in full, with two digits, or none, as its neighbour to the left leaves room; `size` makes labels larger. Pure. */
export function tickLabels(years, size = 1) {
  let last = -Infinity;
  return years.map((year) => {
    const gap = year - last;
    if (gap < SHORT * size) return {year, label: ''};
    last = year;
    return {year, label: gap < 2 * FULL * size && gap !== Infinity ? `’${String(year).slice(2)}` : String(year)};
  });
}

export function createSlider({facts, t, onYear, onPlay, onChange, onSpeed}) {
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
  const place = (year) => ({
    left: `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${((year - first) / (last - first)).toFixed(5)})`,
  });
  const rounds = facts.rounds.map(({year}) => year);
  const large = tickLabels(rounds, LARGE);
  const ticks = tickLabels(rounds).map(({year, label}, i) =>
    h('span', {class: 'tick', style: place(year), 'data-large': large[i].label}, label && h('span', {}, label)),
  );
  const columns = [...facts.statementsIn].map(([year, made]) =>
    h(
      'span',
      {class: 'column', style: place(year)},
      s(
        'svg',
        {width: 7, height: 44, viewBox: '0 0 7 44'},
        made.map(({stance}, i) =>
          s('rect', {class: 'dash', 'data-stance': stance, x: 0.5, y: 41 - i * 2.8, width: 6, height: 2}),
        ),
      ),
    ),
  );
  const eras = facts.eras.map(({from, to, key, label}) =>
    h(
      'span',
      {
        class: 'era',
        'data-era': key,
        style: {
          left: place(from).left,
          width: `calc((100% - var(--thumb)) * ${((Math.min(to, last) - from) / (last - first)).toFixed(5)})`,
        },
      },
      h('span', {}, label),
    ),
  );
  const fillBar = h('span', {class: 'track-fill'});
  const playSign = s('path', {});
  const play = h(
    'button',
    {type: 'button', class: 'play', onclick: onPlay},
    s('svg', {viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': 'true'}, playSign),
  );
  const change = (direction, key, d) =>
    h(
      'button',
      {type: 'button', class: 'round', 'aria-label': t(key), title: t(key), onclick: () => onChange(direction)},
      s('svg', {viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true'}, s('path', {d})),
    );
  const typed = h('input', {
    type: 'text',
    inputmode: 'numeric',
    class: 'typed',
    name: 'typed-year',
    maxlength: 4,
    size: 4,
    autocomplete: 'off',
    'aria-label': t('timeline.typed'),
  });
  const speeds = SPEEDS.map((speed) =>
    h(
      'button',
      {type: 'button', class: 'speed', 'data-speed': speed, onclick: () => onSpeed(speed)},
      t(`timeline.${speed}`),
    ),
  );

  range.addEventListener('input', () => onYear(Number(range.value), 'drag'));
  const commit = () => {
    const text = typed.value.trim();
    if (text && text !== String(current)) onYear(readYear(text), 'jump', text);
    typed.value = current;
  };
  let current = first;
  typed.addEventListener('change', commit);
  typed.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') typed.value = current;
  });
  typed.addEventListener('focus', () => typed.select());

  const element = h(
    'div',
    {class: 'timeline', role: 'group', 'aria-label': t('timeline.year')},
    h(
      'div',
      {class: 'transport'},
      change(-1, 'timeline.previous_change', 'M7 5v14M19 5L10 12l9 7z'),
      play,
      change(1, 'timeline.next_change', 'M17 5v14M5 5l9 7-9 7z'),
    ),
    h(
      'div',
      {class: 'track'},
      h('div', {class: 'columns', 'aria-hidden': 'true'}, columns),
      h('div', {class: 'rail'}, fillBar, range),
      h('div', {class: 'ticks', 'aria-hidden': 'true'}, ticks),
      h('div', {class: 'eras', 'aria-hidden': 'true'}, eras),
    ),
    h(
      'div',
      {class: 'settings'},
      typed,
      h('div', {class: 'speeds', role: 'group', 'aria-label': t('timeline.speed')}, speeds),
    ),
  );

  let shown = {};
  return {
    element,
    range,
    show({year, playing, speed}) {
      current = year;
      if (range.value !== String(year)) range.value = year;
      mark(range, 'aria-valuetext', facts.years.get(year).spoken);
      fillBar.style.setProperty('transform', `scaleX(${((year - first) / (last - first)).toFixed(5)})`);
      if (document.activeElement !== typed && element.getRootNode().activeElement !== typed) typed.value = year;
      if (shown.playing === playing && shown.speed === speed) return;
      shown = {playing, speed};
      mark(play, 'aria-label', t(playing ? 'timeline.pause' : 'timeline.play'));
      mark(play, 'title', t(playing ? 'timeline.pause' : 'timeline.play'));
      mark(playSign, 'd', playing ? 'M6 4h4.5v16H6zM13.5 4H18v16h-4.5z' : 'M7 3.5v17L21 12z');
      for (const button of speeds) mark(button, 'aria-pressed', String(button.dataset.speed === speed));
    },
  };
}
