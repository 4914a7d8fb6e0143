import type { Study, StudyCoding } from './study.ts';

/** What a table is limited to; `null` where anything goes. Several at once must all hold. */
export interface StudyFilter {
  readonly respondents: ReadonlySet<number> | null;
  readonly interviews: ReadonlySet<number> | null;
  readonly sources: ReadonlySet<number> | null;
  /** Who coded. */
  readonly coders: ReadonlySet<number> | null;
  /** Under which questions a passage was said; 0 is under none. */
  readonly questions: ReadonlySet<number> | null;
}

/**
 * The part of a study that a filter leaves, to be counted as if there were nothing else.
 *
 * Respondents, interviews and sources limit what could be counted as well: an interview is left with the respondents that
 * are, and goes with the last of them; it goes too when none of its sources is left. Documents are nobody's and of no
 * interview, and go when either is limited. Coders and questions limit what is counted alone: who was not coded by a coder
 * could have been.
 */
export function filterStudy<C extends StudyCoding>(study: Study<C>, filter: StudyFilter): Study<C> {
  const { respondents, interviews, sources } = filter;
  if (Object.values(filter).every((part) => part === null)) return study;
  const withSource = new Set(
    study.sources.filter(({ id }) => sources?.has(id) !== false).map((one) => one.interviewId),
  );
  const keptInterviews = study.interviews
    .filter(({ id }) => interviews?.has(id) !== false && (!sources || withSource.has(id)))
    .map((one) =>
      respondents === null
        ? one
        : { ...one, respondentIds: one.respondentIds.filter((id) => respondents.has(id)) },
    )
    .filter((one) => respondents === null || one.respondentIds.length > 0);
  const kept = new Set(keptInterviews.map(({ id }) => id));
  const hasDocuments = respondents === null && interviews === null;
  const isLeft = (interviewId: number | null): boolean =>
    interviewId === null ? hasDocuments : kept.has(interviewId);
  const keptSources = study.sources.filter(
    ({ id, interviewId }) => sources?.has(id) !== false && isLeft(interviewId),
  );
  const sourceIds = new Set(keptSources.map(({ id }) => id));
  return {
    ...study,
    interviews: keptInterviews,
    sources: keptSources,
    codings: study.codings.filter(
      (coding) => sourceIds.has(coding.sourceId) && isCounted(coding, filter),
    ),
    respondents: study.respondents.filter(inRegister(filter, keptInterviews)),
    answers: study.answers.filter(({ interviewId }) => kept.has(interviewId)),
  };
}

function isCounted(
  { coderId, respondentIds = [], questionIds = [] }: StudyCoding,
  { coders, questions, respondents }: StudyFilter,
): boolean {
  if (coders?.has(coderId) === false) return false;
  const under = questionIds.length === 0 ? [0] : questionIds;
  if (questions && !under.some((id) => questions.has(id))) return false;
  // Said by somebody known, who is none of those left: nobody else's words.
  return (
    !respondents || respondentIds.length === 0 || respondentIds.some((id) => respondents.has(id))
  );
}

/** Who is left of the register: with interviews limited, only who was interviewed in one of those left. */
function inRegister(
  { respondents, interviews, sources }: StudyFilter,
  left: readonly { respondentIds: readonly number[] }[],
): (respondent: { id: number }) => boolean {
  const heard = new Set(left.flatMap(({ respondentIds }) => respondentIds));
  const isLimited = interviews !== null || sources !== null;
  return ({ id }) => respondents?.has(id) !== false && (!isLimited || heard.has(id));
}
