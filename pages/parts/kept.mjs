// What a page is made to hold, a lesson or a table, is kept in this browser: as the page last had it, and what was
// typed into its fields since. A page that comes anew, by F5, after a lost session or a restart of the server, is given
// it back.

/**
 * What the page tells at each run. `store`: the name under which it is kept. `fields`: the first words of the keys of
 * its fields, as alternatives. `hash`: the name of what an address may bring in its hash, "" for none. `isFresh`: the
 * page does not know yet what the browser keeps. `isOwn`: there is something to keep. `isSaved`: it lies in a file as
 * it is. `aside`: what was kept and does not hold.
 * @typedef {{store: string, fields: string, hash: string, session: string, isFresh: boolean, isOwn: boolean,
 *   isSaved: boolean, isBack: boolean, text: string, aside: string[], words: Record<string, string>}} Told
 */
/** @typedef {{stamp: string, text: string, aside: string[], typed: Record<string, string>}} Kept */
/** @typedef {(name: string, value: unknown) => void} Trigger */
/** @typedef {'nothing' | 'kept' | 'back' | 'refused' | 'other' | 'forgotten'} State */

/** @type {Map<State, string[]>} */
const BUTTONS = new Map([
  ['kept', ['forget']],
  ['back', ['forget']],
  ['other', ['theirs', 'mine']],
]);
/** @type {WeakMap<Element, ReturnType<typeof createKeeper>>} */
const live = new WeakMap();

/**
 * Whether the browser let something be done with its storage.
 * @param {() => void} act
 */
function isAllowed(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/**
 * What the browser keeps under a name, and for this tab the stamp of what it wrote or took last.
 * @param {string} name
 */
function createStore(name) {
  const ofTab = `${name}.tab`;
  return {
    name,
    /** @returns {Kept | null} */
    kept() {
      try {
        const {stamp, text, aside = [], typed = {}} = JSON.parse(localStorage.getItem(name) ?? '');
        return typeof text === 'string' ? {stamp: String(stamp), text, aside, typed} : null;
      } catch {
        return null;
      }
    },
    keep: (/** @type {Kept} */ kept) => isAllowed(() => localStorage.setItem(name, JSON.stringify(kept))),
    forget: () => isAllowed(() => localStorage.removeItem(name)),
    stamp() {
      try {
        return sessionStorage.getItem(ofTab) ?? '';
      } catch {
        return '';
      }
    },
    mark: (/** @type {string} */ stamp) => isAllowed(() => sessionStorage.setItem(ofTab, stamp)),
  };
}

const newStamp = () => `${Date.now()}.${Math.random()}`;

/**
 * Finds the name of the field that an element is in, as `stop title 3 0`; empty elsewhere.
 * @param {string} fields
 */
function createNamer(fields) {
  const key = new RegExp(`(?:^|\\s)st-key-(${fields})-(\\w+)-(\\d+)(?:-(\\d+))?(?:\\s|$)`);
  return (/** @type {Element | null} */ element) =>
    key
      .exec(element?.closest('[class*="st-key-"]')?.className ?? '')
      ?.slice(1)
      .filter((part) => part !== undefined)
      .join(' ') ?? '';
}

/**
 * Whether words are typed into an element: what is chosen from a list or counted goes to the page at once.
 * @param {EventTarget | null} element
 * @returns {element is HTMLInputElement | HTMLTextAreaElement}
 */
const isForWords = (element) =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === 'text' && element.getAttribute('role') !== 'combobox');

/** The line that says how it stands, with its buttons. */
function createLine(/** @type {Document} */ page, /** @type {Record<string, () => void>} */ acts) {
  const element = page.createElement('p');
  const told = page.createElement('span');
  told.setAttribute('role', 'status');
  element.append(told);
  const buttons = Object.entries(acts).map(([name, onclick]) => {
    const button = Object.assign(page.createElement('button'), {type: 'button', onclick, hidden: true});
    element.append(' ', button);
    return {name, button};
  });
  return {
    element,
    show(/** @type {State} */ state, /** @type {Record<string, string>} */ words) {
      told.textContent = words[state] ?? '';
      for (const {name, button} of buttons) {
        button.textContent = words[name] ?? '';
        button.hidden = !BUTTONS.get(state)?.includes(name);
      }
    },
  };
}

/** @param {HTMLElement} mount @param {Told} first @param {Trigger} firstTrigger */
function createKeeper(mount, first, firstTrigger) {
  const page = mount.ownerDocument;
  const view = /** @type {Window} */ (page.defaultView);
  const store = createStore(first.store);
  const fieldOf = createNamer(first.fields);
  let data = first;
  let trigger = firstTrigger;
  let asked = ''; // the session that was given what is kept
  let waits = false; // until that session has it, nothing is written over it
  let isUnkept = false;
  let forgotten = '';
  let mine = store.stamp();
  /** @type {Record<string, string>} */
  let typed = {};

  const line = createLine(page, {
    forget() {
      store.forget();
      [typed, forgotten] = [{}, data.text];
      mark('');
      line.show('forgotten', data.words);
      trigger('forgotten', newStamp());
    },
    theirs() {
      const kept = store.kept();
      if (!kept) return;
      [typed, isUnkept] = [{}, false];
      mark(kept.stamp);
      dropLinked();
      trigger('found', {...kept, turn: newStamp()});
    },
    mine() {
      mark(store.kept()?.stamp ?? '');
      write();
    },
  });
  mount.append(line.element);

  /** What the address brings in its hash. */
  const linked = () => (data.hash && new URLSearchParams(view.location.hash.slice(1)).get(data.hash)) || '';

  function dropLinked() {
    if (linked()) view.history.replaceState(view.history.state, '', view.location.pathname + view.location.search);
  }

  /** An address outweighs what is kept, and does not take its place until it is told to. */
  function takeLinked() {
    const kept = store.kept();
    mark(kept?.text === linked() ? kept.stamp : '');
    trigger('found', {text: linked(), isLinked: true, turn: newStamp()});
  }

  /** @param {string} stamp */
  function mark(stamp) {
    mine = stamp;
    store.mark(stamp);
  }

  function write() {
    const before = store.kept();
    const stamp = newStamp();
    const isOthers = before !== null && before.stamp !== mine;
    isUnkept = isOthers || !store.keep({stamp, text: data.text, aside: data.aside, typed});
    if (isUnkept) return line.show(isOthers ? 'other' : 'refused', data.words);
    mark(stamp);
    dropLinked();
    line.show(data.isBack ? 'back' : 'kept', data.words);
  }

  /** Kept letter by letter: the page gets words only when their field is left. */
  function onInput(/** @type {Event} */ {target}) {
    const name = isForWords(target) ? fieldOf(target) : '';
    if (!name || !isForWords(target)) return;
    typed[name] = target.value;
    forgotten = '';
    if (!waits) write();
  }

  function onStorage(/** @type {StorageEvent} */ {key, newValue}) {
    if (key === store.name && newValue && data.isOwn && store.kept()?.stamp !== mine) line.show('other', data.words);
  }

  function onLeave(/** @type {BeforeUnloadEvent} */ event) {
    if (!isUnkept || (data.isSaved && !Object.keys(typed).length)) return;
    event.preventDefault();
    event.returnValue = '';
  }

  const onHash = () => linked() && takeLinked();

  page.addEventListener('input', onInput, true);
  view.addEventListener('hashchange', onHash);
  view.addEventListener('storage', onStorage);
  view.addEventListener('beforeunload', onLeave);

  return {
    update(/** @type {Told} */ next, /** @type {Trigger} */ nextTrigger) {
      const unkept = isUnkept ? {text: data.text, aside: data.aside} : null;
      [data, trigger] = [next, nextTrigger];
      const kept = store.kept();
      if (data.isFresh && data.session === asked) return;
      if (data.isFresh && linked()) {
        [asked, waits] = [data.session, true];
        return takeLinked();
      }
      if (data.isFresh && (unkept ?? kept)) {
        [asked, waits] = [data.session, true];
        if (kept && !unkept) mark(kept.stamp);
        trigger('found', {...kept, ...unkept, typed: {...kept?.typed, ...typed}, turn: newStamp()});
        return;
      }
      [asked, waits] = [data.session, false];
      // The page has by now what was typed, but for the field in which the reader still is.
      const here = fieldOf(page.activeElement);
      typed = here in typed ? {[here]: typed[here]} : {};
      const isNothing = !data.isOwn && !data.aside.length && !Object.keys(typed).length;
      if (isNothing) {
        if (kept && kept.stamp === mine) store.forget();
        isUnkept = false;
        line.show('nothing', data.words);
      } else if (data.text === forgotten) line.show('forgotten', data.words);
      else write();
    },
    stop() {
      page.removeEventListener('input', onInput, true);
      view.removeEventListener('hashchange', onHash);
      view.removeEventListener('storage', onStorage);
      view.removeEventListener('beforeunload', onLeave);
      line.element.remove();
      live.delete(mount);
    },
  };
}

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: HTMLElement, data: Told, setTriggerValue: Trigger}} mount
 */
export function keep({parentElement, data, setTriggerValue}) {
  const keeper = live.get(parentElement) ?? createKeeper(parentElement, data, setTriggerValue);
  live.set(parentElement, keeper);
  keeper.update(data, setTriggerValue);
  return keeper.stop;
}
