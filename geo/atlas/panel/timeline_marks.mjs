// What stands along the track of the timeline: statements per year, flags where states joined, decades, eras. Laid out
// anew when the track has another size, never for a step.

import {decadeTicks, eraBands} from '../core/timeline_layout.mjs';
import {h, rulerOf} from '../dom.mjs';
import {createFlagRow} from './flag_row.mjs';
import {createStatementChart} from './statement_chart.mjs';
import {createTimelineTip} from './timeline_tip.mjs';

/** @import {Facts, Translate} from '../types' */

/**
 * `above` stand over the rail, `below` under it; `show(year)` is a step; `follow(track)` lays them out whenever the
 * track changes its size.
 * @param {{facts: Facts, t: Translate, onYear: (year: number) => void, onPick: (year: number) => void}} of
 */
export function createTimelineMarks({facts, t, onYear, onPick}) {
  const tip = createTimelineTip();
  const chart = facts.statements.size ? createStatementChart({facts, t, tip, onPick}) : null;
  const flags = createFlagRow({facts, t, tip, onYear});
  const ticks = h('div', {class: 'ticks', 'aria-hidden': 'true'});
  const eras = h('div', {class: 'eras'});
  const measure = rulerOf();

  /** Measures text as an element writes it, with the spaces that a reader's own style may put between its letters. */
  function measureIn(/** @type {Element} */ element) {
    const {fontWeight, fontSize, fontFamily, letterSpacing, wordSpacing} = getComputedStyle(element);
    const font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const [perLetter, perSpace] = [letterSpacing, wordSpacing].map((space) => parseFloat(space) || 0); // or "normal"
    return (/** @type {string} */ text) =>
      measure(text, font) + perLetter * text.length + perSpace * (text.split(' ').length - 1);
  }
  function layOut(/** @type {HTMLElement} */ element) {
    const width = element.clientWidth;
    if (!width) return;
    const thumb = 2 * parseFloat(getComputedStyle(ticks).paddingLeft); // a length may be a sum on its property
    const track = {first: facts.first, last: facts.last, width, thumb};
    chart?.layOut(track, measureIn(chart.element));
    flags.layOut(track, measureIn(flags.element));
    ticks.replaceChildren(
      ...decadeTicks(track, measureIn(ticks)).map(({year, x, label}) =>
        h('span', {class: 'tick', 'data-decade': year, style: {left: `${x.toFixed(1)}px`}}, label),
      ),
    );
    eras.replaceChildren(
      ...eraBands(facts.eras, track, measureIn(eras)).map(({key, left, w, label, says}) =>
        h(
          'span',
          // Spelled out as a short name is: under the hand, at the focus, and at a touch.
          {
            class: 'era',
            role: 'note',
            tabindex: 0,
            'data-era': key,
            'data-terms': '',
            title: says,
            'aria-label': says,
            style: {left: `${left}px`, width: `${w}px`},
          },
          label,
        ),
      ),
    );
  }
  return {
    above: [tip.element, chart?.element, flags.element],
    below: [ticks, eras],
    show: flags.show,
    follow(/** @type {HTMLElement} */ track) {
      const sized = new ResizeObserver(() => layOut(track));
      for (const each of [track, ...(chart ? [chart.heading] : [])]) sized.observe(each);
      document.fonts?.ready.then(() => layOut(track));
    },
  };
}
