// The choice of a membership, in the menu: each is a link to the same day and view of its atlas, as far as it reaches.

import {h} from '../dom.mjs';

/** @import {Choice, Choices} from '../payload' */
/** @import {Core} from '../types' */

const ROW = {display: 'flex', 'flex-wrap': 'wrap', gap: '0 12px', 'padding-bottom': '6px', 'font-size': 'var(--small)'};
const LINK = {'min-height': '24px', 'font-weight': 'inherit'};

/**
 * The address of a membership that shows what is shown; its own first day, or the one on which it opens, where it does
 * not reach so far, and the best of its views where it has not the one that is shown.
 * @param {Pick<Core, 'facts' | 'store'>} atlas
 * @param {Choice} choice
 */
export function addressOf({facts, store}, {id, views, first, last}) {
  const {day, view, patterns} = store.get();
  const iso = facts.isoOf(day);
  const year = Math.max(Number(first.slice(0, 4)), facts.yearOf(day));
  const within = facts.isYearEnd(day) ? {year: String(year)} : {day: iso < first ? first : iso};
  const when = iso > last ? {} : within;
  const asked = {
    ...(id && {membership: id}),
    ...when,
    ...(views.includes(view) && {view}),
    ...(patterns && {patterns: '1'}),
  };
  return `?${new URLSearchParams(asked)}`;
}

/**
 * The group; the address of each link is that of now whenever one may be followed.
 * @param {Pick<Core, 'facts' | 'store'> & {choices: Choices}} of
 * @returns {HTMLElement}
 */
export function createMembershipChoice({facts, store, choices: {title, all}}) {
  const here = facts.membership?.id ?? '';
  const links = all.map((choice) => ({
    choice,
    link: h(
      'a',
      {
        class: 'choice',
        'data-membership': choice.id,
        'aria-current': choice.id === here ? 'true' : null,
        style: {...LINK, ...(choice.id === here && {'font-weight': '700', 'text-decoration': 'none'})},
      },
      choice.name,
    ),
  }));
  function lead() {
    for (const {choice, link} of links) link.setAttribute('href', addressOf({facts, store}, choice));
  }
  lead();
  return h(
    'fieldset',
    {style: {'grid-column': '1 / -1'}, onpointerenter: lead, onfocusin: lead, onclick: lead},
    h('legend', {}, title),
    h(
      'div',
      {style: ROW},
      links.map(({link}) => link),
    ),
  );
}
