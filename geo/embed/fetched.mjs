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

/**
 * What an address asks for among `memberships`, each with its views: the id of one, what it has and the files of its
 * facts and of what is read out; NATO has no id. `unknown` is what there is not.
 * @param {string} search
 * @param {{views: string[], memberships: Record<string, string[]>}} offered
 */
export function membershipAsked(search, {views, memberships}) {
  const asked = new URLSearchParams(search).get('membership') ?? '';
  return Object.prototype.hasOwnProperty.call(memberships, asked)
    ? {id: asked, views: memberships[asked], facts: `facts-${asked}`, ear: 'ear-of-the-world', unknown: ''}
    : {id: '', views, facts: 'facts', ear: 'ear', unknown: asked};
}

/** Light or dark, as the reader's machine is. */
export function followTheme(/** @type {HTMLElement} */ root) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const showTheme = () => (root.dataset.theme = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', showTheme);
  showTheme();
}
