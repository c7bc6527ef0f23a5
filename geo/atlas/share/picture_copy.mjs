// A copy of what is drawn, with its styles as attributes, so that it looks the same without a stylesheet.

import {SVG} from '../dom.mjs';

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
const ATTRIBUTES = [
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
  'clip-path',
  'clip-rule',
  'patternUnits',
  'patternTransform',
  'data-unit',
  'data-status',
];
const BASELINE = 0.34; // of the size of a text, from its middle down to its baseline

/**
 * Where nothing is seen: hidden by its style, or a target for fingers alone. Definitions are never seen and always
 * needed.
 * @param {Element} node
 * @param {CSSStyleDeclaration} style
 */
function isUnseen(node, style) {
  if (node.closest('defs')) return false;
  return (
    style.display === 'none' || style.visibility === 'hidden' || node.matches('.mark-target:not([data-selected] *)')
  );
}

/**
 * Write a node's styles on its copy, where they are not what goes without saying.
 * @param {Element} node
 * @param {CSSStyleDeclaration} style
 * @param {Element} copy
 */
function writeStyles(node, style, copy) {
  const isText = node.matches('text, tspan');
  const fromAbove = node.localName === 'tspan' && node.parentElement ? getComputedStyle(node.parentElement) : null;
  for (const [name, initial] of Object.entries(STYLES)) {
    if (!isText && (name.startsWith('font') || name === 'text-anchor')) continue;
    const value = style.getPropertyValue(name);
    if (!value || value === initial || value === fromAbove?.getPropertyValue(name)) continue;
    copy.setAttribute(name, value.replace(/url\("?#/, 'url(#').replace(/"\)/, ')'));
  }
  // Not every program knows a text's middle line.
  if (isText && style.dominantBaseline === 'central' && !node.children.length)
    copy.setAttribute('dy', (parseFloat(style.fontSize) * BASELINE).toFixed(1));
}

/**
 * A copy of a node as it looks; null for what is not seen.
 * @param {Node} node
 * @returns {SVGElement | Text | null}
 */
export function copyOf(node) {
  if (node instanceof Text) return document.createTextNode(node.data);
  if (!(node instanceof SVGElement)) return null;
  const style = getComputedStyle(node);
  if (isUnseen(node, style)) return null;
  const copy = document.createElementNS(SVG, node.localName);
  for (const name of ATTRIBUTES) {
    const value = node.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  if (!node.matches('g, defs, pattern, clipPath')) writeStyles(node, style, copy);
  else if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
  copy.append(...[...node.childNodes].map(copyOf).filter((child) => child !== null));
  return ['g', 'text'].includes(node.localName) && !copy.childNodes.length ? null : copy;
}
