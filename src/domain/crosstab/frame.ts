import type { CountOptions, Study, StudyInterview } from './study.ts';

/** Who and what can be counted at all, before any code is looked at. */
export interface Frame {
  /** Interviews that count: no debriefs unless the project counts them, and over `asked` only those asked. */
  readonly interviews: ReadonlyMap<number, StudyInterview>;
  /** Respondents of those interviews. Over `asked`: whoever was asked in at least one of theirs. */
  readonly respondents: ReadonlySet<number>;
  /** Interviews that are not debriefs left out, asked or not: a respondent's words count wherever they were said. */
  readonly held: ReadonlyMap<number, StudyInterview>;
  /** Respondents of those. */
  readonly heard: ReadonlySet<number>;
  readonly debriefs: ReadonlySet<number>;
  /** Which questions were put in which interview. */
  readonly putIn: ReadonlyMap<number, ReadonlySet<number>>;
  /** Every question of which anything is recorded, or under which anything was said. */
  readonly questions: readonly number[];
}

/**
 * *Asked* and *declined* both mean that the question was put. *Not asked*, *not reached* and no state at all do not.
 */
const wasPut = (state: string | null): boolean => state === 'asked' || state === 'declined';

function questionsPut(study: Study): Map<number, Set<number>> {
  const put = new Map<number, Set<number>>();
  for (const { interviewId, questionId, state } of study.answers) {
    if (!wasPut(state)) continue;
    const known = put.get(interviewId);
    if (known) known.add(questionId);
    else put.set(interviewId, new Set([questionId]));
  }
  return put;
}

function questionsOf(study: Study): number[] {
  const found = new Set(study.answers.map(({ questionId }) => questionId));
  for (const { questionIds = [] } of study.codings) for (const id of questionIds) found.add(id);
  return [...found];
}

/**
 * @param questionIds over `asked` and `tied`: asked any one of these. None means any question over `asked`, and over
 *   `tied`, where a code is tied to none, everyone who was interviewed.
 */
export function frameOf(
  study: Study,
  { over, countDebriefs }: CountOptions,
  questionIds: readonly number[],
): Frame {
  const held = new Map<number, StudyInterview>();
  const debriefs = new Set<number>();
  for (const interview of study.interviews) {
    if (interview.isDebrief && !countDebriefs) debriefs.add(interview.id);
    else held.set(interview.id, interview);
  }
  const putIn = questionsPut(study);
  let interviews = held;
  if (over === 'asked' || (over === 'tied' && questionIds.length > 0)) {
    const wasAsked = (id: number): boolean => {
      const put = putIn.get(id);
      return put !== undefined && (questionIds.length === 0 || questionIds.some((q) => put.has(q)));
    };
    interviews = new Map([...held].filter(([id]) => wasAsked(id)));
  }
  const heard = peopleOf(held);
  return {
    interviews,
    respondents:
      over === 'everyone'
        ? new Set([...heard, ...study.respondents.map(({ id }) => id)])
        : peopleOf(interviews),
    held,
    heard,
    debriefs,
    putIn,
    questions: questionsOf(study),
  };
}

function peopleOf(interviews: ReadonlyMap<number, StudyInterview>): Set<number> {
  const people = new Set<number>();
  for (const interview of interviews.values()) {
    for (const id of interview.respondentIds) people.add(id);
  }
  return people;
}
