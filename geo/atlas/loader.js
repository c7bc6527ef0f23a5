// Runs from a blob, so addresses are built from the document's. Called again on each change of data or theme:
// find the live atlas before making one.
const live = new WeakMap();

const isDark = (element) => {
  const [r, g, b] = (
    getComputedStyle(element)
      .getPropertyValue('--st-background-color')
      .match(/[0-9a-f]{2}/gi) ?? ['ff', 'ff', 'ff']
  ).map((hex) => parseInt(hex, 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
};

function stylesheet(root, href) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href,
      onload: resolve,
      onerror: reject,
    });
    root.before(link);
  });
}

async function start(parentElement, {base, views, take}, onTake) {
  const root = parentElement.querySelector('[data-atlas]');
  const at = (name) => new URL(base + name, document.baseURI).href;
  const json = async (name) => {
    const answer = await fetch(at(name));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name))
      loaded.set(
        name,
        json(`${name}.json`).catch((error) => {
          loaded.delete(name);
          throw error;
        }),
      );
    return loaded.get(name);
  };
  const asked = new URLSearchParams(location.search || sessionStorage.getItem('eastward.state') || '').get('view');
  const [{createAtlas, watchServer}, facts, view] = await Promise.all([
    import(at('atlas.js')),
    json('facts.json'),
    load(views.includes(asked) ? asked : views[0]),
    stylesheet(root, at('atlas.css')),
  ]);
  const atlas = createAtlas(root, facts, view, {views, load, take: take && {label: take, act: onTake}});
  const unwatch = watchServer(atlas.serverGone);
  const show = ({day, year, ...state}) => atlas.show({...state, day: atlas.dayOf({day, year})});
  return {show, stop: () => (unwatch(), atlas.stop())};
}

export default function ({parentElement, data, setTriggerValue}) {
  const root = parentElement.querySelector('[data-atlas]');
  root.dataset.theme = isDark(root) ? 'dark' : 'light';
  if (!live.has(root)) {
    live.set(
      root,
      start(parentElement, data, (state) => setTriggerValue('taken', state)).catch((error) => {
        root.textContent = `The atlas could not be fetched (${error.message}). Load the page again once the server answers.`;
        return {show() {}, stop() {}};
      }),
    );
  }
  // A request is carried out once, though every rerun repeats it.
  const {turn, state} = data.shown ?? {};
  if (turn && root.dataset.turn !== String(turn)) {
    root.dataset.turn = turn;
    live.get(root).then((atlas) => atlas.show(state));
  }
  return () => {
    live.get(root)?.then((atlas) => atlas.stop());
    live.delete(root);
  };
}
