import { columnsOf, type Columns } from './columns.ts';
import { frameOf, type Frame } from './frame.ts';
import { saidBy } from './said.ts';
import type { Classification, CountOptions, Study, StudyCoding } from './study.ts';

/**
 * One thing counted (a respondent, an interview or a document, by its id) and the columns it falls in. Where passages are
 * counted it says where the passage falls and whom it tells of, and `unit` is its interview or its document.
 */
export interface Share {
  readonly unit: number;
  readonly columns: readonly number[];
  /** Whom a count of it tells of: respondents, or an interview whose respondents nobody recorded, as its negative id. */
  readonly people: readonly number[];
  /** How many it counts for: its heads, where people are counted; otherwise one. */
  readonly weight: number;
}

export interface Shares {
  readonly frame: Frame;
  readonly columns: Columns;
  /** What a coding adds to each code it counts for; nothing when it does not count here. */
  of(coding: StudyCoding): readonly Share[];
  /** Everything that could be counted: the denominators. Not for passages, of which all that are coded could be. */
  whole(): Iterable<Share>;
}

const NOTHING: readonly Share[] = [];
const NOBODY: readonly number[] = [];

/** The speaker when known to be one of the interview's respondents, otherwise all of them. */
export function speakersOf(coding: StudyCoding, all: readonly number[]): readonly number[] {
  const own = (coding.respondentIds ?? []).filter((id) => all.includes(id));
  return own.length > 0 ? own : all;
}

/** By question, over those asked: which questions were put in which interview, and to which respondent. */
interface Put {
  readonly inInterview: (id: number | null) => readonly number[];
  readonly toRespondent: (id: number) => readonly number[];
}

function putQuestions(columns: Columns, frame: Frame, options: CountOptions): Put {
  const all = columns.has('question') ? frame.questions : [];
  if (options.over === 'all' || options.over === 'everyone')
    return { inInterview: () => all, toRespondent: () => all };
  const ofRespondent = new Map<number, Set<number>>();
  for (const interview of frame.interviews.values()) {
    for (const id of interview.respondentIds) {
      const known = ofRespondent.get(id) ?? new Set<number>();
      ofRespondent.set(id, known);
      for (const question of frame.putIn.get(interview.id) ?? []) known.add(question);
    }
  }
  return {
    inInterview: (id) => [...(frame.putIn.get(id ?? -1) ?? [])],
    toRespondent: (id) => [...(ofRespondent.get(id) ?? [])],
  };
}

/** What the rows of one table have in common. */
interface Shared {
  /** Those whose being asked counts, over `asked` and `tied`. */
  readonly questions: readonly number[];
  readonly columns?: Columns;
}

/** The one place that says what a coding counts for, so that a number and the passages behind it cannot differ. */
export function sharesOf(
  study: Study,
  by: Classification,
  options: CountOptions,
  { questions, columns = columnsOf(study, by) }: Shared,
): Shares {
  const { unit, over } = options;
  const frame = frameOf(study, options, questions);
  const byQuestion = columns.has('question');
  const put = putQuestions(columns, frame, options);
  const isLimited = byQuestion && over !== 'all' && over !== 'everyone';
  const countsPeople = unit === 'respondents' || unit === 'people';
  const heads = new Map(study.respondents.map(({ id, headCount = 1 }) => [id, headCount]));
  const weightOf = (id: number): number => (unit === 'people' ? (heads.get(id) ?? 1) : 1);

  type Where = { sourceId: number | null; interviewId: number | null };

  /** @param said the questions it was said under; `null` for a denominator, which falls in all that were put */
  const respondentShares = (
    where: Where,
    ids: readonly number[],
    said: readonly number[] | null,
  ): Share[] =>
    ids
      .filter((id) => frame.respondents.has(id))
      .map((id) => {
        const questions = questionsAt(said, () => put.toRespondent(id));
        const place = { ...where, respondentIds: [id], questionIds: questions };
        return { unit: id, columns: fallsIn(place, said), people: [id], weight: weightOf(id) };
      });

  const questionsAt = (
    said: readonly number[] | null,
    possible: () => readonly number[],
  ): readonly number[] => {
    if (!byQuestion) return NOBODY;
    if (said === null) return possible();
    return isLimited ? said.filter((id) => possible().includes(id)) : said;
  };

  const fallsIn = (
    place: Parameters<Columns['of']>[0],
    said: readonly number[] | null,
  ): readonly number[] => {
    const found = columns.of(place);
    if (!byQuestion || said !== null || place.questionIds.length === 0) return found;
    // Everyone counted could also have said it under no question.
    return [...new Set([...found, ...columns.of({ ...place, questionIds: NOBODY })])];
  };

  const interviewShare = (
    where: Where & { interviewId: number },
    ids: readonly number[],
    said: readonly number[] | null,
  ): Share => {
    const questionIds = questionsAt(said, () => put.inInterview(where.interviewId));
    return {
      unit: where.interviewId,
      columns: fallsIn({ ...where, respondentIds: ids, questionIds }, said),
      people: ids.length > 0 ? ids : [-where.interviewId],
      weight: 1,
    };
  };

  const inDocument = (coding: StudyCoding): readonly Share[] => {
    if (!countsDocuments(options)) return NOTHING;
    const { sourceId, questionIds = NOBODY } = coding;
    const place = { sourceId, interviewId: null, respondentIds: NOBODY, questionIds };
    return [{ unit: sourceId, columns: columns.of(place), people: NOBODY, weight: 1 }];
  };

  const fallsNowhere = ({ sourceId, interviewId }: StudyCoding): boolean =>
    columns.of({ sourceId, interviewId, respondentIds: NOBODY, questionIds: NOBODY }).length === 0;

  const reckon = (coding: StudyCoding): readonly Share[] => {
    const { interviewId, sourceId, questionIds = NOBODY } = coding;
    if (fallsNowhere(coding)) return NOTHING;
    if (interviewId === null) return inDocument(coding);
    if (unit === 'documents') return NOTHING;
    const interview = frame.held.get(interviewId);
    if (!interview) return NOTHING;
    const speakers = speakersOf(coding, interview.respondentIds);
    if (countsPeople) return respondentShares({ sourceId, interviewId }, speakers, questionIds);
    if (!frame.interviews.has(interviewId)) return NOTHING;
    return [interviewShare({ sourceId, interviewId }, speakers, questionIds)];
  };

  const known = new Map<string | number, readonly Share[]>();
  const of = (coding: StudyCoding): readonly Share[] => {
    const key = saidBy(coding, byQuestion);
    let found = known.get(key);
    if (!found) known.set(key, (found = reckon(coding)));
    return found;
  };

  function* ofInterview(sourceId: number | null, interviewId: number): Iterable<Share> {
    const ids = frame.held.get(interviewId)?.respondentIds ?? [];
    if (countsPeople) yield* respondentShares({ sourceId, interviewId }, ids, null);
    else if (frame.interviews.has(interviewId))
      yield interviewShare({ sourceId, interviewId }, ids, null);
  }

  function* whole(): Iterable<Share> {
    if (unit === 'documents') {
      // Nobody is asked in a document, so that over those asked there is none.
      for (const { id, interviewId } of countsDocuments(options) ? study.sources : []) {
        if (interviewId !== null) continue;
        const questionIds = questionsAt(null, () => frame.questions);
        const place = { sourceId: id, interviewId, respondentIds: NOBODY, questionIds };
        yield { unit: id, columns: fallsIn(place, null), people: NOBODY, weight: 1 };
      }
      return;
    }
    if (columns.has('document')) return;
    if (columns.has('source')) {
      for (const { id, interviewId } of study.sources) {
        if (interviewId !== null) yield* ofInterview(id, interviewId);
      }
    }
    // By source, this adds to the total alone those whose interview has no source yet.
    for (const id of frame.held.keys()) yield* ofInterview(null, id);
    if (over !== 'everyone' || !countsPeople) return;
    const everyone = study.respondents.map(({ id }) => id).filter((id) => !frame.heard.has(id));
    yield* respondentShares({ sourceId: null, interviewId: null }, everyone, null);
  }

  return { frame, columns, of, whole };
}

/** Whether documents are in the table at all. */
export const countsDocuments = ({ unit, over }: CountOptions): boolean =>
  (unit === 'passages' || unit === 'documents') && (over === 'all' || over === 'everyone');
