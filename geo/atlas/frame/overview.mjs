// What the panel shows while no card is open: the year in figures, its legend, layers and lists.

import {h, say} from '../dom.mjs';
import {createNameList} from '../name_list.mjs';
import {createDraftNote} from '../panel/draft_note.mjs';
import {createFigures} from '../panel/figures.mjs';
import {createForceNotes} from '../panel/force_notes.mjs';
import {createBarsKey} from '../panel/bars_key.mjs';
import {createBeyond} from '../panel/beyond.mjs';
import {layerNotes} from '../panel/layer_notes.mjs';
import {createLegend} from '../panel/legend.mjs';
import {createSignKey} from '../sign_key.mjs';
import {createVoiceBox} from '../panel/voice_box.mjs';
import {createYearList} from '../panel/year_list.mjs';
import {keyRows} from '../core/key.mjs';
import {keep} from '../core/lookup.mjs';
import {namedOnce} from '../core/members_beyond.mjs';
import {onMap} from '../core/on_map.mjs';
import {longDate} from '../core/words.mjs';
import {figuresInOrder} from './in_order.mjs';

/** @import {Sight} from '../core/on_map.mjs' */
/** @import {Out} from '../core/members_beyond.mjs' */
/** @import {Core, State, View} from '../types' */

/**
 * @param {Pick<Core, 'root' | 'facts' | 't' | 'moves' | 'describe'>} of
 */
export function createOverview({root, facts, t, moves, describe}) {
  const onStatement = moves.openStatement;
  const legend = createLegend({facts, t, onSolo: moves.toggleSolo});
  const signKey = createSignKey({facts, t});
  const beyond = createBeyond({facts, t, onCountry: moves.openCountry});
  const figures = createFigures({facts, t, onNearest: () => moves.toggleLayer('nearest')});
  const draftNote = createDraftNote({facts, t, onStatement});
  const voiceBox = createVoiceBox({facts, t, onStatement});
  const yearList = createYearList({
    facts,
    t,
    onStatement,
    onYear: (year) => moves.toYear(year),
    onDay: moves.stepTo,
    onAll: moves.toggleAll,
  });
  const forceNotes = createForceNotes({facts, t, describe, onCountry: moves.openCountry});
  const layerBox = h('section', {class: 'layer-notes'});
  let told = '';
  /** A step that leaves day and layers alone, as an article of a draft on the map does, leaves their notes alone. */
  function tellLayers(/** @type {State} */ {day, layers}) {
    if (told === `${day} ${layers}`) return;
    told = `${day} ${layers}`;
    layerBox.replaceChildren(...layerNotes({facts, t, day, on: layers.split(',')}));
  }
  const statesOf = h('h2');
  const titleOf = keep((/** @type {number} */ day) => t('panel.states_of', {day: longDate(facts.isoOf(day))}));
  const key = h(
    'section',
    {class: 'map-key'},
    ...[
      statesOf,
      legend.element,
      signKey.element,
      createNameList({root, t, told: false}),
      legend.note,
      ...beyond.element,
    ],
    ...[createBarsKey({facts, t}), layerBox, forceNotes.element],
  );
  const home = h('div', {}, key);
  const element = h('div', {class: 'overview'}, voiceBox.element, draftNote.element, home, yearList.elements);
  return {
    element,
    /** What explains the map; it stands here, or after a card that takes the place of all this. */
    key: {element: key, home},
    stop: figuresInOrder({figures: figures.element, key: home, all: element}),
    /** Bring the list of the year's statements into sight. */
    showStatements: yearList.focus,
    show(/** @type {State} */ state) {
      legend.show(state);
      figures.show(state);
      say(statesOf, titleOf(state.day));
    },
    /** Tell of which statuses nothing is on the map, and which members. */
    tellOut(/** @type {Out} */ out) {
      legend.tellOut(out);
      beyond.show(out.beyond);
    },
    /**
     * The text that takes layout, and what explains the part of the map in sight and what is `out` of it.
     * @param {State} state
     * @param {View} view
     * @param {Sight} sight
     * @param {Out} out
     */
    showLists(state, view, sight, out) {
      signKey.show(keyRows(onMap({facts, view, state, sight, out: namedOnce(out)}), facts));
      yearList.show(state);
      draftNote.show(state);
      voiceBox.show(state);
      forceNotes.show(state);
      tellLayers(state);
    },
  };
}
