import type { Trx } from '../../db/schema.ts';
import { notedSections, type NotedSection } from '../domain/guide/notes-text.ts';
import type { Segmentation, SegmentShape } from '../domain/text/segments.ts';

/** What `source.original_type` says of a text that was made of the notes of its interview, and of no file. */
export const NOTES_TYPE = 'application/x-earmark-notes';

/** A segment of a text made of notes knows its question. */
export type NotedSegment = SegmentShape & { questionId: number | null };

/** The questions that the notes of an interview may stand under, in order; at most 1,000. */
export async function notedQuestions(trx: Trx, interviewId: number) {
  return trx
    .selectFrom('answer as a')
    .innerJoin('question as q', 'q.id', 'a.question_id')
    .select(['q.id', 'q.number', 'q.text', 'a.notes'])
    .where('a.interview_id', '=', interviewId)
    .orderBy('q.position')
    .orderBy('q.id')
    .limit(1000)
    .execute();
}

/**
 * Gives segments their questions, and where no label says whose words they are, the speaker.
 * @param speaker who answers, when it is one person; notes under no question are the interviewer's own
 */
export function notedSegments(
  { segments }: Segmentation,
  sections: readonly NotedSection[],
  speaker: string | null,
): NotedSegment[] {
  let at = 0;
  return segments.map((segment) => {
    while (at < sections.length - 1 && segment.start >= (sections[at]?.end ?? Infinity)) at += 1;
    const questionId = sections[at]?.questionId ?? null;
    const isAnswer = questionId !== null && segment.kind !== 'heading';
    return { ...segment, questionId, speaker: segment.speaker ?? (isAnswer ? speaker : null) };
  });
}

/** The text's sections, when it was made of notes; null for any other source. */
export async function sectionsOf(
  trx: Trx,
  source: { interviewId: number | null; originalType: string | null; text: string },
): Promise<NotedSection[] | null> {
  if (source.originalType !== NOTES_TYPE || source.interviewId === null) return null;
  return notedSections(source.text, await notedQuestions(trx, source.interviewId));
}
