// The size of the words on the wall: the largest at which all of them stand there, within bounds.

const [LARGEST, SMALLEST, STEP] = [1, 0.6, 0.03];

/**
 * Keep `--fit` of a box at the largest size at which nothing of it is hidden, at the smallest where none is; again when
 * its room changes. Gives what does it after its words have changed.
 * @param {HTMLElement} box
 * @returns {() => void}
 */
export function createFit(box) {
  function fit() {
    for (let size = LARGEST; size >= SMALLEST; size -= STEP) {
      box.style.setProperty('--fit', size.toFixed(2));
      if (box.scrollHeight <= box.clientHeight + 1) return;
    }
  }
  new ResizeObserver(fit).observe(box);
  return fit;
}
