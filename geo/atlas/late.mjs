// The parts that few readers ask for: they come in a file of their own, when the page is at rest or somebody asks.

import {createLayOver} from './panel/lay_over.mjs';
import {createMembershipChoice} from './panel/membership_choice.mjs';
import {createSearch} from './panel/search.mjs';
import {createCite} from './share/cite.mjs';
import {createTake} from './share/take_away.mjs';

export const late = {createSearch, createCite, createTake, createMembershipChoice, createLayOver};
