// Units with a line around them: who joined this year, and what is in focus.

import {s} from '../dom.mjs';
import {mainRings} from '../core/rings.mjs';

/**
 * Outlines of one kind: a dark line under a bright one, islets left out.
 * @param {{view: any, name: string, group: string}} of `name` begins the classes of the lines, `group` is the group's
 */
export function createOutlines({view, name, group}) {
  const element = s('g', {class: group});
  const lines = new Map();
  const linesOf = (id) => {
    if (!lines.has(id)) {
      const d = mainRings(view.paths[id]);
      lines.set(id, [
        s('path', {class: `${name}-casing`, d}),
        s('path', {class: `${name}-line`, d, 'data-outlined': id}),
      ]);
    }
    return lines.get(id);
  };
  let drawn = '';
  return {
    element,
    /** Outline these units and no others; nothing is touched while they stay. */
    show(/** @type {string[]} */ ids) {
      const key = ids.join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...ids.filter((id) => view.paths[id]).flatMap(linesOf));
    },
  };
}
