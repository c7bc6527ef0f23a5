// The line over the map of a phone: its name, whether it is with the wall, and what went wrong.

import {h, mark, say} from '../../atlas/dom.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {FromRoom, Shown} from '../messages' */

/**
 * `onToggle` follows the wall or looks around; `onLeave` is a press to leave for good.
 * @param {{t: Translate, onToggle: () => void, onLeave: () => void}} options
 */
export function createPhoneBar({t, onToggle, onLeave}) {
  const name = h('b', {class: 'phone-who'});
  const toggle = h('button', {type: 'button', class: 'phone-button phone-small', onclick: onToggle});
  const leave = h(
    'button',
    {type: 'button', class: 'phone-button phone-small phone-plain', onclick: onLeave},
    t('leave'),
  );
  const note = h('p', {class: 'phone-note', role: 'status', hidden: true});
  const words = h('p', {class: 'phone-words', hidden: true});
  const line = h('p', {class: 'phone-line'}, name, toggle, leave);
  const element = h('header', {class: 'phone-top'}, line, note, words);
  return {
    element,
    you(/** @type {Extract<FromRoom, {kind: 'you'}>} */ {name: city, team}) {
      say(name, team ? t('you_in_team', {name: city, team}) : city);
    },
    follow(/** @type {boolean} */ isFollowing) {
      say(toggle, t(isFollowing ? 'look' : 'back'));
      mark(toggle, 'data-away', !isFollowing);
    },
    /** The title of the stop on the wall, or the question that waits there. */
    wall(/** @type {Shown} */ {words: next, halted}) {
      say(words, next);
      words.hidden = !next;
      mark(words, 'data-halted', halted);
    },
    note(/** @type {string} */ text) {
      say(note, text);
      note.hidden = !text;
    },
  };
}
