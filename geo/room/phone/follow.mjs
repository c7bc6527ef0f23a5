// The map of a phone follows the wall, until its reader looks around; one press comes back.

import {layersAtFirst} from '../../atlas/core/layers.mjs';
import {NOTHING_OPEN, readShown} from '../../classroom/live/shown.mjs';

/** @import {Atlas} from '../../atlas/types' */
/** @import {Shown} from '../messages' */

/**
 * `onShown()` runs once what the wall shows is on the map; `onMask(mask)` gets what an open question hides, which a
 * phone that looks around must not see either.
 * @param {{atlas: Atlas, views: string[], onShown: () => void, onMask: (mask: string | null) => void}} options
 */
export function createFollower({atlas, views, onShown, onMask}) {
  /** @type {Shown | null} */
  let wall = null;
  let isFollowing = true;
  /** @type {string | null} the place of the wall's camera that was gone to; from there on the finger has the map */
  let ledTo = null;
  async function show() {
    if (!wall?.view || !isFollowing) return;
    const {day, view, place} = wall;
    const {state, at} = readShown(place, atlas.facts, views);
    const shown = {
      ...NOTHING_OPEN,
      layers: layersAtFirst(atlas.facts),
      ...state,
      day: Math.min(day, atlas.facts.lastDay),
    };
    const camera = String(at) === ledTo ? {} : {camera: at};
    ledTo = String(at);
    await atlas.show({...shown, ...camera, view: views.includes(view) ? view : views[0]});
    onShown();
  }
  return {
    hear(/** @type {Shown} */ next) {
      wall = next;
      onMask(readShown(next.place, atlas.facts, views).mask);
      show();
    },
    again: show,
    isFollowing: () => isFollowing,
    toggle() {
      isFollowing = !isFollowing;
      ledTo = null;
      show();
    },
  };
}
