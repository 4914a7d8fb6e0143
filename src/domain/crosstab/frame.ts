import type { CountOptions, Study, StudyInterview } from './study.ts';

/** Who and what can be counted at all, before any code is looked at. */
export interface Frame {
  /** Interviews that count: no debriefs unless the project counts them, and over `asked` only those asked. */
  readonly interviews: ReadonlyMap<number, StudyInterview>;
  /** Respondents of those interviews. Over `asked`: whoever was asked in at least one of theirs. */
  readonly respondents: ReadonlySet<number>;
  /** Interviews that are not debriefs left out, asked or not: a respondent's words count wherever they were said. */
  readonly held: ReadonlyMap<number, StudyInterview>;
  readonly debriefs: ReadonlySet<number>;
}

/**
 * *Asked* and *declined* both mean that the question was put. *Not asked*, *not reached* and no state at all do not.
 */
const wasPut = (state: string | null): boolean => state === 'asked' || state === 'declined';

/** The ids of interviews in which one of the questions was put; any question when none is named. */
function interviewsAsked(study: Study, questionIds: readonly number[]): Set<number> {
  const chosen = new Set(questionIds);
  const asked = new Set<number>();
  for (const answer of study.answers) {
    if (!wasPut(answer.state)) continue;
    if (chosen.size === 0 || chosen.has(answer.questionId)) asked.add(answer.interviewId);
  }
  return asked;
}

export function frameOf(study: Study, options: CountOptions): Frame {
  const held = new Map<number, StudyInterview>();
  const debriefs = new Set<number>();
  for (const interview of study.interviews) {
    if (interview.isDebrief && !options.countDebriefs) debriefs.add(interview.id);
    else held.set(interview.id, interview);
  }
  let interviews = held;
  if (options.over === 'asked') {
    const asked = interviewsAsked(study, options.questionIds ?? []);
    interviews = new Map([...held].filter(([id]) => asked.has(id)));
  }
  const respondents = new Set<number>();
  for (const interview of interviews.values()) {
    for (const id of interview.respondentIds) respondents.add(id);
  }
  return { interviews, respondents, held, debriefs };
}
