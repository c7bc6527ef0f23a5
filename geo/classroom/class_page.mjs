// The class page put together: the atlas, a lesson over it, a quiz on it, and what is added to it.

import {ofPage} from '../atlas/core/of_page.mjs';
import {fill} from '../atlas/core/words.mjs';
import {mark} from '../atlas/dom.mjs';
import {OF_ADDRESS} from '../atlas/core/address.mjs';
import {layOverAsked} from '../atlas/panel/over.mjs';
import {createFiles} from '../embed/fetched.mjs';
import {createClassActs, goToStop, showTools} from './class_acts.mjs';
import {readClassAddress} from './class_address.mjs';
import {createClassAtlas, drawWhenIdle} from './class_atlas.mjs';
import {keySheetRows, listenToClassKeys} from './class_keys.mjs';
import {createClassMode, leftBefore} from './class_mode.mjs';
import {createClassTools} from './class_tools.mjs';
import {spokenCover} from './lesson/cover.mjs';
import {createFit} from './lesson/fit.mjs';
import {createKeyButton} from './lesson/key_button.mjs';
import {createLessonBox} from './lesson/lesson_box.mjs';
import {createLessonPlayer} from './lesson/lesson_player.mjs';
import {lessonActOf} from './lesson/lesson_keys.mjs';
import {coverKind, isHalted, starterAt, startersOf, stateOf} from './lesson/place.mjs';
import {createSourcesSheet} from './lesson/sources_sheet.mjs';
import {createStatusKey} from './lesson/status_key.mjs';
import {spokenStop} from './lesson/stop_text.mjs';
import {createQuiz} from './quiz/quiz.mjs';
import {quizActOf} from './quiz/quiz_keys.mjs';

/** @import {Around, Bank, ClassAddress, ClassPage, Held, Place} from './types' */

const MOST_SHOWN = 80;

/** What the map hides of itself under a question before the first stop, until its answer; by its end it is known. */
const STARTER_MASK = 'status news names statements starter';

/**
 * Say where the lesson stands: on the page, in the address, aloud.
 * @param {ClassPage} page
 * @param {Place} place
 */
function showPlace({root, atlas, lesson, stops, t, mode, box, placeListeners}, place) {
  mark(root, 'data-stop', place.cover ? null : place.at + 1);
  mark(root, 'data-cover', mode.isPresenting() ? coverKind(place.cover) : null);
  mark(root, 'data-halted', mode.isPresenting() && isHalted(stops, place));
  if (mode.isPresenting() && starterAt(place.cover)?.isTold === false) mark(root, 'data-mask', STARTER_MASK);
  else if (root.dataset.mask === STARTER_MASK) mark(root, 'data-mask', null); // another's stays
  // The words of the stop are read out; the count of its year must not take their place.
  mark(root, 'data-told-day', mode.isPresenting() ? atlas.facts.isoOf(stateOf(stops, place).day) : null);
  box.show(place);
  for (const tell of placeListeners) tell(place);
  atlas.announce(place.cover ? spokenCover(lesson, place, t) : spokenStop(stops, place, t), 'stop');
  mode.keep(place);
}

/** @param {ClassPage} page @param {Bank} bank */
function createPageQuiz(page, bank) {
  const {root, atlas, t, mode, player} = page;
  const quiz = createQuiz({
    atlas,
    root,
    bank,
    t,
    onOpen() {
      mode.showQuiz(true);
      player.pause();
      page.box.closeList();
      atlas.forgetAddress();
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
  new MutationObserver(createFit(quiz.element)).observe(quiz.element, {childList: true, subtree: true});
  return quiz;
}

/**
 * Lay over the map what the address asks for, fetched from where the page came from; a page without one says so.
 * @param {ClassPage} page
 * @param {Around} around
 */
function layOverMap({atlas: {facts, store, notice}}, {base, over, not_over: sentence}) {
  const onNone = (/** @type {string} */ value) =>
    notice(fill(sentence, {value: value.slice(0, MOST_SHOWN)}), OF_ADDRESS);
  layOverAsked(location.search, {facts, store, offered: over, load: createFiles(base).json, onNone});
}

/**
 * Say what an address asks for and is not there.
 * @param {ClassPage} page
 * @param {ClassAddress} address
 */
function noticeUnknown({atlas, stops, bank, t}, {unknownStop, quiz, unknownQuiz}) {
  const tell = (/** @type {string} */ name, asked = {}) => atlas.notice(t(`class.${name}`, asked), OF_ADDRESS);
  if (unknownStop !== null) tell('no_stop', {asked: unknownStop, all: stops.length});
  if (!bank.questions.length && (quiz || unknownQuiz)) tell('without_quiz');
  else if (unknownQuiz !== null) tell('no_quiz', {asked: unknownQuiz});
}

/**
 * Put the parts on the page: those of the lesson over the atlas, the tools in its footer.
 * @param {ClassPage} page
 */
function placeParts({root, atlas, t, tools, box, quiz, sources}) {
  const map = root.querySelector('.map-area');
  const statusKey = createStatusKey({root, atlas, t});
  atlas.store.listen((state) => statusKey.show(state));
  statusKey.show(atlas.store.get());
  root.querySelector('.footer span')?.after(...tools.elements);
  map?.before(box.element, quiz.element); // who reads the page in its order comes to the words first
  map?.after(statusKey.element);
  box.addToBar(createKeyButton({root, key: statusKey.element, label: t('key.open')}));
  root.append(sources.element);
}

/**
 * End what lies over the page, the list of stops at last. Gives whether there was any.
 * @param {ClassPage} page
 */
function leaveTopmost({lids}) {
  const lid = lids.find(({isOn}) => isOn());
  lid?.leave();
  return Boolean(lid);
}

/**
 * Listen to the keys whose acts there are.
 * @param {ClassPage} page
 */
function listenToKeys(page) {
  const {root, quiz, mode, acts, act, leads} = page;
  listenToClassKeys(root, {
    actOf(event, place, isPointed) {
      const isQuiz = quiz.isOpen();
      const name =
        leads?.(event, place, isQuiz) ??
        (isQuiz
          ? quizActOf(event, place, quiz.isAsking())
          : lessonActOf(event, isPointed && place === 'stage' ? 'page' : place, mode.isPresenting()));
      return acts.has(name) ? name : null;
    },
    onAct: act,
    onEscape: () => leaveTopmost(page),
  });
}

/**
 * Build the page into `root`. `keys` are more rows of the sheet of keys, and `leads` names what they ask for; each of
 * the `extras` gets the page when all of it is there, before its first place is shown.
 * @param {HTMLElement} root
 * @param {Held & {keys?: [key: string, name: string][], leads?: ClassPage['leads'],
 *   extras?: ((page: ClassPage) => void)[]}} options
 */
export function createClassPage(root, {lesson, views, bank, t, told, isOwn, keys = [], leads, extras = [], ...held}) {
  const {stops} = lesson;
  const address = readClassAddress(location.search, {stops, bank, starters: startersOf(lesson).length});
  const {isPresenting} = address;
  const mode = createClassMode(root, isPresenting, ofPage(held.facts));
  const hasQuiz = bank.questions.length > 0;
  // Its parts call each other, so they come one by one.
  const page = /** @type {ClassPage} */ ({root, lesson, stops, bank, t, mode, isOwn, leads});
  page.placeListeners = [(place) => place !== begin && page.atlas.forgetAddress()];
  page.atlas = createClassAtlas(root, {
    ...held,
    views,
    asked: stops.map(({view}) => view),
    firstView: views.get((isPresenting ? stops[address.place.at].view : address.view) ?? '') ?? [...views.values()][0],
    keys: keySheetRows(t, {views: [...views.keys()], more: keys}),
    search: isPresenting ? `?patterns=${new URLSearchParams(location.search).get('patterns') ?? ''}` : location.search,
    isOnWall: mode.isOnWall,
    onAddress: (search) => mode.keep(page.player.place(), search),
    takeUnit: (id) => page.quiz.onUnit(id) || page.quiz.isAsking(),
  });
  const {atlas} = page;
  page.act = (name) => {
    const lid = page.lids.find(({isOn, takesKeys}) => takesKeys && isOn());
    if (lid) lid.leave();
    else page.acts.get(name)?.();
  };
  const begin = leftBefore(address.place, stops);
  page.player = createLessonPlayer({atlas, stops, begin, onShown: (place) => showPlace(page, place)});
  page.quiz = createPageQuiz(page, bank);
  page.tools = createClassTools({t, isOwn, hasQuiz, of: ofPage(held.facts), onAct: page.act});
  page.sources = createSourcesSheet({facts: atlas.facts, t});
  page.acts = createClassActs(page);
  if (!hasQuiz) page.acts.delete('quiz');
  page.box = createLessonBox({
    root,
    facts: atlas.facts,
    lesson,
    t,
    onAct: (name) => page.acts.get(name)?.(),
    onStop: (at) => goToStop(page, at),
  });
  page.lids = [{isOn: page.box.isListOpen, leave: page.box.closeList}];
  showTools(page);
  placeParts(page);
  listenToKeys(page);
  for (const add of extras) add(page);
  if (address.quiz && hasQuiz) page.quiz.open(address.quiz);
  else if (isPresenting) page.player.show(page.player.place());
  else showPlace(page, page.player.place());
  for (const sentence of told) atlas.notice(sentence, OF_ADDRESS);
  noticeUnknown(page, address);
  layOverMap(page, held.around);
  drawWhenIdle(atlas, [...views.keys()]);
}
