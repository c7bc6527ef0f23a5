// The button of the class in the footer. Where neither the door nor the chip shows the code of the room, as beside a
// quiz, it has it for who comes late.

import {h, say} from '../../atlas/dom.mjs';
import {inHalves} from './known.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {Known} from './known.mjs' */

/**
 * `button` is to be the tool.
 * @param {{t: Translate, button: HTMLElement}} options
 */
export function createClassTool({t, button}) {
  const label = h('span', {}, t('title'));
  const code = h('b', {class: 'foot-code'});
  button.replaceChildren(label, code);
  return {
    element: button,
    show(/** @type {{isThere: boolean, known: Known}} */ {isThere, known}) {
      say(label, t(isThere ? 'label' : 'title'));
      say(code, isThere ? ` ${inHalves(known.code).join(' ')}` : '');
    },
  };
}
