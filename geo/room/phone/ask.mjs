// The open sheet on a phone: its questions one by one, answers that can be changed until the reveal, and what came of
// them.

import {pickedBy, pickedName} from '../../classroom/quiz/quiz_map.mjs';
import {focusBeside, h, mark} from '../../atlas/dom.mjs';
import {answerAfter, isSame, isWhole} from './answering.mjs';
import {askBody, phoneButton} from './ask_body.mjs';
import {voteName} from '../votes.mjs';
import {resultNodes} from './results.mjs';

/** @import {Atlas, Translate} from '../../atlas/types' */
/** @import {Answer, Asked, FromRoom, Result} from '../messages' */
/** @typedef {Extract<FromRoom, {kind: 'asked'}>} Sheet */

/** @type {Sheet} */
const NO_SHEET = {kind: 'asked', sheet: '', exit: false, questions: []};
/** @type {Result[]} */
const NO_RESULTS = [];

/** Which question of how many this is, and the way to the others; nothing where it is alone. */
function stepsBetween(
  /** @type {number} */ at,
  /** @type {number} */ all,
  /** @type {Translate} */ t,
  /** @type {(to: number) => void} */ goTo,
) {
  if (all < 2) return [];
  const [before, after] = [
    phoneButton('phone-small', t('before'), () => goTo(at - 1)),
    phoneButton('phone-small', t('after'), () => goTo(at + 1)),
  ];
  before.disabled = at === 0;
  after.disabled = at === all - 1;
  return [h('p', {class: 'phone-steps'}, before, h('span', {}, t('place', {at: at + 1, all})), after)];
}

/** Whether one types in a field: what the room says meanwhile may not take it away, only fill it while it is empty. */
function isTypedIn(/** @type {HTMLElement} */ element, /** @type {Answer} */ [answer = '']) {
  const held = focusBeside(element);
  if (!(held instanceof HTMLInputElement && element.contains(held))) return false;
  held.value ||= String(answer);
  return true;
}

/** What is chosen for each question of a sheet, and what the room has of it. */
function createDrafts() {
  /** @type {Record<string, Answer>} */
  let given = {};
  /** @type {Record<string, Answer>} */
  let chosen = {};
  return {
    of: (/** @type {string} */ id) => chosen[id] ?? [],
    isSent: (/** @type {string} */ id) => isSame(chosen[id] ?? [], given[id]),
    isGiven: (/** @type {string} */ id) => given[id] !== undefined,
    choose: (/** @type {string} */ id, /** @type {Answer} */ answer) => (chosen = {...chosen, [id]: answer}),
    /** What was sent counts as had, until the room says what it has. */
    send: (/** @type {string} */ id) => (given = {...given, [id]: chosen[id]}),
    forget: () => ([given, chosen] = [{}, {}]),
    recall(/** @type {Record<string, Answer>} */ answers) {
      given = answers;
      chosen = {...given, ...chosen};
    },
  };
}

/** The button that sends what is chosen, and whether that has been sent. */
function createSending(
  /** @type {Translate} */ t,
  /** @type {ReturnType<typeof createDrafts>} */ drafts,
  /** @type {() => void} */ send,
) {
  const button = phoneButton('phone-main', t('send'), send);
  const sent = h('p', {class: 'phone-quiet'});
  return {
    nodes: [button, sent],
    show(/** @type {Asked} */ question) {
      const isSent = drafts.isSent(question.id);
      button.disabled = isSent || !isWhole(question, drafts.of(question.id));
      sent.textContent = isSent ? t('sent') : '';
    },
  };
}

/**
 * The part of the page that asks. `onGive(sheet, question, answer)` sends an answer, and gives whether it could;
 * `onShown(isAsking)` hears whether there is a question.
 * @param {{atlas: Atlas, t: Translate, onGive: (sheet: string, question: string, answer: Answer) => boolean,
 *   onShown: (isAsking: boolean) => void}} options
 */
export function createAsk({atlas, t, onGive, onShown}) {
  const {facts, store} = atlas;
  const element = h('section', {class: 'phone-ask', hidden: true, 'aria-live': 'polite'});
  const drafts = createDrafts();
  const sending = createSending(t, drafts, send);
  let [sheet, results, at, shown] = [NO_SHEET, NO_RESULTS, 0, ''];

  const question = () => sheet.questions[at];
  const unitName = (/** @type {string} */ id) => (facts.units.has(id) ? pickedName(facts, id, store.get().day) : id);
  function choose(/** @type {Answer} */ answer) {
    drafts.choose(question().id, answer);
    show();
  }
  function send() {
    const {id} = question();
    if (!onGive(sheet.sheet, id, drafts.of(id))) return;
    drafts.send(id);
    goTo(sheet.questions.findIndex((each) => !drafts.isGiven(each.id)));
  }
  function goTo(/** @type {number} */ to) {
    at = to < 0 ? at : to;
    show();
  }
  function onTyped(/** @type {Answer} */ answer) {
    drafts.choose(question().id, answer);
    sending.show(question());
  }
  /** @returns {HTMLElement[]} */
  function openNodes() {
    const answer = drafts.of(question().id);
    sending.show(question());
    return [...askBody({question: question(), answer, t, unitName, onAnswer: choose, onTyped}), ...sending.nodes];
  }
  function show() {
    element.hidden = !sheet.questions.length;
    mark(element, 'data-kind', question()?.kind ?? null);
    onShown(!element.hidden);
    if (element.hidden) return element.replaceChildren();
    const {id, kind, prompt} = question();
    const result = results.find((each) => each.question === id);
    if (!result && shown === id && isTypedIn(element, drafts.of(id))) return sending.show(question());
    shown = id;
    const nodes = result
      ? resultNodes({question: question(), result, t, nameOf: voteName(question(), unitName)})
      : openNodes();
    if (kind === 'countries') store.set({focus: /** @type {string[]} */ (result?.right ?? drafts.of(id))});
    return element.replaceChildren(...stepsBetween(at, sheet.questions.length, t, goTo), h('h2', {}, prompt), ...nodes);
  }

  return {
    element,
    /** A sheet as the room has it; a new one begins with its first question, and shuts a card that is open. */
    ask(/** @type {Sheet} */ next) {
      if (next.sheet !== sheet.sheet) {
        [results, at, shown] = [NO_RESULTS, 0, ''];
        drafts.forget();
        if (next.questions.length) atlas.close();
      }
      sheet = next;
      show();
    },
    reveal(/** @type {Extract<FromRoom, {kind: 'result'}>} */ told) {
      results = told.sheet && told.sheet === sheet.sheet ? told.results : NO_RESULTS;
      show();
    },
    /** What the room has of this phone: after a new start it is all that is known. */
    recall(/** @type {Extract<FromRoom, {kind: 'you'}>} */ you) {
      drafts.recall(you.sheet === sheet.sheet ? you.answers : {});
      show();
    },
    again: show,
    /** Take a tap on a unit, or on none; false where no tap is asked for. */
    takeUnit(/** @type {string | null} */ id) {
      if (results.length || question()?.kind !== 'countries') return false;
      const unit = id && pickedBy(facts, id, store.get().day);
      if (unit && question().options.includes(unit)) choose(answerAfter(question(), drafts.of(question().id), unit));
      return true;
    },
  };
}
