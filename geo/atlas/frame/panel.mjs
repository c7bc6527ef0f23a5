// The panel beside the map: the overview of the year, and the cards that take its place.

import {createNameList} from '../name_list.mjs';
import {createCountryCard} from '../panel/country_card.mjs';
import {createSearchField} from '../panel/search_field.mjs';
import {createStatementCard} from '../panel/statement_card.mjs';
import {createOverview} from './overview.mjs';
import {createSheet} from './sheet.mjs';

/** @import {Core, LoadLate, LoadSearch, SearchSides} from '../types' */

const NO_FIELD = {element: null, open() {}, close() {}, isOpen: () => false};

/**
 * @param {Core & {search: {loadLate: LoadLate, loadSearch: LoadSearch | null, sides: SearchSides,
 *   onMissing: () => void}, shortKey: HTMLElement | null}} of where nothing knows what to find, there is no field
 */
export function createPanel({search, describe, shortKey, ...core}) {
  const {root, facts, t, moves} = core;
  const overview = createOverview({root, facts, t, moves, describe});
  const more = {facts, t, onClose: moves.close, onStatement: moves.openStatement};
  const field = search.loadSearch
    ? createSearchField({...core, describe, ...search, loadSearch: search.loadSearch})
    : NO_FIELD;
  const sheet = createSheet({
    root,
    t,
    search: field.element,
    onFind: field.open,
    above: createNameList({root, t, lost: false}),
    overview,
    shortKey,
    cards: {
      country: (id) => createCountryCard({...more, ...search.sides, id, describe}),
      statement: (id) => createStatementCard({...more, id, onCountry: moves.openCountry}),
    },
  });
  return {overview, sheet, field};
}
