import type { Form } from '../../src/domain/search/terms.ts';

/**
 * What can be searched: segments of sources, notes under questions, memos, an interview's own notes, codes with their
 * rules, and what is known of respondents besides who they are. In the order of their numbers in the index.
 */
export const PARTS = ['segment', 'answer', 'memo', 'interview', 'code', 'respondent'] as const;
export type Part = (typeof PARTS)[number];

/** The index's row of a text that is no segment: see migration 0015. */
export const rowOf = (part: Exclude<Part, 'segment'>, id: number): number =>
  -(id * 8 + PARTS.indexOf(part));

/** A source's segments have rows from its id times this, by their position. */
export const SOURCE_ROWS = 2 ** 26;
/** The same as bits to shift by: what is left is the source's id. */
export const SOURCE_BITS = 26;

/** A text that fits, by what it is and its id; never its words. */
export interface Match {
  part: Part;
  id: number;
}

/** Where to look. A project is always named: nothing is found across projects. */
export interface Scope extends Narrowing {
  projectId: number;
  parts: readonly Part[];
  /** How words are compared. */
  form: Form;
  /** What is not looked into: these interviews with their notes, these sources, and the memos on either. */
  leftOut: { interviewIds: readonly number[]; sourceIds: readonly number[] };
}

/** What a text has to be besides having the words; a part that cannot be it is not looked into. */
export interface Narrowing {
  /** One source's segments only. */
  sourceId?: number | undefined;
  /** Of respondents in this group, and this region: one respondent must be in both. */
  groupId?: number | undefined;
  regionId?: number | undefined;
  /** Said by respondents, or by interviewers. */
  voice?: 'respondents' | 'interviewers' | undefined;
  /** Said by who is written so in the text, or by the respondent of this reference. */
  speaker?: string | undefined;
  /** Under this question, whatever the version of the guide. */
  questionId?: number | undefined;
  /** With or without any coding on it. */
  coded?: 'yes' | 'no' | undefined;
  /** Without a coding by this code, or with one. */
  code?: { id: number; isOn: boolean } | undefined;
}

/** One source, one interview's notes, or all memos, codes or respondents: what results are grouped by. */
export interface Place {
  kind: 'source' | 'interview' | 'memos' | 'codes' | 'respondents';
  /** 0 where all are one place. */
  id: number;
  /** The source's name, the interview's reference; empty otherwise. */
  title: string;
  /** Texts that fit. */
  matches: number;
  /** Of a source, the positions of the segments that fit, in order; where a search finds so much that none are kept, null. */
  positions?: readonly number[] | null;
}
