// Small helpers to make elements. Text goes in as text, never as markup.

/** @typedef {Record<string, any> | null} Props attributes, `style` as an object, `onclick` and its like as listeners */

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, part] of Object.entries(value)) element.style.setProperty(key, part);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/**
 * An HTML element; children may be nested lists, and nothing where a condition does not hold.
 * @param {string} tag
 * @param {Props} [props]
 * @param {any[]} children
 * @returns {any}
 */
export const h = (tag, props, ...children) => fill(document.createElement(tag), props, children);

/**
 * An SVG element, made as `h` makes one.
 * @param {string} tag
 * @param {Props} [props]
 * @param {any[]} children
 * @returns {any}
 */
export const s = (tag, props, ...children) => fill(document.createElementNS(SVG, tag), props, children);

const said = new WeakMap();

/**
 * Change text only when it differs from what was said here last, so that a step touches what changed.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (said.get(element) === text) return;
  said.set(element, text);
  element.textContent = text;
}

/**
 * Where an event of the pointer happened, in px from the corner of an element.
 * @param {Element} element
 * @param {{clientX: number, clientY: number}} event
 * @returns {[number, number]}
 */
export function pointIn(element, {clientX, clientY}) {
  const {left, top} = element.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

/**
 * Change an attribute only when it differs; null, undefined and false take it away.
 * @param {Element} element
 * @param {string} name
 * @param {any} value
 */
export function mark(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}
