// Small helpers to make elements. Text goes in as text, never as markup.

/**
 * @typedef {{style?: Record<string, string>, [name: string]: unknown}} Props attributes, and `onclick` and its like as
 *   listeners
 */
/** @typedef {Node | string | null | undefined | false} Content nothing where a condition does not hold */
/** @typedef {Content | Content[] | Content[][]} Child */

export const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {HTMLElement | SVGElement} Made
 * @param {Made} element
 * @param {Props} props
 * @param {Child[]} children
 */
function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'style') for (const [key, part] of Object.entries(value)) element.style.setProperty(key, part);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * An HTML element; children may be nested lists, and nothing where a condition does not hold.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const h = (tag, props = {}, ...children) => fill(document.createElement(tag), props, children);

/**
 * An SVG element, made as `h` makes one.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {Child[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export const s = (tag, props = {}, ...children) => fill(document.createElementNS(SVG, tag), props, children);

/**
 * Measures the width of text in a font, in px.
 * @returns {(text: string, font: string) => number}
 */
export function rulerOf() {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('the browser cannot draw text on a canvas');
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

const said = new WeakMap();

/**
 * Change text only when it differs from what was said here last, so that a step touches what changed. The node of the
 * text stays where it can: a new one costs the page more than new letters in the old one.
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (said.get(element) === text) return;
  said.set(element, text);
  const node = element.firstChild;
  if (text && node?.nodeType === Node.TEXT_NODE && node === element.lastChild) node.nodeValue = text;
  else element.textContent = text;
}

/**
 * The element matching a selector in which an event happened, if there is one.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | SVGElement | null}
 */
export const within = ({target}, selector) => (target instanceof Element ? target.closest(selector) : null);

/**
 * What has the focus in the document or the shadow root that an element stands in.
 * @param {Element} element
 * @returns {Element | null}
 */
export function focusBeside(element) {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/**
 * Give the focus to another element if it is in one that goes.
 * @param {Element} from
 * @param {Element | null | undefined} to
 */
export function passFocus(from, to) {
  if (from.contains(focusBeside(from)))
    /** @type {HTMLElement | null | undefined} */ (to)?.focus({preventScroll: true});
}

/**
 * Put children in the place of those before, unless they are the same; a focus that was on one that goes is given to
 * `next`.
 * @param {Element} parent
 * @param {Node[]} children
 * @param {Element | null} next
 */
export function exchange(parent, children, next) {
  const before = parent.childNodes;
  if (children.length === before.length && children.every((child, i) => child === before[i])) return;
  const held = focusBeside(parent);
  const isIn = held !== null && parent.contains(held);
  parent.replaceChildren(...children);
  if (isIn) /** @type {HTMLElement | null} */ (parent.contains(held) ? held : next)?.focus({preventScroll: true});
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
 * @param {unknown} value
 */
export function mark(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
