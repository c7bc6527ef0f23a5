// The year and its headline, beside the map.

import {h, mark, say} from '../dom.mjs';
import {captionOf} from '../core/caption.mjs';

const TITLE_SHARE = 0.34; // of the map's height, with a headline of three lines

/**
 * @param {{facts: any}} of
 */
export function createTitleBlock({facts}) {
  const year = h('p', {class: 'year', 'aria-hidden': 'true'});
  const whose = h('p', {class: 'whose-words', hidden: true});
  const title = h('h1', {class: 'headline'});
  const detail = h('p', {class: 'detail'});
  const element = h('div', {class: 'title-block'}, year, whose, title, detail);
  return {
    element,
    /** The boxes it may take over a map of this height; none on a narrow screen, where it stands beside the map. */
    boxesOver({height}) {
      const {offsetLeft, offsetTop, offsetWidth} = element;
      return offsetTop < height
        ? [{x: 0, y: height * (1 - TITLE_SHARE), w: offsetLeft + offsetWidth, h: height * TITLE_SHARE}]
        : [];
    },
    show(state) {
      const caption = captionOf(facts, state);
      say(year, String(state.year));
      mark(whose, 'hidden', !caption.kind);
      say(whose, caption.kind ? facts.voices[state.words].name : '');
      say(title, caption.title);
      say(detail, caption.detail);
    },
  };
}
