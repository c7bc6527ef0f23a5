// What the modules of the class page hand to each other, for their JSDoc comments. Nothing here is loaded.

import type {Atlas, EarData, ForceDetails, SearchData, Sources, Translate} from '../atlas/types';
import type {Question, Stop} from './payload';

export type {Atlas} from '../atlas/types';
export type {Bank, ChoiceQuestion, ClickQuestion, Lesson, Question, Stop} from './payload';

/** What the atlas asks for late, and the page has from the first. */
export interface LateData {
  sources: Sources;
  forces: ForceDetails;
  searchData: SearchData;
  earData: EarData;
}

/** Where a lesson stands: the stop, and the stops whose year has been played. */
export interface Place {
  at: number;
  revealed: number[];
}

/** When each clock of the notes started, in ms since 1970, or null. */
export interface Clocks {
  begun: number | null;
  stopBegun: number | null;
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

/** A question that was asked: its game, open or judged, its page, and once it is judged the way on and what was said. */
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
  stop: number | null;
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

/** The parts of the class page. */
export interface ClassPage {
  root: HTMLElement;
  stops: Stop[];
  t: Translate;
  mode: ClassMode;
  atlas: Atlas;
  player: {place: () => Place; show: (next: Place) => Promise<void>; pause: () => void};
  notes: {open: () => void; show: (place: Place, now?: number) => void; startClock: (now?: number) => void};
  blank: {element: HTMLElement; toggle: (on?: boolean) => void; isOn: () => boolean};
  spot: {element: HTMLElement; toggle: (on?: boolean) => void; isOn: () => boolean};
  quiz: {
    element: HTMLElement;
    open: (asked?: {level: string; seed: number} | null) => void;
    close: () => void;
    isOpen: () => boolean;
    onUnit: (id: string | null) => boolean;
    isAsking: () => boolean;
    goOn: () => void;
    goBack: () => void;
    choose: (i: number) => void;
  };
  tools: {elements: HTMLElement[]; show: (shown: {isPresenting: boolean; isQuiz: boolean}) => void};
  acts: Map<unknown, () => void>;
  box: {
    element: HTMLElement;
    isListOpen: () => boolean;
    closeList: () => void;
    show: (place: Place) => void;
  };
}
