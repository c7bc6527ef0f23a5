// The pupil's page: the atlas with a lesson over it, and a quiz to practise. All it shows stands in the page itself;
// what leads a lesson is the teacher's, see teach.mjs, and not in it.

import {openDocument} from './class_document.mjs';
import {createClassPage} from './class_page.mjs';

openDocument('class', (root, held) => createClassPage(root, held));
