// What the modules of the class page hand to each other, for their JSDoc comments. Nothing here is loaded.

import type {Atlas, EarData, ForceDetails, RawFacts, SearchData, Sources, Translate, View} from '../atlas/types';
import type {Frame} from '../atlas/core/camera.mjs';
import type {Stroke, ToRoom} from '../room/messages';
import type {Around, Bank, Lesson, Question, Stop} from './payload';

export type {Atlas} from '../atlas/types';
export type {Stroke} from '../room/messages';
export type {
  Around,
  Bank,
  CheckQuestion,
  ChoiceQuestion,
  ClickQuestion,
  KeyWord,
  Lesson,
  Limits,
  Question,
  Stop,
  TeachersLesson,
  TeachersStop,
} from './payload';

/** What the atlas asks for late, and the page has from the first. */
export interface LateData {
  sources: Sources;
  forces: ForceDetails;
  searchData: SearchData;
  earData: EarData;
}

/**
 * What the document of a class page holds; the lesson may be that of its address, and then is not its own. `told` are
 * sentences about that.
 */
export interface Held {
  facts: RawFacts;
  late: LateData;
  lesson: Lesson;
  views: Map<string, View>;
  bank: Bank;
  around: Around;
  t: Translate;
  told: string[];
  isOwn: boolean;
}

/**
 * Where a lesson stands: the stop, the stops whose year has been played, and the slide that stands in the stead of the
 * first or the last stop; a question before the first is `starter:0`, with its answer `answer:0`.
 */
export interface Place {
  at: number;
  revealed: number[];
  cover: 'title' | 'close' | `starter:${number}` | `answer:${number}` | null;
}

/** When each clock of the notes started, and when the bell rings, in ms since 1970, or null. */
export interface Clocks {
  begun: number | null;
  stopBegun: number | null;
  bell: number | null;
}

/** What leads a room. */
export interface Lead {
  code: string;
  key: string;
}

/** What brings the notes to a phone. */
export interface PhoneSheet {
  element: HTMLDialogElement;
  open: (lead: Lead) => Promise<void>;
}

/** What the notes are told: where they are, where the wall stands still meanwhile, what is drawn on it. */
export interface Told {
  place: Place | null;
  frozen: Place | null;
  strokes: Stroke[];
  clocks: Clocks;
  lead?: Lead | null;
}

/** The notes of a wall; whoever watches shows them on the wall itself. */
export interface NotesLink {
  open: () => void;
  isOpen: () => boolean;
  show: (place: Place, frozen?: Place | null, now?: number) => void;
  draw: (strokes: Stroke[]) => void;
  startClock: (now?: number) => void;
  ring: (bell: number | null) => void;
  told: () => Told;
  watch: (watch: (told: Told) => void) => void;
  unwatch: (watch: (told: Told) => void) => void;
}

export type InkListener = (strokes: Stroke[], change: 'draw' | 'undo' | 'wipe') => void;

/** The strokes on the wall. */
export interface Ink {
  strokes: () => Stroke[];
  listen: (listener: InkListener) => void;
  isFull: () => boolean;
  draw: (stroke: Stroke) => void;
  undo: () => void;
  wipe: () => void;
}

/** What shows strokes over a stage. */
export interface InkSheet {
  element: SVGSVGElement;
  look: (frame: Frame) => void;
  show: (strokes: Stroke[], frame: Frame) => void;
  draft: (stroke: Stroke | null, frame: Frame) => void;
}

/** The wall stands still while the notes go on: where they are, and what sends them elsewhere. */
export interface Freeze {
  isOn: () => boolean;
  place: () => Place;
  go: (next: Place) => void;
  toggle: () => void;
}

/** A place among the options of a question, or a unit that was clicked. */
export type Choice = number | string;

/** What a class chose before it began. */
export interface QuizSetting {
  level: string;
  seed: number;
  count: number;
  teams: number;
  seconds: number;
}

/** An answer of a team to the question `at`, or to the one that follows it. */
export interface Given {
  at: number;
  team: number;
  question: Question;
  choices: Choice[];
  isRight: boolean;
}

/** An answer in words, questions and teams counted from one. */
export interface ResultRow {
  n: number;
  team: number;
  prompt: string;
  given: string;
  right: string;
  isRight: boolean;
}

/** A question as it stands on the page. */
export interface QuestionPage {
  readonly nodes: HTMLElement[];
  first: HTMLElement | null;
  options: HTMLButtonElement[];
  units: () => string[];
  choose: (i: number) => void;
  click: (id: string) => void;
  confirm: () => void;
  whole: () => Choice[];
  showVerdict: (judgedGame: Game, choices: Choice[], verdict: HTMLElement[]) => void;
}

/** A question that was asked: its game, open or judged, its page, and once judged the way on and what was said. */
export interface Asked {
  game: Game;
  page: QuestionPage;
  clock: {run: () => void; pause: () => void} | null;
  next: HTMLElement | null;
  spoken: string;
}

/** A quiz that is being played. */
export interface Game {
  questions: Question[];
  at: number;
  isFollowUp: boolean;
  isAnswered: boolean;
  isLate: boolean;
  wasRight: boolean;
  scores: number[];
  given: Given[];
}

/** What the address of the class page asks for. */
export interface ClassAddress {
  place: Place;
  quiz: {level: string; seed: number} | null;
  view: string | null;
  isPresenting: boolean;
  unknownStop: string | null;
  unknownQuiz: string | null;
}

/**
 * Whether the page presents its lesson or lets a class explore; `keep` writes the address that says so. A lesson and a
 * quiz are on the wall, in large type.
 */
export interface ClassMode {
  isPresenting: () => boolean;
  isOnWall: () => boolean;
  toggle: () => void;
  showQuiz: (on: boolean) => void;
  setQuiz: (code: string | null) => void;
  keep: (place: Place, search?: string) => void;
}

/** The buttons of the class page. */
export interface ClassTools {
  elements: HTMLElement[];
  tool: (name: string, label: string) => HTMLElement;
  add: (element: HTMLElement) => void;
  show: (shown: {isPresenting: boolean; isQuiz: boolean}) => void;
}

/** What lies over the page and can be ended; with `takesKeys` the next key or button only ends it. */
export interface Lid {
  isOn: () => boolean;
  leave: () => void;
  takesKeys?: boolean;
}

/**
 * The parts of the class page. What is added to it puts its acts, lids (the topmost first) and listeners in;
 * `act(name)` is a key or a button.
 */
export interface ClassPage {
  root: HTMLElement;
  lesson: Lesson;
  isOwn: boolean;
  stops: Stop[];
  bank: Bank;
  t: Translate;
  mode: ClassMode;
  atlas: Atlas;
  player: {place: () => Place; show: (next: Place) => Promise<void>; pause: () => void};
  quiz: {
    element: HTMLElement;
    open: (asked?: {level: string; seed: number} | null) => void;
    close: () => void;
    isOpen: () => boolean;
    onUnit: (id: string | null) => boolean;
    isAsking: () => boolean;
    hold: (isHeld: boolean) => void;
    goOn: () => void;
    goBack: () => void;
    choose: (i: number) => void;
  };
  tools: ClassTools;
  sources: {open: (title: string, ids: string[]) => void; element: HTMLElement};
  acts: Map<unknown, () => void>;
  act: (name: unknown) => void;
  lids: Lid[];
  placeListeners: ((place: Place) => void)[];
  /** On the teacher's page alone. */
  ink?: Ink;
  /** The act that a key asks for, if it leads: see leading/teacher_keys.mjs. */
  leads?: (event: KeyboardEvent, place: string, isQuiz: boolean) => string | null;
  freeze?: Freeze;
  notes?: NotesLink;
  box: {
    element: HTMLElement;
    addToBar: (button: HTMLElement) => void;
    isListOpen: () => boolean;
    closeList: () => void;
    show: (place: Place) => void;
  };
  /** The room in which the class answers, on the wall; `lead` is what leads it from elsewhere. */
  room?: {isOpen: () => boolean; send: (message: ToRoom) => boolean; lead: () => Lead | null};
}
