// The sheet to take the view away: as a picture, as a link, as a QR code for those in the same room.

import {writeAddress} from '../core/address.mjs';
import {h, say} from '../dom.mjs';
import {save} from '../save.mjs';
import {copy} from './clipboard.mjs';
import {PICTURE, pictureOf} from './picture.mjs';
import {pngOf} from './png.mjs';
import {createQrCode} from './qr_code.mjs';

/** @import {Child} from '../dom.mjs' */
/** @import {Facts, Sheet, State, Translate, WithStage} from '../types' */

const section = (/** @type {string} */ title, /** @type {Child[]} */ ...content) =>
  h('section', {}, h('h3', {}, title), ...content);

/**
 * Buttons that save the picture and say so in `message`; `pictureNow()` gives it with its name, without an ending.
 * @param {{t: Translate, button: (kind: string, onclick: () => void) => HTMLButtonElement, message: HTMLElement,
 *   pictureNow: () => Promise<{svg: string, name: string}>}} options
 */
function pictureButtons({t, button, message, pictureNow}) {
  const keep = (/** @type {Blob} */ blob, /** @type {string} */ name) => {
    save(blob, name);
    say(message, t('take.saved', {name}));
  };
  return [
    button('png', async () => {
      say(message, t('take.drawing'));
      try {
        const {svg, name} = await pictureNow();
        keep(await pngOf(svg, PICTURE), `${name}.png`);
      } catch {
        say(message, t('take.no_png'));
      }
    }),
    button('svg', async () => {
      const {svg, name} = await pictureNow();
      keep(new Blob([svg], {type: 'image/svg+xml'}), `${name}.svg`);
    }),
  ];
}

/** The address that is given away: the page's own, or that of the page which it hands on. */
function addressOf(/** @type {HTMLElement} */ root) {
  const {search, href} = location;
  const [path, hash = ''] = (root.dataset.handedOn ?? href).split('#');
  const address = new URL(path, href);
  address.search = search;
  address.hash = hash;
  return address;
}

/** The address of what a state shows and what is laid over it, which is not of the state. */
function searchOf(/** @type {State} */ state, /** @type {Facts} */ facts) {
  return writeAddress(state.over ? `?over=${state.over}` : '', state, facts);
}

/** The map alone at an address, as a frame for a page of somebody else. */
function frameOf(/** @type {string} */ search) {
  const {href} = new URL(`embed${search}`, document.baseURI);
  const [tag, at] = ['iframe', href.replaceAll('&', '&amp;')];
  return `<${tag} src="${at}" title="Eastward" width="100%" height="560" style="border:0" allowfullscreen></${tag}>`;
}

/**
 * The sheet. `withStage(size, font, copy)` lays the view out for a picture; the address is the page's own.
 * @param {{facts: Facts, t: Translate, root: HTMLElement, withStage: WithStage}} options
 * @returns {Sheet}
 */
export function createTake({facts, t, root, withStage}) {
  const message = h('p', {class: 'quiet', role: 'status'});
  const button = (/** @type {string} */ kind, /** @type {() => void} */ onclick) =>
    h('button', {type: 'button', class: 'plain', 'data-take': kind, onclick}, t(`take.${kind}`));
  const [link, frame] = [
    ['link', 'copy'],
    ['embed', 'copy_embed'],
  ].map(([kind, copying]) => {
    const label = t(`take.${kind}`);
    const onfocus = () => field.select();
    const field = h('input', {
      type: 'text',
      readonly: true,
      class: `finder take-${kind}`,
      'aria-label': label,
      onfocus,
    });
    return {
      field,
      row: section(
        label,
        h(
          'p',
          {class: 'take-row'},
          field,
          button(copying, () => copyFrom(field)),
        ),
      ),
    };
  });
  const qrCode = createQrCode({t, onAddress: (address) => (link.field.value = address)});
  /** @type {State | null} that of the view the sheet was opened for */
  let state = null;
  async function pictureNow() {
    await facts.readSources().catch(() => {}); // a picture without them is better than none
    if (!state) throw new Error('the sheet was not opened');
    const when = facts.isYearEnd(state.day) ? facts.yearOf(state.day) : facts.isoOf(state.day);
    return {
      svg: pictureOf({facts, t, root, withStage, state}),
      name: ['eastward', facts.membership?.id, when, state.view].filter(Boolean).join('-'),
    };
  }
  async function copyFrom(/** @type {HTMLInputElement} */ field) {
    const isCopied = await copy(field.value, element);
    say(message, '');
    say(message, t(isCopied ? 'take.copied' : 'cite.not_copied'));
    if (!isCopied) field.focus();
  }
  const element = h(
    'dialog',
    {class: 'help cite take', 'aria-label': t('take.title')},
    h('h2', {}, t('take.title')),
    section(t('take.picture'), h('p', {class: 'take-row'}, pictureButtons({t, button, message, pictureNow}))),
    link.row,
    frame.row,
    section(t('take.qr'), ...qrCode.elements),
    message,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  return {
    element,
    open(shown) {
      state = shown;
      const address = addressOf(root);
      link.field.value = address.href;
      frame.field.value = frameOf(searchOf(shown, facts));
      frame.row.hidden = location.protocol === 'file:' || facts.membership?.id === null; // a person's own lies nowhere
      say(message, '');
      qrCode.show(address);
      element.showModal();
    },
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
