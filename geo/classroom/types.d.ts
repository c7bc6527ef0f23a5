// What the modules of the class page hand to each other, for their JSDoc comments. Nothing here is loaded.

import type {Facts, State, Translate} from '../atlas/types';

/** One step of a lesson. */
export interface Stop {
  year: number;
  before: number | null;
  title: string;
  text: string;
  question: string;
  notes: string;
  wrong_answer: string;
  view: string;
  layers: string[];
  focus: string[];
  statement: string;
  draft: string;
  sources: string[];
  minutes: number;
}

export interface Lesson {
  title: string;
  stops: Stop[];
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

/** A question of the bank. `answer` holds places among `options`; for a click, units. `then` is one that follows a right answer. */
export interface Question {
  kind: 'click' | 'outside' | 'order' | 'year' | 'who';
  level: string;
  prompt: string;
  options: string[];
  answer: any[];
  explanation: string;
  year: number;
  view: string;
  mask: string;
  card: [kind: string, id: string];
  then: Question | null;
}

/** All questions, and what a seed may be. */
export interface Bank {
  kinds: string[];
  levels: string[];
  most_seed: number;
  questions: Question[];
}

/** What a class chose before it began. */
export interface QuizSetting {
  level: string;
  seed: number;
  count: number;
  teams: number;
}

/** A quiz that is being played. */
export interface Game {
  questions: Question[];
  at: number;
  isFollowUp: boolean;
  isAnswered: boolean;
  wasRight: boolean;
  scores: number[];
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

/** Whether the page presents its lesson or lets a class explore; `keep` writes the address that says so. */
export interface ClassMode {
  isPresenting: () => boolean;
  toggle: () => void;
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
  spot: {element: HTMLElement; toggle: (on?: boolean) => void};
  quiz: {
    element: HTMLElement;
    open: (asked?: {level: string; seed: number} | null) => void;
    close: () => void;
    isOpen: () => boolean;
    onUnit: (id: string | null) => boolean;
    keepsCards: () => boolean;
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

/** What `createAtlas` gives. */
export interface Atlas {
  facts: Facts;
  store: {
    get: () => State;
    set: (patch: Partial<State>, how?: string) => void;
    listen: (listener: (state: State) => void) => void;
  };
  drawView: (name: string) => Promise<boolean>;
  openCountry: (id: string) => void;
  openStatement: (id: string) => void;
  close: () => void;
  notice: (text: string) => void;
  announce: (text: string) => void;
}
