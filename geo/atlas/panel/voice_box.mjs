// The box that says whose words the caption of a year is in, and what its loaded words mean.

import {captionOf} from '../core/caption.mjs';
import {entry, keep} from '../core/lookup.mjs';
import {h, mark, say} from '../dom.mjs';

/** @import {Facts, Part, State, Translate} from '../types' */

/**
 * Hidden while the words are the neutral ones.
 * @param {{facts: Facts, t: Translate, onStatement: (id: string) => void}} options
 * @returns {Part<Pick<State, 'day' | 'words'>>}
 */
export function createVoiceBox({facts, t, onStatement}) {
  const name = h('h2');
  const about = h('p');
  const neutral = h('p', {class: 'quiet'});
  const list = h('dl', {class: 'loaded'});
  const element = h('section', {class: 'voice-box', 'data-voice-box': '', hidden: true}, name, about, neutral, list);
  const explained = keep((/** @type {string} */ voice) =>
    keep((/** @type {number} */ at) => {
      const {word, meaning, used_by: by, statement, quoted} = facts.voices[voice].loaded[at];
      const year = facts.yearOf(entry(facts.statements, statement).day);
      const link = h(
        'button',
        {type: 'button', class: 'link', 'data-open-statement': statement, onclick: () => onStatement(statement)},
        t(quoted ? 'voice.said_by' : 'voice.paraphrase_of', {by, year}),
      );
      return [h('dt', {}, quoted ? `“${word}”` : word), h('dd', {}, meaning, ' ', link)];
    }),
  );
  /** @type {Partial<Pick<State, 'day' | 'words'>>} */
  let shown = {};
  return {
    element,
    show({day, words}) {
      if (shown.day === day && shown.words === words) return;
      if (shown.words !== words) mark(element, 'hidden', !words);
      shown = {day, words};
      if (!words) return;
      const voice = facts.voices[words];
      const {kind} = captionOf(facts, {day, words});
      say(name, voice.name);
      say(about, `${voice.explanation} ${t('voice.put_on_every_year', {from: voice.years[0], to: voice.years[1]})}`);
      say(neutral, kind ? t('voice.neutral', {title: facts.headlineOn(day).title}) : t('voice.no_words'));
      list.replaceChildren(...(kind ? voice.used[kind] : []).flatMap(explained(words)));
    },
  };
}
