// What stands in the class page beside facts and views: the lesson and the questions. tests/test_payload_types.py holds
// the real ones to it.

/**
 * One step of a lesson. `before` is the year to halt at, 0 for none, `day_before` the day of the picture that waits
 * there and `when_before` that day in words; `names` are whom the question is about; `camera` is x, y and zoom, or
 * nothing for the whole view; `sources` are ids, `producers` are those of its sources, each once.
 */
export interface Stop {
  year: number;
  title: string;
  day: number;
  when: string;
  view: string;
  before: number;
  day_before: number | null;
  when_before: string;
  focus: string[];
  names: string[];
  layers: string[];
  statement: string;
  draft: string;
  camera: number[];
  solo: string;
  country: string;
  text: string;
  question: string;
  minutes: number;
  producers: string[];
  sources: string[];
}

/** A step as only the teacher's page has it. */
export interface TeachersStop extends Stop {
  notes: string;
  wrong_answer: string;
}

/** A question before or after a lesson; `right` is the place of the right answer among `options`, from 0. */
export interface CheckQuestion {
  prompt: string;
  options: string[];
  right: number;
  why: string;
  sources: string[];
}

/** A word of the glossary: short, spelled out, and what it says. */
export interface KeyWord {
  id: string;
  term: string;
  name: string;
  says: string;
}

/**
 * `link` is the `lesson=…` of an address that gives it to pupils; empty where it is the page's own. One that came in a
 * pupil's address has title, subtitle and stops alone. `misconception`, `guidance`, `exit` and the right answers of
 * `starter` are the teacher's.
 */
export interface Lesson {
  title: string;
  subtitle: string;
  link: string;
  goals?: string[];
  key_words?: KeyWord[];
  starter?: (Pick<CheckQuestion, 'prompt' | 'options'> & Partial<CheckQuestion>)[];
  misconception?: {text: string; answer: string};
  guidance?: string;
  exit?: CheckQuestion[];
  stops: Stop[];
}

export interface TeachersLesson extends Lesson {
  stops: TeachersStop[];
}

/** What a lesson from an address may have at most, and what a stop has that does not say. */
export interface Limits {
  head: {title: number; subtitle: number};
  longest: number;
  stop: {title: number; text: number; question: number; notes: number; wrong_answer: number};
  stops: number;
  view: string;
  layers: string[];
  minutes: number;
  most_minutes: number;
  most_zoom: number;
}

/**
 * All views there are, where those lie that the page has not inside it, beneath its own address or nowhere; the other
 * memberships that have pages beside it.
 */
export interface Around {
  base: string;
  views: string[];
  limits: Limits;
  memberships: string[];
  /** The memberships that can be laid over the map, and what is said of others. */
  over: string[];
  not_over: string;
}

/**
 * What all questions have. `then` is one that follows a right answer, `seen` are the years, half-open, on whose map the
 * answer can be seen, `names` those of which the words name everybody who joined.
 */
interface AnyQuestion {
  level: string;
  prompt: string;
  options: string[];
  explanation: string;
  year: number;
  mask: string;
  view: string;
  card: [kind: 'country' | 'statement' | '', id: string];
  sources: string[];
  then?: Question | undefined;
  seen?: number[];
  names?: number[];
}

/** Answered by clicks on units. */
export interface ClickQuestion extends AnyQuestion {
  kind: 'click';
  answer: string[];
}

/** Answered by places among the options, in order where order is asked. */
export interface ChoiceQuestion extends AnyQuestion {
  kind: 'outside' | 'order' | 'year' | 'who' | 'when' | 'next' | 'left';
  answer: number[];
}

export type Question = ClickQuestion | ChoiceQuestion;

/** All questions, which kinds of them are chosen first, and what a seed may be. */
export interface Bank {
  levels: string[];
  kinds: Question['kind'][];
  first: string[];
  most_seed: number;
  most_questions: number;
  questions: Question[];
}
