// The map of a phone follows the wall, until its reader looks around; one press comes back.

import {readAddress} from '../../atlas/core/address.mjs';
import {layersAtFirst} from '../../atlas/core/layers.mjs';

/** @import {Atlas} from '../../atlas/types' */
/** @import {Shown} from '../messages' */

const NOTHING_OPEN = {country: null, statement: null, draft: null, words: null, solo: null, told: null, playing: false};

/**
 * `onShown()` runs once what the wall shows is on the map.
 * @param {{atlas: Atlas, views: string[], onShown: () => void}} options
 */
export function createFollower({atlas, views, onShown}) {
  /** @type {Shown | null} */
  let wall = null;
  let isFollowing = true;
  async function show() {
    if (!wall?.view || !isFollowing) return;
    const {day, view, place, halted} = wall;
    const {state} = readAddress(place, atlas.facts, new Set(views));
    const open = halted ? {} : state;
    const shown = {
      ...NOTHING_OPEN,
      layers: layersAtFirst(atlas.facts),
      ...open,
      day: Math.min(day, atlas.facts.lastDay),
    };
    await atlas.show({...shown, view: views.includes(view) ? view : views[0]});
    onShown();
  }
  return {
    hear(/** @type {Shown} */ next) {
      wall = next;
      show();
    },
    isFollowing: () => isFollowing,
    toggle() {
      isFollowing = !isFollowing;
      show();
    },
  };
}
