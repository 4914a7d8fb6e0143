import type { Filter, ShownCounts } from '../../src/domain/workbench/filter.ts';
import type { Messages } from '../messages/index.ts';

/** A code as the workbench shows it. */
export interface CodeView {
  id: number;
  parentId: number | null;
  name: string;
  /** Names from the theme down to this code. */
  path: readonly string[];
  /** 1 to 8 */
  colour: number;
  key: string | null;
  isCodable: boolean;
}

/** Codings with the code or one below it. */
export interface CountView {
  here: number;
  project: number;
}

/** A stretch of the source; all offsets in code units of its text. */
export interface SegmentView {
  id: number;
  start: number;
  end: number;
  bodyStart: number;
  /** The source's text from `bodyStart` to `end`. */
  body: string;
  kind: 'turn' | 'paragraph' | 'heading';
  /** Shown only where someone begins to speak. */
  speaker: string | null;
  /** Who speaks, also where the turn goes on. */
  spokenBy: string | null;
  isInterviewer: boolean;
  /** Where the segment begins; else of the first time stamp inside its words, see `isTimeInside`. */
  timeMs: number | null;
  isTimeInside: boolean;
  question: string | null;
  codings: readonly CodingView[];
}

export interface CodingView {
  id: number;
  codeId: number;
  coderId: number;
  start: number;
  end: number;
  /** The coder's. */
  initials: string;
  coder: string;
  /** ISO 8601 */
  createdAt: string;
  /** The beginning of the first memo on it; null when there is none. */
  memo: string | null;
  /** Somebody picked it for the report. */
  forReport: boolean;
}

export interface FactsView {
  /** The interview's reference, date and page; null for a document. */
  interview: { reference: string; date: string | null; href: string } | null;
  /** "R-09, regional official" */
  respondents: readonly {
    reference: string;
    role: string;
    group: string | null;
    region: string | null;
  }[];
  interviewers: readonly string[];
  questions: readonly QuestionView[];
}

export interface QuestionView {
  id: number;
  number: string;
  text: string;
  wasAsked: boolean;
  /** First segment of the text under this question. */
  segmentId: number | null;
  /** Codings in the text under this question; null when the text does not know its questions. */
  codings: number | null;
}

export interface SourceView {
  id: number;
  name: string;
  version: number;
  /** First characters of the text's SHA-256. */
  hash: string;
  /** Codings that wait for a look, since their words changed or went. */
  waiting: number;
  isWrapped: boolean;
  /** Consent for its interview was withdrawn. */
  isWithdrawn: boolean;
  /** Code units. */
  length: number;
}

export interface MemoView {
  id: number;
  author: string;
  /** ISO 8601 */
  updatedAt: string;
  body: string;
  coding: { id: number; codeId: number; start: number; end: number } | null;
}

/** Beside the text, besides the interview's facts. */
export interface BesideView {
  memos: readonly MemoView[];
  /** Of the same interview, of the same respondents. */
  others: readonly { id: number; name: string; interview: string; date: string | null }[];
  /** In the list of sources. */
  neighbours: Record<'before' | 'after', { id: number; name: string } | null>;
}

/** What may be filtered, and what is. */
export interface FilterView {
  filter: Filter;
  counts: ShownCounts;
  codes: readonly CodeView[];
  /** Of the codebook, 1 to 8. */
  colours: readonly number[];
  coders: readonly { id: number; name: string }[];
  questions: readonly { number: string; text: string }[];
  speakers: readonly string[];
}

export interface ProgressView {
  codings: number;
  codes: number;
  uncoded: number;
}

/** The rule of the code at hand, and passages it was applied to. */
/** A passage beside a rule, with its place. */
export interface RulePassage {
  text: string;
  href: string;
  from: string;
}

export interface RuleView {
  code: CodeView;
  definition: string;
  useWhen: string;
  notWhen: string;
  example: string;
  passages: readonly RulePassage[];
  /** Those picked as its examples. */
  picked: readonly RulePassage[];
  /** Passages with the code, and of these in other texts. */
  total: number;
  elsewhere: number;
  /** Which handful of passages is shown, from 0. */
  round: number;
}

/** A coding's words with all that says where they stand; who said them by reference. */
export interface QuoteView {
  /** One for each turn it runs over. */
  pieces: readonly string[];
  respondents: readonly string[];
  isInterviewer: boolean;
  source: string;
  interview: string | null;
  timeMs: number | null;
  /** Unicode code points, the end exclusive. */
  start: number;
  end: number;
  version: number;
  hash: string;
  isWithdrawn: boolean;
  /** What was agreed about quoting; empty when nothing was. */
  mayQuote: string;
}

export interface CodingCardView {
  coding: CodingView & { guid: string };
  code: CodeView;
  /** This person's memo. */
  memo: { body: string; revision: number } | null;
  otherMemos: readonly { author: string; body: string }[];
}

export type T = Messages['codings'];
