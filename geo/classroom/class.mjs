// The class page: the atlas, a lesson over it, and what a presenter needs. All it shows stands in the page itself.

import {createAtlas} from '../atlas/atlas.mjs';
import {h, mark} from '../atlas/dom.mjs';
import {placeOf} from '../atlas/core/keys.mjs';
import {word} from '../atlas/core/words.mjs';
import {goBack, goOn, goTo, isHalted, lessonActOf, startAt, stateOf, stopAsked} from './lesson.mjs';
import {createKey, createLessonBox} from './lesson_box.mjs';
import {createNotesLink, createNotesWindow, NOTES_HASH} from './notes.mjs';
import {createBlank, createSpot} from './presenter.mjs';
import {createQuiz} from './quiz.mjs';
import {quizAsked} from './quiz_pick.mjs';

const [COLUMNS, LINES] = [1850, 1080]; // the layout for a class is measured in the lines of such a screen, or its columns where it is narrower
const NARROW = '(width <= 700px)';
const REVEAL_MS = 260; // a year on the way from the question to the answer

const parsed = (id) => JSON.parse(document.getElementById(id).textContent);
const root = document.querySelector('[data-atlas]');
const facts = parsed('facts');
const lesson = parsed('lesson');
const t = (key, values) => word(facts.words, key, values);

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => (root.dataset.theme = dark.matches ? 'dark' : 'light');
dark.addEventListener('change', dress);
dress();

function createClass() {
  const {stops} = lesson;
  const views = new Map(Object.entries(parsed('views'))); // an address chooses among them
  const names = [...views.keys()];
  const bank = parsed('quiz');
  const asked = stopAsked(location.search, stops);
  const quizzed = quizAsked(location.search, bank);
  const params = new URLSearchParams(location.search);
  let presenting = asked !== null || params.has('quiz') || ![...params.keys()].some((name) => name !== 'stop');
  let playedQuiz = null; // what a quiz puts in the address
  let place = startAt(asked ?? 0);
  const narrow = matchMedia(NARROW);

  /** An address is kept for a reload and for others; a page opened as a file may not be allowed to change its own. */
  function keep(text) {
    const own = new URLSearchParams(text);
    own.delete('stop');
    own.delete('quiz');
    try {
      history.replaceState(
        history.state,
        '',
        (playedQuiz ? `?quiz=${playedQuiz}` : presenting ? `?stop=${place.at + 1}` : `?${own}`) + location.hash,
      );
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }
  const firstView = views.get(presenting ? stops[place.at].view : params.get('view')) ?? views.get(names[0]);
  const dressLayout = () => mark(root, 'data-layout', presenting ? 'projector' : 'desk');
  dressLayout();
  const atlas = createAtlas(root, facts, firstView, {
    views: names,
    load: async (name) => views.get(name),
    search: presenting ? '?' : location.search,
    keep,
    large: () => (presenting && !narrow.matches ? Math.min(innerHeight / LINES, innerWidth / COLUMNS) : 0),
    takeUnit: (id) => quiz.onUnit(id) || quiz.keepsCards(),
    keys: [
      ['Space, Page Down', 'next'],
      ['Page Up', 'previous'],
      ['Home, End', 'ends'],
      ['N', 'notes'],
      ['B', 'blank'],
      ['L', 'spot'],
      ['S', 'words'],
      ['Q', 'quiz'],
      ['P', 'present'],
    ].map(([key, name]) => [key, t(`class.key_${name}`)]),
  });
  const {store} = atlas;

  // ------------------------------------------------------------------ the lesson

  let playing = null;
  /** Show a stop; from the question to its year, play the years between. */
  async function show(next, {revealed = false} = {}) {
    clearTimeout(playing);
    place = next;
    const stop = stops[place.at];
    if (!(await atlas.drawView(stop.view)) || place !== next) return;
    const state = {
      ...stateOf(stops, place),
      view: stop.view,
      country: null,
      statement: null,
      words: null,
      solo: null,
      playing: false,
    };
    if (revealed && stop.year - stop.before > 1) {
      const step = (year) => {
        store.set(year === stop.year ? state : {year, view: stop.view}, 'step');
        if (year < stop.year) playing = setTimeout(step, REVEAL_MS, year + 1);
      };
      step(stop.before + 1);
    } else store.set(state, 'step');
    tell();
  }
  function tell() {
    mark(root, 'data-stop', place.at + 1);
    mark(root, 'data-halted', presenting && isHalted(stops, place));
    box.show(place);
    link.show(place);
    atlas.announce(box.spoken(place));
    keep(location.search);
  }
  const go = (next) =>
    presenting && !quiz.isOpen() && show(next, {revealed: next.revealed.length > place.revealed.length});
  const acts = {
    next: () => go(goOn(stops, place)),
    previous: () => go(goBack(stops, place)),
    firstStop: () => go(goTo(stops, place, 0)),
    lastStop: () => go(goTo(stops, place, stops.length - 1)),
    stop: (at) => go(goTo(stops, place, at)),
    words() {
      const {statement} = stops[place.at];
      if (store.get().statement) atlas.close();
      else if (presenting && statement && !isHalted(stops, place)) atlas.openStatement(statement);
    },
    present() {
      if (quiz.isOpen()) return;
      presenting = !presenting;
      dressLayout();
      box.closeList();
      if (presenting) show(place);
      else {
        mark(root, 'data-halted', false);
        store.set({focus: [], told: null});
        keep(`?year=${store.get().year}`);
      }
      dressTools();
    },
    quiz: () => (quiz.isOpen() ? quiz.close() : quiz.open()),
    notes: () => link.open(),
    blank: () => blank.toggle(),
    spot: () => spot.toggle(),
    clock: () => link.startClock(),
  };
  const act = (name, value) => {
    if (blank.isOn()) blank.toggle(false);
    else if (Object.prototype.hasOwnProperty.call(acts, name)) acts[name](value);
  };
  const link = createNotesLink({onAct: act, onGone: () => atlas.notice(t('notes.kept_out'))});
  const blank = createBlank({t});
  const spot = createSpot(root);
  const quiz = createQuiz({
    atlas,
    root,
    bank,
    t,
    onOpen() {
      clearTimeout(playing);
      box.closeList();
      mark(root, 'data-halted', false);
      dressTools();
    },
    onClose() {
      playedQuiz = null;
      dressTools();
      if (presenting) show(place);
    },
    onKeep(text) {
      playedQuiz = text;
      keep(location.search);
    },
  });
  const box = createLessonBox({facts: atlas.facts, lesson, t, acts});
  const key = createKey({facts: atlas.facts, t});
  store.listen((state) => key.show(state));
  key.show(store.get());

  // ------------------------------------------------------------------ around it

  const tool = (name, label) =>
    h('button', {type: 'button', class: 'plain', 'data-act': name, onclick: () => act(name)}, label);
  const present = tool('present', '');
  const dressTools = () => {
    present.textContent = t(presenting ? 'class.explore' : 'class.back_to_lesson');
    present.hidden = quiz.isOpen();
  };
  dressTools();
  const served = location.protocol.startsWith('http');
  const download =
    served && h('a', {class: 'plain', href: location.pathname, download: t('class.file')}, t('class.download'));
  root
    .querySelector('.footer span')
    .after(...[present, tool('quiz', t('class.quiz')), tool('notes', t('class.notes')), download].filter(Boolean));
  root.append(key.element, box.element, quiz.element, spot.element, blank.element);

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || root.querySelector('dialog[open]')) return;
      if (event.key === 'Escape' && box.isListOpen()) {
        event.preventDefault();
        return box.closeList();
      }
      const name = lessonActOf(event, placeOf(event.composedPath()), presenting && !quiz.isOpen());
      if (!name || (!acts[name] && !blank.isOn())) return;
      event.preventDefault();
      event.stopPropagation();
      act(name);
    },
    {capture: true},
  );

  if (params.has('stop') && asked === null)
    atlas.notice(t('class.no_stop', {asked: params.get('stop'), all: stops.length}));
  if (params.has('quiz') && !quizzed) atlas.notice(t('class.no_quiz', {asked: params.get('quiz')}));
  if (quizzed) quiz.open(quizzed);
  else if (presenting) show(place);
  else tell();
  // Each view is drawn before its stop comes, so that a stop changes at once.
  const idle = window.requestIdleCallback ?? setTimeout;
  const drawNext = (waiting) =>
    waiting.length && idle(() => atlas.drawView(waiting[0]).then(() => drawNext(waiting.slice(1))));
  drawNext(names);
}

if (location.hash === NOTES_HASH && window.opener) {
  root.className = 'notes-window';
  root.dataset.ready = 'true';
  document.title = t('notes.title', {title: lesson.title});
  createNotesWindow(root, {lesson, t, actOf: (event) => lessonActOf(event, placeOf(event.composedPath()), true)});
} else createClass();
