// The map for those who hear it: its neighbours, a country and a day read out, the next alike, letters that find a
// name. Fetched after the map, or when a key first asks.

import {createDebounce} from '../core/debounce.mjs';
import {unitBeside} from '../core/pointing.mjs';
import {word} from '../core/words.mjs';
import {h, within} from '../dom.mjs';
import {createCountryText, SIDES} from './country_text.mjs';
import {createDayText} from './day_text.mjs';
import {alikeBeside, unitTyped} from './seek.mjs';

/** @import {Announce} from '../frame/announcer.mjs' */
/** @import {Beside, Core, EarData, Stage, Translate} from '../types' */

const REST_MS = 300; // the slider has come to rest
const TYPING_MS = 900; // letters typed within it belong together

/**
 * Hear the letters that are typed on the map while they are no keys: all so far go to `onTyped`, a slash to `onSlash`.
 * @param {HTMLElement} root
 * @param {{isOn: () => boolean, onTyped: (typed: string) => void, onSlash: () => void}} options
 */
function listenToLetters(root, {isOn, onTyped, onSlash}) {
  let typed = '';
  let last = -Infinity;
  root.addEventListener('keydown', (event) => {
    const {key, shiftKey, ctrlKey, metaKey, altKey, isComposing} = event;
    if (key.length > 1 && key !== 'Shift') last = -Infinity;
    if (key.length > 1 || ctrlKey || metaKey || altKey || isComposing || !isOn()) return;
    if (!within(event, '.stage') || within(event, 'button')) return;
    const isGoingOn = event.timeStamp - last < TYPING_MS;
    if (key === ' ' && (shiftKey || !isGoingOn)) return; // it opens the card, or reads the day
    event.preventDefault();
    event.stopPropagation(); // the page around the atlas has letters of its own
    if (key === '/') return void onSlash();
    typed = isGoingOn ? typed + key : key;
    last = event.timeStamp;
    onTyped(typed);
  });
}

/**
 * @param {Core & {stage: () => Stage, announce: Announce, chosen: (name: string) => string, search: () => void,
 *   data: EarData}} of `chosen` is what a reader chose for good
 */
export function createEar({root, facts, t, store, describe, stage, announce, chosen, search, data}) {
  /** @type {Translate} */
  const say = (key, values) => word(data.words, key, values);
  const countryText = createCountryText({facts, t, say, describe, data});
  const dayText = createDayText({facts, t, say, describe});
  const heading = h('h2');
  const text = h('div');
  root.append(h('section', {class: 'sr-only', 'data-in-words': ''}, heading, text));
  /** Put the day into the page in words. */
  function show() {
    const state = store.get();
    heading.textContent = say('heading', {when: facts.whenOn(state.day)});
    text.replaceChildren(...dayText(state, chosen('speech')).map((sentence) => h('p', {}, sentence)));
  }
  store.listen(createDebounce(show, REST_MS).schedule);
  show();

  const dayNow = () => store.get().day;
  const unitsHere = () => Object.keys(stage().view.anchors);
  /** Do something with the unit that the walk is at. */
  function withUnit(/** @type {(id: string) => void} */ act) {
    const id = stage().walker.unit();
    if (id) act(id);
    else announce(say('no_unit'));
  }
  function walkAlike(/** @type {number} */ direction) {
    withUnit((id) => {
      const day = dayNow();
      const {alike, next} = alikeBeside(facts, {units: unitsHere(), id, day, direction});
      stage().walker.walkTo(next);
      const [unit, status] = describe.unit(next, day);
      const at = alike.indexOf(next) + 1;
      announce(alike.length > 1 ? say('alike', {unit, status, at, n: alike.length}) : say('alone', {unit}));
    });
  }
  function onTyped(/** @type {string} */ typed) {
    const found = unitTyped(facts, {units: unitsHere(), from: stage().walker.unit(), day: dayNow(), typed});
    if (found) stage().walker.walkTo(found);
    else announce(say('nobody_named', {typed}));
  }
  listenToLetters(root, {isOn: () => chosen('letters') === 'off', onTyped, onSlash: search});

  /** @type {Beside} */
  const beside = (view, id, side) =>
    id
      ? data.neighbours[view.name]?.[id]?.[SIDES.findIndex((each) => each === side)] || null
      : unitBeside(view, id, side);
  return {
    beside,
    readCountry: () =>
      withUnit((id) => {
        const around = Object.fromEntries(SIDES.map((side) => [side, beside(stage().view, id, side)]));
        announce(countryText(id, dayNow(), around, chosen('speech')));
      }),
    readDay: () => announce(dayText(store.get(), chosen('speech'))),
    nextAlike: () => walkAlike(1),
    previousAlike: () => walkAlike(-1),
  };
}
