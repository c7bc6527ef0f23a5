// What a class tapped, on the map: countries filled by their share of the votes, with the counts.

import {mark, s} from '../../atlas/dom.mjs';
import {sharesOf} from './shares.mjs';

/** @import {Result} from '../../room/messages' */
/** @import {View} from '../../atlas/types' */
/** @import {Atlas} from '../types' */

/** The unit of a state whose shape says most, where its count stands. */
const largestOf = (/** @type {View} */ {paths}, /** @type {string[]} */ units) =>
  units.reduce((largest, unit) => (paths[unit].length > paths[largest].length ? unit : largest));

/** Where a count stands, no name does; the bars beside the map tell it. */
function coverNames(/** @type {HTMLElement} */ root, /** @type {Set<string>} */ units) {
  for (const name of root.querySelectorAll('.names [data-name]'))
    mark(name.parentElement ?? name, 'data-voted', units.has(name.getAttribute('data-name') ?? ''));
}

/**
 * `show(result)` draws what came of a question on the day that stands there, null takes it away.
 * @param {{root: HTMLElement, atlas: Atlas}} options
 */
export function createVotesMap({root, atlas}) {
  const {facts, store} = atlas;
  /** @type {Result | null} */
  let shown = null;
  const fills = s('g', {class: 'votes'});
  const counts = s('g', {class: 'vote-counts'});

  /** @type {Set<string>} */
  let voted = new Set();
  const laidOut = new MutationObserver(() => coverNames(root, voted)); // names come and go with the frame

  function draw() {
    mark(root, 'data-votes', shown ? 'shown' : null);
    laidOut.disconnect();
    voted = new Set();
    if (!shown) {
      coverNames(root, voted);
      return [fills, counts].forEach((group) => group.remove());
    }
    const {view} = atlas.inSight();
    const shares = sharesOf(shown, facts, store.get().day).map((share) => ({
      ...share,
      units: share.units.filter((unit) => view.paths[unit]),
    }));
    fills.replaceChildren(
      ...shares.flatMap(({units, strength}) =>
        units.map((unit) => s('path', {d: view.paths[unit], 'data-vote': unit, 'fill-opacity': strength})),
      ),
    );
    counts.replaceChildren(
      ...shares
        .filter(({units}) => units.length)
        .map(({id, n, units}) => {
          const [x, y] = view.anchors[largestOf(view, units)];
          return s('text', {x, y, 'data-count': id}, String(n));
        }),
    );
    voted = new Set(shares.flatMap(({units}) => units));
    coverNames(root, voted);
    for (const names of root.querySelectorAll('.stage .names')) laidOut.observe(names, {childList: true});
    root.querySelector('.stage .layer.fills > g')?.append(fills);
    return root.querySelector('.stage .layer.signs > g')?.append(counts);
  }
  store.listen((state, before) => shown && (state.view !== before.view || state.day !== before.day) && draw());
  return {
    show(/** @type {Result | null} */ result) {
      if (result === shown) return;
      shown = result;
      draw();
    },
  };
}
