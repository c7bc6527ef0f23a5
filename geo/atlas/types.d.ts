// What the modules hand to each other, for the JSDoc comments of the browser code. Nothing here is loaded.

/** A word by its key, with values for its gaps. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** One thing that somebody said or wrote. */
export interface Statement {
  id: string;
  day: number;
  date: string;
  speaker: string;
  role: string;
  city: string;
  venue: string;
  quote: string;
  quote_language: string;
  paraphrase: string;
  stance: string;
  side: string;
  form: string;
  confidence: string;
  lean: boolean;
  targets: string[];
  sources: string[];
  reply_to: string;
  note: string;
  context: string;
  trigger_event: string;
  what_followed: string;
  words_seen_in: string;
}

/** A time in which a unit took part in a format or a bloc; half-open, `end` empty while it lasts. */
export interface Bar {
  kind: string;
  label: string;
  start: string;
  end: string;
  status?: string;
  detail?: string;
  unsure?: boolean;
  listed?: boolean;
}

/** A step on the way to membership. */
export interface Step {
  key: string;
  date: string;
  days: number | null;
  unsure: boolean;
  place: string;
}

/** A remark on a unit's path. */
export interface Note {
  of: string;
  text: string;
  start: string;
  end: string;
  unsure: boolean;
}

/** The smallest piece that the map colours, with what it was in each year. */
export interface Unit {
  id: string;
  name: string;
  kind: string;
  note: string;
  bars: Bar[];
  steps: Step[];
  notes: Note[];
  sources: string[];
  statusIn: (year: number) => number;
  stateIn: (year: number) => string;
  sinceIn: (year: number) => string;
  relationIn: (year: number) => string;
}

/** The place of land nearest to a city. */
export interface NearestLand {
  unit: string;
  place: string;
  km: number;
}

/** What a year's picture says beside the map. */
export interface Year {
  day: number;
  day: string;
  title: string;
  detail: string;
  spoken: string;
  captions: Record<string, [kind: string, title: string, detail: string]>;
  counts: Record<string, number>;
  joined: string[];
  joined_count: number;
  area: unknown;
  changed: boolean;
  events: {date: string; title: string; summary: string; unsure: boolean}[];
  measures: {
    moscow: NearestLand | null;
    st_petersburg: NearestLand | null;
    official_km: number;
    measured_km: number;
  };
}

/** Where something was read. */
export interface Source {
  producer: string;
  title: string;
  url: string;
  date: string;
  memory: boolean;
}

/** An article of the drafts of December 2021. */
export interface Draft {
  id: string;
  document: string;
  article: string;
  demand: string;
  note: string;
  confidence: string;
  sources: string[];
  statement: string;
  unitsIn: (year: number) => string[];
}

/** A side's own words for the years. */
export interface Voice {
  name: string;
  explanation: string;
  years: [number, number];
  used: Record<string, number[]>;
  loaded: {word: string; meaning: string; used_by: string; statement: string; quoted: boolean}[];
}

/** How the page names its edition in a reference. */
export interface CitationTemplates {
  work: string;
  title: string;
  row: string;
  styles: Record<string, string>;
}

/** All facts, indexed once: `indexFacts` of core/facts.mjs with the signs of glyph.mjs. */
export interface Facts {
  first: number;
  last: number;
  as_of: string;
  version: string;
  statuses: string[];
  layers: string[];
  layers_shown: string[];
  units: Map<string, Unit>;
  statements: Map<string, Statement>;
  statementsIn: Map<number, Statement[]>;
  statements_naming: Record<string, string[]>;
  answersTo: Map<string, string[]>;
  years: Map<number, Year>;
  drafts: Map<string, Draft>;
  voices: Record<string, Voice>;
  sources: Record<string, Source>;
  rounds: {year: number}[];
  eras: {from: number; to: number; key: string; label: string}[];
  glyphs: Record<string, string[]>;
  hatches: Record<string, unknown>;
  disputed: {unit: string; style: string; title: string; start_on: string; end_on: string}[];
  area: {territory: string; effect: string; units: string[]; start: string; end: string}[];
  west_berlin: {title: string}[];
  words: Record<string, unknown>;
  citation: CitationTemplates;
  stateName: (code: string) => string;
  theName: (code: string) => string;
  theStateOf: (unit: string, year: number) => string;
  relationIn: (unit: string, year: number) => string;
  nameIn: (unit: string, year: number) => string;
  glyph: (statement: Pick<Statement, 'stance' | 'confidence'>) => SVGElement;
  icon: (statement: Statement) => SVGElement;
}

/** What the atlas shows. */
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
  told: string | null;
  speed: string;
}

/** A view as it was drawn. */
export interface View {
  name: string;
  anchors: Record<string, unknown>;
}

/** A part of the panel that follows the state. */
export interface Part<Shown = State> {
  element: HTMLElement;
  show: (state: Shown) => void;
}

/** A card: `key` tells which, `focus` puts the focus on its name. */
export interface Card extends Part<Pick<State, 'year'>> {
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

/** A stage that was laid out: what the share reads from it. */
export interface Stage {
  element: HTMLElement;
  layers: SVGElement[];
  camera: {get: () => {k: number}};
}

/** Lays the view out for a picture, hands the stage to `copy`, and gives what that gives. */
export type WithStage = <Result>(
  size: {width: number; height: number},
  font: string,
  copy: (stage: Stage) => Result,
) => Result;
