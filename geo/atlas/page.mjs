// The page around the map: every part is made here once, and stands where it belongs.

import {createDialogs, createMenu, createTimeline} from './controls.mjs';
import {h} from './dom.mjs';
import {createFooter} from './frame/footer.mjs';
import {createFirstVisit} from './frame/first_visit.mjs';
import {createGlossary} from './frame/glossary.mjs';
import {footInOrder} from './frame/in_order.mjs';
import {createKeyOpener} from './frame/key_opener.mjs';
import {createPanel} from './frame/panel.mjs';
import {createTable} from './panel/year_table.mjs';
import {createToolFold} from './panel/tool_fold.mjs';
import {createShowing} from './showing.mjs';
import {createTools} from './stage/tools.mjs';
import {placeMenu} from './tool_room.mjs';

/** @import {Announce, createAnnouncer} from './frame/announcer.mjs' */
/** @import {Notices} from './frame/notices.mjs' */
/** @import {AtlasMap, Core, GiveAway, KeyRow, LateSheet, LoadChoices, LoadLate, LoadSearch} from './types' */
/** @import {TitleBlock} from './types' */

/**
 * The foot of the page, whose buttons find the address of the state in the bar.
 * @param {Pick<Core, 'facts' | 't' | 'store'> & {views: AtlasMap['views'], dialogs: ReturnType<typeof createDialogs>,
 *   keepState: () => void, take: GiveAway | null, announce: Announce}} of
 */
function createFoot({facts, t, store, views, dialogs, keepState, take, announce}) {
  const openWithState = (/** @type {LateSheet} */ dialog) => () => {
    keepState();
    dialog.open(store.get());
  };
  const giveAway = (/** @type {GiveAway} */ {act}) => {
    const {day, view, layers, country, statement, draft, solo} = store.get();
    const within = facts.isYearEnd(day) ? {} : {day: facts.isoOf(day)};
    const camera = views.stage().camera.at();
    act({year: facts.yearOf(day), ...within, view, layers, camera, country, statement, draft, solo});
  };
  return createFooter({
    facts,
    t,
    onCite: openWithState(dialogs.cite),
    onTake: openWithState(dialogs.takeAway),
    onHelp: dialogs.help.toggle,
    announce,
    giveAway: take && {label: take.label, act: () => giveAway(take)},
  });
}

/**
 * Make the parts of the page and put them into `root`.
 * @param {Core & {map: AtlasMap, titleBlock: TitleBlock, notices: Notices,
 *   announcer: ReturnType<typeof createAnnouncer>, names: string[], keys: KeyRow[],
 *   keep: (search: string, isNew?: boolean) => void, hasHistory: boolean, take: GiveAway | null, greets: boolean,
 *   loadLate: LoadLate, loadSearch: LoadSearch | null, loadChoices: LoadChoices}} of `names` are those of the views;
 *   the others are the options of the atlas, and its parts
 */
export function createPage({
  map,
  titleBlock,
  notices,
  announcer,
  names,
  keys,
  keep,
  hasHistory,
  take,
  greets,
  loadLate,
  loadSearch,
  loadChoices,
  describe,
  ...core
}) {
  const {root, facts, t} = core;
  const {views, openView, withStage} = map;
  const menu = createMenu({...core, views: names, openView, loadLate, loadChoices, notice: notices.add});
  const {announce} = announcer;
  const onMissing = () => notices.add(t('notice.not_fetched'));
  const sides = {views: names, openView, notice: notices.add, announce};
  const search = {loadLate, loadSearch, sides, onMissing};
  const shortKey = take || 'layout' in root.dataset ? null : titleBlock.shortKey; // where the column is wide enough
  const {overview, sheet, field} = createPanel({...core, describe, search, shortKey});
  const showList = () => {
    sheet.fold(false);
    overview.showStatements();
  };
  const slider = createTimeline({...core, notices, showList});
  const table = createTable({facts, t});
  const dialogs = createDialogs({
    ...core,
    views: names,
    keys,
    withStage,
    loadLate,
    finds: Boolean(loadSearch),
    onMissing,
  });
  const shown = {views, titleBlock, slider, menu, overview, sheet, table};
  const showing = createShowing({...core, ...shown, keep, hasHistory, announce});
  const footer = createFoot({...core, views, dialogs, announce, keepState: showing.keepState, take});
  const {help, cite, takeAway} = dialogs;
  help.element.prepend(footer.folded);
  const area = h('div', {class: 'map-area'}, views.stage().element);
  const fold = createToolFold({t, area, isMenuOpen: menu.isOpen});
  const tools = createTools({root, t, camera: () => views.stage().camera});
  root.replaceChildren(
    titleBlock.element,
    menu.element,
    tools,
    area,
    notices.element,
    ...[footer, slider, sheet, table, announcer, help].map(({element}) => element),
  );
  const stopMenu = placeMenu({root, area, menu: menu.element, tools, fold, sheet, titleBlock});
  const stopOrder = footInOrder({foot: footer.element, timeline: slider.element, panel: sheet.element});
  titleBlock.addToKey(createKeyOpener({root, t, panel: sheet.element, unfold: () => sheet.fold(false)}));
  const hint = greets && createFirstVisit({t, store: core.store});
  if (hint) root.append(hint);
  const parts = [sheet.element, titleBlock.element];
  const glossary = createGlossary({root, glossary: facts.words.glossary, parts});
  root.append(glossary.element);
  if (take) sheet.fold(true); // among a page's fields there is little height to share
  return {
    menu,
    help,
    field,
    dialogs: [cite, takeAway],
    showing,
    footer,
    stop() {
      for (const part of [glossary, announcer, overview, sheet]) part.stop();
      stopMenu();
      stopOrder();
    },
  };
}
