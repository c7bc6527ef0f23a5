// The citation of the view on the screen, in two styles. The templates come with the facts.

import {sourceList} from '../panel/country_card.mjs';
import {h, say} from '../dom.mjs';
import {captionOf} from '../panel/voice_box.mjs';
import {longDate} from '../core/words.mjs';

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (field, name) => values[name] ?? field);

function dayFields(name, iso) {
  const [day, month, year] = longDate(iso).split(' ');
  return {[`${name}_day`]: day, [`${name}_month`]: month, [`${name}_year`]: year};
}

/** Which part of the atlas a state shows, and the row of a table that it rests on. Pure. */
export function partOf(facts, {year, view, country, statement}, t) {
  if (statement) {
    const {speaker, date} = facts.statements.get(statement);
    return {part: t('cite.statement', {speaker, date: longDate(date)}), row: `statements/${statement}`};
  }
  if (country) return {part: t('cite.country', {name: facts.nameIn(country, year), year}), row: `units/${country}`};
  return {part: t('cite.map', {view: t(`view.${view}`), year}), row: ''};
}

/** A reference in a style, `accessed` on a day; the same as data/citation.py writes. Pure. */
export function citation(
  {citation: {work, title, row: rowed, styles}, version, as_of: asOf},
  style,
  {part, row},
  {address, accessed},
) {
  const whole = fill(title, {part: row ? fill(rowed, {part, row}) : part, work});
  return fill(styles[style], {
    title: whole,
    version,
    address,
    ...dayFields('as_of', asOf),
    ...dayFields('accessed', accessed),
  });
}

/** Today where the reader is. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The page may be served without a safe connection, where there is no clipboard: then a field is selected and copied. */
export async function copy(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = h('textarea', {class: 'sr-only', 'aria-hidden': 'true', tabindex: -1});
    field.value = text;
    beside.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

export function createCite({facts, t}) {
  const styles = ['apa', 'iso690'].map((style) => {
    const text = h('p', {class: 'citation', 'data-citation': style});
    const button = h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-label': t('cite.copy_style', {style: t(`cite.${style}`)}),
        onclick: async () => {
          const done = await copy(text.textContent, element);
          button.focus();
          say(told, '');
          say(told, t(done ? 'cite.copied' : 'cite.not_copied', {style: t(`cite.${style}`)}));
        },
      },
      t('cite.copy'),
    );
    return {style, text, box: h('section', {}, h('h3', {}, t(`cite.${style}`)), text, button)};
  });
  const told = h('p', {class: 'quiet', role: 'status'});
  const shows = h('p');
  const sources = h('section', {class: 'cite-sources'});
  const element = h(
    'dialog',
    {class: 'help cite', 'aria-label': t('cite.title')},
    h('h2', {}, t('cite.title')),
    shows,
    sources,
    styles.map(({box}) => box),
    told,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  function show(state) {
    const part = partOf(facts, state, t);
    say(shows, t('cite.shows', {title: captionOf(facts, {year: state.year}).title, year: state.year}));
    const statement = state.statement && facts.statements.get(state.statement);
    sources.hidden = !statement;
    sources.replaceChildren(
      ...(statement ? [h('p', {}, t('cite.source_first')), sourceList(facts, statement.sources, t)] : []),
    );
    for (const {style, text} of styles)
      say(text, citation(facts, style, part, {address: location.href, accessed: today()}));
    say(told, '');
  }
  return {
    element,
    open(state) {
      show(state);
      element.showModal();
    },
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
