// Which names a year asks for, how wide they are, and the nodes that show them.

import {mark, s} from '../dom.mjs';
import {breakName, placeNames} from '../core/name_layout.mjs';

const ROOM = 2.8; // half the width of the flat ellipse inside a country, times this, is what a name may take
const TWO_LINES = 0.86; // two lines have less, for the shape narrows
const LEAST_SIZE = 0.84; // a name that does not fit may shrink this far
const LARGE_PX = 36; // where a class reads from the back row, and no smaller

export function createLabels({facts, view, layer, family, large}) {
  const ruler = document.createElement('canvas').getContext('2d');
  const widths = new Map();
  const measure = (text, font) => {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      ruler.font = font;
      widths.set(key, ruler.measureText(text).width);
    }
    return widths.get(key);
  };

  function candidates(year, {k, x, y}, size) {
    const joined = new Set(facts.years.get(year).joined);
    const base = large() ? LARGE_PX * large() : Math.max(12, Math.min(17, size.width / 88));
    const least = large() ? 1 : LEAST_SIZE;
    const asked = [];
    for (const {id, unit, text: fixed, at} of Object.values(view.names)) {
      const owner = facts.units.get(unit);
      const state = owner.stateIn(year);
      if (facts.grounds[id] ? state !== id : facts.grounds[state] || !view.anchors[unit]) continue;
      const must = joined.has(unit);
      const text = fixed ?? facts.nameIn(unit, year);
      const room = at[2] * k * ROOM;
      const widthAt = (lines, pixels) =>
        Math.max(...lines.map((line) => measure(line, `${must ? 700 : 500} ${pixels}px ${family()}`)));
      let pixels = must ? base * 1.12 : base;
      let lines = [text];
      if (!must && widthAt(lines, pixels) > room) {
        lines = breakName(text);
        pixels *= Math.max(least, Math.min(1, room / widthAt(lines, pixels)));
      }
      asked.push({
        id,
        lines,
        must,
        pixels,
        status: facts.statuses[owner.statusIn(year)],
        x: at[0] * k + x,
        y: at[1] * k + y,
        room: room * (lines.length > 1 ? TWO_LINES : 1),
        width: widthAt(lines, pixels),
        height: pixels * (lines.length > 1 ? 2.1 : 1.1),
      });
    }
    return asked;
  }

  const nodes = new Map();
  const node = (id) => {
    if (!nodes.has(id)) nodes.set(id, Object.assign(s('text', {class: 'name'}), {drawn: '', status: ''}));
    return nodes.get(id);
  };
  let standing = new Set();
  let shown = null;

  return {
    /** The names of a year and their places, clear of the blocked boxes. */
    place(year, camera, size, blocked) {
      const asked = candidates(year, camera, size);
      const byId = new Map(asked.map((each) => [each.id, each]));
      return placeNames(asked, blocked, size).map((placed) => {
        const name = {...byId.get(placed.id), ...placed};
        return {...name, key: `${name.lines.join('|')} ${name.pixels} ${name.x} ${name.y}`};
      });
    },
    /** Show these names and no others; a name that stands as it stood is not touched. */
    show(names) {
      if (names === shown) return;
      shown = names;
      const ids = new Set();
      for (const {id, lines, must, pixels, x, y, status, key} of names) {
        const text = node(id);
        ids.add(id);
        if (text.drawn !== key) {
          text.drawn = key;
          text.replaceChildren(
            ...lines.map((line, i) =>
              s('tspan', {x: x.toFixed(1), y: (y + (i - (lines.length - 1) / 2) * pixels * 1.02).toFixed(1)}, line),
            ),
          );
          text.setAttribute('font-size', pixels.toFixed(1));
        }
        if (text.status !== status) text.setAttribute('data-status', (text.status = status));
        mark(text, 'data-joined', must);
        if (!standing.has(id)) layer.append(text);
      }
      for (const id of standing) if (!ids.has(id)) nodes.get(id).remove();
      standing = ids;
    },
  };
}
