// A section of a card.

import {h} from '../dom.mjs';

/**
 * A section with its title.
 * @param {string} title
 * @param {...unknown} content
 */
export const section = (title, ...content) => h('section', {}, h('h3', {}, title), ...content);
