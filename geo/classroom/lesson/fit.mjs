// The size of the words on the wall: the largest of a few at which all of them stand there.

const SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64];

/**
 * Keep `--fit` of a box at the largest size at which nothing of it is hidden, at the least where none is; again when
 * its room changes. Gives what does it after its words have changed.
 * @param {HTMLElement} box
 * @returns {() => void}
 */
export function createFit(box) {
  function fit() {
    for (const size of SIZES) {
      box.style.setProperty('--fit', String(size));
      if (box.scrollHeight <= box.clientHeight + 1) return;
    }
  }
  new ResizeObserver(fit).observe(box);
  return fit;
}
