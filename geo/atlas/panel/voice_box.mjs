// The caption of a year in the words of one side, and the box that says whose words these are.

import {h, mark, say} from '../dom.mjs';

/** Title and detail of a year: in a side's words where it has some for such a year, else the neutral ones. Pure. */
export function captionOf(facts, {year, words}) {
  const {title, detail, captions} = facts.years.get(year);
  const told = words && captions[words];
  return told ? {title: told[1], detail: told[2], kind: told[0]} : {title, detail, kind: null};
}

export function createVoiceBox({facts, t, onStatement}) {
  const name = h('h2');
  const about = h('p');
  const neutral = h('p', {class: 'quiet'});
  const list = h('dl', {class: 'loaded'});
  const element = h('section', {class: 'voice-box', 'data-voice-box': '', hidden: true}, name, about, neutral, list);
  const made = new Map();
  function entry(voice, at) {
    const key = `${voice} ${at}`;
    if (!made.has(key)) {
      const {word, meaning, used_by: by, statement, quoted} = facts.voices[voice].loaded[at];
      made.set(key, [
        h('dt', {}, quoted ? `“${word}”` : word),
        h(
          'dd',
          {},
          meaning,
          ' ',
          h(
            'button',
            {type: 'button', class: 'link', 'data-open-statement': statement, onclick: () => onStatement(statement)},
            t(quoted ? 'voice.said_by' : 'voice.paraphrase_of', {by, year: facts.statements.get(statement).year}),
          ),
        ),
      ]);
    }
    return made.get(key);
  }
  let shown = {};
  return {
    element,
    show({year, words}) {
      if (shown.year === year && shown.words === words) return;
      if (shown.words !== words) mark(element, 'hidden', !words);
      shown = {year, words};
      if (!words) return;
      const voice = facts.voices[words];
      const {kind} = captionOf(facts, {year, words});
      say(name, voice.name);
      say(about, `${voice.explanation} ${t('voice.put_on_every_year', {from: voice.years[0], to: voice.years[1]})}`);
      say(neutral, kind ? t('voice.neutral', {title: facts.years.get(year).title}) : t('voice.no_words'));
      list.replaceChildren(...(kind ? voice.used[kind] : []).flatMap((at) => entry(words, at)));
    },
  };
}
