// The line at the foot: what the map is made from, and the ways to take it along.

import {h} from '../dom.mjs';
import {longDate} from '../core/words.mjs';

/** @import {Announce} from './announcer.mjs' */
/** @import {Props} from '../dom.mjs' */
/** @import {Facts, Translate} from '../types' */

/**
 * @param {{facts: Facts, t: Translate, onCite: () => void, onTake: () => void, onHelp: () => void, announce: Announce,
 *   giveAway: {label: string, act: () => void} | null}} of `giveAway` is a button more, for the page around the atlas
 */
export function createFooter({facts, t, onCite, onTake, onHelp, announce, giveAway}) {
  const server = h('strong', {class: 'server', hidden: true}, t('stage.no_server'));
  const button = (/** @type {Props} */ props, /** @type {string} */ label) =>
    h('button', {type: 'button', ...props}, label);
  const asOf = t('footer.as_of', {date: longDate(facts.as_of)});
  const told = (/** @type {Props} */ hook = {}) => [
    h('span', {}, h('span', {class: 'borders'}, t('footer.borders'), '  ·  '), asOf),
    button({class: 'plain tells', ...hook, onclick: onTake}, t('take.open')),
    button({class: 'plain tells', onclick: onCite}, t('cite.open')),
  ];
  const [line, ...ways] = told({'data-take': 'open'});
  return {
    element: h(
      'p',
      {class: giveAway ? 'footer takes' : 'footer'},
      server,
      line,
      giveAway && button({class: 'plain take-view', onclick: giveAway.act}, giveAway.label),
      ways,
      button({class: 'plain', onclick: onHelp, 'aria-label': t('help.open'), title: t('help.open')}, '?'),
    ),
    /** The same where there is no room for it: within the help. */
    folded: h('p', {class: 'folded-foot'}, told()),
    serverGone(/** @type {boolean} */ gone) {
      if (gone && server.hidden) announce(t('stage.no_server'));
      server.hidden = !gone;
    },
  };
}
