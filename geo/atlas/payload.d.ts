// What crosses from the server to the browser: facts.json and a view. tests/test_payload_types.py holds the real ones
// to it.

/** What held from when: half-open, each until the next, the first from day 0. */
export type Runs<Value> = [from: number, value: Value][];

/** x, y in units of a view. */
export type Place = [x: number, y: number];
/** Where a statement was made, and how far it is from there to the next country. */
export type StatementPlace = [x: number, y: number, room: number];

/** x, y, and a length in units of a view. */
export type Anchor = [x: number, y: number, room: number];

export type NatoStatus =
  'member' | 'invitee' | 'aspirant' | 'partner' | 'dialogue_partner' | 'suspended_partner' | 'eastern_bloc' | 'none';
/** The key of a status: one of NATO's, or one of another membership. */
export type Status = NatoStatus | (string & Record<never, never>);
export type City = 'moscow' | 'st_petersburg';
export type Effect = 'in_area' | 'out_of_area' | 'disputed';
export type Overlay = 'disputed' | 'undrawn' | 'dashed' | 'csto' | 'eu' | 'command' | 'area' | 'over';
export type FrontKind = 'russia' | 'bloc' | '';
export type Speed = 'slow' | 'normal' | 'fast';
export type Pace = 'empty' | 'changed' | 'joined';
export type Camp = 'nato' | 'moscow';
export type ForceSign = 'troops' | 'peacekeepers' | 'base' | 'missile_defence' | 'weapons';
export type Ink = 'dark' | 'light' | 'ink' | 'casing';

// ---------------------------------------------------------------------- the facts

/**
 * A time in which a unit took part in a format or a bloc; half-open, without `end` and with `to` null while it lasts.
 * Here as in all rows a flag stands only where it is raised.
 */
export interface Bar {
  kind: string;
  label: string;
  status: Status | '';
  listed: boolean;
  detail?: string;
  start: string;
  end?: string;
  unsure?: true;
  from: number;
  to: number | null;
}

/** A step on the way to membership. */
export interface Step {
  key: string;
  date: string;
  days: number | null;
  unsure?: true;
  place?: string;
}

/** A remark on a unit's path. */
export interface Note {
  of?: string;
  text: string;
  start?: string;
  end?: string;
  unsure?: true;
}

/** What a unit is: the place of its status in the list, and its name where that is not the unit's. */
export type UnitRun = [status: number, state: string, since: string, relation: string, name?: string];

/** A time in which a country had a status of a membership; `whose` names the state whose it was, where another's. */
export interface StretchLine {
  status: Status;
  whose: string;
  text: string;
  notes: string[];
  unsure?: true;
}

/** The smallest piece that the map colours; of a membership, with its sentence for each day and its stretches. */
export interface UnitRow {
  id: string;
  name: string;
  kind: 'country' | 'part' | 'dependency' | 'territory';
  of: string;
  note: string;
  bars: Bar[];
  steps: Step[];
  order: number;
  notes: Note[];
  sources: string[];
  runs: Runs<UnitRun>;
  told?: Runs<string>;
  stretches?: StretchLine[];
}

/** What an event wears: a use of an article of the treaty, a treaty of arms control, or nothing. */
export type Sign = 'article_4' | 'article_5' | 'arms' | '';

/** Something that happened. */
export interface EventRow {
  date: string;
  day: number;
  title: string;
  summary: string;
  unsure?: true;
  sign: Sign;
}

/** What happened beside the events; `told` where an event says the same, `units` on whose cards it stands. */
export interface Happening extends EventRow {
  outcome: string;
  units: string[];
  told: boolean;
}

/** A vote: held in one country, about these. */
export interface VoteRow {
  on: string;
  in: string;
  of: string[];
  asked: string;
  result: string;
}

/** A year: the day of its picture, how long play rests on it, and its events. */
export interface YearRow {
  year: number;
  day: number;
  pace: Pace;
  events: EventRow[];
}

/** One thing that somebody said or wrote. */
export interface Statement {
  id: string;
  day: number;
  date: string;
  speaker: string;
  role: string;
  side: string;
  stance: string;
  form: string;
  venue: string;
  city: string;
  /** Its place among those of a view. */
  place: number;
  quote: string;
  quote_language: string;
  original?: string;
  original_language?: string;
  paraphrase: string;
  context: string;
  what_followed: string;
  trigger_event: string;
  confidence: string;
  note: string;
  reply_to?: string;
  words_seen_in?: string;
  targets: string[];
  lean: boolean;
  sources: string[];
}

/** An article of the drafts of December 2021: whom it touches, and the ground that wears its hatch. */
export interface DraftRow {
  id: string;
  document: string;
  article: string;
  demand: string;
  affected: string;
  note: string;
  confidence: string;
  sources: string[];
  statement: string;
  touches: Runs<string[]>;
  ground: Runs<string[]>;
}

/** Where forces stood, from one day to another; half-open, `to` null while it lasts. */
export interface ForceRow {
  place: string;
  unit: string;
  camp: Camp;
  sign: ForceSign;
  from: number;
  to: number | null;
}

/** What they are and whose; `start` and `end` only where they are less exact than a day. */
export interface ForceDetail {
  what: string;
  nato: boolean;
  note: string;
  confidence: string;
  whose: string[];
  start: string;
  end: string;
  sources: string[];
}

/** forces.json: what is told of each of the forces, in their order. */
export interface ForceDetails {
  forces: ForceDetail[];
}

/** A side's own words for the years; `used` tells by kind of year which of the loaded ones it uses. */
export interface Voice {
  name: string;
  explanation: string;
  years: [first: number, last: number];
  loaded: {word: string; meaning: string; used_by: string; statement: string; quoted: boolean}[];
  used: Record<string, number[]>;
}

/** Where something was read. */
export interface Source {
  producer: string;
  title: string;
  url?: string;
  date?: string;
  memory?: true;
  /** The language of the title where it is not in English, and how many of its letters are. */
  in?: {lang: string; to: number};
}

/** What an address that reports a row is made of; `{row}` is filled in. */
export interface Report {
  start: string;
  subject: string;
  body: string;
}

/** What a citation is made of; `address` is that of the instance, empty where it has none. */
export interface Citation {
  author: string;
  work: string;
  title: string;
  row: string;
  styles: Record<string, string[]>;
  bibtex_escapes: Record<string, string>;
  edition: string;
  date: string;
  imprint: string;
  address: string;
}

/** A pattern over fills: strokes across a square tile, or dots, in px. In a key it lies on `ground`, if any. */
export interface Hatch {
  tile: number;
  turn: number;
  strokes: [ink: Ink, at: number, width: number][];
  dots: [ink: Ink, radius: number][];
  marks: [ink: Ink, shape: string][];
  ground: string;
}

/** The land nearest to a city. */
export interface NearestLand {
  km: number;
  unit: string;
  place: string;
}

/** Lengths and distances in km. */
export interface Measures extends Record<City, NearestLand> {
  official_km: number;
  measured_km: number;
  faced: string;
}

/** How long play rests on a year: ms by speed, and the share of them by what the year brings. */
export interface PaceRule {
  step_ms: Record<Speed, number>;
  shares: Record<Pace, number>;
}

/** The pictures of all days, apart from what is told at each unit and each article. */
export interface PictureRows {
  changes: number[];
  joined: Runs<string[]>;
  joined_count: Runs<number>;
  left_count?: Runs<number>;
  counts: Runs<number[]>;
  called: Record<string, Runs<[label: string, meaning: string, bare: string] | null>>;
  headline: Runs<number>;
  captions: Record<string, Runs<[kind: string, headline: number] | null>>;
  overlays: Record<Exclude<Overlay, 'over'>, Runs<string[]>> & {over?: Runs<string[]>};
  over_told?: Runs<string>;
  outlines: Record<string, Runs<string[] | null>>;
  opens: Record<string, Runs<string | null>>;
  labels: Record<string, Runs<string | null>>;
  named: Runs<string[]>;
  /** Nothing where they are those whom it names. */
  concerned: Runs<string[] | null>;
  /** Whether these are told by nothing else. */
  untold: Runs<boolean>;
  state_names: Record<string, Runs<string>>;
  area: Record<Effect, Record<string, Runs<boolean>>>;
  /** Sentences with {names} in them, each with the units it is about, what it names them and on which days. */
  ground_notes: [string, [string, string, Runs<boolean>][]][];
  west_berlin: Runs<'covered' | 'uncovered' | null>;
  union_from: number;
  measures: Runs<Measures | null>;
  cities: Record<City, Runs<string>>;
  headlines: [title: string, detail: string][];
}

/** The words that a reader sees, by topic. */
export interface Words {
  with_article: string[];
  numbers: string[];
  glossary: Record<string, Term>;
  [key: string]: string | string[] | WordsOfTopic | Record<string, Term>;
}

/** A short name, spelled out, and a sentence on it. */
export interface Term {
  term: string;
  name: string;
  says: string;
}

export interface WordsOfTopic {
  [key: string]: string | WordsOfTopic;
}

/** search.json: what is asked for when somebody first searches. */
export interface SearchData {
  words: Record<string, string>;
  names: Record<string, string[]>;
  speakers: Record<string, string[]>;
  asks: {words: string[]; kinds: string[]}[];
  idle: string[];
  states: {code: string; unit: string; from: number; to: number}[];
  pages: {page: string; title: string; says: string; words: string}[];
}

/**
 * ear.json, and for memberships ear-of-the-world.json: what is known for those who hear the map. `neighbours` are, by
 * view and unit, whom the arrows lead to.
 */
export interface EarData {
  words: Record<string, string>;
  statuses: Record<string, string>;
  borders: string[];
  longitudes: Record<string, number>;
  neighbours: Record<string, Record<string, string[]>>;
}

/** sources.json. */
export type Sources = Record<string, Source>;

/**
 * What the facts of a membership other than NATO tell of it: by which id it is asked for, null where it is a person's
 * own; the title of the tab; who is counted as a member; its first day, and the one on which it opens; its colours;
 * where it was read; its statuses as they are read out; the table of its rows; what leads to its lesson, nothing where
 * that is a person's own.
 */
export interface MembershipRow {
  id: string | null;
  tab: string;
  members: Status[];
  begins: number;
  opens: number;
  css: string;
  sources: Sources;
  spoken: Record<string, string>;
  table: string;
  start: string;
}

/** A membership to choose: NATO has no id; `last` is the day on which it opens. */
export interface Choice {
  id: string;
  name: string;
  views: string[];
  first: string;
  last: string;
}

/** memberships.json. */
export interface Choices {
  title: string;
  all: Choice[];
  over: {title: string; none: string; unknown: string; failed: string; beyond: string[]; widest: string};
}

/** over-<id>.json: the ground of a membership's members, and what the key says of it. */
export interface LaidOver {
  units: Runs<string[]>;
  told: Runs<string>;
}

/** facts.json, and facts-<id>.json of another membership. */
export interface RawFacts {
  first: number;
  last: number;
  first_day: string;
  as_of: string;
  version: string;
  statuses: Status[];
  strong: Status[];
  states: Record<string, string>;
  units: UnitRow[];
  years: YearRow[];
  pictures: PictureRows;
  votes: VoteRow[];
  happenings: Happening[];
  rounds: {year: number; units: string[]; total: number; left?: string[]}[];
  eras: {key: string; from: number; to: number; labels: string[]; says: string}[];
  statements: Statement[];
  /** What the ground of a unit in dispute is called while it is. */
  disputed: Record<string, Runs<string>>;
  /** What a status with words for the ways into it is called without them, on days for which `called` has none. */
  called_bare: Partial<Record<string, string>>;
  west_berlin: {title: string; note: string}[];
  drafts: DraftRow[];
  forces: ForceRow[];
  voices: Record<string, Voice>;
  citation: Citation;
  report: Report | null;
  pace: PaceRule;
  layers: string[];
  layers_shown: string[];
  words: Words;
  glyphs: Record<string, string[]>;
  stance_groups: {key: string; stances: string[]; labels: string[]}[];
  force_signs: Record<ForceSign, string>;
  force_plate: string;
  crowd_plate: string;
  count_aside: Record<Camp, number>;
  badge: string;
  tag_arrow: string;
  times: string;
  camp_bars: Record<Camp, string>;
  hatches: Record<string, Hatch>;
  printed: Record<string, Hatch>;
  membership?: MembershipRow;
}

// ---------------------------------------------------------------------- a view

/** A view as it was drawn: SVG path data by unit and by border, and where things stand. */
export interface View {
  name: string;
  width: number;
  height: number;
  frame: [x: number, y: number, width: number, height: number];
  sphere?: string;
  graticule?: string;
  paths: Record<string, string>;
  land: string;
  borders: Record<string, string>;
  anchors: Record<string, Anchor>;
  names: Record<string, {id: string; unit: string; at: Anchor}>;
  lands?: Record<string, Anchor>;
  outlines: Record<string, string>;
  fronts: Record<string, Runs<FrontKind>>;
  inner: Record<string, Runs<boolean>>;
  nearest: Record<City, {city: Place; land: Runs<Place | null>}>;
  /** of the middle one of its lands, for lines that run along them */
  room: number;
  berlin: Place;
  places: StatementPlace[];
  forces: Place[];
}
