// When a name may stand over lines, and how much of them it hides.

/** @import {Wish} from './name_forms.mjs' */
/** @import {Place, Table} from './name_layout.mjs' */

export const overOutlines = (/** @type {Table} */ table) => ({...table, over: true});
/** Where nobody joined no name that a number could tell hides anything of a front. */
export const offFronts = (/** @type {Table} */ table, /** @type {Wish} */ {number, joined}) =>
  number && !joined ? {...table, hides: 0} : table;
/** The same where even a front may be hidden: the name stands there or nowhere. */
export const overAll = (/** @type {Table} */ table) => ({...table, sheet: {...table.sheet, crosses: null}});
/** A name that need not stand may come close to outlines, and must not lie on one. */
export const closer = (/** @type {Table} */ table, /** @type {Wish} */ wish, close = 0) =>
  wish.must ? overOutlines(offFronts(table, wish)) : {...table, close};

/**
 * Where a name stands, clear of outlines if that can be.
 * @param {Table} table
 * @param {(table: Table) => Place | null} find
 */
export const clear = (table, find) =>
  find(table) ?? (table.sheet.crosses && !table.over ? find(overOutlines(table)) : null);
