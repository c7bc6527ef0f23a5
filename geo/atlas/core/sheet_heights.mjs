// How high the sheet of a phone stands, and where one that a finger lets go comes to rest.

/** From the least. */
export const HEIGHTS = ['folded', 'half', 'whole'];
const FOLDED_TO = 0.19; // of the atlas's height: a sheet let go below falls,
const HALF_TO = 0.5; // and above rises wholly

/**
 * The height so many steps above one; the ends are held.
 * @param {number} at of `HEIGHTS`
 * @param {number} steps
 */
export const heightBeside = (at, steps) => Math.max(0, Math.min(HEIGHTS.length - 1, at + steps));

/**
 * The height at which a sheet stays that a finger has drawn: the nearest, and at least the next in its direction.
 * @param {number} at where it stood
 * @param {number} movedPx how far up the finger has gone
 * @param {number} share the height now, as a part of the atlas's
 */
export function heightAfter(at, movedPx, share) {
  const near = share < FOLDED_TO ? 0 : share < HALF_TO ? 1 : 2;
  return near === at ? heightBeside(at, Math.sign(movedPx)) : near;
}
