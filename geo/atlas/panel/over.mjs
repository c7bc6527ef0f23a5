// What lays a membership over the map: its ground as it is fetched, then the state that shows it.

/** @import {Core} from '../types' */
/** @import {LaidOver} from '../payload' */

const NATO = 'nato'; // in the atlas it has no id

/** What an address calls it. */
export const OVER = 'over';

/**
 * Lay a membership over the map, or with null none; rejects where its ground cannot be fetched. One that is no longer
 * wanted when its ground has come is not laid over another.
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
  store.set({over: id});
}

/**
 * Lay over the map what an address asks for; `onNone(asked)` is told what is not there, or could not be fetched.
 * @param {string} search
 * @param {Pick<Core, 'facts' | 'store'> & {offered: string[], load: (file: string) => Promise<LaidOver>,
 *   onNone: (asked: string) => void}} of
 */
export function layOverAsked(search, {facts, store, offered, load, onNone}) {
  const over = new URLSearchParams(search).get(OVER);
  if (!over) return;
  const isOffered = over !== (facts.membership?.id ?? NATO) && offered.includes(over);
  if (isOffered) layOver(over, {facts, store, load: (id) => load(`over-${id}`)}).catch(() => onNone(over));
  else onNone(over);
}
