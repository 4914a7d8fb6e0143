import {
  loadAsked,
  loadCodes,
  loadCodings,
  loadInterviews,
  loadSources,
  type Coding,
  type HeldInterview,
  type Reader,
} from '../analysis/index.ts';
import { speakersOf } from '../domain/crosstab/shares.ts';
import { treeRows, type TreeRow } from '../domain/crosstab/tree.ts';
import { getSettings } from '../projects/index.ts';

/** Whose words count: whoever's are coded, or not those in turns of the interviewer. */
export type Words = 'all' | 'respondents';

/** What every pattern is reckoned from, and what is left out of it. */
export interface Material {
  rows: readonly TreeRow[];
  /** Codings of documents and of the interviews that count. */
  codings: readonly Coding[];
  /** Interviews that were held, without debriefs unless the project counts them. */
  interviews: ReadonlyMap<number, HeldInterview>;
  /** Whose words a coding is of; nobody for a document. An interview of which nobody is recorded stands as its negative id. */
  peopleOf: (coding: Coding) => readonly number[];
  /** Numbers that fewer respondents stand behind are hidden; 0 hides none. */
  minCell: number;
  leftOut: LeftOut;
}

export interface LeftOut {
  withdrawn: number;
  debriefs: number;
  /** Codings of the interviewer's words alone. */
  asked: number;
}

const NOBODY: readonly number[] = [];

/** Reads what is coded now. Not limited, since a count of part of it would be wrong. */
export async function loadMaterial(reader: Reader, words: Words): Promise<Material> {
  const settings = await getSettings(reader);
  const [{ held, withdrawn }, sources, codes] = await Promise.all([
    loadInterviews(reader),
    loadSources(reader),
    loadCodes(reader),
  ]);
  const counted = held.filter((one) => settings.counts_debriefs === 1 || !one.isDebrief);
  const interviews = new Map(counted.map((interview) => [interview.id, interview]));
  const all = (await loadCodings(reader, sources, held)).filter(
    ({ interviewId }) => interviewId === null || interviews.has(interviewId),
  );
  const isAsked = words === 'all' ? null : await loadAsked(reader);
  const codings = isAsked === null ? all : all.filter((coding) => !isAsked(coding));
  return {
    rows: treeRows(codes),
    codings,
    interviews,
    peopleOf: (coding) => peopleIn(coding, interviews),
    minCell: settings.min_cell,
    leftOut: {
      withdrawn,
      debriefs: held.length - counted.length,
      asked: all.length - codings.length,
    },
  };
}

function peopleIn(
  coding: Coding,
  interviews: ReadonlyMap<number, HeldInterview>,
): readonly number[] {
  if (coding.interviewId === null) return NOBODY;
  const people = speakersOf(coding, interviews.get(coding.interviewId)?.respondentIds ?? NOBODY);
  return people.length > 0 ? people : [-coding.interviewId];
}

/** Whether a number gives too small a group away. What only documents say concerns no respondent. */
export const isSmall = (count: number, people: number, minCell: number): boolean =>
  people > 0 && (people < minCell || count < minCell);
