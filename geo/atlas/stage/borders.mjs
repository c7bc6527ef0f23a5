// Borders, the front line among them, and the seams that close them where two units are one state.

import {mark, s} from '../dom.mjs';
import {besideStyle} from '../core/line_room.mjs';

/** @import {Picture, Pictures, View} from '../types' */

/**
 * The lines of a front; the style asks how much room it has.
 * @param {string} d
 * @param {Record<string, string>} style
 */
const frontOf = (d, style) =>
  ['front-casing', 'front-line'].map((name) => s('path', {class: name, d, hidden: true, style}));

/**
 * The borders of a view in groups: `seams` belong to the fills, `fronts` lie above all outlines.
 * @param {{view: View, pictures: Pictures}} of
 */
export function createBorders({view, pictures}) {
  const [frontCasings, frontCores] = [s('g'), s('g')]; // where two meet, no casing lies over a line
  const groups = {
    seams: s('g'),
    casings: s('g', {class: 'border-casings'}),
    cores: s('g', {class: 'borders'}),
    fronts: s('g', {class: 'fronts'}, frontCasings, frontCores),
  };
  const borders = pictures.borders.map((border) => {
    const {id, a, fronts} = border;
    const d = view.borders[id];
    const casing = s('path', {d});
    const core = s('path', {'data-border': id, d});
    // Inside one state a line of the fill closes the seam through which the sea would shine.
    const seam = pictures.isEverInside(border) ? s('path', {class: 'seam', d, hidden: true}) : null;
    const frontLines = fronts ? frontOf(d, besideStyle(view, id)) : [];
    groups.casings.append(casing);
    groups.cores.append(core);
    if (seam) groups.seams.append(seam);
    frontCasings.append(...frontLines.slice(0, 1));
    frontCores.append(...frontLines.slice(1));
    return {id, core, casing, seam, unitAt: pictures.units.indexOf(a), frontLines};
  });
  const seams = borders.flatMap(({seam, unitAt}, at) => (seam ? {seam, unitAt, at, status: ''} : []));

  /** @type {Picture | null} the picture that the seams show */
  let seamed = null;
  /** @type {Picture | null} and the one that the borders show */
  let painted = null;

  /**
   * @param {Pick<(typeof borders)[number], 'core' | 'frontLines'>} border
   * @param {string | null} kind
   */
  function paintFront({core, frontLines}, kind) {
    mark(core, 'data-front', kind);
    for (const line of frontLines) {
      mark(line, 'hidden', !kind);
      mark(line, 'data-kind', kind);
    }
  }
  return {
    groups,
    /** Paint the seams of a picture, with its fills. */
    paintSeams(/** @type {Picture} */ picture) {
      const {inside, statuses} = picture;
      for (const one of seams) {
        const {seam, unitAt, at} = one;
        if (inside[at] !== seamed?.inside[at]) mark(seam, 'hidden', !inside[at]);
        // One that is not seen is coloured when it comes.
        if (inside[at] && statuses[unitAt] !== one.status)
          seam.setAttribute('data-status', (one.status = statuses[unitAt]));
      }
      seamed = picture;
    },
    /** Paint the borders of a picture, and tell whether any changed; one that stays as it was is not touched. */
    paint(/** @type {Picture} */ picture) {
      const {inside, fronts, dashed} = picture;
      let isOther = false;
      for (let i = 0; i < borders.length; i += 1) {
        const {id, core, casing} = borders[i];
        const isSame = inside[i] === painted?.inside[i] && fronts[i] === painted?.fronts[i];
        if (isSame && dashed[i] === painted?.dashed[i]) continue;
        isOther = true;
        if (inside[i] !== painted?.inside[i]) {
          mark(core, 'hidden', inside[i]);
          mark(casing, 'hidden', inside[i]);
        }
        if (fronts[i] !== painted?.fronts[i]) paintFront(borders[i], fronts[i] || null);
        if (dashed[i] !== painted?.dashed[i]) {
          mark(core, 'data-dashed', dashed[i]);
          if (dashed[i]) Object.entries(besideStyle(view, id, true)).forEach((each) => core.style.setProperty(...each));
        }
      }
      painted = picture;
      return isOther;
    },
  };
}
