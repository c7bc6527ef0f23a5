// The button of the class in the footer. Where neither the door nor the chip shows the code of the room, as beside a
// quiz, it has it for who comes late.

import {h, mark, say} from '../../atlas/dom.mjs';
import {inHalves} from './known.mjs';

/** @import {Translate} from '../../atlas/types' */
/** @import {ClassTools} from '../types' */
/** @import {Known} from './known.mjs' */

/**
 * `tools` are those of the footer.
 * @param {{t: Translate, tools: ClassTools}} options
 */
export function createClassTool({t, tools}) {
  const label = h('span', {}, t('title'));
  const code = h('b', {class: 'foot-code'});
  const element = tools.tool('live', '');
  element.append(label, code);
  tools.add(element);
  return {
    element,
    show(/** @type {{isThere: boolean, known: Known}} */ {isThere, known}) {
      const told = inHalves(known.code).join(' ');
      say(label, t(isThere ? 'label' : 'title'));
      const hasCode = isThere && told !== '';
      say(code, hasCode ? ` ${told}` : '');
      mark(element, 'aria-label', hasCode ? t('tool', {code: told}) : null); // what the letters are is seen, not heard
    },
  };
}
