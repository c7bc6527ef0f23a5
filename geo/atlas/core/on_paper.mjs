// How much smaller what stood in a window is on paper, which cuts what is wider than a page.

/** @import {Size} from './camera.mjs' */

const ACROSS_PX = 680; // of a page
const DOWN_PX = 400; // of it, so that what explains a map has room beneath

/** @param {number} width */
export const acrossPage = (width) => Math.min(1, ACROSS_PX / width);

/** @param {Size} map */
export const mapOnPage = ({width, height}) => Math.min(acrossPage(width), DOWN_PX / height);
