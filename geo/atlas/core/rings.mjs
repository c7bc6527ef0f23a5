// Path data as rings, to leave the islets out of an outline. Pure.

const LEAST_UNITS = 36; // 18 px in the home view at 1,920

/**
 * The longer side of a ring's box, from its path data in relative whole numbers (`M10 20l3-4 5 6z`).
 * @param {string} ring
 * @returns {number}
 */
export function ringSize(ring) {
  const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
  let [x, y] = [0, 0];
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (let i = 2; i + 1 < numbers.length; i += 2) {
    x += numbers[i];
    y += numbers[i + 1];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return Math.max(right - left, bottom - top);
}

/**
 * Path data without its small rings; the largest always stays.
 * @param {string} path
 * @returns {string}
 */
export function mainRings(path) {
  const rings = path.split(/(?=M)/).map((ring) => ({ring, size: ringSize(ring)}));
  const largest = Math.max(...rings.map(({size}) => size));
  return rings
    .filter(({size}) => size >= LEAST_UNITS || size === largest)
    .map(({ring}) => ring)
    .join('');
}
