import {
  loadStudy,
  minimumOf,
  oncePerState,
  type Coding,
  type Reader,
  type Words as Naming,
} from '../analysis/index.ts';
import { speakersOf } from '../domain/crosstab/shares.ts';
import type { StudyInterview } from '../domain/crosstab/study.ts';
import { treeRows, type TreeRow } from '../domain/crosstab/tree.ts';
import { getSettings } from '../projects/index.ts';
import type { Part } from '../../views/patterns/types.ts';

/** Whose words count: whoever's are coded, or not those in turns of the interviewer. */
export type Words = 'all' | 'respondents';

/** Which part of the study, and how it is protected; `toShare` always, whatever the minimum. */
export interface Chosen extends Part {
  toShare?: boolean;
}

/** What every pattern is reckoned from, and what is left out of it. */
export interface Material {
  rows: readonly TreeRow[];
  /** Codings of documents and of the interviews that count. */
  codings: readonly Coding[];
  /** Interviews that were held, without debriefs unless the project counts them. */
  interviews: ReadonlyMap<number, StudyInterview>;
  /** The sources that are left, in the order of their names. */
  sources: readonly { id: number; interviewId: number | null }[];
  /** Whether these are the words of someone whom the filter leaves out. */
  isOther: (interviewId: number, respondentId: number | null) => boolean;
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

/** Reads what is coded now, of the part that is chosen. Not limited, since a count of part of it would be wrong. */
export async function loadMaterial(
  reader: Reader,
  words: Words,
  { filter, minCell, toShare = false }: Chosen,
  naming: Naming,
): Promise<Material> {
  const settings = await getSettings(reader);
  const plain = { over: 'all', by: 'group', and: null } as const;
  const loaded = await loadStudy(reader, { ...plain, words, filter }, naming);
  const { study, held } = loaded;
  const counted = study.interviews.filter(
    (one) => settings.counts_debriefs === 1 || !one.isDebrief,
  );
  const interviews = new Map(counted.map((interview) => [interview.id, interview]));
  const everyone = new Map(held.map(({ id, respondentIds }) => [id, respondentIds]));
  const counts = ({ interviewId }: { interviewId: number | null }) =>
    interviewId === null || interviews.has(interviewId);
  return {
    rows: treeRows(study.codes),
    codings: study.codings.filter(counts),
    interviews,
    sources: study.sources.filter(counts),
    isOther: (interviewId, respondentId) =>
      respondentId !== null &&
      everyone.get(interviewId)?.includes(respondentId) === true &&
      interviews.get(interviewId)?.respondentIds.includes(respondentId) === false,
    peopleOf: (coding) => peopleIn(coding, interviews),
    minCell: minimumOf(minCell, settings.min_cell, toShare),
    leftOut: {
      withdrawn: loaded.withdrawn,
      debriefs: study.interviews.length - counted.length,
      asked: loaded.asked,
    },
  };
}

/** Of the whole study a table is reckoned once for each state of it; of a part of it, which may be any, each time. */
export function keptOfWhole<T>(
  reader: Reader,
  name: string,
  { filter, minCell, toShare = false }: Chosen,
  load: () => Promise<T>,
): Promise<T> {
  const isWhole = filter.only.length === 0 && filter.from === '' && filter.to === '';
  return isWhole ? oncePerState(reader, `${name} ${minCell} ${toShare}`, load) : load();
}

function peopleIn(
  coding: Coding,
  interviews: ReadonlyMap<number, StudyInterview>,
): readonly number[] {
  if (coding.interviewId === null) return NOBODY;
  const people = speakersOf(coding, interviews.get(coding.interviewId)?.respondentIds ?? NOBODY);
  return people.length > 0 ? people : [-coding.interviewId];
}

/** Whether a number gives too small a group away. What only documents say concerns no respondent. */
export const isSmall = (count: number, people: number, minCell: number): boolean =>
  people > 0 && (people < minCell || count < minCell);
