// How much of a name's box lies on its own country's ground, and on that of others: the least and the most.

/**
 * @typedef {{own: number, foreign: number, room: number}} Limits the least and the most of a box;
 *   `room` times its country's is the most of its width
 */

/** @type {Limits} */
export const WELL = {own: 0.92, foreign: 0.01, room: 1.6};
/** @type {Limits} */
export const SNUGLY = {own: 1, foreign: 0, room: 1.6};
/** @type {Limits} rather than at sea */
export const FAIRLY = {own: 0.8, foreign: 0.1, room: 1.4};
/** @type {Limits} */
export const LOOSELY = {own: 0.72, foreign: 0.1, room: 2.2};
/** @type {Limits} rather over its border than far from it; none that need not stand */
export const OVER = {own: 0.45, foreign: 0.55, room: 1.8};
/** @type {Limits} the same of a name that a number could stand for */
export const LEANING = {own: 0.7, foreign: 0.25, room: 1.8};
/** @type {Limits} that of a member, rather than none */
export const REACHING = {own: 0.7, foreign: 0.15, room: 1.6};
/** @type {Limits} a number, rather than upon a neighbour */
export const MOSTLY = {own: 0.55, foreign: 0.35, room: Infinity};
/** @type {Limits} the same of one that must stand, rather than none */
export const HALF = {own: 0.45, foreign: 0.55, room: Infinity};
/** @type {Limits} that of one led to wherever there is room: rather in a list than upon a neighbour */
export const ANYHOW = {own: 0, foreign: 0.4, room: Infinity};
/** @type {Limits} a number, which points at the ground under its middle */
export const UPON = {own: 0, foreign: 1, room: Infinity};
