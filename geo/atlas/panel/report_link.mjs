// A link that reports a row of a table, where the deployer set a place for it. data/report.py writes the same address.

import {fill} from '../core/words.mjs';
import {h} from '../dom.mjs';

/** @import {Facts, Translate} from '../types' */

/**
 * The link for a row, `statements/<id>`; null where reporting is switched off.
 * @param {Pick<Facts, 'report'>} facts
 * @param {string} row
 * @param {Translate} t
 */
export function reportLink({report}, row, t) {
  if (!report) return null;
  const {start, subject, body} = report;
  const [title, text] = [subject, body].map((told) => encodeURIComponent(fill(told, {row})));
  const props = {href: `${start}${title}&body=${text}`, 'data-report': row};
  const window = start.startsWith('mailto:') ? {} : {target: '_blank', rel: 'noopener noreferrer'};
  return h('p', {class: 'quiet'}, h('a', {...props, ...window}, t('card.report')));
}
