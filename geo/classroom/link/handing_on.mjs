// What the teacher's page gives away is the pupil's: in links and codes, and as a file.

import {ofPage} from '../../atlas/core/of_page.mjs';
import {h} from '../../atlas/dom.mjs';

/** @import {ClassPage} from '../types' */

const OWN = /teach(?=(?:-\w+)?(?:\.html)?$)/;
const PUPILS = 'class';

/**
 * Let links and codes of a page lead to the pupil's, with the lesson in hand, and give that page as a file.
 * @param {ClassPage} page
 */
export function mountHandingOn({root, t, lesson, atlas}) {
  if (!location.protocol.startsWith('http') || !OWN.test(location.pathname)) return;
  const path = location.pathname.replace(OWN, PUPILS);
  root.dataset.handedOn = `${path}#${lesson.link}`;
  const file = h(
    'a',
    {class: 'plain', href: path + ofPage(atlas.facts), download: t('leading.pupils_file')},
    t('leading.download_pupils'),
  );
  root.querySelector('.footer a[download]')?.after(file); // where it stands, the lesson is the page's own
}
