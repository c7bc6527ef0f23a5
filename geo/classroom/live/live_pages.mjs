// The pages of the class on the wall, with what their buttons do.

import {isHalted} from '../lesson/place.mjs';
import {pickedName} from '../quiz/quiz_map.mjs';
import {askPage} from './ask_page.mjs';
import {askedPage} from './asked_page.mjs';
import {boardPage} from './board_page.mjs';
import {doorPage} from './door_page.mjs';
import {itemOfStop, itemsOfExit, itemsOfQuiz, itemTyped, statesOn} from './questions.mjs';
import {startPage} from './start_page.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {ClassPage} from '../types' */
/** @import {createAsking} from './asking.mjs' */
/** @import {createJoinCode} from './join_code.mjs' */
/** @import {LiveView, Opened} from './live_view.mjs' */
/** @import {Page} from './parts.mjs' */
/** @import {createRoomLine} from './room_line.mjs' */
/**
 * @typedef {{page: ClassPage, t: Translate, line: ReturnType<typeof createRoomLine>,
 *   asking: ReturnType<typeof createAsking>, way: ReturnType<typeof createJoinCode>, canOpen: boolean,
 *   problem: () => string, open: (view: Opened) => void, goOn: () => void}} Live
 */

/** An id that no other question of a room has. */
const newId = (/** @type {string} */ name) => `${name}-${Date.now().toString(36)}`;
const anySeed = (/** @type {number} */ most) => Math.floor(Math.random() * (most + 1));
const rank = (/** @type {Live} */ {line}, /** @type {boolean} */ shown) => line.say({kind: 'rank', shown});

function makeStart(/** @type {Live} */ {t, line, canOpen, problem}) {
  return startPage({t, problem: problem(), canOpen, isOpening: line.standing() === 'opening', onOpen: line.open});
}

function makeDoor(/** @type {Live} */ live) {
  const {t, line, way, open} = live;
  return doorPage({
    t,
    known: line.known,
    way,
    onAsk: () => open('ask'),
    onBoard: () => rank(live, true),
    onCounts: () => line.say({kind: 'counts'}),
    onEnd: () => (line.isOpen() ? line.say({kind: 'end'}) : line.giveUp()),
  });
}

/** What a phone is asked to tap: who joined in a year, or who founded it. */
function tapPrompt(/** @type {Live} */ {page, t}, /** @type {{n: number, year: number}} */ {n, year}) {
  if (year === page.atlas.facts.first) return t('tap_founders', {n, year});
  return t(n === 1 ? 'tap_one' : 'tap_many', {n, year});
}

/** The step that the stop on the wall waits for, where it waits for one that can be tapped. */
function itemHere(/** @type {Live} */ {page, t}) {
  const {stops, player, mode, atlas} = page;
  const place = player.place();
  if (!mode.isPresenting() || !isHalted(stops, place)) return null;
  return itemOfStop(stops[place.at], atlas.facts, {id: newId(`stop${place.at + 1}`), prompt: t('stop_prompt')});
}

function makeAsk(/** @type {Live} */ live) {
  const {page, t, asking, open} = live;
  const {bank, lesson, stops, player, mode, atlas} = page;
  const {facts, store} = atlas;
  const {question} = stops[player.place().at];
  const ofStop = itemHere(live);
  const exit = itemsOfExit(lesson.exit, bank, facts, {seed: anySeed(bank.most_seed), id: newId('exit')});
  return askPage({
    t,
    tAtlas: page.t,
    stop: ofStop ? question : '',
    levels: bank.questions.length ? bank.levels : [],
    exit: exit.length,
    suggestion: ofStop || !mode.isPresenting() ? '' : question,
    onStop: () => ofStop && asking.ask([ofStop]),
    onQuiz(level) {
      const asked = {level, seed: anySeed(bank.most_seed), id: newId('quiz')};
      asking.ask(itemsOfQuiz(bank, facts, asked, (tapped) => tapPrompt(live, tapped)));
    },
    onExit: () => asking.askTogether(exit),
    onOwn(typed) {
      const item = itemTyped(typed, statesOn(facts, store.get().day), newId('own'));
      if (typeof item === 'string') return item;
      asking.ask([item]);
      return '';
    },
    onBack: () => open('door'),
  });
}

function makeAsked(/** @type {Live} */ live) {
  const {page, t, line, asking, goOn} = live;
  const {facts, store} = page.atlas;
  const place = asking.place();
  return askedPage({
    t,
    known: line.known,
    at: asking.at(),
    whereText: place ? t('where', place) : '',
    why: asking.why(),
    nextLabel: t(`next_${line.isOpen() ? asking.next() : 'leave'}`),
    unitName: (id) => (facts.units.has(id) ? pickedName(facts, id, store.get().day) : id),
    onNext: goOn,
    onClear: asking.clear,
    onBoard: () => rank(live, true),
  });
}

const makeBoard = (/** @type {Live} */ live) =>
  boardPage({t: live.t, rows: live.line.known().rows, onBack: () => rank(live, false)});

const MAKERS = {start: makeStart, door: makeDoor, ask: makeAsk, asked: makeAsked, board: makeBoard};

/**
 * @param {LiveView} view
 * @param {Live} live
 * @returns {Page | null}
 */
export const makePage = (view, live) => (view ? MAKERS[view](live) : null);
