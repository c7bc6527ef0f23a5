// The panel beside the map: the overview of the year, and the cards that take its place.

import {createCountryCard} from '../panel/country_card.mjs';
import {createStatementCard} from '../panel/statement_card.mjs';
import {createOverview} from './overview.mjs';
import {createSheet} from './sheet.mjs';

/** @import {Core} from '../types' */

/**
 * @param {Pick<Core, 'root' | 'facts' | 't' | 'moves' | 'describe'>} of
 */
export function createPanel({root, facts, t, moves, describe}) {
  const overview = createOverview({facts, t, moves, describe});
  const more = {facts, t, onClose: moves.close, onStatement: moves.openStatement};
  const sheet = createSheet({
    root,
    t,
    overview: overview.element,
    cards: {
      country: (id) => createCountryCard({...more, id, describe}),
      statement: (id) => createStatementCard({...more, id, onCountry: moves.openCountry}),
    },
  });
  return {overview, sheet};
}
