// The class on the wall: let in from its phones, shown what the wall shows, asked, and counted. It lies beside the
// lesson: without a room, or when the network is gone, the lesson goes on.

import {ofPage} from '../../atlas/core/of_page.mjs';
import {mark} from '../../atlas/dom.mjs';
import {save} from '../../atlas/save.mjs';
import {createLed} from '../afar/led.mjs';
import {cameOf} from './asked_page.mjs';
import {createAsking} from './asking.mjs';
import {createChip} from './chip.mjs';
import {createClassTool} from './class_tool.mjs';
import {createJoinCode} from './join_code.mjs';
import {isAsked, isRevealed, mostAnswered} from './known.mjs';
import {createLiveBox} from './live_box.mjs';
import {makePage} from './live_pages.mjs';
import {keyOfView, toggled, viewOf} from './live_view.mjs';
import {createRoomLine} from './room_line.mjs';
import {createStrokes, createTelling} from './telling.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {ClassPage} from '../types' */
/** @import {Known} from './known.mjs' */
/** @import {LiveView, Opened} from './live_view.mjs' */
/** @import {Ending} from './room_line.mjs' */

/** Acts that would move the map under a question. */
const HELD = ['previous', 'firstStop', 'lastStop', 'yearBack', 'yearOn', 'words', 'present', 'quiz'];

/** Whether the page came from a server, and not from a stick. */
const hasServer = () => location.protocol.startsWith('http');

/** What is read out of a page that has come. */
function spokenOf(
  /** @type {LiveView} */ view,
  /** @type {Known} */ {questions, results, code},
  /** @type {number} */ at,
  /** @type {Translate} */ t,
) {
  if (view === 'asked') return results.length ? cameOf(t, results[at]) : questions[0].prompt;
  return view === 'door' ? t('said_code', {code: [...code].join(' ')}) : '';
}

/**
 * The line to the room with what hangs on it: `onChange()` runs when anything of it has changed, `onEnd(problem)` when
 * there is no room.
 * @param {ClassPage} page
 * @param {Translate} t
 * @param {{onChange: () => void, onEnd: (problem: string, why: Ending) => void}} to
 */
function createPageLine({atlas, act}, t, {onChange, onEnd}) {
  return createRoomLine({
    base: document.baseURI,
    onChange,
    onEnd: (why, sentence) => onEnd(sentence || t(why), why),
    onRefused: atlas.notice,
    onWall: createLed(act),
    onCounts(csv) {
      save(new Blob([csv], {type: 'text/csv'}), t('file'));
      atlas.announce(t('saved'), 'answer');
    },
  });
}

/**
 * The column and the chip, which show the room as it stands.
 * @param {ClassPage} page
 */
function createLive(page) {
  const {root, atlas, player} = page;
  /** @type {Translate} */
  const t = (key, values) => page.t(`live.${key}`, values);
  /** @type {Opened} */
  let opened = '';
  let problem = hasServer() ? '' : t('from_file');
  let isWarned = false; // that a question would go away with answers that nobody has seen
  let isLeft = false; // the lesson goes on while the room is out of reach
  const line = createPageLine(page, t, {onChange: refresh, onEnd});
  const {known, standing} = line;
  const tell = createTelling(page, line);
  const asking = createAsking({page, line, onMap: tell});
  const way = createJoinCode({t, tAtlas: page.t, base: document.baseURI, of: ofPage(atlas.facts)});
  const chip = createChip({t, onOpen: () => open('door')});
  const tool = createClassTool({t, tools: page.tools});
  // From there the lesson's keys go on; a button would keep some of them.
  const elsewhere = () => (page.mode.isPresenting() ? root.querySelector('.stop-title') : tool.element);
  const box = createLiveBox({root, t, onFold: () => open(''), elsewhere});
  const live = {page, t, line, asking, way, canOpen: hasServer(), problem: () => problem, open, goOn};

  function onEnd(/** @type {string} */ sentence, /** @type {Ending} */ why) {
    const isExpected = why === 'pressed' || why === 'unreachable';
    [problem, opened] = [sentence, isExpected && !box.view() ? '' : 'start'];
    atlas.announce(sentence, 'answer');
  }
  function open(/** @type {Opened} */ next) {
    opened = next;
    refresh();
  }
  function goOn() {
    if (line.isOpen()) asking.goOn();
    else isLeft = true;
    refresh();
  }
  function refresh() {
    if (standing() === 'in') isLeft = false;
    const view = viewOf({standing: standing(), known: known(), opened, isLeft});
    asking.follow(isAsked(known()) && !isLeft);
    if (view !== 'asked') isWarned = false;
    else opened = '';
    if (view) page.box.closeList();
    const about = {standing: standing(), known: known(), problem, at: asking.at(), place: player.place()};
    const isNew = box.show(view, keyOfView(view, about), () => makePage(view, live));
    const spoken = isNew && spokenOf(view, known(), asking.at(), t);
    if (spoken) atlas.announce(spoken, 'answer');
    const isLost = standing() === 'lost';
    const isThere = line.isOpen() || isLost;
    box.say(isLost ? t('lost') : isWarned ? t('clear_sure') : '');
    chip.show({isShown: isThere && !view, isLost, known: known()});
    tool.show({isThere, known: known()});
    mark(root, 'data-room', isThere ? standing() : null);
    tell();
  }

  return {
    line,
    box,
    chip,
    tell,
    refresh,
    goOn,
    /** A key or the tool: let the class in, or ask it; folds what it opened. */
    toggle() {
      if (box.view() === 'asked' || box.view() === 'board') return;
      if (page.quiz.isOpen()) page.quiz.close();
      open(toggled({standing: standing(), known: known(), opened}));
    },
    /** What lies on top goes: the board, a question, the column. */
    leave() {
      if (box.view() !== 'asked' && box.view() !== 'board') return open('');
      if (!line.isOpen()) return goOn();
      if (known().isRanked) return line.say({kind: 'rank', shown: false});
      if (isRevealed(known()) || isWarned || !mostAnswered(known())) return asking.clear();
      isWarned = true;
      atlas.announce(t('clear_sure'), 'answer');
      return refresh();
    },
  };
}

/**
 * Let the lesson's keys go on from a question, and keep them from moving the map under it.
 * @param {ClassPage} page
 * @param {ReturnType<typeof createLive>} live
 */
function addActs({acts}, {box, goOn, leave, toggle}) {
  const isAsking = () => box.view() === 'asked';
  const lessonGoesOn = acts.get('next');
  acts.set('live', toggle);
  acts.set('next', () => {
    if (isAsking()) goOn();
    else if (box.view() === 'board') leave();
    else lessonGoesOn?.();
  });
  for (const name of HELD) {
    const act = acts.get(name);
    acts.set(name, () => isAsking() || act?.());
  }
}

/**
 * Give a page its class.
 * @param {ClassPage} page
 */
export function mountLive(page) {
  const {root, atlas} = page;
  const live = createLive(page);
  const {line, box, chip} = live;
  addActs(page, live);
  page.room = {isOpen: line.isOpen, send: line.say, lead: line.lead};
  page.lids.push({isOn: () => Boolean(box.view()), leave: live.leave});
  page.placeListeners.push(() => (box.view() === 'ask' ? live.refresh() : live.tell()));
  page.ink?.listen(createStrokes(line.say));
  atlas.store.listen((state) => {
    const isOpenQuestion = box.view() === 'asked' && !isRevealed(line.known());
    if (isOpenQuestion && (state.country || state.statement)) atlas.close(); // its card would give it away
    live.tell();
  });
  root.addEventListener('camera', live.tell);
  root.querySelector('.map-area')?.before(box.element);
  root.querySelector('.timeline')?.append(chip.element);
  line.resume();
}
