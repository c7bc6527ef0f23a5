// The sheet to take the view away: as a picture, as a link, as a QR code for those in the same room.

import {h, say} from '../dom.mjs';
import {copy} from './clipboard.mjs';
import {PICTURE, pictureOf} from './picture.mjs';
import {pngOf} from './png.mjs';
import {createQrCode} from './qr_code.mjs';

/** @import {Child} from '../dom.mjs' */
/** @import {Facts, Sheet, State, Translate, WithStage} from '../types' */

const LATER_MS = 60_000; // the browser has read a download by then

function save(/** @type {Blob} */ blob, /** @type {string} */ name) {
  const address = URL.createObjectURL(blob);
  h('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), LATER_MS);
}

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

/**
 * The sheet. `withStage(size, font, copy)` lays the view out for a picture; the address is the page's own.
 * @param {{facts: Facts, t: Translate, root: HTMLElement, withStage: WithStage}} options
 * @returns {Sheet}
 */
export function createTake({facts, t, root, withStage}) {
  const message = h('p', {class: 'quiet', role: 'status'});
  const link = h('input', {
    type: 'text',
    readonly: true,
    class: 'finder take-link',
    'aria-label': t('take.link'),
    onfocus: () => link.select(),
  });
  const qrCode = createQrCode({t, onAddress: (address) => (link.value = address)});
  /** @type {State | null} that of the view the sheet was opened for */
  let state = null;
  async function pictureNow() {
    await facts.readSources().catch(() => {}); // a picture without them is better than none
    if (!state) throw new Error('the sheet was not opened');
    const when = facts.isYearEnd(state.day) ? facts.yearOf(state.day) : facts.isoOf(state.day);
    return {svg: pictureOf({facts, t, root, withStage, state}), name: `eastward-${when}-${state.view}`};
  }
  const button = (/** @type {string} */ kind, /** @type {() => void} */ onclick) =>
    h('button', {type: 'button', class: 'plain', 'data-take': kind, onclick}, t(`take.${kind}`));
  async function copyLink() {
    const isCopied = await copy(link.value, element);
    say(message, '');
    say(message, t(isCopied ? 'take.copied' : 'cite.not_copied'));
    if (!isCopied) link.focus();
  }
  const element = h(
    'dialog',
    {class: 'help cite take', 'aria-label': t('take.title')},
    h('h2', {}, t('take.title')),
    section(t('take.picture'), h('p', {class: 'take-row'}, pictureButtons({t, button, message, pictureNow}))),
    section(t('take.link'), h('p', {class: 'take-row'}, link, button('copy', copyLink))),
    section(t('take.qr'), ...qrCode.elements),
    message,
    h('form', {method: 'dialog'}, h('button', {class: 'plain'}, t('card.close'))),
  );
  return {
    element,
    open(shown) {
      state = shown;
      link.value = location.href;
      say(message, '');
      qrCode.show();
      element.showModal();
    },
    close: () => element.close(),
    isOpen: () => element.open,
  };
}
