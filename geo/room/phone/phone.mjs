// A pupil's phone: the code of a room, then the map that follows the wall, and what the class is asked.

import {createAtlas} from '../../atlas/atlas.mjs';
import {word} from '../../atlas/core/words.mjs';
import {h, mark} from '../../atlas/dom.mjs';
import {stretches} from '../../atlas/membership.mjs';
import {createSheetOver} from '../../classroom/ink/sheet.mjs';
import {createStatusKey} from '../../classroom/lesson/status_key.mjs';
import {createFiles, followTheme, membershipAsked} from '../../embed/fetched.mjs';
import {createConnection, roomAddress} from '../connection.mjs';
import {createKeeping} from '../kept.mjs';
import {typed} from '../protocol.mjs';
import {createAsk} from './ask.mjs';
import {createFollower} from './follow.mjs';
import {createJoinForm} from './join_form.mjs';
import {createPhoneBar} from './phone_bar.mjs';
import {createCover} from './phone_end.mjs';

/** @import {Translate, Words} from '../../atlas/types' */
/** @import {FromRoom, ToRoom} from '../messages' */
/** @typedef {{base: string, views: string[], memberships: Record<string, string[]>, words: Words}} Payload */

const root = /** @type {HTMLElement} */ (document.querySelector('[data-atlas]'));
/** @type {Payload} */
const payload = JSON.parse(document.getElementById('phone')?.textContent ?? '');
const {base, words} = payload;
const told = membershipAsked(location.search, payload);
const {views} = told;
/** @type {Translate} */
const t = (key, values) => word(words, key, values);
/** Refusals after which a phone is as one that never came. */
const STRANGER = ['gone', 'unknown', 'full', 'tries'];

/**
 * The parts of the page on the map; each is told by `acts` what to do when it is pressed.
 * @param {Awaited<ReturnType<typeof fetched>>} files
 * @param {{say: (message: ToRoom) => boolean, toggle: () => void, leave: () => void,
 *   join: (code: string) => void}} acts
 */
function createParts({facts, view, json, load}, {say, toggle, leave, join}) {
  const {membership} = facts;
  if (membership) root.before(h('style', {}, membership.css));
  const atlas = createAtlas(root, facts, view, {
    views,
    load,
    loadSources: async () => membership?.sources ?? json('sources'),
    loadForces: () => json('forces'),
    search: '?',
    keep: () => {},
    takeUnit: (id) => ask.takeUnit(id),
    ...(membership && {own: {stretches}}),
  });
  const ask = createAsk({
    atlas,
    t,
    onGive: (sheet, question, answer) => say({kind: 'give', sheet, question, answer}),
    onShown: (isAsking) => mark(root, 'data-asking', isAsking),
  });
  const key = createStatusKey({root, atlas, t: atlas.t});
  atlas.store.listen((state) => key.show(state));
  key.show(atlas.store.get());
  const onMask = (/** @type {string | null} */ mask) => mark(root, 'data-mask', mask);
  const ink = createSheetOver(root, atlas);
  const follower = createFollower({atlas, views, onShown: shown, onMask});
  const bar = createPhoneBar({t, onToggle: toggle, onLeave: leave});
  const form = createJoinForm({t, onCode: join});
  const cover = createCover({t});
  /** The map of the wall has come, and with it, it may be, another stage. */
  function shown() {
    ask.again();
    ink.put();
  }
  root.querySelector('.footer')?.remove();
  root.prepend(bar.element);
  root.querySelector('.map-area')?.after(key.element, ask.element);
  root.append(cover.element, form.element);
  return {ask, follower, ink, bar, form, cover};
}

/**
 * Hand what the room says to the part that shows it; what concerns the whole page to `page`.
 * @param {FromRoom} message
 * @param {ReturnType<typeof createParts>} parts
 * @param {{joined: (told: Extract<FromRoom, {kind: 'joined'}>) => void,
 *   follow: (wall: Extract<FromRoom, {kind: 'wall'}>) => boolean,
 *   arrive: (told: Extract<FromRoom, {kind: 'you'}>) => void, end: () => void,
 *   refuse: (why: string, sentence: string) => void}} page
 */
function hear(message, {ask, follower, ink, bar, cover}, page) {
  if (message.kind === 'joined') page.joined(message);
  else if (message.kind === 'you') page.arrive(message);
  else if (message.kind === 'wall') {
    if (page.follow(message)) return;
    follower.hear(message);
    bar.wall(message);
  } else if (message.kind === 'ink') ink.put(message.strokes);
  else if (message.kind === 'asked') {
    ask.ask(message);
    if (!message.questions.length) follower.again(); // what was tapped is no longer outlined
  } else if (message.kind === 'board') cover.board(message);
  else if (message.kind === 'ended') page.end();
  else if (message.kind === 'refused') page.refuse(message.why, message.sentence ?? '');
  else if (message.kind === 'result') {
    cover.count(message.of);
    ask.reveal(message);
  }
}

/**
 * Where the wall tells of another membership, the page of that comes in place of this one, and goes back into the room.
 * @param {Extract<FromRoom, {kind: 'wall'}>} wall
 * @param {string} code
 */
function goesAlong({view, place}, code) {
  const {id} = membershipAsked(place, payload);
  if (!view || id === told.id) return false;
  location.replace(`?${new URLSearchParams({code, ...(id && {membership: id})})}`);
  return true;
}

/** The code in the address: a QR code has brought it. */
const codeAsked = () => typed(new URLSearchParams(location.search).get('code') ?? '');

/** The page once the map is there: who one is, and what the room says. */
function createPhone(/** @type {Awaited<ReturnType<typeof fetched>>} */ files) {
  const {recall, keep} = createKeeping('eastward-room');
  let who = recall();
  let code = codeAsked();
  if (who && code && who.code !== code) who = null; // another room than that of this tab's last lesson
  let isIn = false;
  const parts = createParts(files, {
    say: (message) => line.say(message),
    toggle,
    leave,
    join,
  });
  const {ask, follower, bar, form, cover} = parts;
  const line = createConnection({
    address: roomAddress(document.baseURI),
    hello: () => (who ? {kind: 'back', code: who.code, token: who.secret} : {kind: 'join', code}),
    onHeard: (message) => hear(message, parts, {joined, follow, arrive, end, refuse}),
    onCondition: (condition) => bar.note(condition === 'opening' && isIn ? t('lost') : ''),
  });

  /** @type {(state: 'form' | 'follow' | 'look' | 'over') => void} */
  const show = (state) => (root.dataset.phone = state);
  function showFollowing() {
    show(follower.isFollowing() ? 'follow' : 'look');
    bar.follow(follower.isFollowing());
  }
  function joined(/** @type {{code: string, token: string}} */ {code: own, token}) {
    who = {code: own, secret: token};
    keep(who);
  }
  const follow = (/** @type {Extract<FromRoom, {kind: 'wall'}>} */ wall) => goesAlong(wall, who?.code ?? code);
  function join(/** @type {string} */ next) {
    [code, who] = [next, null];
    line.open();
  }
  function toggle() {
    follower.toggle();
    showFollowing();
  }
  function leave() {
    line.say({kind: 'leave'});
    start('');
  }
  /** Back to the form, with what it has to say. */
  function start(/** @type {string} */ sentence) {
    line.close();
    [who, isIn] = [null, false];
    keep(null);
    cover.clear();
    show('form');
    form.refuse(sentence);
    form.focus();
  }
  function end() {
    line.close();
    keep(null);
    cover.end();
    show('over');
  }
  function arrive(/** @type {Extract<FromRoom, {kind: 'you'}>} */ told) {
    if (!isIn) showFollowing();
    isIn = true;
    cover.know(told);
    bar.you(told);
    ask.recall(told);
  }
  function refuse(/** @type {string} */ why, /** @type {string} */ sentence) {
    if (STRANGER.includes(why)) return isIn && why === 'unknown' ? end() : start(sentence);
    return isIn ? bar.note(sentence) : form.refuse(sentence);
  }
  form.fill(code);
  show('form');
  if (who || code) line.open();
  else form.focus();
}

async function fetched() {
  const {json, load} = createFiles(base);
  // Names are laid out by the width of their letters.
  const typeface = document.fonts.load("16px 'Eastward Sans'").catch(() => {});
  const [facts, view] = await Promise.all([json(told.facts), load(views[0]), typeface]);
  return {facts, view, json, load};
}

followTheme(root);
fetched().then(createPhone, () => (root.textContent = t('failed')));
