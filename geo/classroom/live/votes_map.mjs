// What a class tapped, on the map: countries filled by their share of the votes, with the counts.

import {mark, s} from '../../atlas/dom.mjs';
import {filledBy} from './shares.mjs';

/** @import {Result} from '../../room/messages' */
/** @import {Atlas} from '../types' */

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

  function draw() {
    mark(root, 'data-votes', shown ? 'shown' : null);
    if (!shown) return [fills, counts].forEach((group) => group.remove());
    const {view} = atlas.inSight();
    const filled = [...filledBy(shown, facts, store.get().day)].filter(([id]) => view.paths[id]);
    fills.replaceChildren(
      ...filled.map(([id, strength]) => s('path', {d: view.paths[id], 'data-vote': id, 'fill-opacity': strength})),
    );
    const written = shown.votes.filter(([unit]) => view.anchors[String(unit)]);
    counts.replaceChildren(
      ...written.map(([unit, n]) => {
        const [x, y] = view.anchors[String(unit)];
        return s('text', {x, y, dy: '0.9em', 'data-count': unit}, String(n)); // beneath the name that may stand there
      }),
    );
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
