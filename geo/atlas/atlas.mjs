// The atlas put together: one store, the parts that show it, the keys and the address that move it.

import {readAddress, writeAddress} from './core/address.mjs';
import {createCite} from './share/cite.mjs';
import {createCountryCard} from './panel/country_card.mjs';
import {h, mark, say} from './dom.mjs';
import {createDraftNote} from './panel/draft_note.mjs';
import {indexFacts} from './core/facts.mjs';
import {createFigures} from './panel/figures.mjs';
import {createFinder} from './panel/finder.mjs';
import {createHelp} from './panel/help.mjs';
import {actOf, placeOf} from './core/keys.mjs';
import {joinLayers, SHOWN} from './core/layers.mjs';
import {createLayersMenu} from './panel/menu.mjs';
import {createGlyphs} from './glyph.mjs';
import {createLegend} from './panel/legend.mjs';
import {layerNotes} from './panel/layer_notes.mjs';
import {createPlayer} from './core/player.mjs';
import {createSlider} from './panel/timeline_bar.mjs';
import {createStage} from './stage/stage.mjs';
import {createStatementCard} from './panel/statement_card.mjs';
import {createStore} from './core/store.mjs';
import {createTable} from './panel/year_table.mjs';
import {createTake} from './share/take_away.mjs';
import {changeBeside, clampYear} from './core/timeline.mjs';
import {createRest} from './core/debounce.mjs';
import {longDate, word} from './core/words.mjs';
import {captionOf} from './core/caption.mjs';
import {createVoiceBox} from './panel/voice_box.mjs';
import {createYearList} from './panel/year_list.mjs';

const REST_MS = 300; // the slider has come to rest
const LIST_MS = 60; // the list of statements follows the hand at this distance
const QUIET_MS = 3000; // the first picture has the line to itself for so long
const TITLE_SHARE = 0.34; // of the map's height, with a headline of three lines
const MOST_NOTICES = 8; // one for each thing that an address can get wrong
const KEPT = 'eastward.state'; // where the state waits while another page is open
const NONE = []; // no unit in focus
const ASKED = new Set(['walkBack', 'walkOn', 'openCard', 'help', 'close', 'fullScreen']); // keys that cannot answer an open question

const kept = () => location.search || sessionStorage.getItem(KEPT) || '';
function keepInAddress(text) {
  history.replaceState(history.state, '', text + location.hash);
  sessionStorage.setItem(KEPT, text);
}

/**
 * Build the atlas into `root` with its first view. `views` names all there are, in the order of their keys; `load(name)` promises one.
 * `search` is the address to begin with, `keep(text)` takes the address of each state at rest, `large()` gives the size of a pixel of a
 * layout of 1,080 lines where names and marks are to be as large as there, else 0; `keys` are more rows for the sheet of keys;
 * `takeUnit(id)` may take a click on a country before its card does; `take` is {label, act(state)} of a button that gives the view away. Gives the store, the facts and what moves both.
 */
export function createAtlas(
  root,
  rawFacts,
  firstView,
  {
    views = [firstView.name],
    load = async () => firstView,
    search = kept(),
    keep = keepInAddress,
    large = () => 0,
    keys = [],
    takeUnit = () => false,
    take = null,
  } = {},
) {
  const facts = {...indexFacts(rawFacts), ...createGlyphs(rawFacts.glyphs)};
  const t = (key, values) => word(facts.words, key, values);
  /** What a unit was a part of in a year, in words; empty where it was a state of its own. */
  const belonging = (id, when) => {
    const relation = facts.relationIn(id, when);
    return (
      relation && t(relation === 'part' ? 'card.part_of' : 'card.belonged_to', {state: facts.theStateOf(id, when)})
    );
  };
  const {first, last} = facts;

  // ------------------------------------------------------------------ state

  const {state: asked, dropped} = readAddress(search, {
    first,
    last,
    units: facts.units,
    views: new Set(views),
    statements: facts.statements,
    drafts: facts.drafts,
    voices: facts.voices,
  });
  const store = createStore({
    year: last,
    country: null,
    statement: null,
    layers: SHOWN,
    draft: null,
    words: null,
    solo: null,
    all: false,
    playing: false,
    focus: NONE,
    told: null,
    speed: 'normal',
    ...asked,
    view: firstView.name,
  });
  const player = createPlayer({facts, store});
  const toYear = (year, how) => {
    const {statement} = store.get();
    const stays = statement && facts.statements.get(statement).year === year;
    store.set({year, statement: stays ? statement : null}, how);
  };
  const openStatement = (id) => {
    player.stop();
    store.set({statement: id, country: null, year: facts.statements.get(id).year}, 'step');
  };
  const openCountry = (id) => store.set({country: id, statement: null});
  const close = () => store.set({country: null, statement: null});
  /** Close the card and give the focus back to the map: the button that had it is gone. */
  const closeCard = () => {
    close();
    stage.element.focus({preventScroll: true});
  };

  // ------------------------------------------------------------------ parts

  const year = h('p', {class: 'year', 'aria-hidden': 'true'});
  const title = h('h1', {class: 'headline'});
  const detail = h('p', {class: 'detail'});
  const whose = h('p', {class: 'whose-words', hidden: true});
  const live = h('p', {class: 'sr-only', role: 'status', 'aria-live': 'polite'});
  const announce = (text) => say(live, text);
  const notices = h('div', {class: 'notices', role: 'status'});
  const notice = (text) => {
    const standing = [...notices.children];
    for (const old of standing.filter(
      (each, i) => each.firstChild.textContent === text || i <= standing.length - MOST_NOTICES,
    ))
      old.remove();
    const note = h(
      'p',
      {class: 'notice'},
      h('span', {}, text),
      h(
        'button',
        {type: 'button', class: 'close', 'aria-label': t('notice.dismiss'), onclick: () => note.remove()},
        '×',
      ),
    );
    notices.append(note);
  };
  const describeUnit = (id) => {
    const unit = facts.units.get(id);
    const now = store.get().year;
    const status = facts.statuses[unit.statusIn(now)];
    const since =
      status !== 'none' && unit.sinceIn(now) ? `, ${t('card.since', {date: longDate(unit.sinceIn(now))})}` : '';
    const belongs = belonging(id, now);
    if (root.dataset.mask) return [facts.nameIn(id, now), '']; // a question that the rest would answer is open
    return [facts.nameIn(id, now) + (belongs ? `, ${belongs}` : ''), t(`status.${status}.label`) + since];
  };
  const describeStatement = ({speaker, city, date, quote, paraphrase, stance}) =>
    `${t(`stance.${stance}.label`)}: ${speaker}, ${city}, ${longDate(date)}. ${quote ? `“${quote}”` : paraphrase}`;
  /** The box that the year and its headline may take over the map; they stand beside it on a narrow screen. */
  const titleBox = ({height}) => {
    const {offsetLeft, offsetTop, offsetWidth} = titleBlock;
    return offsetTop < height
      ? [{x: 0, y: height * (1 - TITLE_SHARE), w: offsetLeft + offsetWidth, h: height * TITLE_SHARE}]
      : [];
  };
  const makeStage = (view, more = {}) =>
    createStage({
      facts,
      view,
      t,
      large,
      describeUnit,
      describeStatement,
      statementTip: (id) => {
        const {speaker, city, date, quote, paraphrase, stance} = facts.statements.get(id);
        return [
          quote ? `“${quote}”` : paraphrase,
          `${speaker} · ${city}, ${longDate(date)} · ${t(`stance.${stance}.label`)}`,
        ];
      },
      covered: (size) => titleBox(size),
      onUnit: (id) => takeUnit(id) || (id ? openCountry(id) : close()),
      onStatement: openStatement,
      onFullScreen: () => acts.fullScreen(),
      onWalk: (id) => announce(describeUnit(id).filter(Boolean).join(': ')),
      ...more,
    });
  /** Lay the view out anew, as wide and high as a picture wants it and with nothing over it, for as long as `copy(stage)` takes. */
  function withStage(size, font, copy) {
    const made = makeStage(view, {large: () => (large() ? 1 : 0), covered: null});
    const {width, height} = size;
    const place = h(
      'div',
      {
        inert: true,
        style: {
          position: 'fixed',
          left: `${-2 * width}px`,
          width: `${width}px`,
          height: `${height}px`,
          'font-family': font,
          '--px': '1px',
        },
      },
      made.element,
    );
    root.append(place);
    try {
      made.resize(size);
      if (!stage.camera.isHome()) made.camera.showFrame(stage.camera.frame());
      made.paint(store.get(), null);
      return copy(made);
    } finally {
      made.stop();
      place.remove();
    }
  }
  const drawn = new Map([[firstView.name, {view: firstView, stage: makeStage(firstView)}]]);
  let {stage, view} = drawn.get(firstView.name);
  /** Draw a view, if it is not drawn; true when it is. */
  async function drawView(name) {
    if (drawn.has(name)) return true;
    try {
      const loaded = await load(name);
      if (!drawn.has(name)) drawn.set(name, {view: loaded, stage: makeStage(loaded)});
      return true;
    } catch {
      notice(t('notice.view_not_here', {view: t(`view.${name}`)}));
      return false;
    }
  }
  const openView = async (name) => (await drawView(name)) && store.set({view: name});
  function useView(name) {
    if (view.name === name) return;
    const old = stage;
    ({stage, view} = drawn.get(name));
    old.element.replaceWith(stage.element);
    mark(root, 'data-view', name);
  }
  const slider = createSlider({
    facts,
    t,
    onYear(next, how, typed) {
      if (next === null) return notice(t('timeline.no_year', {typed}));
      if (next < first || next > last) return notice(t('timeline.out_of_range', {first, last, typed}));
      player.stop();
      return toYear(next, how);
    },
    onPlay: player.toggle,
    onChange: (direction) => acts[direction > 0 ? 'nextChange' : 'previousChange'](),
    onSpeed: (speed) => store.set({speed}),
  });
  const legend = createLegend({
    facts,
    t,
    onSolo: (status) => store.set({solo: store.get().solo === status ? null : status}),
  });
  const finder = createFinder({facts, t, onCountry: openCountry});
  const menu = createLayersMenu({
    views,
    drafts: [...facts.drafts.keys()],
    voices: facts.voices,
    t,
    onView: openView,
    onLayers: (layers) => store.set({layers}),
    onDraft: (draft) => store.set({draft}),
    onWords: (words) => store.set({words}),
  });
  const draftNote = createDraftNote({facts, t, onStatement: openStatement});
  const voiceBox = createVoiceBox({facts, t, onStatement: openStatement});
  const layerBox = h('section', {class: 'layer-notes'});
  const table = createTable({facts, t});
  const help = createHelp({t, keys});
  const cite = createCite({facts, t});
  const takeAway = createTake({facts, t, root, withStage});

  const figures = createFigures({
    facts,
    t,
    onNearest() {
      const on = store.get().layers.split(',');
      store.set({
        layers: joinLayers(on.includes('nearest') ? on.filter((name) => name !== 'nearest') : [...on, 'nearest']),
      });
    },
  });
  const statesOf = h('h2');
  const yearList = createYearList({
    facts,
    t,
    onStatement: openStatement,
    onYear: (at) => toYear(at, 'step'),
    onAll: () => store.set({all: !store.get().all}),
  });
  const overview = h(
    'div',
    {class: 'overview'},
    voiceBox.element,
    draftNote.element,
    figures.element,
    h('section', {}, statesOf, legend.element, layerBox),
    yearList.elements,
    finder.element,
  );
  const sheet = h('div', {class: 'sheet'}, overview);
  const handle = h(
    'button',
    {
      type: 'button',
      class: 'handle',
      'aria-expanded': 'true',
      'aria-label': t('panel.sheet'),
      onclick() {
        fold(!root.hasAttribute('data-folded'));
      },
    },
    h('span', {}),
  );
  const panel = h('aside', {class: 'panel'}, handle, sheet);
  const server = h('strong', {class: 'server', role: 'status', hidden: true}, t('stage.no_server'));
  const ask = h(
    'button',
    {type: 'button', class: 'plain', onclick: help.toggle, 'aria-label': t('help.open'), title: t('help.open')},
    '?',
  );
  const citing = h(
    'button',
    {
      type: 'button',
      class: 'plain tells',
      onclick() {
        address();
        cite.open(store.get());
      },
    },
    t('cite.open'),
  );
  const taking = h(
    'button',
    {
      type: 'button',
      class: 'plain tells',
      'data-take': 'open',
      onclick() {
        address();
        takeAway.open(store.get());
      },
    },
    t('take.open'),
  );
  const taken =
    take &&
    h(
      'button',
      {
        type: 'button',
        class: 'plain take-view',
        onclick() {
          const {year: at, view: name, layers, country, statement, draft} = store.get();
          take.act({year: at, view: name, layers, country, statement, draft});
        },
      },
      take.label,
    );
  const footer = h(
    'p',
    {class: 'footer'},
    server,
    h(
      'span',
      {},
      [t('footer.borders'), t('footer.state_at'), t('footer.as_of', {date: longDate(facts.as_of)})].join('  ·  '),
    ),
    taken ?? [],
    taking,
    citing,
    ask,
  );
  const titleBlock = h('div', {class: 'title-block'}, year, whose, title, detail);
  root.replaceChildren(
    h('div', {class: 'map-area'}, stage.element, finder.beyond, menu.element, notices),
    titleBlock,
    footer,
    slider.element,
    panel,
    table.element,
    live,
    help.element,
    cite.element,
    takeAway.element,
  );

  function fold(folded) {
    root.toggleAttribute('data-folded', folded);
    mark(handle, 'aria-expanded', String(!folded));
  }
  // Among a page's fields there is little height to share.
  if (take) fold(true);

  // ------------------------------------------------------------------ showing

  let card = null;
  const cards = {
    country: (id) => createCountryCard({facts, id, t, belonging, onClose: closeCard, onStatement: openStatement}),
    statement: (id) =>
      createStatementCard({facts, id, t, onClose: closeCard, onStatement: openStatement, onCountry: openCountry}),
  };
  function showCard(state, how) {
    const kind = state.statement ? 'statement' : state.country ? 'country' : null;
    const key = kind && `${kind} ${state[kind]}`;
    if (key !== (card?.key ?? null)) {
      card = kind && cards[kind](state[kind]);
      sheet.replaceChildren(card ? card.element : overview);
      mark(root, 'data-open', kind);
      if (how) sheet.scrollTop = 0;
      if (card) fold(false);
      if (card && how) card.focus();
    }
    card?.show(state);
  }

  function showYear(state) {
    const now = facts.years.get(state.year);
    mark(root, 'data-year', state.year);
    say(year, String(state.year));
    const caption = captionOf(facts, state);
    mark(whose, 'hidden', !caption.kind);
    say(whose, caption.kind ? facts.voices[state.words].name : '');
    say(title, caption.title);
    say(detail, caption.detail);
    say(statesOf, t('panel.states_of', {day: longDate(now.day)}));
  }

  const address = () => {
    keep(writeAddress(location.search, store.get()));
  };

  function showLists() {
    lists.drop();
    const state = store.get();
    yearList.show(state);
    draftNote.show(state);
    voiceBox.show(state);
    layerBox.replaceChildren(...layerNotes({facts, t, year: state.year, on: state.layers.split(',')}));
  }
  const lists = createRest(showLists, LIST_MS);
  let told = asked.year ?? last; // the year that was last read out
  const rest = createRest(() => {
    const state = store.get();
    address();
    table.show(state);
    if (state.year !== told && !root.dataset.mask) announce(facts.years.get(state.year).spoken);
    told = state.year;
  }, REST_MS);

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  function show(state, before, how) {
    mark(root, 'data-motion', (how === 'play' || how === 'step') && !calm.matches ? how : null);
    useView(state.view);
    stage.paint(state, how);
    slider.show(state);
    legend.show(state);
    figures.show(state);
    finder.show(state, view);
    menu.show(state);
    if (!before || state.year !== before.year || state.words !== before.words) showYear(state);
    showCard(state, before ? how : null);
    // Text that takes layout waits for a breath while the hand moves.
    if (how === 'drag') lists.ask();
    else showLists();
    rest.ask();
    if (before && state.country && state.country !== before.country) stage.reveal(state.country);
  }
  store.listen(show);

  // ------------------------------------------------------------------ keys

  const step = (next) => {
    player.stop();
    toYear(clampYear(next, facts), 'step');
  };
  const now = () => store.get().year;
  const acts = {
    yearBack: () => step(now() - 1),
    yearOn: () => step(now() + 1),
    tenOn: () => step(now() + 10),
    tenBack: () => step(now() - 10),
    firstYear: () => step(first),
    lastYear: () => step(last),
    previousChange: () => step(changeBeside(now(), facts.changeYears, -1)),
    nextChange: () => step(changeBeside(now(), facts.changeYears, 1)),
    play: player.toggle,
    walkBack: () => stage.walk(-1),
    walkOn: () => stage.walk(1),
    openCard: () => stage.walkedUnit() && (takeUnit(stage.walkedUnit()) || openCountry(stage.walkedUnit())),
    help: help.toggle,
    close() {
      if (help.isOpen()) return help.close();
      if (menu.isOpen()) return menu.close();
      if (!store.get().country && !store.get().statement) return store.set({solo: null});
      return closeCard();
    },
    ...Object.fromEntries(views.map((name, i) => [`view${i + 1}`, () => openView(name)])),
    fullScreen: () =>
      document.fullscreenElement
        ? document.exitFullscreen()
        : (root.requestFullscreen ?? document.documentElement.requestFullscreen).call(root),
  };
  const onKey = (event) => {
    if (
      event.defaultPrevented ||
      cite.isOpen() ||
      takeAway.isOpen() ||
      (help.isOpen() && event.key !== 'Escape' && event.key !== '?')
    )
      return;
    const path = event.composedPath();
    const act = actOf(event, placeOf(path));
    // Keys typed in another part of the page (a menu, a field) are not ours.
    if (
      !act ||
      !acts[act] ||
      (!path.includes(root) && path[0] !== document.body && path[0] !== document.documentElement)
    )
      return;
    event.preventDefault();
    if (!root.dataset.mask || ASKED.has(act)) acts[act]();
  };
  document.addEventListener('keydown', onKey);

  // ------------------------------------------------------------------ first picture

  if (asked.statement) store.set({all: store.get().all || !facts.statements.get(asked.statement).lean});
  show(store.get(), null, null);
  for (const {name, value} of dropped) notice(t(`notice.unknown_${name}`, {value, first, last}));
  mark(root, 'data-view', view.name);
  mark(root, 'data-ready', 'true');
  // The other views come once the page has been at rest for a while, so that all are there when the server goes.
  const idle = window.requestIdleCallback ?? setTimeout;
  const fetchNext = (waiting) =>
    waiting.length &&
    idle(() =>
      load(waiting[0]).then(
        () => fetchNext(waiting.slice(1)),
        () => {},
      ),
    );
  const fetching = setTimeout(() => fetchNext(views.filter((name) => name !== firstView.name)), QUIET_MS);

  return {
    /** Show a state, its view included. */
    async show({view: name, ...state}) {
      player.stop();
      if (await drawView(name)) store.set({...state, view: name}, 'step');
    },
    store,
    facts,
    t,
    drawView,
    openView,
    openCountry,
    openStatement,
    close,
    notice,
    announce,
    serverGone: (gone) => (server.hidden = !gone),
    stop() {
      player.stop();
      rest.drop();
      lists.drop();
      for (const {stage: each} of drawn.values()) each.stop();
      clearTimeout(fetching);
      document.removeEventListener('keydown', onKey);
    },
  };
}
