// The field for the address of a table. The reader's browser fetches it, in a frame that may do nothing else (see
// geo/publish/fetch_page.py), and only when it is told to; the page gets the bytes as if they were a file.

/** @typedef {{bytes: ArrayBuffer} | {failure: string}} Outcome */
/** @typedef {{most: number, frame: string, words: Record<string, string>}} Told */
/** @typedef {(name: string, value: unknown) => void} Trigger */

const LONGEST_NAME = 80;
const START_MS = 20_000;
const LOADED_MS = 2_000;

/** @type {WeakMap<Element, ReturnType<typeof createField>>} */
const live = new WeakMap();

/**
 * Where the table itself is of which somebody has the address of the page around it.
 * @type {[RegExp, (...parts: string[]) => string][]}
 */
const PAGES = [
  [
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+)$/,
    (path, file) => raw('raw.githubusercontent.com', path, file),
  ],
  [
    /^https:\/\/gist\.github\.com\/([^/]+\/[0-9a-f]+)\/?(?:#.*)?$/,
    (path) => raw('gist.githubusercontent.com', path, 'raw'),
  ],
  [/^(https:\/\/[^/]+\/.+)\/-\/blob\/(.+)$/, (project, file) => `${project}/-/raw/${file}`],
  [/^(https:\/\/codeberg\.org\/[^/]+\/[^/]+)\/src\/(.+)$/, (project, file) => `${project}/raw/${file}`],
  [
    /^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})(?:\/(?:\w*view|edit)?)?((?:[?#].*)?)$/,
    (sheet, rest) => `https://docs.google.com/spreadsheets/d/${sheet}/export?format=csv${tabOf(rest)}`,
  ],
  [
    /^(https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/e\/[\w-]+)\/pubhtml((?:[?#].*)?)$/,
    (sheet, rest) => `${sheet}/pub?output=csv${tabOf(rest)}`,
  ],
  [
    /^https:\/\/([a-z-]+)\.(?:m\.)?wikipedia\.org\/(?:wiki\/|w\/index\.php\?(?:.*&)?title=)([^?#&]+)/,
    (language, title) => `https://${language}.wikipedia.org/api/rest_v1/page/html/${title.replaceAll('/', '%2F')}`,
  ],
  [
    /^https:\/\/www\.dropbox\.com\/((?:s|scl\/fi)\/.+)$/,
    (file) =>
      `https://dl.dropboxusercontent.com/${file.replace(/([?&])(?:dl|raw)=\d(&|$)/, '$1').replace(/[?&]$/, '')}`,
  ],
];

/** The sheet that an address of a spreadsheet names, after its `?` or its `#`. */
function tabOf(/** @type {string} */ rest) {
  const found = /[?#&]gid=(\d+)/.exec(rest);
  return found ? `&gid=${found[1]}` : '';
}

const raw = (/** @type {string[]} */ ...parts) => `https://${parts.join('/')}`;

/**
 * The address to fetch for what was typed; null for what is none that may be fetched.
 * @param {string} typed
 */
export function addressOf(typed) {
  const text = typed.trim();
  if (!text || /\s/.test(text)) return null;
  try {
    const given = new URL(/^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`);
    if (given.protocol !== 'https:' || given.username || given.password || !given.hostname.includes('.')) return null;
    for (const [page, table] of PAGES) {
      const found = page.exec(given.href);
      if (found) return new URL(table(...found.slice(1)));
    }
    return given;
  } catch {
    return null;
  }
}

/**
 * What a table is called: the last part of its address, or the site.
 * @param {URL} address
 */
export function nameOf({pathname, hostname}) {
  const last = pathname.split('/').filter(Boolean).pop() ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A percent sign that stands for itself.
  }
  const isService = hostname === 'docs.google.com' || !name;
  return (isService ? hostname : name).slice(0, LONGEST_NAME);
}

/**
 * Have an address fetched in a frame of its own, which is gone afterwards.
 * @param {Document} page
 * @param {{address: string, most: number, frame: string}} wanted
 * @returns {Promise<Outcome>}
 */
function fetchApart(page, {address, most, frame: path}) {
  const view = /** @type {Window} */ (page.defaultView);
  const frame = page.createElement('iframe');
  frame.hidden = true;
  return new Promise((resolve) => {
    const end = (/** @type {Outcome} */ outcome) => {
      clearTimeout(timer);
      view.removeEventListener('message', hear);
      frame.remove();
      resolve(outcome);
    };
    const lost = () => end({failure: view.navigator.onLine === false ? 'offline' : 'server'});
    let timer = setTimeout(lost, START_MS);
    /** @param {MessageEvent} event */
    function hear({source, data}) {
      if (!source || source !== frame.contentWindow) return;
      if (!data.isReady) return end(data);
      isReady = true;
      clearTimeout(timer);
      frame.contentWindow.postMessage({address, most}, '*');
    }
    let isReady = false;
    // Whatever loads without a word is not our document, but what a browser shows for a server that is away.
    frame.onload = () => {
      if (isReady) return;
      clearTimeout(timer);
      timer = setTimeout(lost, LOADED_MS);
    };
    view.addEventListener('message', hear);
    frame.src = new URL(path, page.baseURI).href;
    page.body.append(frame);
  });
}

/** @param {ArrayBuffer} bytes @returns {Promise<string>} */
const asLetters = (bytes) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.readAsDataURL(new Blob([bytes]));
  });

/** @param {HTMLElement} mount @param {Told} first @param {Trigger} firstTrigger */
function createField(mount, first, firstTrigger) {
  const page = mount.ownerDocument;
  let [data, trigger] = [first, firstTrigger];
  let isBusy = false;
  const form = Object.assign(page.createElement('form'), {noValidate: true});
  const label = page.createElement('label');
  const name = page.createElement('span');
  const input = Object.assign(page.createElement('input'), {type: 'url', autocomplete: 'off', spellcheck: false});
  const button = Object.assign(page.createElement('button'), {type: 'submit'});
  const line = page.createElement('p');
  line.setAttribute('role', 'status');
  label.append(name, input);
  form.append(label, button, line);
  mount.append(form);

  const say = (/** @type {string} */ key, isFault = false) => {
    line.textContent = key ? (data.words[key] ?? '') : (data.words.help ?? '');
    line.classList.toggle('fault', isFault);
    input.toggleAttribute('aria-invalid', isFault);
  };

  async function submit(/** @type {Event} */ event) {
    event.preventDefault();
    if (isBusy) return;
    const address = addressOf(input.value);
    if (!address) return say('no_address', true);
    isBusy = true;
    say('busy');
    const outcome = await fetchApart(page, {address: address.href, most: data.most, frame: data.frame});
    isBusy = false;
    if (!('bytes' in outcome)) return say(outcome.failure, true);
    say('here');
    trigger('fetched', {raw: await asLetters(outcome.bytes), name: nameOf(address), turn: `${Date.now()}`});
  }
  form.addEventListener('submit', submit);

  return {
    update(/** @type {Told} */ next, /** @type {Trigger} */ nextTrigger) {
      [data, trigger] = [next, nextTrigger];
      name.textContent = data.words.label ?? '';
      button.textContent = data.words.button ?? '';
      input.placeholder = data.words.example ?? '';
      if (!line.textContent) say('');
    },
    stop() {
      form.remove();
      live.delete(mount);
    },
  };
}

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: HTMLElement, data: Told, setTriggerValue: Trigger}} mount
 */
export function ask({parentElement, data, setTriggerValue}) {
  const field = live.get(parentElement) ?? createField(parentElement, data, setTriggerValue);
  live.set(parentElement, field);
  field.update(data, setTriggerValue);
  return field.stop;
}
