// The map alone, for a page of somebody else: it fills its frame, asks nothing of the memory of the browser, and leads
// to the full atlas at what it shows.

import {createAtlas} from '../atlas/atlas.mjs';
import {h} from '../atlas/dom.mjs';
import {createEar} from '../atlas/ear/ear.mjs';
import {createSound} from '../atlas/ear/sound.mjs';
import {word} from '../atlas/core/words.mjs';
import {createStatusKey} from '../classroom/lesson/status_key.mjs';
import {createFiles, followTheme} from './fetched.mjs';

/** @import {Translate} from '../atlas/types' */
/** @typedef {{base: string, views: string[], full: string, failed: string}} Payload `base` is where the files lie */

const root = /** @type {HTMLElement} */ (document.querySelector('[data-atlas]'));
/** @type {Payload} */
const {base, views, full, failed} = JSON.parse(document.getElementById('embed')?.textContent ?? '');

followTheme(root);
const {json, load} = createFiles(base);

async function start() {
  const wanted = new URLSearchParams(location.search).get('view');
  const first = views.find((name) => name === wanted) ?? views[0];
  // Names are laid out by the width of their letters.
  const typeface = document.fonts.load("16px 'Eastward Sans'").catch(() => {});
  const [facts, view] = await Promise.all([json('facts'), load(first), typeface]);
  /** @type {Translate} */
  const t = (key, values) => word(facts.words, key, values);
  const link = h('a', {class: 'full', target: '_blank', rel: 'noopener', href: `./${location.search}`}, full);
  const atlas = createAtlas(root, facts, view, {
    views,
    load,
    loadSources: () => json('sources'),
    loadForces: () => json('forces'),
    loadEar: async () => [{createEar}, await json('ear')],
    loadSound: async () => [{createSound}, await json('ear')],
    search: location.search,
    keep: (search) => link.setAttribute('href', `./${search}`),
  });
  root.querySelectorAll('.footer button').forEach((button) => button.remove());
  root.querySelector('.footer')?.append(link);
  const key = createStatusKey({root, atlas, t});
  atlas.store.listen((state) => key.show(state));
  key.show(atlas.store.get());
  root.querySelector('.map-area')?.after(key.element);
}

start().catch(() => (root.textContent = failed));
