// What the modules hand to each other, for the JSDoc comments of the browser code. Nothing here is loaded.

import type {At} from './core/camera.mjs';
import type {indexFacts} from './core/facts.mjs';
import type {createDescriptions} from './core/describe.mjs';
import type {createForceDetails} from './core/forces.mjs';
import type {createLate} from './core/late.mjs';
import type {Listed} from './core/name_numbers.mjs';
import type {createMoves} from './core/moves.mjs';
import type {createPictures} from './core/pictures.mjs';
import type {createPlayer} from './core/player.mjs';
import type {createSources} from './core/sources.mjs';
import type {createStore} from './core/store.mjs';
import type {createEar} from './ear/ear.mjs';
import type {createSound} from './ear/sound.mjs';
import type {createTitleBlock} from './frame/title_block.mjs';
import type {createSearch} from './panel/search.mjs';
import type {createLayOver} from './panel/lay_over.mjs';
import type {createMembershipChoice} from './panel/membership_choice.mjs';
import type {createCite} from './share/cite.mjs';
import type {createTake} from './share/take_away.mjs';
import type {createAtlas} from './atlas.mjs';
import type {createMap} from './map.mjs';
import type * as membership from './membership.mjs';
import type {createStage} from './stage/stage.mjs';
import type {Camp, Choices, EarData, ForceSign, LaidOver, SearchData, Speed, Status, UnitRow, View} from './payload';

export type {
  Anchor,
  Bar,
  City,
  DraftRow,
  EarData,
  Effect,
  ForceDetails,
  FrontKind,
  Hatch,
  Note,
  Overlay,
  Pace,
  PaceRule,
  Place,
  RawFacts,
  Runs,
  SearchData,
  Source,
  Sources,
  Speed,
  Statement,
  Status,
  UnitRow,
  View,
  Voice,
  Words,
} from './payload';

/** A word by its key, with values for its gaps. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** The facts, indexed once, and the questions asked of them. */
export type IndexedFacts = ReturnType<typeof indexFacts>;

/** Statements as signs: a group around (0, 0), a picture beside text, and a group for several in one place. */
export interface Glyphs {
  glyph: (statement: {stance: string; confidence: string}) => SVGGElement;
  icon: (statement: {stance: string; confidence: string}) => SVGSVGElement;
  tagArrow: () => SVGPathElement;
  badgeSign: (count: number | string) => SVGGElement;
  times: string;
}

/** Forces as signs: a group around (0, 0), and a picture beside text; without a camp they tell the kind alone. */
export interface ForceSigns {
  forceSign: (force: {sign: ForceSign; camp?: Camp}) => SVGGElement;
  forceIcon: (force: {sign: ForceSign; camp?: Camp}) => SVGSVGElement;
  crowdSign: (count: number | string, camp?: Camp) => SVGGElement;
}

/** What is fetched late: the sources of core/sources.mjs, and what is told of forces. */
export type Late = ReturnType<typeof createSources> & ReturnType<typeof createForceDetails>;

/** What a membership has beside NATO, and NATO has not. */
export type Own = Partial<Pick<typeof membership, 'stretches'>>;

/** All facts: `indexFacts` of core/facts.mjs with the signs of glyph.mjs and force_sign.mjs, and what comes late. */
export type Facts = IndexedFacts & Glyphs & ForceSigns & Late & Own;

/** One thing that is fetched when it is first asked for. */
export type Later<What> = ReturnType<typeof createLate<What>>;

/** What a unit is on a day. */
export interface UnitOnDay {
  status: Status;
  state: string;
  since: string;
  relation: string;
  name: string;
}

/** The smallest piece that the map colours, and what it is on a day. */
export interface Unit extends UnitRow {
  on: (day: number) => UnitOnDay;
}

/** What the atlas shows. `focus` are units that are outlined, `names` those that must only have their names. */
export interface State {
  day: number;
  view: string;
  country: string | null;
  statement: string | null;
  layers: string;
  draft: string | null;
  words: string | null;
  solo: string | null;
  all: boolean;
  playing: boolean;
  focus: string[];
  names: string[];
  told: string | null;
  speed: Speed;
  patterns: boolean;
  over?: string | null;
}

/** The state as it travels to another page: `day` within a year as 2008-04-03, `camera` null where it is at home. */
export interface TravellingState extends Pick<State, 'view' | 'layers' | 'country' | 'statement' | 'draft' | 'solo'> {
  year: number;
  day?: string;
  camera: At | null;
}

/** A state to go to; without `camera` the map stays where it is. */
export type Arrival = Partial<State> & Pick<State, 'view'> & {camera?: At | null};

/** What moved a state: null is its first picture. */
export type How = string | null;

export type Store = ReturnType<typeof createStore<State>>;
export type Player = ReturnType<typeof createPlayer>;
export type Moves = ReturnType<typeof createMoves>;
export type Describe = ReturnType<typeof createDescriptions>;
export type Pictures = ReturnType<typeof createPictures>;
export type Picture = ReturnType<Pictures['of']>;
export type TitleBlock = ReturnType<typeof createTitleBlock>;
export type AtlasMap = ReturnType<typeof createMap>;

/** What `createAtlas` gives. */
export type Atlas = ReturnType<typeof createAtlas>;

/** What all parts of the atlas share. */
export interface Core {
  root: HTMLElement;
  facts: Facts;
  t: Translate;
  store: Store;
  player: Player;
  moves: Moves;
  describe: Describe;
}

/** A button that gives the view away. */
export interface GiveAway {
  label: string;
  act: (state: TravellingState) => void;
}

/** A part of the panel that follows the state. */
export interface Part<Shown = State> {
  element: HTMLElement;
  show: (state: Shown) => void;
}

/** A card: `key` tells which, `focus` puts the focus on its name. */
export interface Card {
  element: HTMLElement;
  show: (state: Pick<State, 'day'>, view: View) => void;
  key: string;
  focus: () => void;
}

/** A sheet over the page that shows the state it was opened with. */
export interface Sheet {
  element: HTMLDialogElement;
  open: (state: State) => void;
  close: () => void;
  isOpen: () => boolean;
}

/** What the search does beside moving the state, and the views it knows. */
export interface SearchSides {
  views: string[];
  openView: (name: string) => void;
  notice: (text: string) => void;
  announce: (text: string) => void;
}

/** A sheet that is made when it is first opened. */
export interface LateSheet {
  open: (state: State) => Promise<void>;
  close: () => void;
  isOpen: () => boolean;
}

/** What few readers ask for, and is fetched when it is first asked. */
export interface LateParts {
  createSearch: typeof createSearch;
  createCite: typeof createCite;
  createTake: typeof createTake;
  createMembershipChoice: typeof createMembershipChoice;
  createLayOver: typeof createLayOver;
}

export type LoadLate = () => Promise<LateParts>;
export type LoadSearch = () => Promise<SearchData>;
export type LoadChoices = () => Promise<Choices & {load: (file: string) => Promise<LaidOver>}>;

/** The map for those who hear it. */
export type Ear = ReturnType<typeof createEar>;

/** Whom an arrow leads to on a view, from a unit or from the middle; null where nobody lies on that side. */
export type Beside = (view: View, unit: string | null, side: string) => string | null;

/** Fetches what reads the map out, and what it knows beside the facts. */
export type LoadEar = () => Promise<[{createEar: typeof createEar}, EarData]>;

/** Fetches what plays the years, and what it knows beside the facts. */
export type LoadSound = () => Promise<[{createSound: typeof createSound}, EarData]>;

/** A row of the sheet of keys. */
export type KeyRow = [key: string, meaning: string];

/** The stage of a view. */
export type Stage = ReturnType<typeof createStage>;

/**
 * Lays the view out for a picture, in the size that it asks for, hands the stage to `copy` with the names that stand on
 * it as numbers, and gives what that gives.
 */
export type WithStage = <Result>(
  sizeFor: (view: View) => {width: number; height: number},
  font: string,
  copy: (stage: Stage, listed: Listed[]) => Result,
) => Result;
