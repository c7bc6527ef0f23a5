// The view as a picture, put together from what the stage shows: SVG by the browser alone, PNG from it. No server is asked.

import {s} from './dom.mjs';
import {captionOf} from './voices.mjs';
import {longDate} from './words.mjs';

const [WIDTH, HEIGHT] = [1920, 1080];
const MAP = {width: 1500, height: 1036};
const PNG_WIDTH = 3840;
const FONT = '"Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif';
// What a stylesheet gives and a picture must carry itself, with the values that need not be said.
const STYLES = {fill: '', 'fill-opacity': '1', 'fill-rule': 'nonzero', stroke: 'none', 'stroke-width': '1px', 'stroke-opacity': '1', 'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter', 'stroke-linecap': 'butt', 'paint-order': 'normal', opacity: '1', 'font-size': '', 'font-weight': '400', 'text-anchor': 'start'};
const KEPT = ['d', 'transform', 'id', 'x', 'y', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'width', 'height', 'patternUnits', 'patternTransform', 'data-unit', 'data-status'];
const BASELINE = 0.34; // of the size of a text, from its middle down to its baseline

/** A copy of a node as it looks, with its styles as attributes; null for what is not seen. */
function copyOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.textContent);
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const style = getComputedStyle(node);
  const isDefinition = node.closest('defs');
  if (!isDefinition && (style.display === 'none' || style.visibility === 'hidden' || node.matches('.mark-target:not([data-selected] *)'))) return null;
  const copy = document.createElementNS(node.namespaceURI, node.localName);
  for (const name of KEPT) if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name));
  const isText = node.matches('text, tspan');
  if (!node.matches('g, defs, pattern')) {
    for (const [name, plain] of Object.entries(STYLES)) {
      if (name.startsWith('font') || name === 'text-anchor' ? !isText : false) continue;
      const value = style.getPropertyValue(name);
      if (value && value !== plain && !(node.localName === 'tspan' && value === getComputedStyle(node.parentElement).getPropertyValue(name))) copy.setAttribute(name, value.replace(/url\("?#/, 'url(#').replace(/"\)/, ')'));
    }
  } else if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
  // Not every program knows a text's middle line.
  if (isText && style.dominantBaseline === 'central' && ![...node.children].length) copy.setAttribute('dy', (parseFloat(style.fontSize) * BASELINE).toFixed(1));
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

/** The SVG of a view, 1,920 by 1,080, as text. `layers` are the stage's drawings, `size` the stage's in px, `k` its scale. */
export function pictureOf({facts, t, root, layers, size, k, state}) {
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const [text, quiet, sea, page, rule] = ['--text', '--quiet-text', '--sea', '--page', '--rule'].map(colour);
  const write = (words, x, y, size_, more = {}) => s('text', {x, y: y.toFixed(1), 'font-size': size_, fill: text, ...more}, words);
  const now = facts.years.get(state.year);
  const {title, detail} = captionOf(facts, state);
  const map = s('svg', {width: MAP.width, height: MAP.height, viewBox: `0 0 ${size.width} ${size.height}`, preserveAspectRatio: 'xMaxYMid meet', overflow: 'hidden'}, layers.map(copyOf).filter(Boolean));

  const rows = [...wrapped(title, `700 28px ${FONT}`, 300).map((line) => [line, 28, 700]), ...wrapped(detail, `20px ${FONT}`, 270).map((line) => [line, 20, 400])];
  let y = MAP.height - 24 - rows.reduce((sum, [, size_]) => sum + size_ * 1.25, 0);
  // The sea comes up behind the words, as it does on the page.
  const back = s('rect', {x: 16, y: y - 4, width: 330, height: MAP.height - y - 8, fill: sea, 'fill-opacity': 0.82});
  const halo = {stroke: sea, 'stroke-width': 6, 'stroke-linejoin': 'round', 'paint-order': 'stroke'};
  const words = [back, write(state.year, 26, y - 14, 112, {'font-weight': 300, ...halo}), ...rows.map(([line, size_, weight]) => write(line, 32, (y += size_ * 1.25) - size_ * 0.25, size_, {'font-weight': weight, ...halo}))];

  const x = MAP.width + 36;
  const legend = [write(t('panel.states_of', {day: longDate(now.day)}), x, 74, 23, {'font-weight': 700})];
  y = 94;
  const row = (sign, label, count) => {
    const lines = wrapped(label, `21px ${FONT}`, 268);
    legend.push(sign(y), ...lines.map((line, i) => write(line, x + 50, y + 25 + i * 25, 21)));
    if (count !== undefined) legend.push(write(count, x + 346, y + 25, 21, {'text-anchor': 'end', 'font-weight': 700}));
    y += 36 + 25 * (lines.length - 1);
  };
  for (const status of facts.statuses) {
    if (now.counts[status]) row((at) => s('rect', {x, y: at + 6, width: 36, height: 24, rx: 3, fill: colour(`--fill-${status.replaceAll('_', '-')}`), stroke: rule}), t(`status.${status}.label`), String(now.counts[status]));
  }
  const on = state.layers.split(',');
  for (const name of Object.keys(facts.hatches).filter((each) => on.includes(each))) {
    row((at) => s('g', {transform: `translate(${x} ${at + 6}) scale(${k})`}, s('rect', {width: 36 / k, height: 24 / k, fill: `url(#${state.view}-${name})`})), t(`layer.${name}`));
  }
  if (on.includes('front')) for (const [width, name] of [[5, 'front_russia'], [2.5, 'front_bloc']]) row((at) => s('rect', {x, y: at + 18 - width / 2, width: 36, height: width, fill: colour('--front')}), t(`layer.${name}`));
  const source = [t('footer.borders'), `${t('footer.state_at')}.`, `${t('footer.as_of', {date: longDate(facts.as_of)})}.`, 'Eastward.'].join(' ');
  const drawing = s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'font-family': FONT}, s('title', {}, `${state.year}: ${title}`),
    s('rect', {width: WIDTH, height: HEIGHT, fill: page}), s('rect', {width: MAP.width, height: MAP.height, fill: sea}), map, words, legend,
    write(source, 32, HEIGHT - 16, 18, {fill: quiet}));
  return new XMLSerializer().serializeToString(drawing);
}

/** An SVG as PNG, 3,840 px wide. */
export async function pngOf(svg) {
  const address = URL.createObjectURL(new Blob([svg.replace(`width="${WIDTH}" height="${HEIGHT}"`, `width="${PNG_WIDTH}" height="${(PNG_WIDTH * HEIGHT) / WIDTH}"`)], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {width: PNG_WIDTH, height: (PNG_WIDTH * HEIGHT) / WIDTH});
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
