// The class page put together: the atlas, a lesson over it, a quiz on it, and what a presenter needs.

import {mark} from '../atlas/dom.mjs';
import {createClassActs, goToStop, showTools} from './class_acts.mjs';
import {readClassAddress} from './class_address.mjs';
import {createClassAtlas, drawWhenIdle} from './class_atlas.mjs';
import {listenToClassKeys} from './class_keys.mjs';
import {createClassMode} from './class_mode.mjs';
import {createClassTools} from './class_tools.mjs';
import {createLessonBox} from './lesson/lesson_box.mjs';
import {createLessonPlayer} from './lesson/lesson_player.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {isHalted} from './lesson/place.mjs';
import {createStatusKey} from './lesson/status_key.mjs';
import {spokenStop} from './lesson/stop_text.mjs';
import {createNotesLink} from './notes/notes_link.mjs';
import {createBlank, createSpot} from './presenter.mjs';
import {createQuiz} from './quiz/quiz.mjs';
import {quizActOf} from './quiz/quiz_keys.mjs';

/** @import {RawFacts, Translate, View} from '../atlas/types' */
/** @import {Atlas, Bank, ClassAddress, ClassPage, LateData, Lesson, Place} from './types' */

/**
 * Say where the lesson stands: on the wall, in the notes, in the address, aloud.
 * @param {ClassPage} page
 * @param {Place} place
 */
function showPlace({root, atlas, stops, t, mode, box, notes}, place) {
  mark(root, 'data-stop', place.at + 1);
  const halted = isHalted(stops, place);
  const {day, day_before: before} = stops[place.at];
  mark(root, 'data-halted', mode.isPresenting() && halted);
  // The words of the stop are read out; the count of its year must not take their place.
  mark(root, 'data-told-day', mode.isPresenting() ? atlas.facts.isoOf((halted ? before : null) ?? day) : null);
  box.show(place);
  notes.show(place);
  atlas.announce(spokenStop(stops, place, t), 'stop');
  mode.keep(place);
}

/** @param {ClassPage} page @param {Bank} bank */
function createPageQuiz(page, bank) {
  const {root, atlas, t, mode, player} = page;
  return createQuiz({
    atlas,
    root,
    bank,
    t,
    onOpen() {
      mode.showQuiz(true);
      player.pause();
      page.box.closeList();
      mark(root, 'data-halted', false);
      showTools(page);
    },
    onClose() {
      mode.showQuiz(false);
      mode.setQuiz(null);
      showTools(page);
      /** @type {HTMLElement | null} */ (root.querySelector('[data-act="quiz"]'))?.focus({preventScroll: true});
      if (mode.isPresenting()) player.show(player.place());
    },
    onKeep(code) {
      mode.setQuiz(code);
      mode.keep(player.place());
    },
  });
}

/**
 * Say what an address asks for and is not there.
 * @param {Atlas} atlas
 * @param {ClassAddress} address
 * @param {number} all
 * @param {Translate} t
 */
function noticeUnknown(atlas, {unknownStop, unknownQuiz}, all, t) {
  if (unknownStop !== null) atlas.notice(t('class.no_stop', {asked: unknownStop, all}));
  if (unknownQuiz !== null) atlas.notice(t('class.no_quiz', {asked: unknownQuiz}));
}

/**
 * Put the parts on the page: those of the lesson over the atlas, the tools in its footer.
 * @param {ClassPage} page
 */
function placeParts({root, atlas, t, tools, box, quiz, spot, blank}) {
  const map = root.querySelector('.map-area');
  const statusKey = createStatusKey({atlas, t});
  atlas.store.listen((state) => statusKey.show(state));
  statusKey.show(atlas.store.get());
  root.querySelector('.footer span')?.after(...tools.elements);
  map?.before(box.element, quiz.element); // who reads the page in its order comes to the words first
  map?.after(statusKey.element);
  root.append(spot.element, blank.element);
}

/**
 * End what lies over the page: the blank screen, the light, the list of stops. Gives whether there was any.
 * @param {ClassPage} page
 */
function leaveTopmost({blank, spot, box}) {
  if (blank.isOn()) blank.toggle(false);
  else if (spot.isOn()) spot.toggle(false);
  else if (box.isListOpen()) box.closeList();
  else return false;
  return true;
}

/**
 * Build the page into `root`.
 * @param {HTMLElement} root
 * @param {{facts: RawFacts, late: LateData, lesson: Lesson, views: Map<string, View>, bank: Bank,
 *   t: Translate}} options
 */
export function createClassPage(root, {facts, late, lesson, views, bank, t}) {
  const {stops} = lesson;
  const address = readClassAddress(location.search, {stops, bank});
  const {isPresenting} = address;
  const firstAt = address.stop ?? 0;
  const mode = createClassMode(root, isPresenting);
  // Its parts call each other, so they come one by one.
  const page = /** @type {ClassPage} */ ({root, stops, t, mode});
  page.atlas = createClassAtlas(root, {
    facts,
    late,
    views,
    firstView: views.get((isPresenting ? stops[firstAt].view : address.view) ?? '') ?? [...views.values()][0],
    search: isPresenting ? `?patterns=${new URLSearchParams(location.search).get('patterns') ?? ''}` : location.search,
    t,
    isOnWall: mode.isOnWall,
    onAddress: (search) => mode.keep(page.player.place(), search),
    takeUnit: (id) => page.quiz.onUnit(id) || page.quiz.isAsking(),
  });
  const {atlas} = page;
  const act = (/** @type {unknown} */ name) => (page.blank.isOn() ? page.blank.toggle(false) : page.acts.get(name)?.());
  page.player = createLessonPlayer({atlas, stops, at: firstAt, onShown: (place) => showPlace(page, place)});
  page.notes = createNotesLink({onAct: act, onKeptOut: () => atlas.notice(t('notes.kept_out'))});
  page.blank = createBlank({t, announce: atlas.announce});
  page.spot = createSpot(root, {t, announce: atlas.announce});
  page.quiz = createPageQuiz(page, bank);
  page.tools = createClassTools({t, onAct: act});
  page.acts = createClassActs(page);
  page.box = createLessonBox({
    facts: atlas.facts,
    lesson,
    t,
    onAct: (name) => page.acts.get(name)?.(),
    onStop: (at) => goToStop(page, at),
  });
  showTools(page);
  placeParts(page);
  listenToClassKeys(root, {
    actOf: (event, place) =>
      page.quiz.isOpen()
        ? quizActOf(event, place, page.quiz.isAsking())
        : lessonActOf(event, place, mode.isPresenting()),
    onAct: act,
    onEscape: () => leaveTopmost(page),
  });
  noticeUnknown(atlas, address, stops.length, t);
  if (address.quiz) page.quiz.open(address.quiz);
  else if (isPresenting) page.player.show(page.player.place());
  else showPlace(page, page.player.place());
  drawWhenIdle(atlas, [...views.keys()]);
}
