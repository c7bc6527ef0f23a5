// What moves the atlas beside the map and the keys: the timeline, the menu, and the sheets that open over it.

import {choose} from './choices.mjs';
import {createLate} from './core/late.mjs';
import {readTyped} from './core/timeline.mjs';
import {longDate} from './core/words.mjs';
import {createSlider} from './panel/timeline_bar.mjs';
import {createHelp} from './panel/help.mjs';
import {createLayersMenu} from './panel/menu.mjs';
import {createLateSheet} from './late_sheet.mjs';

/** @import {Notices} from './frame/notices.mjs' */
/** @import {Core, KeyRow, LoadChoices, LoadLate, WithStage} from './types' */

const TYPED = 'typed'; // what a notice is about

/**
 * The timeline; a year that is not there is told in a notice. `showList()` brings the statements of a year into sight.
 * @param {Pick<Core, 'facts' | 't' | 'store' | 'player' | 'moves'> & {notices: Notices, showList: () => void}} of
 */
export function createTimeline({facts, t, store, player, moves, notices, showList}) {
  const {first, last} = facts;
  const as_of = longDate(facts.as_of);
  return createSlider({
    facts,
    t,
    onYear(year) {
      player.stop();
      moves.toYear(year, 'drag');
    },
    onFlag: moves.stepToYear,
    onBar(year) {
      player.stop();
      moves.listStatements(year);
      showList();
    },
    onTyped(typed) {
      const wanted = readTyped(typed);
      if (!wanted) return notices.add(t('timeline.no_year', {typed}), TYPED);
      const isThere = 'day' in wanted ? facts.holds(wanted.day) : wanted.year >= first && wanted.year <= last;
      if (!isThere) return notices.add(t('timeline.out_of_range', {first, typed, as_of}), TYPED);
      notices.clear(TYPED);
      player.stop();
      return moves.toDay('day' in wanted ? facts.numberOf(wanted.day) : facts.yearEnd(wanted.year), 'jump');
    },
    onPlay: player.toggle,
    onChange: (direction) => moves.toChange(direction > 0 ? 1 : -1),
    onSpeed: (speed) => store.set({speed}),
  });
}

/**
 * The menu of views, layers, draft articles and words; `askChoice()` puts the choice of a membership into it, at the
 * latest when it opens.
 * @param {Pick<Core, 'facts' | 't' | 'store'> & {views: string[], openView: (name: string) => void, loadLate: LoadLate,
 *   loadChoices: LoadChoices, notice: Notices['add']}} of
 */
export function createMenu({facts, t, store, views, openView, loadLate, loadChoices, notice}) {
  const menu = createLayersMenu({
    views,
    facts,
    t,
    onView: openView,
    onLayers: (layers) => store.set({layers}),
    onDraft: (draft) => store.set({draft}),
    onWords: (words) => store.set({words}),
    onPatterns(patterns) {
      choose('patterns', patterns ? 'on' : '');
      store.set({patterns});
    },
  });
  const {ask} = createLate(async () => {
    const [{createMembershipChoice, createLayOver}, choices] = await Promise.all([loadLate(), loadChoices()]);
    menu.add(createLayOver({facts, store, views, choices, notice}));
    menu.add(createMembershipChoice({facts, store, choices}));
  });
  const askChoice = () => ask().catch(() => {}); // where nothing can be fetched there is none
  // Asked for by a pointer on its way, it mostly comes before the menu opens.
  for (const cause of ['pointerenter', 'toggle']) menu.element.addEventListener(cause, askChoice);
  if (/[?&]over=/.test(location.search)) askChoice(); // what is laid over comes with the choice
  return {...menu, askChoice};
}

/**
 * The sheets that open over the atlas: the keys, the citation, and the view to take along.
 * @param {Pick<Core, 'root' | 'facts' | 't'> & {views: string[], keys: KeyRow[], withStage: WithStage, loadLate:
 *   LoadLate, finds: boolean, onMissing: () => void}} of `finds` tells whether there is a search
 */
export const createDialogs = ({root, facts, t, views, keys, withStage, loadLate, finds, onMissing}) => ({
  help: createHelp({t, views, keys, finds}),
  cite: createLateSheet({root, make: async () => (await loadLate()).createCite({facts, t}), onMissing}),
  takeAway: createLateSheet({
    root,
    make: async () => (await loadLate()).createTake({facts, t, root, withStage}),
    onMissing,
  }),
});
