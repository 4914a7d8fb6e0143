/** What can be searched: segments of sources, notes under questions, an interview's own notes, memos. */
export type Part = 'segment' | 'answer' | 'interview' | 'memo';

/** A text that fits, by what it is and its id; never its words. */
export interface Match {
  part: Part;
  id: number;
}

/** Where to look. A project is always named: nothing is found across projects. */
export interface Scope {
  projectId: number;
  parts: readonly Part[];
  /** What is not looked into: these interviews with their notes, these sources, and the memos on either. */
  leftOut: { interviewIds: readonly number[]; sourceIds: readonly number[] };
  /** One source's segments only. */
  sourceId?: number | undefined;
}

export interface Totals {
  part: Part;
  /** Texts that fit. */
  matches: number;
  /** Sources, interviews or memos they stand in. */
  places: number;
}
