// The full screen. Safari before 16.4 knows it by names of its own; an iPhone has none for anything but films.

/** @typedef {{webkitRequestFullscreen?: () => void}} Prefixed */
/** @typedef {{webkitFullscreenElement?: Element, webkitExitFullscreen?: () => void}} PrefixedDocument */

const enter = (/** @type {HTMLElement & Prefixed} */ element) =>
  element.requestFullscreen ?? element.webkitRequestFullscreen;

export const hasFullScreen = () => Boolean(enter(document.documentElement));

/**
 * Show `root` on the full screen, or take it from there.
 * @param {HTMLElement} root
 */
export function toggleFullScreen(root) {
  const page = /** @type {Document & PrefixedDocument} */ (document);
  if (page.fullscreenElement ?? page.webkitFullscreenElement)
    (page.exitFullscreen ?? page.webkitExitFullscreen).call(page);
  else enter(root)?.call(root);
}
