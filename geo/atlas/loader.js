// Runs from a blob, so addresses are built from the document's. Called again on each change of data or theme:
// find the live atlas before making one.

/** @import {Arrival, RawFacts, TravellingState, View} from './types' */
/**
 * `facts` are those of a person's own membership, `membership` is the id of one of ours, `memberships` are those that
 * the address may ask for; `told` is what is told of the address, `handedOn` what is given away in place of it. The
 * address is of another table than the `isFresh` one.
 * @typedef {{base: string, views: string[], take?: string, start?: string, facts?: RawFacts, membership?: string,
 *   memberships?: string[], told?: string[], handedOn?: string, isFresh?: boolean,
 *   shown?: {turn: number, state: Asked} | null}} Data
 */
/** @typedef {Omit<Arrival, 'day'> & {day?: string, year: number}} Asked */
/** @typedef {{show: (state: Asked) => void, stop: () => void}} Live */

/** @type {WeakMap<Element, Promise<Live>>} */
const live = new WeakMap();

const isDark = (/** @type {Element} */ element) => {
  const [r, g, b] = (
    getComputedStyle(element)
      .getPropertyValue('--st-background-color')
      .match(/[0-9a-f]{2}/gi) ?? ['ff', 'ff', 'ff']
  ).map((hex) => parseInt(hex, 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
};

/** @param {HTMLElement} root @param {string} href */
function stylesheet(root, href) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href,
      onload: resolve,
      onerror: reject,
    });
    root.before(link);
  });
}

/** The address that waits in the storage of the session; a frame of another site may not be allowed to look. */
function keptState() {
  try {
    return sessionStorage.getItem('eastward.state') ?? '';
  } catch {
    return '';
  }
}

/** The way to the teacher's page, where the lesson begins; `id` is that of another membership than NATO. */
const lessonLink = (/** @type {string} */ label, /** @type {string} */ id = '') =>
  Object.assign(document.createElement('a'), {
    className: 'plain start-lesson',
    href: new URL(id ? `teach?membership=${id}` : 'teach', document.baseURI).href,
    target: '_blank',
    rel: 'noopener',
    textContent: label,
  });

/**
 * @param {HTMLElement} root
 * @param {Data} data
 * @param {(state: TravellingState) => void} onTake
 * @returns {Promise<Live>}
 */
async function start(root, data, onTake) {
  const {base, views, take, start: lesson, facts: given, membership, memberships, told, isFresh} = data;
  const at = (/** @type {string} */ name) => new URL(base + name, document.baseURI).href;
  const json = async (/** @type {string} */ name) => {
    const answer = await fetch(at(name));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  /** @type {Map<string, Promise<View>>} */
  const loaded = new Map();
  const load = (/** @type {string} */ name) => {
    const view =
      loaded.get(name) ??
      json(`${name}.json`).catch((error) => {
        loaded.delete(name);
        throw error;
      });
    loaded.set(name, view);
    return view;
  };
  const asked = new URLSearchParams(isFresh ? '' : location.search || (given ? '' : keptState()));
  const id = membership ?? memberships?.find((name) => name === asked.get('membership'));
  const [{createAtlas, watchServer}, facts, view, own] = await Promise.all([
    import(at('atlas.js')),
    given ?? json(id ? `facts-${id}.json` : 'facts.json'),
    load(views.find((name) => name === asked.get('view')) ?? views[0]),
    (given || id) && import(at('membership.js')),
    stylesheet(root, at('atlas.css')),
  ]);
  const heard = own ? 'ear-of-the-world.json' : 'ear.json';
  const loadEar = () => Promise.all([import(at('ear.js')), json(heard)]);
  const loadSound = () => Promise.all([import(at('sound.js')), json(heard)]);
  const atlas = createAtlas(root, facts, view, {
    views,
    load,
    loadSources: () => json('sources.json'),
    loadForces: () => json('forces.json'),
    loadLate: async () => (await import(at('late.js'))).late,
    loadSearch: () => json('search.json'),
    loadEar,
    loadSound,
    take: take && {label: take, act: onTake},
    greets: !take,
    ...(memberships && {
      loadChoices: async () => ({
        ...(await json('memberships.json')),
        load: (/** @type {string} */ name) => json(name),
      }),
    }),
    ...own?.optionsOf({root, facts, loadEar, loadSound}),
    ...(isFresh && {search: ''}),
  });
  told?.forEach(atlas.notice);
  const label = lesson && (own ? facts.membership.start : lesson);
  if (label) {
    root.querySelector('.footer button')?.before(lessonLink(label, id));
    root.querySelector('.folded-foot')?.append(' ', lessonLink(label, id)); // where a phone has the foot
  }
  const unwatch = watchServer(atlas.serverGone);
  const show = (/** @type {Asked} */ {day, year, ...state}) => atlas.show({...state, day: atlas.dayOf({day, year})});
  return {show, stop: () => (unwatch(), atlas.stop())};
}

/**
 * @param {{parentElement: HTMLElement, data: Data, setTriggerValue: (name: string, value: unknown) => void}} component
 */
export default function ({parentElement, data, setTriggerValue}) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector('[data-atlas]'));
  root.dataset.theme = isDark(root) ? 'dark' : 'light';
  if (data.handedOn) root.dataset.handedOn = data.handedOn;
  if (!live.has(root)) {
    live.set(
      root,
      start(root, data, (state) => setTriggerValue('taken', state)).catch(({message}) => {
        root.textContent = `The atlas could not be fetched (${message}). Load the page again once the server answers.`;
        return {show() {}, stop() {}};
      }),
    );
  }
  // A request is carried out once, though every rerun repeats it.
  const {turn, state} = data.shown ?? {};
  if (turn && state && root.dataset.turn !== String(turn)) {
    root.dataset.turn = String(turn);
    live.get(root)?.then((atlas) => atlas.show(state));
  }
  return () => {
    live.get(root)?.then((atlas) => atlas.stop());
    live.delete(root);
  };
}
