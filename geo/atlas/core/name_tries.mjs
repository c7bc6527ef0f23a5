// Where a name is tried, one place after another.

/** Shifts from the middle, in parts of the room and of the height, the least first. */
export const SHIFTS = [
  [0, 0],
  ...[-0.4, 0.4].map((down) => [0, down]),
  ...[-0.1, 0.1].map((aside) => [aside, 0]),
  ...[-0.1, 0.1].flatMap((aside) => [-0.4, 0.4].map((down) => [aside, down])),
  ...[-0.9, 0.9].map((down) => [0, down]),
  ...[-0.2, 0.2].flatMap((aside) => [-0.5, 0, 0.5].map((down) => [aside, down])),
  ...[-0.4, 0.4].flatMap((aside) => [-1.2, 0, 1.2].map((down) => [aside, down])),
  ...[-1.8, 1.8, -2.7, 2.7].map((down) => [0, down]),
  ...[-0.6, 0.6].flatMap((aside) => [-2, 0, 2].map((down) => [aside, down])),
];
/** Sixteen ways to leave a country: sideways first, then up and down. */
export const WAYS = [
  [1, 0],
  [-1, 0],
  ...[0.38, 0.71, 0.92].flatMap((down, i) =>
    [1, -1].flatMap((x) => [1, -1].map((y) => [[0.92, 0.71, 0.38][i] * x, down * y])),
  ),
  [0, 1],
  [0, -1],
];

/**
 * Whole numbers from 0 outwards: 0, 1, -1, 2, -2, ...
 * @param {number} most
 */
export const outwards = (most) => [...Array(2 * most + 1).keys()].map((i) => (i % 2 ? (i + 1) / 2 : -i / 2));
