// The quiz on the same map: alone, or by teams that pass the turn. Nothing is stored and nothing is sent.

import {h, mark, say} from '../atlas/dom.mjs';
import {isRight, pickQuestions} from './quiz_pick.mjs';

const TEAMS = [1, 2, 3, 4];
const COUNTS = [5, 10];
const MASKS = {
  map: ['status', 'news', 'names', 'year', 'statements'],
  status: ['status', 'news', 'statements'],
  year: ['news', 'names', 'year', 'statements'],
  statements: ['statements', 'year'],
};

/**
 * The quiz over an atlas. `onOpen` and `onClose` make room for it and take it back, `onKeep(text)` keeps `level-seed` in the address.
 * Gives {element, open, close, isOpen, onUnit}: while a click is asked, `onUnit(id)` takes it and gives true.
 */
export function createQuiz({atlas, root, bank, t, onOpen, onClose, onKeep, random = Math.random}) {
  const {facts, store} = atlas;
  const anySeed = () => Math.floor(random() * (bank.most_seed + 1));
  let setting = {level: bank.levels[0], seed: anySeed(), count: COUNTS[0], teams: 1};
  let game = null; // {questions, at, scores, part, answered, chosen}
  const element = h('section', {class: 'quiz', hidden: true, 'aria-label': t('quiz.title')});
  const live = h('p', {class: 'sr-only', role: 'status'});
  const body = h('div', {class: 'quiz-body'});
  element.append(body, live);
  const button = (name, label, act, more = {}) =>
    h('button', {type: 'button', class: 'quiz-button', 'data-quiz': name, onclick: act, ...more}, label);
  const question = () => (game.part ? game.questions[game.at].then : game.questions[game.at]);
  const team = () => game.at % setting.teams;

  // ------------------------------------------------------------------ the start

  function choice(name, values, label) {
    return h(
      'fieldset',
      {class: 'quiz-choice'},
      h('legend', {}, t(`quiz.${name}`)),
      values.map((value) =>
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name: `quiz-${name}`,
            value,
            checked: value === setting[name],
            onchange: () => (setting = {...setting, [name]: value}),
          }),
          h('span', {}, label(value)),
        ),
      ),
    );
  }
  function showStart(told = '') {
    game = null;
    mask(null);
    const seed = h('input', {
      type: 'text',
      inputmode: 'numeric',
      class: 'quiz-seed',
      name: 'quiz-seed',
      maxlength: 6,
      value: setting.seed,
      autocomplete: 'off',
      'aria-label': t('quiz.seed'),
    });
    const start = () => {
      const typed = seed.value.trim();
      if (!/^\d{1,6}$/.test(typed)) return showStart(t('quiz.no_seed', {typed, most: bank.most_seed}));
      setting = {...setting, seed: Number(typed)};
      return begin();
    };
    seed.addEventListener('keydown', (event) => event.key === 'Enter' && start());
    const first = button('start', t('quiz.start'), start, {class: 'quiz-button quiz-main'});
    body.replaceChildren(
      h('h2', {tabindex: -1}, t('quiz.title')),
      choice('level', bank.levels, (level) => t(`quiz.${level}`)),
      choice('count', COUNTS, String),
      choice('teams', TEAMS, (n) => (n === 1 ? t('quiz.alone') : String(n))),
      h(
        'p',
        {class: 'quiz-seed-row'},
        h('label', {}, t('quiz.seed'), ' ', seed),
        h('span', {class: 'quiet'}, t('quiz.seed_explained')),
      ),
      ...(told ? [h('p', {class: 'quiz-told', role: 'alert'}, told)] : []),
      h('p', {class: 'quiz-row'}, first, button('leave', t('quiz.leave'), close)),
    );
    first.focus({preventScroll: true});
  }
  function begin() {
    game = {
      questions: pickQuestions(bank, setting.seed, setting.level, setting.count),
      at: 0,
      part: false,
      scores: Array(setting.teams).fill(0),
      answered: false,
      chosen: [],
    };
    onKeep(`${setting.level}-${setting.seed}`);
    ask();
  }

  // ------------------------------------------------------------------ a question

  async function mask(asked) {
    const hides = asked ? (MASKS[asked.mask] ?? []) : [];
    mark(root, 'data-mask', hides.length ? hides.join(' ') : null);
    if (!asked) return;
    await atlas.drawView(asked.view);
    if (!game || game.answered || question() !== asked) return; // left or answered before the view had come
    // For a click the map is that of the year before, where the last invitation may already stand: the mask hides it.
    const year = asked.kind === 'click' ? Math.max(facts.first, asked.year - 1) : asked.year;
    store.set({
      year,
      view: asked.view,
      country: null,
      statement: null,
      told: null,
      focus: game.chosen,
      draft: null,
      words: null,
      solo: null,
      playing: false,
      layers: 'front,names',
    });
  }

  function ask() {
    const asked = question();
    game.answered = false;
    game.chosen = [];
    mask(asked);
    const given = [];
    const options = asked.options.map((option, i) =>
      h(
        'button',
        {type: 'button', class: 'quiz-option', 'data-option': i, 'aria-pressed': 'false', onclick: () => take(i)},
        h('kbd', {}, String(i + 1)),
        h('span', {}, option),
      ),
    );
    const done = button('answer', t('quiz.answer'), () => judge(asked.kind === 'click' ? game.chosen : given), {
      class: 'quiz-button quiz-main',
    });
    const state = h('p', {class: 'quiz-state', role: 'status'});
    function take(i) {
      if (game.answered) return;
      if (asked.kind !== 'order') return judge([i]);
      if (given.includes(i)) given.splice(given.indexOf(i));
      else given.push(i);
      for (const [at, option] of options.entries()) {
        mark(option, 'aria-pressed', String(given.includes(at)));
        option.firstChild.textContent = given.includes(at)
          ? t('quiz.rank', {n: given.indexOf(at) + 1})
          : String(at + 1);
      }
      if (given.length === options.length) judge(given);
    }
    game.take = take;
    game.clicked = (id) => {
      game.chosen = game.chosen.includes(id) ? game.chosen.filter((one) => one !== id) : [...game.chosen, id];
      store.set({focus: game.chosen});
      say(
        state,
        t('quiz.chosen', {
          n: game.chosen.length,
          all: asked.answer.length,
          names: game.chosen.map((one) => facts.nameIn(one, asked.year)).join(', '),
        }),
      );
      if (game.chosen.length === asked.answer.length) judge(game.chosen);
    };
    const clicks = asked.kind === 'click';
    body.replaceChildren(
      head(),
      h('h2', {class: 'quiz-prompt', tabindex: -1}, asked.prompt),
      h('div', {class: 'quiz-options'}, options),
      ...(clicks ? [state, h('p', {class: 'quiz-row'}, done)] : []),
      h('div', {class: 'quiz-after'}),
    );
    if (clicks) say(state, t('quiz.chosen', {n: 0, all: asked.answer.length, names: ''}));
    (clicks ? root.querySelector('.stage') : body.querySelector('.quiz-prompt')).focus({preventScroll: true});
    say(live, asked.prompt);
  }

  function head() {
    const scores = game.scores.map((score, i) =>
      h(
        'span',
        {class: 'quiz-score', 'data-turn': i === team()},
        setting.teams === 1 ? t('quiz.score', {n: score}) : t('quiz.team_score', {team: i + 1, n: score}),
      ),
    );
    return h(
      'p',
      {class: 'quiz-head'},
      h('span', {}, t('quiz.place', {at: game.at + 1, all: game.questions.length})),
      scores,
    );
  }

  function judge(given) {
    if (game.answered) return;
    const asked = question();
    const right = isRight(asked, given);
    const goesOn = right && asked.then && !game.part;
    game.answered = true;
    if (right && !goesOn) game.scores[team()] += 1;
    for (const option of body.querySelectorAll('.quiz-option')) {
      const i = Number(option.dataset.option);
      mark(option, 'data-right', asked.kind !== 'order' && asked.answer.includes(i));
      mark(option, 'data-wrong', asked.kind !== 'order' && given.includes(i) && !asked.answer.includes(i));
      option.disabled = true;
    }
    const [kind, id] = asked.card;
    mark(root, 'data-mask', null);
    if (kind === 'statement') store.set({focus: []});
    else store.set({year: asked.year, focus: asked.kind === 'click' ? asked.answer : []}, 'step');
    const next = button(
      'next',
      t(goesOn ? 'quiz.go_on' : game.at + 1 < game.questions.length ? 'quiz.next' : 'quiz.end'),
      on,
      {class: 'quiz-button quiz-main'},
    );
    // A wrong answer opens the card that explains it; a right one offers it.
    const card = id && button('card', t('quiz.card'), () => openCard(kind, missed(asked, given) ?? id));
    const words = t(right ? 'quiz.right' : 'quiz.wrong');
    body.querySelector('.quiz-head').replaceWith(head());
    body
      .querySelector('.quiz-after')
      .replaceChildren(
        ...[
          h(
            'p',
            {class: 'quiz-verdict', 'data-right': right},
            h('span', {'aria-hidden': 'true'}, right ? '✓ ' : '✗ '),
            words,
          ),
          !goesOn && h('p', {class: 'quiz-explanation'}, asked.explanation),
          h('p', {class: 'quiz-row'}, next, card || []),
        ].filter(Boolean),
      );
    say(live, goesOn ? words : `${words} ${asked.explanation}`);
    if (!right && id) openCard(kind, missed(asked, given) ?? id);
    next.focus({preventScroll: true});
    next.scrollIntoView({block: 'nearest'});
  }
  const missed = ({kind, answer}, given) => (kind === 'click' ? answer.find((unit) => !given.includes(unit)) : null);
  function openCard(kind, id) {
    if (kind === 'statement') atlas.openStatement(id);
    else atlas.openCountry(id);
  }

  function on() {
    if (question().then && !game.part && isRightSoFar()) game.part = true;
    else {
      game.part = false;
      game.at += 1;
    }
    if (game.at < game.questions.length) return ask();
    return showEnd();
  }
  const isRightSoFar = () => Boolean(body.querySelector('.quiz-verdict[data-right]'));

  function showEnd() {
    mask(null);
    atlas.close();
    const most = Math.max(...game.scores);
    const winners = game.scores.flatMap((score, i) => (score === most ? [i + 1] : []));
    const lines =
      setting.teams === 1
        ? [t('quiz.final', {n: game.scores[0], all: game.questions.length})]
        : [
            ...game.scores.map((score, i) => t('quiz.team_score', {team: i + 1, n: score})),
            winners.length === 1 ? t('quiz.winner', {team: winners[0]}) : t('quiz.draw'),
          ];
    game = null;
    const again = button('again', t('quiz.again'), begin);
    const fresh = button(
      'new',
      t('quiz.new'),
      () => {
        setting = {...setting, seed: anySeed()};
        begin();
      },
      {class: 'quiz-button quiz-main'},
    );
    body.replaceChildren(
      h('h2', {tabindex: -1}, t('quiz.end_title')),
      ...lines.map((line) => h('p', {class: 'quiz-final'}, line)),
      h('p', {class: 'quiet'}, t('quiz.repeat', {level: t(`quiz.${setting.level}`), seed: setting.seed})),
      h(
        'p',
        {class: 'quiz-row'},
        fresh,
        again,
        button('settings', t('quiz.settings'), () => showStart()),
        button('leave', t('quiz.leave'), close),
      ),
    );
    say(live, lines.join(' '));
    fresh.focus({preventScroll: true});
  }

  // ------------------------------------------------------------------ around it

  function open(asked = null) {
    if (asked) setting = {...setting, ...asked};
    element.hidden = false;
    mark(root, 'data-quiz', true);
    onOpen();
    if (asked) begin();
    else showStart();
  }
  function close() {
    game = null;
    mask(null);
    element.hidden = true;
    mark(root, 'data-quiz', null);
    store.set({focus: []});
    onClose();
  }
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return;
    const place = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : null;
    if (place !== null && game && !game.answered && place < question().options.length) {
      event.preventDefault();
      event.stopPropagation();
      game.take(place);
    }
    const options = [...body.querySelectorAll('.quiz-option:enabled')];
    const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (by && options.length) {
      event.preventDefault();
      const at = options.findIndex((option) => option === element.getRootNode().activeElement);
      options[at < 0 ? (by > 0 ? 0 : options.length - 1) : (at + by + options.length) % options.length].focus();
    }
  });
  return {
    element,
    open,
    close,
    isOpen: () => !element.hidden,
    onUnit(id) {
      if (!game || game.answered || question().kind !== 'click') return false;
      if (id) game.clicked(id);
      return true;
    },
    /** A country's card would tell its status while a question is open. */
    keepsCards: () => Boolean(game && !game.answered),
  };
}
