// What a key, a button or the notes can do to the class page, by name.

import {writeAddress} from '../atlas/core/address.mjs';
import {mark, passFocus} from '../atlas/dom.mjs';
import {shutKey} from './lesson/key_button.mjs';
import {goBack, goOn, goTo, isHalted, starterAt, startersOf} from './lesson/place.mjs';

/** @import {ClassPage, Place, Stop} from './types' */

/**
 * Show which tools there are now.
 * @param {ClassPage} page
 */
export const showTools = ({tools, mode, quiz}) =>
  tools.show({isPresenting: mode.isPresenting(), isQuiz: quiz.isOpen()});

/**
 * Go to a place, unless the class explores the map or plays a quiz.
 * @param {ClassPage} page
 * @param {(stops: Stop[], place: Place, starters: number) => Place} next
 */
function go({mode, quiz, player, stops, lesson, freeze}, next) {
  if (!mode.isPresenting() || quiz.isOpen()) return;
  const starters = startersOf(lesson).length;
  if (freeze?.isOn()) freeze.go(next(stops, freeze.place(), starters));
  else player.show(next(stops, player.place(), starters));
}

/**
 * Go to a stop by number.
 * @param {ClassPage} page
 * @param {number} at
 */
export const goToStop = (page, at) => go(page, (stops, place) => goTo(stops, place, at));

/** @param {ClassPage} page */
function toggleWords({atlas, mode, player, stops}) {
  const place = player.place();
  const {statement} = stops[place.at];
  if (place.cover) return;
  if (atlas.store.get().statement) atlas.close();
  else if (mode.isPresenting() && statement && !isHalted(stops, place)) atlas.openStatement(statement);
}

/**
 * Show where the stop was read; on the slides around them, where all stops were.
 * @param {ClassPage} page
 */
function openSources({lesson, stops, player, sources, t}) {
  const {at, cover} = player.place();
  const starter = starterAt(cover);
  if (starter) {
    const {prompt, sources: ids} = startersOf(lesson)[starter.at];
    return sources.open(t('cover.sources_of', {title: prompt}), ids);
  }
  const read = cover ? stops.flatMap((stop) => stop.sources) : stops[at].sources;
  return sources.open(t('cover.sources_of', {title: cover ? lesson.title : stops[at].title}), [...new Set(read)]);
}

/** @param {ClassPage} page */
function togglePresenting(page) {
  const {root, atlas, mode, quiz, box, player} = page;
  if (quiz.isOpen()) return;
  mode.toggle();
  box.closeList();
  shutKey(root);
  if (mode.isPresenting()) player.show(player.place());
  else {
    passFocus(box.element, root.querySelector('[data-act="present"]'));
    for (const name of ['data-halted', 'data-cover', 'data-mask']) mark(root, name, false);
    atlas.store.set({focus: [], names: [], told: null});
    mode.keep(player.place(), writeAddress('', {day: atlas.store.get().day}, atlas.facts));
  }
  showTools(page);
}

/**
 * Move the map by a year under the words of a stop.
 * @param {ClassPage} page
 * @param {number} by
 */
function stepYear({atlas, player}, by) {
  const {store, facts} = atlas;
  player.pause();
  store.set({day: facts.yearEndBeside(store.get().day, by)}, 'step');
}

/**
 * The acts by name: a key or a message of the notes chooses among them.
 * @param {ClassPage} page
 * @returns {Map<unknown, () => void>}
 */
export function createClassActs(page) {
  const {stops, quiz} = page;
  /** @type {[name: string, act: () => void][]} */
  const ofOptions = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => [`option${place}`, () => quiz.choose(place - 1)]);
  return new Map([
    ['next', () => go(page, goOn)],
    ['previous', () => go(page, goBack)],
    ['firstStop', () => goToStop(page, 0)],
    ['lastStop', () => goToStop(page, stops.length - 1)],
    ['yearBack', () => stepYear(page, -1)],
    ['yearOn', () => stepYear(page, 1)],
    ['words', () => toggleWords(page)],
    ['sources', () => openSources(page)],
    ['present', () => togglePresenting(page)],
    ['quiz', () => (quiz.isOpen() ? quiz.close() : quiz.open())],
    ['goOn', () => quiz.goOn()],
    ['goBack', () => quiz.goBack()],
    ['hold', () => {}],
    ...ofOptions,
  ]);
}
