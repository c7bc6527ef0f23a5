// What the tables say of a year's land border and nearest land, in words.

/** @import {Facts, Translate} from '../types' */

const RUSSIA_BEGINS = 1991; // the last picture with a Soviet Union is that of the year before

const inEnglish = (km) => km.toLocaleString('en');

/** How much of a border's length is official and how much was measured. */
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
 * The words of a year's measures, worked out once for each; null where nothing is near.
 * @param {Facts} facts
 * @param {Translate} t
 * @returns {(year: number) => Record<'moscow' | 'land' | 'places' | 'length' | 'border' | 'parts', string> | null}
 */
export function measuresInWords(facts, t) {
  const byYear = new Map();
  function inWords(year) {
    const {
      moscow,
      st_petersburg: petersburg,
      official_km: official,
      measured_km: measured,
    } = facts.years.get(year).measures;
    if (!moscow) return null;
    const country = ({unit}) => facts.nameIn(unit, year);
    return {
      moscow: t('panel.km', {km: inEnglish(moscow.km)}),
      land: t('panel.nearest', {country: country(moscow)}),
      places: t('panel.nearest_places', {
        place: moscow.place,
        km: inEnglish(petersburg.km),
        place_2: petersburg.place,
        country_2: country(petersburg),
      }),
      length: t('panel.km', {km: inEnglish(official + measured)}),
      border: t('panel.border', {state: facts.theName(year < RUSSIA_BEGINS ? 'SUN' : 'RUS')}),
      parts: partsOf(official, measured, t),
    };
  }
  return (year) => {
    if (!byYear.has(year)) byYear.set(year, inWords(year));
    return byYear.get(year);
  };
}
