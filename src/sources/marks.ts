import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { findQuestions, type GuideQuestion } from '../domain/text/questions.ts';
import type { Carried } from '../domain/text/carry.ts';
import type { SegmentShape } from '../domain/text/segments.ts';
import type { Span } from '../domain/text/span.ts';
import type { Mark } from '../domain/text/structure.ts';
import type { ChangeWriter } from '../history/index.ts';

/** What was corrected in the source's structure, in order; see `applyMarks`. */
export async function marksOf(trx: Trx, sourceId: number): Promise<Mark[]> {
  const rows = await trx
    .selectFrom('structure_mark')
    .select(['mark', 'start', 'speaker_id', 'question_id', 'goes_on'])
    .where('source_id', '=', sourceId)
    .orderBy('start')
    .orderBy('id')
    .execute();
  return rows.map(({ mark, start, speaker_id, question_id, goes_on }) =>
    mark === 'speaker'
      ? { mark, start, speakerId: speaker_id }
      : { mark, start, questionId: question_id, goesOn: goes_on === 1 },
  );
}

/** The questions that may be put in a source: of the guide its interview was held with, else of the one in use. */
export async function guideQuestions(
  trx: Trx | Ctx['db'],
  projectId: number,
  interviewId: number | null,
): Promise<GuideQuestion[]> {
  if (interviewId === null) return [];
  const interview = await trx
    .selectFrom('interview')
    .select('guide_id')
    .where('id', '=', interviewId)
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  if (!interview) return [];
  const newest = await trx
    .selectFrom('guide')
    .select('id')
    .where('project_id', '=', projectId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const guideId = interview.guide_id ?? newest?.id;
  if (guideId === undefined) return [];
  return trx
    .selectFrom('question')
    .select(['id', 'number', 'text'])
    .where('guide_id', '=', guideId)
    .orderBy('position')
    .orderBy('id')
    .limit(1000)
    .execute();
}

interface Found {
  sourceId: number;
  text: string;
  segments: readonly SegmentShape[];
  questions: readonly GuideQuestion[];
}

/**
 * Finds the guide's questions in the text and keeps the places, as part of another change. What people said about a
 * place stays; what was found before and is no longer found goes.
 * @returns how many places bear a found question now
 */
export async function findAnew(w: ChangeWriter, found: Found): Promise<number> {
  const { sourceId, text, segments, questions } = found;
  const interviewers = new Set(await interviewerLabels(w.trx, sourceId));
  const isInterviewer = (label: string) => interviewers.has(label);
  const rows = await w.trx
    .selectFrom('structure_mark')
    .select(['id', 'start', 'question_id', 'is_found'])
    .where('source_id', '=', sourceId)
    .where('mark', '=', 'question')
    .execute();
  const said = new Set(rows.filter((row) => row.is_found === 0).map(({ start }) => start));
  const before = new Map(rows.filter((row) => row.is_found === 1).map((row) => [row.start, row]));
  const ends = new Map(segments.map(({ start, end }) => [start, end]));
  const places = findQuestions(text, segments, questions, isInterviewer).filter(
    ({ start }) => !said.has(start),
  );
  for (const { start, questionId } of places) {
    const row = before.get(start);
    before.delete(start);
    if (row) await w.update('structure_mark', row.id, { question_id: questionId });
    else
      await w.insert('structure_mark', {
        source_id: sourceId,
        mark: 'question',
        start,
        end: ends.get(start) ?? start + 1,
        question_id: questionId,
        is_found: 1,
      });
  }
  for (const { id } of before.values()) await w.remove('structure_mark', id);
  return places.length;
}

/** Labels, as the text writes them, under which an interviewer speaks. */
async function interviewerLabels(trx: Trx, sourceId: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('speaker as p')
    .leftJoin('speaker as same', 'same.id', 'p.same_as_id')
    .select(['p.label', 'p.is_interviewer', 'same.is_interviewer as same'])
    .where('p.source_id', '=', sourceId)
    .execute();
  return rows.filter((row) => (row.same ?? row.is_interviewer) === 1).map(({ label }) => label);
}

/**
 * Takes corrections along when a source gets another version of its text, as part of that change; to be called after the
 * source's row has its new length and before `rebuildSegments`. A correction of a segment whose words are all gone goes.
 * @param carry where a span of the old text stands in the new one: see `carrier`
 */
export async function carryMarks(
  w: ChangeWriter,
  sourceId: number,
  carry: (span: Span) => Carried,
): Promise<{ kept: number; lost: number }> {
  const rows = await w.trx
    .selectFrom('structure_mark')
    .select(['id', 'start', 'end'])
    .where('source_id', '=', sourceId)
    .orderBy('start')
    .execute();
  let lost = 0;
  for (const { id, start, end } of rows) {
    const carried = carry({ start, end });
    if (carried.state === 'lost') {
      await w.remove('structure_mark', id);
      lost += 1;
    } else {
      const { span } = carried;
      await w.update('structure_mark', id, { start: span.start, end: span.end });
    }
  }
  return { kept: rows.length - lost, lost };
}

/** Takes every correction of a source away, as part of another change: the source goes, or is read anew. */
export async function removeMarks(w: ChangeWriter, sourceId: number): Promise<void> {
  const rows = await w.trx
    .selectFrom('structure_mark')
    .select('id')
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  for (const { id } of rows) await w.remove('structure_mark', id);
}

/** Takes the speakers away, other spellings before those they stand for, as part of another change. */
export async function removeSpeakers(w: ChangeWriter, sourceId: number): Promise<void> {
  const rows = await w.trx
    .selectFrom('speaker')
    .select(['id', 'same_as_id'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  const inOrder = [
    ...rows.filter((row) => row.same_as_id !== null),
    ...rows.filter((row) => row.same_as_id === null),
  ];
  for (const { id } of inOrder) await w.remove('speaker', id);
}
