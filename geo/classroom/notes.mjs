// The speaker's notes: a second window of the same page that follows the first and leads it. No server is between them, and no
// storage: each knows the other's window and sends it messages. Either may be loaded again; the notes greet until they are heard.

import {h, say} from '../atlas/dom.mjs';
import {clockText, isHalted, plannedUpTo} from './lesson.mjs';

export const NOTES_HASH = '#notes';
const NAME = 'eastward-notes';
const SIZE = 'popup,width=980,height=720';
const OURS = 'eastward-lesson'; // marks a message as ours
const GREET_MS = 400;
const TICK_MS = 500;

const isOurs = (event, from) => event.source !== null && event.source === from && event.data?.is === OURS;

/** The wall's side. `onAct(name, value)` is what the notes ask for; `begun` is when each clock started, or null. */
export function createNotesLink({onAct, onGone}) {
  let notes = null;
  let state = {place: null, begun: null, stopBegun: null};
  const send = () => notes && !notes.closed && notes.postMessage({is: OURS, ...state}, '*');
  addEventListener('message', (event) => {
    if (event.data?.is !== OURS || !event.data.hello || event.source === null) return;
    // Only the window that was opened from here, or one that names this one as its opener, is heard.
    if (notes === null && event.source.opener === window) notes = event.source;
    if (!isOurs(event, notes)) return;
    if (event.data.act) return onAct(event.data.act, event.data.value);
    state = {
      ...state,
      begun: state.begun ?? event.data.begun ?? null,
      stopBegun: state.stopBegun ?? event.data.stopBegun ?? null,
    };
    return send();
  });
  return {
    /** Open the window, or bring it to the front; false when the browser keeps it from opening. */
    open() {
      if (!notes || notes.closed) notes = window.open(location.href.split('#')[0] + NOTES_HASH, NAME, SIZE);
      notes?.focus();
      if (!notes) onGone();
      return Boolean(notes);
    },
    /** Tell the notes where the lesson stands. A clock starts with the first step. */
    show(place, now = Date.now()) {
      const moved = state.place && state.place.at !== place.at;
      state = {
        place,
        begun: state.begun ?? (state.place && state.place !== place ? now : null),
        stopBegun: moved || state.stopBegun === null ? now : state.stopBegun,
      };
      send();
    },
    startClock(now = Date.now()) {
      state = {...state, begun: now, stopBegun: now};
      send();
    },
  };
}

/** The notes' side: fills `root`, follows its opener, and sends it what the speaker does. */
export function createNotesWindow(root, {lesson, t, actOf}) {
  const {stops} = lesson;
  const planned = plannedUpTo(stops);
  const wall = window.opener;
  let state = {place: null, begun: null, stopBegun: null};
  const send = (message) =>
    wall &&
    !wall.closed &&
    wall.postMessage({is: OURS, hello: true, begun: state.begun, stopBegun: state.stopBegun, ...message}, '*');
  const act = (name, value) => send({act: name, value});

  const where = h('p', {class: 'notes-where'});
  const title = h('h1');
  const question = h('p', {class: 'notes-question'});
  const text = h('div', {class: 'notes-text'});
  const wrong = h('p');
  const wrongBox = h('section', {}, h('h2', {}, t('notes.wrong_answer')), wrong);
  const next = h('p', {class: 'notes-next'});
  const clock = (name) => {
    const value = h('b');
    return {
      value,
      element: h('p', {class: 'notes-clock', 'data-clock': name}, value, h('span', {}, t(`notes.${name}`))),
    };
  };
  const [here, total, left] = ['here', 'total', 'left'].map(clock);
  const button = (name, label) =>
    h('button', {type: 'button', class: 'lesson-button', 'data-act': name, onclick: () => act(name)}, label);
  const lost = h('p', {class: 'notes-lost', role: 'status'});
  root.replaceChildren(
    h('header', {}, where, lost),
    h('div', {class: 'notes-clocks'}, here.element, total.element, left.element, button('clock', t('notes.clock'))),
    h('article', {tabindex: 0, 'aria-label': t('class.notes')}, title, question, text, wrongBox),
    h(
      'footer',
      {},
      h('h2', {}, t('notes.next')),
      next,
      h(
        'div',
        {class: 'notes-buttons'},
        ['previous', 'next', 'blank', 'spot'].map((name) => button(name, t(`class.${name}`))),
      ),
    ),
  );

  function tick() {
    const gone = !wall || wall.closed;
    say(lost, gone ? t('notes.lost') : state.place ? '' : t('notes.waiting'));
    if (!state.place) return;
    const minutes = (n) => n * 60_000;
    const {at} = state.place;
    const now = Date.now();
    const spent = state.begun === null ? 0 : now - state.begun;
    say(
      here.value,
      `${clockText(state.stopBegun === null || state.begun === null ? 0 : now - state.stopBegun)} / ${clockText(minutes(stops[at].minutes))}`,
    );
    say(total.value, `${clockText(spent)} / ${clockText(minutes(planned.at(-1)))}`);
    say(left.value, clockText(minutes(planned.at(-1)) - spent));
    root.toggleAttribute('data-late', spent > minutes(planned[at]));
  }
  function show() {
    const {place} = state;
    const stop = stops[place.at];
    const halted = isHalted(stops, place);
    root.dataset.stop = place.at + 1;
    root.toggleAttribute('data-halted', halted);
    say(
      where,
      t(halted ? 'notes.where_halted' : 'notes.where', {
        at: place.at + 1,
        all: stops.length,
        before: stop.before,
        year: stop.year,
      }),
    );
    say(title, stop.title);
    say(question, stop.question);
    text.replaceChildren(
      ...stop.notes
        .split(/\n+/)
        .filter(Boolean)
        .map((line) => h('p', {}, line)),
    );
    say(wrong, stop.wrong_answer);
    wrongBox.hidden = !stop.wrong_answer;
    const after = stops[place.at + 1];
    say(
      next,
      halted
        ? t('notes.next_reveal', {year: stop.year})
        : after
          ? [after.before ? t('notes.predict', {year: after.before}) : after.year, after.title].join(' · ')
          : t('notes.end'),
    );
    tick();
  }
  addEventListener('message', (event) => {
    if (!isOurs(event, wall) || event.data.hello) return;
    const {place, begun, stopBegun} = event.data;
    state = {place, begun, stopBegun};
    if (place) show();
  });
  document.addEventListener('keydown', (event) => {
    const name = actOf(event);
    if (!name) return;
    event.preventDefault();
    act(name);
  });
  setInterval(tick, TICK_MS);
  setInterval(() => send({}), GREET_MS);
  send({});
  tick();
}
