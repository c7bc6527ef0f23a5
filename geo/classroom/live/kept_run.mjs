// The questions that the wall asks one after another, for as long as its tab lives: a reload goes on with them.

/** @import {Asked} from '../../room/messages' */
/** @import {Run} from './run.mjs' */

const NAME = 'eastward-run';

/** Keep a run; with null none. What the browser does not let keep is forgotten at a reload. */
export function keepRun(/** @type {Run | null} */ run) {
  try {
    if (run) sessionStorage.setItem(NAME, JSON.stringify(run));
    else sessionStorage.removeItem(NAME);
  } catch {
    // A reload will have the one question that the room has.
  }
}

/**
 * The run that a sheet is of, kept before this page was loaded; null where there is none.
 * @param {Pick<Asked, 'id'>[]} sheet
 * @returns {Run | null}
 */
export function recallRun([first]) {
  try {
    const run = JSON.parse(sessionStorage.getItem(NAME) ?? 'null');
    return run?.items[run.at].asked.id === first.id ? run : null;
  } catch {
    return null;
  }
}
