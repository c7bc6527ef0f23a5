// The slides around the stops: the title of the lesson, and its close: what was seen, and where to read on.

import {ofPage} from '../../atlas/core/of_page.mjs';
import {entry} from '../../atlas/core/lookup.mjs';
import {exchange, h} from '../../atlas/dom.mjs';
import {coverKind, starterAt, startersOf} from './place.mjs';

/** @import {Facts, Translate} from '../../atlas/types' */
/** @import {CheckQuestion, Lesson, Place} from '../types' */

const LETTERS = 'ABCDEFGH';

/**
 * What was seen in a lesson, as [figure, what it counts].
 * @param {Lesson} lesson
 * @param {Facts} facts
 * @param {Translate} t
 * @returns {[figure: string, label: string][]}
 */
function figuresOf({stops}, facts, t) {
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const said = new Set(stops.map(({statement}) => statement).filter(Boolean));
  const speakers = new Set([...said].map((id) => entry(facts.statements, id).speaker));
  const members = [first, last].map(({day}) => facts.membersOn(day));
  const years = [...new Set([first.year, last.year])].join('–');
  return [
    [String(stops.length), t(stops.length === 1 ? 'cover.stop' : 'cover.stops', {years})],
    [[...new Set(members)].join(' → '), t('cover.members')],
    ...(said.size ? [figureOfStatements(said.size, speakers.size, t)] : []),
  ];
}

/** @type {(said: number, speakers: number, t: Translate) => [string, string]} */
const figureOfStatements = (said, speakers, t) => [
  String(said),
  t(said === 1 ? 'cover.statement' : 'cover.statements', {speakers}),
];

/**
 * What the class is to reach, if the lesson says so.
 * @param {Lesson} lesson
 * @param {Translate} t
 */
function goalsOf({goals = []}, t) {
  const list = h(
    'ul',
    {class: 'cover-goals'},
    goals.map((goal) => h('li', {}, goal)),
  );
  return goals.length ? [h('h2', {}, t('cover.goals')), list] : [];
}

/** The address of the atlas beside a page of a server, as it is typed. */
function atlasLink(/** @type {Facts} */ facts) {
  const {host, pathname, search, href} = new URL(`./${ofPage(facts)}`, location.href);
  return h('a', {href, class: 'cover-link'}, host + (search ? pathname : pathname.replace(/\/$/, '')) + search);
}

/**
 * What is read out of a slide.
 * @param {Lesson} lesson
 * @param {Place} place
 * @param {Translate} t
 */
export function spokenCover(lesson, {cover}, t) {
  const {title, subtitle} = lesson;
  const {at = 0, isTold = false} = starterAt(cover) ?? {};
  const asked = startersOf(lesson)[at];
  const words = {
    title: () => [title, subtitle],
    close: () => [t('cover.close'), title],
    starter: () => [
      asked.prompt,
      ...(isTold ? [t('cover.right'), asked.options[asked.right], asked.why] : asked.options),
    ],
  }[coverKind(cover) ?? 'title'];
  return words().filter(Boolean).join('. ');
}

/**
 * A question that the lesson begins with; with its answer, which of the options is right, and why.
 * @param {CheckQuestion} question
 * @param {{isTold: boolean, where: string, t: Translate}} options
 */
function starterSlide({prompt, options, right, why}, {isTold, where, t}) {
  const option = (/** @type {string} */ text, /** @type {number} */ i) =>
    h(
      'li',
      {'data-right': isTold && i === right},
      h('b', {}, LETTERS[i]),
      h('span', {}, text, isTold && i === right && h('span', {class: 'cover-right'}, ` ✓ ${t('cover.right')}`)),
    );
  return [
    h('p', {class: 'cover-where'}, where),
    h('h1', {class: 'cover-title', tabindex: -1}, prompt),
    h('ol', {class: 'cover-options', 'data-told': isTold}, options.map(option)),
    ...(isTold && why ? [h('p', {class: 'cover-why'}, why)] : []),
  ];
}

/**
 * `onAct(name)` is a way to read on: 'present', 'quiz', 'sources'.
 * @param {{facts: Facts, lesson: Lesson, t: Translate, onAct: (name: string) => void}} options
 * @returns {{element: HTMLElement, show: (place: Place) => void}}
 */
export function createCover({facts, lesson, t, onAct}) {
  const heading = (/** @type {string} */ text) => h('h1', {class: 'cover-title', tabindex: -1}, text);
  const way = (/** @type {string} */ name) =>
    h('button', {type: 'button', class: 'cover-link', onclick: () => onAct(name)}, t(`cover.${name}`));
  const ways = facts.membership ? ['present', 'sources'] : ['present', 'quiz', 'sources']; // the quiz asks of NATO
  const title = [heading(lesson.title), h('p', {class: 'cover-subtitle'}, lesson.subtitle), ...goalsOf(lesson, t)];
  const close = [
    heading(t('cover.close')),
    h('p', {class: 'cover-subtitle'}, lesson.title),
    h('h2', {}, t('cover.saw')),
    h(
      'ul',
      {class: 'cover-figures'},
      figuresOf(lesson, facts, t).map(([figure, label]) => h('li', {}, h('b', {}, figure), ' ', h('span', {}, label))),
    ),
    h('h2', {}, t('cover.read_on')),
    h(
      'ul',
      {class: 'cover-ways'},
      [...ways.map(way), ...(location.protocol.startsWith('http') ? [atlasLink(facts)] : [])].map((each) =>
        h('li', {}, each),
      ),
    ),
  ];
  const starters = startersOf(lesson);
  function slideOf(/** @type {Place['cover']} */ cover) {
    const starter = starterAt(cover);
    if (!starter) return cover === 'title' ? title : cover ? close : [];
    const where = t('cover.starter', {at: starter.at + 1, all: starters.length});
    return starterSlide(starters[starter.at], {isTold: starter.isTold, where, t});
  }
  const element = h('div', {class: 'cover'});
  return {
    element,
    show({cover}) {
      element.hidden = !cover;
      exchange(element, slideOf(cover), null);
    },
  };
}
