// Before a room: what it is, alone or in teams, and what is needed where there is no server.

import {h} from '../../atlas/dom.mjs';
import {radios} from '../quiz/radios.mjs';
import {heading, mainButton, row} from './parts.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Page} from './parts.mjs' */

const TEAMS = ['0', '2', '3', '4', '5', '6'];

/**
 * `problem` says why there is no room; `canOpen` is whether there is a server to ask. `onOpen(teams)` opens one.
 * @param {{t: Translate, problem: string, canOpen: boolean, isOpening: boolean, onOpen: (teams: number) => void}}
 *   options
 * @returns {Page}
 */
export function startPage({t, problem, canOpen, isOpening, onOpen}) {
  let teams = TEAMS[0];
  const title = heading(t('title'));
  const open = mainButton('open', t(isOpening ? 'opening' : 'open'), () => isOpening || onOpen(Number(teams)));
  const label = (/** @type {string} */ n) => (n === '0' ? t('alone') : n);
  const onChoose = (/** @type {string} */ n) => (teams = n);
  const choice = radios({name: 'live-teams', title: t('teams'), values: TEAMS, chosen: teams, label, onChoose});
  if (isOpening) open.setAttribute('aria-disabled', 'true');
  return {
    nodes: [
      title,
      h('p', {class: 'live-text'}, t('explained')),
      ...(canOpen ? [choice, row(open)] : []),
      ...(problem ? [h('p', {class: 'quiz-told'}, problem)] : []),
    ],
    first: canOpen ? open : title,
  };
}
