// What a page that stands beside the atlas's files fetches of them, and the colours it is seen in.

/** @import {View} from '../atlas/types' */

/**
 * The files of a folder, beneath the page's own address: any as JSON by name, views kept once they have come.
 * @param {string} base
 */
export function createFiles(base) {
  async function json(/** @type {string} */ name) {
    const answer = await fetch(new URL(`${base}${name}.json`, document.baseURI).href);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  }
  /** @type {Map<string, Promise<View>>} */
  const asked = new Map();
  return {
    json,
    /** A view, fetched once; one that failed is asked for again. */
    load(/** @type {string} */ name) {
      const view =
        asked.get(name) ??
        json(name).catch((error) => {
          asked.delete(name);
          throw error;
        });
      asked.set(name, view);
      return view;
    },
  };
}

/** Light or dark, as the reader's machine is. */
export function followTheme(/** @type {HTMLElement} */ root) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const showTheme = () => (root.dataset.theme = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', showTheme);
  showTheme();
}
