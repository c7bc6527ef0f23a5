// Take the view away: as a picture, as a link, as a QR code for those in the same room.

import {copy} from './cite.mjs';
import {h, say} from '../dom.mjs';
import {pictureOf, pngOf} from './picture.mjs';

const LATER_MS = 60_000; // the browser has read a download by then

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  h('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), LATER_MS);
}

/** `withStage(size, font, copy)` lays the view out for a picture; the address is the page's own. */
export function createTake({facts, t, root, withStage}) {
  const told = h('p', {class: 'quiet', role: 'status'});
  const link = h('input', {
    type: 'text',
    readonly: true,
    class: 'finder take-link',
    'aria-label': t('take.link'),
    onfocus: () => link.select(),
  });
  const code = h('div');
  const reach = h('p', {class: 'take-reach'});
  let current = null;
  const svg = () => pictureOf({facts, t, root, withStage, state: current});
  const name = (kind) => `eastward-${current.year}-${current.view}.${kind}`;
  const button = (kind, act) =>
    h('button', {type: 'button', class: 'plain', 'data-take': kind, onclick: act}, t(`take.${kind}`));
  const png = button('png', async () => {
    say(told, t('take.drawing'));
    try {
      save(await pngOf(svg()), name('png'));
      say(told, t('take.saved', {name: name('png')}));
    } catch {
      say(told, t('take.no_png'));
    }
  });
  const element = h(
    'dialog',
    {class: 'help cite take', 'aria-label': t('take.title')},
    h('h2', {}, t('take.title')),
    h(
      'section',
      {},
      h('h3', {}, t('take.picture')),
      h(
        'p',
        {class: 'take-row'},
        png,
        button('svg', () => {
          save(new Blob([svg()], {type: 'image/svg+xml'}), name('svg'));
          say(told, t('take.saved', {name: name('svg')}));
        }),
      ),
    ),
    h(
      'section',
      {},
      h('h3', {}, t('take.link')),
      h(
        'p',
        {class: 'take-row'},
        link,
        button('copy', async () => {
          const done = await copy(link.value, element);
          say(told, '');
          say(told, t(done ? 'take.copied' : 'cite.not_copied'));
          if (!done) link.focus();
        }),
      ),
    ),
    h('section', {}, h('h3', {}, t('take.qr')), code, reach),
    told,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );

  async function showCode() {
    code.replaceChildren();
    if (!location.protocol.startsWith('http')) return say(reach, t('take.from_file'));
    say(reach, t('take.asking'));
    try {
      const answer = await fetch(
        new URL(`qr?path=${encodeURIComponent(location.pathname + location.search)}`, document.baseURI),
      );
      if (!answer.ok) throw new Error(String(answer.status));
      const {address, how, svg: drawn} = await answer.json();
      if (how === 'network') link.value = address; // localhost would lead others to their own machines
      code.replaceChildren(
        h('img', {
          class: 'take-code',
          src: `data:image/svg+xml,${encodeURIComponent(drawn)}`,
          alt: t('take.code_of', {address}),
        }),
      );
      return say(reach, t(`take.reach_${how}`, {address}));
    } catch {
      return say(reach, t('take.no_server'));
    }
  }
  return {
    element,
    open(state) {
      current = state;
      link.value = location.href;
      say(told, '');
      showCode();
      element.showModal();
    },
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
