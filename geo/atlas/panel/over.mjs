// What lays a membership over the map: its ground as it is fetched, then the state that shows it.

import {drawnLayers} from '../core/layers.mjs';

/** @import {Core} from '../types' */
/** @import {LaidOver} from '../payload' */

/** What an address calls it. */
export const OVER = 'over';

/**
 * Lay a membership over the map, or with null none; rejects where its ground cannot be fetched. One that is no longer
 * wanted when its ground has come is not laid over another. The layer that shows the same goes.
 * @param {string | null} id
 * @param {Pick<Core, 'facts' | 'store'> & {load: (id: string) => Promise<LaidOver>, isWanted?: () => boolean}} of
 */
export async function layOver(id, {facts, store, load, isWanted = () => true}) {
  if (id) {
    const {units, told} = await load(id);
    if (!isWanted()) return;
    facts.pictures.overlays.over = units;
    facts.pictures.over_told = told;
  }
  const {layers} = store.get();
  store.set({over: id, layers: drawnLayers({layers, over: id}).join(',')});
}

/**
 * What can be laid over the map with the layers that are on: not what one of them shows already.
 * @param {string[]} offered
 * @param {Core['store']} store
 */
export function besideLayers(offered, store) {
  const layers = store.get().layers.split(',');
  return offered.filter((id) => !layers.includes(id));
}

/**
 * Lay over the map what an address asks for; `onNone(asked)` is told what is not offered, or could not be fetched.
 * @param {string} search
 * @param {Pick<Core, 'facts' | 'store'> & {offered: string[], load: (file: string) => Promise<LaidOver>,
 *   onNone: (asked: string) => void}} of
 */
export function layOverAsked(search, {facts, store, offered, load, onNone}) {
  const over = new URLSearchParams(search).get(OVER);
  if (!over) return;
  if (offered.includes(over)) layOver(over, {facts, store, load: (id) => load(`over-${id}`)}).catch(() => onNone(over));
  else onNone(over);
}
