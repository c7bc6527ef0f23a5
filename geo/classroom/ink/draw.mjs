// Drawing on the wall: D takes the pen and puts it away. What was drawn goes with the next picture.

import {h, mark, passFocus} from '../../atlas/dom.mjs';
import {isHalted} from '../lesson/place.mjs';
import {listenToHand} from './hand.mjs';
import {createInk} from './ink.mjs';
import {createInkBar, createPenBeside} from './ink_bar.mjs';
import {createSheetOver} from './sheet.mjs';
import {PENS} from './strokes.mjs';

/** @import {ClassPage, Place} from '../types' */

/**
 * Give a page its pen: `page.ink` has the strokes.
 * @param {ClassPage} page
 */
export function mountInk(page) {
  const {root, atlas, stops, t, acts, lids, placeListeners} = page;
  const {store, announce} = atlas;
  const ink = createInk();
  page.ink = ink;
  let isOn = false;
  let pen = PENS[0];
  const sheet = createSheetOver(root, atlas);
  const bar = createInkBar({
    t,
    onPen(name) {
      pen = name;
      show();
    },
    onAct: (name) => (name === 'leave' ? toggle(false) : ink[name]()),
  });
  function show() {
    mark(root, 'data-pen', isOn && pen);
    bar.show(pen, !ink.strokes().length);
  }
  const beside = createPenBeside({t, onOpen: () => toggle(true)});
  function toggle(on = !isOn) {
    const [from, to] = on ? [beside, bar.element] : [bar.element, beside];
    isOn = on;
    to.hidden = false;
    passFocus(from, to.querySelector('button'));
    from.hidden = true;
    sheet.put(ink.strokes());
    show();
    announce(t(on ? 'said.on' : 'said.off', {name: t('ink.bar')}));
  }
  listenToHand(sheet.element, {
    pen: () => (isOn ? pen : null),
    frame: sheet.frame,
    onDraft: (stroke) => sheet.draft(stroke, sheet.frame()),
    onStroke(stroke) {
      if (ink.isFull()) atlas.notice(t('ink.full'));
      ink.draw(stroke);
    },
  });
  ink.listen((strokes) => {
    sheet.put(strokes);
    show();
  });
  // Strokes stand on one picture: that of a stop, asked or told, in one view.
  const pictureOf = (/** @type {Place} */ place) => `${place.at} ${place.cover ?? ''} ${isHalted(stops, place)}`;
  let picture = '';
  placeListeners.push((place) => {
    if (picture !== pictureOf(place)) ink.wipe();
    picture = pictureOf(place);
  });
  store.listen((now, before) => {
    if (now.view === before?.view) return;
    ink.wipe();
    if (isOn) sheet.put([]);
  });
  document.addEventListener('keydown', (event) => {
    if (!isOn || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    ink.undo();
  });
  acts.set('draw', () => toggle());
  const toQuiz = acts.get('quiz');
  acts.set('quiz', () => {
    if (isOn) toggle(false);
    ink.wipe(); // a hand that answers must reach the map
    toQuiz?.();
  });
  lids.push({isOn: () => isOn, leave: () => toggle(false)});
  root.querySelector('.map-area')?.append(beside, bar.element);
  root
    .querySelector('.footer')
    ?.lastElementChild?.before(
      h('button', {type: 'button', class: 'plain draw-here', onclick: () => toggle()}, t('ink.open')),
    );
  show();
}
