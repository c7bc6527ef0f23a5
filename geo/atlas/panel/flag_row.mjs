// Flags over the rail where states joined: how many, with their names in a tip. One stop for the keys, and arrows from
// flag to flag.

import {flagsOf, ofOne, signed} from '../core/timeline_layout.mjs';
import {entry} from '../core/lookup.mjs';
import {focusBeside, h, mark} from '../dom.mjs';

/** @import {Flag, Measure, Track} from '../core/timeline_layout.mjs' */
/** @import {Facts, Translate} from '../types' */
/** @import {createTimelineTip} from './timeline_tip.mjs' */

/**
 * The rounds by their years, for the tip of a flag and for its name.
 * @param {Facts} facts
 * @param {Translate} t
 */
function createRounds(facts, t) {
  const rounds = new Map(facts.rounds.map((round) => [round.year, round]));
  /** Who joined and who left, by name. */
  function turnedIn(/** @type {number} */ year) {
    const {units, left = []} = entry(rounds, year);
    const day = facts.yearEnd(year);
    const nameOf = (/** @type {string} */ id) =>
      facts.units.has(id) ? facts.nameOn(id, day) : facts.stateNameOn(id, day); // a state that is gone is no unit
    const namesOf = (/** @type {string[]} */ ids) => ids.map(nameOf).join(', ');
    return {count: signed(units.length, left.length), joined: namesOf(units), left: namesOf(left)};
  }
  return {
    countIn: (/** @type {number} */ year) => turnedIn(year).count,
    told(/** @type {number} */ year) {
      const {count, joined, left} = turnedIn(year);
      return [
        h('strong', {}, `${year}: ${count}`),
        h('span', {}, [joined, left && `− ${left}`].filter(Boolean).join(', ')),
      ];
    },
    spoken(/** @type {number} */ year) {
      const {joined, left} = turnedIn(year);
      return [
        joined && t('timeline.joined_in', {year, names: joined}),
        left && t('timeline.left_in', {year, names: left}),
      ].filter(Boolean);
    },
  };
}

/** The rounds that share a flag, by year: while the year of one is shown, the flag tells of it and not of all. */
function createShared() {
  /** @type {Map<number, {words: Element, own: string, sum: string}>} */
  let rounds = new Map();
  let shown = NaN;
  function tell(/** @type {'own' | 'sum'} */ which) {
    const round = rounds.get(shown);
    if (round) round.words.textContent = round[which];
  }
  return {
    show(/** @type {number} */ year) {
      if (year === shown) return;
      tell('sum');
      shown = year;
      tell('own');
    },
    layOut(/** @type {typeof rounds} */ now) {
      rounds = now;
      tell('own');
    },
  };
}

/**
 * @param {{facts: Facts, t: Translate, tip: ReturnType<typeof createTimelineTip>, onYear: (year: number) => void}} of
 *   `onYear(year)` is a click on a flag
 */
export function createFlagRow({facts, t, tip, onYear}) {
  const element = h('div', {class: 'flags', role: 'group', 'aria-label': t('timeline.accessions')});
  /** @type {HTMLElement[]} */
  let buttons = [];
  let shown = '';
  const shared = createShared();
  const {countIn, told, spoken} = createRounds(facts, t);
  const tell = (/** @type {Flag} */ {x, years}) => tip.show(x, ...years.flatMap(told));
  /** The one that the Tab key reaches. */
  function stand(/** @type {HTMLElement} */ button) {
    for (const each of buttons) mark(each, 'tabindex', each === button ? 0 : -1);
  }
  function onKey(/** @type {KeyboardEvent} */ event, /** @type {number} */ i) {
    const beside = {ArrowLeft: Math.max(0, i - 1), ArrowRight: Math.min(buttons.length - 1, i + 1)};
    const to = new Map(Object.entries({...beside, Home: 0, End: buttons.length - 1})).get(event.key);
    if (to === undefined || event.shiftKey) return;
    event.preventDefault();
    stand(buttons[to]);
    buttons[to].focus();
  }
  function draw(/** @type {Flag} */ flag, /** @type {number} */ i) {
    const {x, w, years, poles, label} = flag;
    const words = h('span', {}, label);
    let turn = 0; // a flag of several years goes from one to the next
    const button = h(
      'button',
      {
        type: 'button',
        class: 'flag',
        'data-flag': years.join(' '),
        'data-left': label.startsWith('−'),
        'aria-label': years.flatMap(spoken).join('; '),
        style: {left: `${x.toFixed(1)}px`, width: `${w.toFixed(1)}px`},
        onclick: () => {
          onYear(years[turn % years.length]);
          turn += 1;
          tell(flag);
        },
        onpointerenter: () => tell(flag),
        onpointerleave: tip.leave,
        onblur: tip.hide,
        onfocus: () => button.matches(':focus-visible') && tip.hold(x, ...years.flatMap(told)),
        onkeydown: (/** @type {KeyboardEvent} */ event) => onKey(event, i),
      },
      words,
    );
    const lines = poles.map((pole) => h('i', {class: 'pole', style: {left: `${pole.toFixed(1)}px`}}));
    const rounds =
      years.length > 1
        ? years.map((year) => /** @type {const} */ ([year, {words, own: ofOne(year, countIn(year)), sum: label}]))
        : [];
    return {button, lines, rounds};
  }
  return {
    element,
    /** Raise the flags for a track of this width. */
    layOut(/** @type {Track} */ track, /** @type {Measure} */ measure) {
      const flags = flagsOf(
        facts.rounds.map(({year, units, left = []}) => ({year, joined: units.length, left: left.length})),
        track,
        measure,
      );
      if (JSON.stringify(flags) === shown) return;
      shown = JSON.stringify(flags);
      const held = buttons.find((button) => button === focusBeside(button));
      const [year] = held?.dataset.flag?.split(' ') ?? [];
      const drawn = flags.map(draw);
      buttons = drawn.map(({button}) => button);
      element.replaceChildren(...drawn.flatMap(({lines}) => lines), ...buttons);
      const same = buttons.find(({dataset}) => dataset.flag?.split(' ').includes(year));
      stand(same ?? buttons[buttons.length - 1]);
      same?.focus({preventScroll: true});
      shared.layOut(new Map(drawn.flatMap(({rounds}) => rounds)));
    },
    show: shared.show,
  };
}
