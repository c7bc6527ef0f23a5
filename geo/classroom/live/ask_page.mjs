// What the class can be asked now: this stop's step, a quiz, the quiz at the end, a question of the teacher's own.

import {h, say} from '../../atlas/dom.mjs';
import {radios} from '../quiz/radios.mjs';
import {button, heading, mainButton, row} from './parts.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Page} from './parts.mjs' */

const KINDS = ['choice', 'countries', 'year'];

const part = (/** @type {string} */ title, /** @type {(HTMLElement | false)[]} */ ...children) =>
  h('section', {class: 'live-part'}, h('h2', {}, title), children);

/**
 * The form of the teacher's own question. `onOwn(typed)` gives what is wrong with it, by name; empty once it is asked.
 * @param {Translate} t
 * @param {string} suggestion
 * @param {(typed: {kind: string, prompt: string, options: string}) => string} onOwn
 */
function ownPart(t, suggestion, onOwn) {
  let kind = KINDS[0];
  const prompt = h('textarea', {class: 'live-field', rows: 2, maxlength: 300, id: 'live-prompt'}, suggestion);
  const options = h('textarea', {class: 'live-field', rows: 3, id: 'live-options'});
  const optionsPart = h('div', {}, h('label', {for: 'live-options'}, t('own_options')), options);
  const problem = h('p', {class: 'quiz-told', role: 'alert'});
  const onChoose = (/** @type {string} */ next) => {
    kind = next;
    optionsPart.hidden = kind !== 'choice';
  };
  const label = (/** @type {string} */ value) => t(`own_${value}`);
  function ask() {
    const wrong = onOwn({kind, prompt: prompt.value, options: options.value});
    say(problem, wrong && t(`own_${wrong}`));
    if (wrong) (wrong === 'no_prompt' ? prompt : options).focus();
  }
  return part(
    t('own'),
    h('label', {for: 'live-prompt'}, t('own_prompt')),
    prompt,
    radios({name: 'live-kind', title: t('own_kind'), values: KINDS, chosen: kind, label, onChoose}),
    optionsPart,
    problem,
    row(button('own', t('own_ask'), ask)),
  );
}

/**
 * `stop` is the question that the stop waits with, empty where it has none that can be tapped, `levels` are those of
 * the quiz, if there is one, `exit` is how many questions there are in the quiz at the end, `suggestion` what the
 * teacher's own begins with.
 * @param {{t: Translate, tAtlas: Translate, stop: string, levels: string[], exit: number, suggestion: string,
 *   onStop: () => void, onQuiz: (level: string) => void, onExit: () => void,
 *   onOwn: (typed: {kind: string, prompt: string, options: string}) => string, onBack: () => void}} options
 * @returns {Page}
 */
export function askPage({t, tAtlas, stop, levels, exit, suggestion, onStop, onQuiz, onExit, onOwn, onBack}) {
  let level = levels[0];
  const onChoose = (/** @type {string} */ next) => (level = next);
  const label = (/** @type {string} */ value) => tAtlas(`quiz.${value}`);
  const onMap = mainButton('ask-stop', t('stop_ask'), onStop);
  const quiz = button('ask-quiz', t('quiz_ask'), () => onQuiz(level));
  const ofQuiz = part(
    levels.length ? t('quiz') : tAtlas('class.quiz'),
    ...(levels.length
      ? [
          radios({name: 'live-level', title: tAtlas('quiz.level'), values: levels, chosen: level, label, onChoose}),
          row(quiz),
        ]
      : [h('p', {}, t('no_quiz'))]),
  );
  const own = ownPart(t, suggestion, onOwn);
  return {
    nodes: [
      heading(t('ask')),
      ...(stop ? [part(t('stop'), h('p', {}, stop), row(onMap))] : []),
      ofQuiz,
      ...(exit
        ? [part(t('exit'), h('p', {}, t('exit_explained', {n: exit})), row(button('ask-exit', t('exit_ask'), onExit)))]
        : []),
      own,
      row(button('back', t('to_door'), onBack)),
    ],
    first: stop ? onMap : levels.length ? quiz : /** @type {HTMLElement} */ (own.querySelector('textarea')),
  };
}
