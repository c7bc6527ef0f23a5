// One sign for each class of forces, the same for both camps; a bar to the west or to the east tells whose.

import {s} from './dom.mjs';

/** @import {RawFacts} from './payload' */
/** @import {ForceSigns} from './types' */

/**
 * Makers of signs from the shapes that come with the facts: `forceSign` as a group around (0, 0), `forceIcon` as a
 * picture beside text, `crowdSign` as a group for so many of a camp, or of any camp.
 * @param {Pick<RawFacts, 'force_signs' | 'force_plate' | 'crowd_plate' | 'count_aside' | 'camp_bars' | 'times'>} shapes
 * @returns {ForceSigns}
 */
export function createForceSigns({force_signs: signs, camp_bars: bars, times, ...shapes}) {
  const {force_plate: plate, crowd_plate, count_aside: aside} = shapes;
  /** @type {ForceSigns['forceSign']} */
  const forceSign = ({sign, camp}) =>
    s(
      'g',
      {class: 'force-sign', 'data-camp': camp, 'data-sign': sign},
      camp && s('path', {class: 'force-plate', d: plate}),
      camp && s('path', {class: 'force-bar', d: bars[camp]}),
      s('path', {class: 'force-body', d: signs[sign]}),
    );
  /** @type {ForceSigns['forceIcon']} */
  const forceIcon = (force) =>
    s(
      'svg',
      {class: 'force-icon', viewBox: '-12 -9 24 18', width: 24, height: 18, 'aria-hidden': 'true'},
      forceSign(force),
    );
  /** @type {ForceSigns['crowdSign']} */
  const crowdSign = (count, camp) =>
    s(
      'g',
      {class: 'crowd-sign', 'data-camp': camp},
      s('path', {class: 'force-plate', d: crowd_plate}),
      camp && s('path', {class: 'force-bar', d: bars[camp]}),
      s('text', {class: 'force-count', x: camp ? aside[camp] : 0}, `${times}${count}`),
    );
  return {forceSign, forceIcon, crowdSign};
}
