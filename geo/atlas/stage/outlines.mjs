// Units with a line around them: who joined this year, and what is in focus.

import {s} from '../dom.mjs';
import {mainRings} from '../core/rings.mjs';

/** Outlines of one kind: a dark line under a bright one, islets left out. `show(ids)` touches nothing while the ids stay. */
export function createOutlines({view, layer, name}) {
  const made = new Map();
  const lines = (id) => {
    if (!made.has(id)) {
      const d = mainRings(view.paths[id]);
      made.set(id, [
        s('path', {class: `${name}-casing`, d}),
        s('path', {class: `${name}-line`, d, 'data-outlined': id}),
      ]);
    }
    return made.get(id);
  };
  let shown = '';
  return {
    show(ids) {
      const key = ids.join();
      if (key === shown) return;
      shown = key;
      layer.replaceChildren(...ids.filter((id) => view.paths[id]).flatMap(lines));
    },
  };
}
