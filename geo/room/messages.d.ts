// What travels between a browser and a room. protocol.mjs checks it; docs/room.md tells of it.

/** Units for countries, places among the options for a choice and an order, one year. */
export type Answer = string[] | number[];
export type Vote = string | number | number[];

/** A question as everybody hears it; only the wall knows `right` before the reveal. */
export interface Asked {
  id: string;
  kind: 'countries' | 'choice' | 'order' | 'year';
  prompt: string;
  options: string[];
  most: number;
}

export interface Stroke {
  pen: string;
  points: number[];
}

/** What stands on the wall; `words` are the title of a stop, or its question while the class predicts. */
export interface Shown {
  stop: number;
  day: number;
  view: string;
  halted: boolean;
  place: string;
  words: string;
}

export interface Result {
  question: string;
  right: Answer;
  votes: [vote: Vote, n: number][];
  answered: number;
  rightly: number;
}

export interface Row {
  place: number;
  name: string;
  team: number;
  points: number;
}

export type ToRoom =
  | {kind: 'open'; teams: number}
  | {kind: 'lead'; code: string; key: string}
  | {kind: 'join'; code: string}
  | {kind: 'back'; code: string; token: string}
  | {kind: 'give'; sheet: string; question: string; answer: Answer}
  | ({kind: 'show'} & Shown)
  | ({kind: 'draw'} & Stroke)
  | {kind: 'ask'; exit: boolean; questions: (Asked & {right: Answer})[]}
  | {kind: 'rank'; shown: boolean}
  | {kind: 'leave' | 'beat' | 'wipe' | 'reveal' | 'clear' | 'counts' | 'end'};

export type FromRoom =
  | {kind: 'opened'; code: string; key: string}
  | {kind: 'joined'; code: string; token: string}
  | {kind: 'you'; name: string; team: number; rightly: number; sheet: string; answers: Record<string, Answer>}
  | ({kind: 'wall'} & Shown)
  | {kind: 'ink'; strokes: Stroke[]}
  | {kind: 'asked'; sheet: string; exit: boolean; questions: Asked[]}
  | {kind: 'result'; sheet: string; of: number; results: Result[]}
  | {kind: 'board'; shown: boolean; rows: Row[]}
  | {kind: 'class'; code: string; teams: number; phones: number; answered: number[]; ends: number}
  | {kind: 'counts'; csv: string}
  | {kind: 'ended' | 'refused'; why: string; sentence?: string}
  | {kind: 'beat'};
