// The view as a picture, put together from a stage laid out for it: SVG by the browser alone, PNG from it. No server is asked.

import {s} from '../dom.mjs';
import {captionOf} from '../panel/voice_box.mjs';
import {longDate} from '../core/words.mjs';

const [WIDTH, HEIGHT] = [1920, 1080];
const MAP = {width: 1400, height: 1036};
const COLUMN = {x: 1440, width: 440, height: 996}; // the words stand beside the map and cover none of it
const [SIGN_WIDTH, SIGN_HEIGHT, LABEL_X, COUNT_WIDTH] = [36, 24, 50, 56];
const PNG_WIDTH = 3840;
// The reader's own: a picture can bring none along, and what measures its text must use the same.
const FONT = '"Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif';
// What a stylesheet gives and a picture must carry itself, with the values that need not be said.
const STYLES = {
  fill: '',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'paint-order': 'normal',
  opacity: '1',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
};
const KEPT = [
  'd',
  'transform',
  'id',
  'x',
  'y',
  'dx',
  'dy',
  'cx',
  'cy',
  'r',
  'rx',
  'width',
  'height',
  'patternUnits',
  'patternTransform',
  'data-unit',
  'data-status',
];
const BASELINE = 0.34; // of the size of a text, from its middle down to its baseline

/** A copy of a node as it looks, with its styles as attributes; null for what is not seen. */
function copyOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.textContent);
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const style = getComputedStyle(node);
  const isDefinition = node.closest('defs');
  if (
    !isDefinition &&
    (style.display === 'none' || style.visibility === 'hidden' || node.matches('.mark-target:not([data-selected] *)'))
  )
    return null;
  const copy = document.createElementNS(node.namespaceURI, node.localName);
  for (const name of KEPT) if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name));
  const isText = node.matches('text, tspan');
  if (!node.matches('g, defs, pattern')) {
    for (const [name, plain] of Object.entries(STYLES)) {
      if (name.startsWith('font') || name === 'text-anchor' ? !isText : false) continue;
      const value = style.getPropertyValue(name);
      if (
        value &&
        value !== plain &&
        !(node.localName === 'tspan' && value === getComputedStyle(node.parentElement).getPropertyValue(name))
      )
        copy.setAttribute(name, value.replace(/url\("?#/, 'url(#').replace(/"\)/, ')'));
    }
  } else if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
  // Not every program knows a text's middle line.
  if (isText && style.dominantBaseline === 'central' && ![...node.children].length)
    copy.setAttribute('dy', (parseFloat(style.fontSize) * BASELINE).toFixed(1));
  copy.append(...[...node.childNodes].map(copyOf).filter(Boolean));
  return ['g', 'text'].includes(node.localName) && !copy.childNodes.length ? null : copy;
}

function wrapped(text, font, width) {
  const ruler = document.createElement('canvas').getContext('2d');
  ruler.font = font;
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && ruler.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Text and signs from the top down; `finish()` gives them as one group, smaller where they would run over. */
function createColumn({text}) {
  const nodes = [];
  let y = 0;
  const lines = (words, size, more = {}, {x = 0, width = COLUMN.width, leading = 1.25} = {}) => {
    const made = wrapped(words, `${more['font-weight'] ?? 400} ${size}px ${FONT}`, width);
    for (const line of made)
      nodes.push(s('text', {x, y: (y += size * leading).toFixed(1), 'font-size': size, fill: text, ...more}, line));
  };
  return {
    lines,
    gap: (height) => (y += height),
    rule: (colour) => nodes.push(s('rect', {x: 0, y, width: COLUMN.width, height: 1, fill: colour})),
    /** A sign, what it means, and how many there are. `sign` is drawn in a box of SIGN_WIDTH by SIGN_HEIGHT. */
    row(sign, label, count) {
      const top = y;
      nodes.push(s('g', {transform: `translate(0 ${top + 5})`}, sign));
      if (count)
        nodes.push(
          s(
            'text',
            {x: COLUMN.width, y: top + 25, 'font-size': 21, 'font-weight': 700, 'text-anchor': 'end', fill: text},
            count,
          ),
        );
      lines(label, 21, {}, {x: LABEL_X, width: COLUMN.width - LABEL_X - (count ? COUNT_WIDTH : 0), leading: 1.19});
      y += 9;
    },
    finish: () =>
      s('g', {transform: `translate(${COLUMN.x} 24) scale(${Math.min(1, COLUMN.height / y).toFixed(4)})`}, nodes),
  };
}

/** What stands on the map beside the fills, as rows of [sign, meaning]; what lies beyond its edges needs none. */
function signsOn(stage, {facts, t, state, colour}) {
  const box = stage.element.getBoundingClientRect();
  const seen = (selector) =>
    [...stage.element.querySelectorAll(selector)].filter((node) => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      return (
        right - left + bottom - top > 0 && right > box.left && left < box.right && bottom > box.top && top < box.bottom
      );
    });
  const line = (width, stroke, more = {}) =>
    s('path', {
      d: `M0 ${SIGN_HEIGHT / 2}H${SIGN_WIDTH}`,
      fill: 'none',
      stroke: colour(stroke),
      'stroke-width': width,
      ...more,
    });
  const outline = (casing, core) =>
    [
      [5, casing],
      [2.8, core],
    ].map(([width, stroke]) =>
      s('rect', {
        x: 3,
        y: 3,
        width: SIGN_WIDTH - 6,
        height: SIGN_HEIGHT - 6,
        rx: 3,
        fill: 'none',
        stroke: colour(stroke),
        'stroke-width': width,
      }),
    );
  const {k} = stage.camera.get();
  const hatch = (name) => [
    s('rect', {width: SIGN_WIDTH, height: SIGN_HEIGHT, fill: colour('--raised'), stroke: colour('--rule')}),
    s(
      'g',
      {transform: `scale(${k})`},
      s('rect', {width: SIGN_WIDTH / k, height: SIGN_HEIGHT / k, fill: `url(#${state.view}-${name})`}),
    ),
  ];
  const names = (ids) => [...new Set(ids.map((id) => facts.nameIn(id, state.year)))].join(', ');
  const inDispute = (style, ids) =>
    facts.disputed
      .filter((row) => row.style === style && ids.includes(row.unit))
      .map(({title}) => title)
      .join(', ');

  const rows = [];
  if (seen('.news-line').length) rows.push([outline('--news-casing', '--news'), t('take.joined')]);
  const outlined = seen('.focus-line').map((node) => node.dataset.outlined);
  if (outlined.length) rows.push([outline('--mark-casing', '--focus'), t('take.outlined', {names: names(outlined)})]);
  for (const [kind, width, meaning] of [
    ['russia', 5, 'layer.front_russia'],
    ['bloc', 2.5, 'layer.front_bloc'],
  ]) {
    if (seen(`.front-line[data-kind="${kind}"]`).length) rows.push([line(width, '--front'), t(meaning)]);
  }
  for (const name of Object.keys(facts.hatches)) {
    const over = seen(`[data-overlay="${name}"] path`).map((node) => node.dataset.over);
    if (!over.length) continue;
    if (name === 'disputed') rows.push([hatch(name), t('take.disputed', {names: inDispute('hatched', over)})]);
    else rows.push([hatch(name), t(name === 'draft' ? `draft.${state.draft}` : `layer.${name}`)]);
  }
  const dashed = seen('.borders path[data-dashed]').flatMap((node) => node.dataset.border.split('|'));
  if (dashed.length)
    rows.push([
      line(1.6, '--text', {'stroke-dasharray': '4 3'}),
      t('take.disputed', {names: inDispute('dashed', dashed)}),
    ]);
  if (seen('.nearest-line').length) rows.push([line(1.6, '--front', {'stroke-dasharray': '6 4'}), t('layer.nearest')]);
  const [berlin] = seen('[data-berlin]');
  if (berlin)
    rows.push([
      s(
        'g',
        {transform: `translate(${SIGN_WIDTH / 2} ${SIGN_HEIGHT / 2})`},
        s('circle', {r: 5, fill: colour('--fill-member'), stroke: colour('--mark-casing'), 'stroke-width': 1.6}),
      ),
      facts.west_berlin[0].title,
    ]);
  const glyphs = seen('.mark .glyph');
  const sign = (glyph) => s('g', {transform: `translate(${SIGN_WIDTH / 2} ${SIGN_HEIGHT / 2})`}, copyOf(glyph));
  const plain = (node) => !node.querySelector('.contested-ring');
  for (const stance of Object.keys(facts.glyphs)) {
    const made = glyphs.filter((node) => node.dataset.stance === stance);
    if (made.length) rows.push([sign(made.find(plain) ?? made[0]), t(`stance.${stance}.label`)]);
  }
  const contested = seen('.mark .contested-ring')[0];
  if (contested) rows.push([sign(contested), t('statement.contested')]);
  return rows;
}

/** The words of an open statement, with who said them and where they were read. */
function quoteIn(column, {facts, t, id, quiet}) {
  const {
    quote,
    paraphrase,
    speaker,
    role,
    city,
    date,
    stance,
    confidence,
    quote_language: language,
    sources,
  } = facts.statements.get(id);
  const from = language.replace('translated-from-', '');
  column.lines(quote ? `“${quote}”` : paraphrase, 22);
  column.gap(5);
  const told = [
    [speaker, role].filter(Boolean).join(', '),
    `${city}, ${longDate(date)}`,
    t(`stance.${stance}.label`),
    confidence === 'contested' && t('statement.contested'),
    quote && from !== 'en' && t('statement.translated', {language: t(`language_name.${from}`)}),
  ];
  column.lines(`${told.filter(Boolean).join(' · ')}.`, 18, {fill: quiet});
  column.lines(
    `${t('statement.source')}: ${[...new Set(sources.map((source) => facts.sources[source].producer))].join('; ')}.`,
    18,
    {fill: quiet},
  );
}

/** The SVG of a view, 1,920 by 1,080, as text. `withStage(size, font, copy)` lays it out and hands the stage to `copy`. */
export const pictureOf = ({facts, t, root, state, withStage}) =>
  withStage(MAP, FONT, (stage) => {
    const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
    const [text, quiet, sea, page, rule] = ['--text', '--quiet-text', '--sea', '--page', '--rule'].map(colour);
    const {day, counts, spoken} = facts.years.get(state.year);
    const {title, detail, kind} = captionOf(facts, state);
    const map = s(
      'svg',
      {width: MAP.width, height: MAP.height, viewBox: `0 0 ${MAP.width} ${MAP.height}`, overflow: 'hidden'},
      stage.layers.map(copyOf).filter(Boolean),
    );

    const column = createColumn({text});
    column.lines(String(state.year), 112, {'font-weight': 300, x: -6}, {leading: 0.86});
    column.gap(14);
    // A headline in the words of a side says whose.
    if (kind) column.lines(facts.voices[state.words].name, 18, {fill: quiet});
    column.lines(title, 30, {'font-weight': 700}, {leading: 1.2});
    column.gap(8);
    column.lines(detail, 21);
    column.gap(20);
    if (state.statement) {
      column.rule(rule);
      column.gap(6);
      quoteIn(column, {facts, t, id: state.statement, quiet});
      column.gap(18);
    }
    column.rule(rule);
    column.gap(8);
    column.lines(t('panel.states_of', {day: longDate(day)}), 22, {'font-weight': 700});
    column.gap(8);
    for (const status of facts.statuses) {
      if (counts[status])
        column.row(
          s('rect', {
            width: SIGN_WIDTH,
            height: SIGN_HEIGHT,
            rx: 3,
            fill: colour(`--fill-${status.replaceAll('_', '-')}`),
            stroke: rule,
          }),
          t(`status.${status}.label`),
          String(counts[status]),
        );
    }
    const signs = signsOn(stage, {facts, t, state, colour});
    if (signs.length) {
      column.gap(8);
      column.rule(rule);
      column.gap(8);
      for (const [sign, meaning] of signs) column.row(sign, meaning);
    }
    const source = [
      'Eastward.',
      `${t('panel.states_of', {day: longDate(day)})}.`,
      t('footer.borders'),
      `${t('footer.as_of', {date: longDate(facts.as_of)})}.`,
    ].join(' ');
    const drawing = s(
      'svg',
      {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'font-family': FONT, role: 'img'},
      s('title', {}, `${state.year}: ${title}`),
      s('desc', {}, spoken),
      s('rect', {width: WIDTH, height: HEIGHT, fill: page}),
      s('rect', {width: MAP.width, height: MAP.height, fill: sea}),
      map,
      column.finish(),
      s('text', {x: 32, y: HEIGHT - 16, 'font-size': 18, fill: quiet}, source),
    );
    return new XMLSerializer().serializeToString(drawing);
  });

/** An SVG as PNG, 3,840 px wide. */
export async function pngOf(svg) {
  const address = URL.createObjectURL(
    new Blob(
      [
        svg.replace(
          `width="${WIDTH}" height="${HEIGHT}"`,
          `width="${PNG_WIDTH}" height="${(PNG_WIDTH * HEIGHT) / WIDTH}"`,
        ),
      ],
      {type: 'image/svg+xml'},
    ),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: PNG_WIDTH,
      height: (PNG_WIDTH * HEIGHT) / WIDTH,
    });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
