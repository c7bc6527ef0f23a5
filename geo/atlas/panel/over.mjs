// What lays a membership over the map: its ground as it is fetched, then the state that shows it.

/** @import {Core} from '../types' */
/** @import {LaidOver} from '../payload' */

/**
 * Lay a membership over the map, or with null none; rejects where its ground cannot be fetched.
 * @param {string | null} id
 * @param {Pick<Core, 'facts' | 'store'> & {load: (id: string) => Promise<LaidOver>}} of
 */
export async function layOver(id, {facts, store, load}) {
  if (id) {
    const {units, told} = await load(id);
    facts.pictures.overlays.over = units;
    facts.pictures.over_told = told;
  }
  store.set({over: id});
}
