// Z: the wall stands still while the notes go on. Once it moves again it goes to where the notes are.

/** @import {ClassPage, Place} from '../types' */

/** What would move the map behind the notes. */
const HELD = ['words', 'sources', 'yearBack', 'yearOn'];
/** What leaves the lesson: the notes come back to the wall. */
const LEAVING = ['present', 'quiz'];

/**
 * Give a page its freeze, after what it holds back: `page.freeze` tells where the notes are. Without notes to go on
 * nothing freezes, and what was frozen moves again.
 * @param {ClassPage} page
 */
export function mountFreeze(page) {
  const {atlas, mode, quiz, player, acts, notes, t} = page;
  /** @type {Place | null} */
  let ahead = null;
  function set(/** @type {Place | null} */ next) {
    ahead = next;
    notes?.show(ahead ?? player.place(), ahead && player.place());
  }
  function thawAt(/** @type {Place} */ next) {
    set(null);
    player.show(next);
  }
  function toggle() {
    if (ahead) return thawAt(ahead);
    if (!mode.isPresenting() || quiz.isOpen()) return undefined;
    if (!notes?.isOpen()) return atlas.notice(t('notes.freeze_alone'));
    return set(player.place());
  }
  page.freeze = {
    isOn: () => ahead !== null,
    place: () => ahead ?? player.place(),
    go: (next) => (notes?.isOpen() ? set(next) : thawAt(next)),
    toggle,
  };
  acts.set('freeze', toggle);
  for (const name of HELD) {
    const act = acts.get(name);
    acts.set(name, () => (ahead ? undefined : act?.()));
  }
  for (const name of LEAVING) {
    const act = acts.get(name);
    acts.set(name, () => {
      if (ahead) set(null);
      act?.();
    });
  }
}
