// What the tables say of a day's land border and nearest land, in words.

import {keep} from '../core/lookup.mjs';
import {valueOn} from '../core/runs.mjs';

/** @import {IndexedFacts, Translate} from '../types' */
/** @typedef {Record<'moscow' | 'land' | 'places' | 'length' | 'border' | 'parts', string>} MeasuresInWords */

const inEnglish = (/** @type {number} */ km) => km.toLocaleString('en');

/**
 * How much of a border's length is official and how much was measured, in km.
 * @param {number} official
 * @param {number} measured
 * @param {Translate} t
 */
function partsOf(official, measured, t) {
  if (official && !measured) return t('panel.border_all_official');
  return [
    official && t('panel.border_official', {official: inEnglish(official)}),
    measured && t('panel.border_measured', {measured: inEnglish(measured)}),
  ]
    .filter(Boolean)
    .join(' + ');
}

/**
 * The words of a day's measures, worked out once for each; null before there were any.
 * @param {IndexedFacts} facts
 * @param {Translate} t
 * @returns {(day: number) => MeasuresInWords | null}
 */
export function measuresInWords(facts, t) {
  return keep((day) => {
    const measures = facts.measuresOn(day);
    if (!measures) return null;
    const {moscow, st_petersburg: petersburg, official_km: official, measured_km: measured, faced} = measures;
    const country = (/** @type {{unit: string}} */ {unit}) => facts.nameOn(unit, day);
    return {
      moscow: t('panel.km', {km: inEnglish(moscow.km)}),
      land: t('panel.nearest', {country: country(moscow)}),
      places: t('panel.nearest_places', {
        place: moscow.place,
        city: valueOn(facts.pictures.cities.st_petersburg, day),
        km: inEnglish(petersburg.km),
        place_2: petersburg.place,
        country_2: country(petersburg),
      }),
      length: t('panel.km', {km: inEnglish(official + measured)}),
      border: t('panel.border', {state: facts.theNameOn(faced, day)}),
      parts: partsOf(official, measured, t),
    };
  });
}
