// A section of a card.

import {h} from '../dom.mjs';

/** @import {Child} from '../dom.mjs' */

/**
 * A section with its title.
 * @param {string} title
 * @param {...Child} content
 */
export const section = (title, ...content) => h('section', {}, h('h3', {}, title), ...content);
