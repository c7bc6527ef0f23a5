// What the frame around the pages does for those who have no eyes for it or no mouse.

import {keep} from './keeping_focus.mjs';
import {tellPage} from './telling_page.mjs';

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: Element}} mount
 */
export function frame(mount) {
  keep(mount);
  tellPage(mount);
}
