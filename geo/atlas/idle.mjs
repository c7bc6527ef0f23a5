// Work for when the page is at rest. WebKit does not tell when: there it comes in short slices with a pause between.

const SLICE_MS = 8;
const PAUSE_MS = 30;

/** @param {(deadline: Pick<IdleDeadline, 'timeRemaining'>) => void} work */
export function whenIdle(work) {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else
    setTimeout(() => {
      const end = performance.now() + SLICE_MS;
      work({timeRemaining: () => end - performance.now()});
    }, PAUSE_MS);
}
