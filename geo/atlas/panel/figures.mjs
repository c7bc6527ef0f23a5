// The numbers beside the map: members, who joined, the land border, the nearest land. All from tables; nothing is measured here.

import {h, mark, say} from '../dom.mjs';

const RUSSIA_BEGINS = 1991; // the last picture with a Soviet Union is that of the year before

export function createFigures({facts, t, onNearest}) {
  const big = (label) => {
    const value = h('strong');
    return {value, element: h('p', {class: 'figure'}, value, h('span', {}, label))};
  };
  const members = big(t('panel.members'));
  const joined = big(t('panel.joined'));
  const moscow = h('strong');
  const land = h('span');
  const petersburg = h('span');
  const nearest = h(
    'button',
    {type: 'button', class: 'figure small', 'aria-pressed': 'false', onclick: onNearest},
    moscow,
    land,
    petersburg,
  );
  const length = h('strong');
  const border = h('span');
  const parts = h('span');
  const measured = h('div', {class: 'figures'}, nearest, h('p', {class: 'figure small'}, length, border, parts));
  const number = (km) => km.toLocaleString('en');
  /** What the measures of a year say; the same for many years, so worked out once for each. */
  const said = new Map();
  function wordsOf(year) {
    if (!said.has(year)) {
      const {
        moscow: first,
        st_petersburg: second,
        official_km: official,
        measured_km: rest,
      } = facts.years.get(year).measures;
      const country = ({unit}) => facts.nameIn(unit, year);
      said.set(
        year,
        first && {
          moscow: t('panel.km', {km: number(first.km)}),
          land: t('panel.nearest', {country: country(first)}),
          places: t('panel.nearest_places', {
            place: first.place,
            km: number(second.km),
            place_2: second.place,
            country_2: country(second),
          }),
          length: t('panel.km', {km: number(official + rest)}),
          border: t('panel.border', {state: facts.theName(year < RUSSIA_BEGINS ? 'SUN' : 'RUS')}),
          parts:
            official && !rest
              ? t('panel.border_all_official')
              : [
                  official && t('panel.border_official', {official: number(official)}),
                  rest && t('panel.border_measured', {measured: number(rest)}),
                ]
                  .filter(Boolean)
                  .join(' + '),
        },
      );
    }
    return said.get(year);
  }
  let shown = {};
  return {
    element: h('div', {class: 'figure-box'}, h('div', {class: 'figures'}, members.element, joined.element), measured),
    show({year, layers}) {
      const {counts, joined_count: entered} = facts.years.get(year);
      say(members.value, String(counts.member));
      say(joined.value, entered ? `+${entered}` : '–');
      const words = wordsOf(year);
      if (words === shown.words && layers === shown.layers) return;
      shown = {words, layers};
      mark(measured, 'hidden', !words);
      if (!words) return;
      const on = layers.split(',').includes('nearest');
      say(moscow, words.moscow);
      say(land, words.land);
      say(petersburg, words.places);
      mark(petersburg, 'hidden', !on);
      mark(nearest, 'title', words.places);
      mark(nearest, 'aria-pressed', String(on));
      say(length, words.length);
      say(border, words.border);
      say(parts, words.parts);
    },
  };
}
