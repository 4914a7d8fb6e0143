import type { Trx } from '../../db/schema.ts';
import { segmentText, type Segmentation, type SegmentShape } from '../domain/text/segments.ts';
import { notedSegments, sectionsOf, type NotedSegment } from './noted.ts';

/** Rows inserted per statement, to stay below SQLite's limit of bound values. */
const BATCH = 500;

/**
 * Makes the source's segments anew from its current text and its speakers. Segments are derived:
 * they are no part of the change record, and undo makes them again by this.
 * @param known what `segmentText` says of the current text, when the caller has it already
 */
export async function rebuildSegments(
  trx: Trx,
  sourceId: number,
  known?: Segmentation,
): Promise<void> {
  await trx.deleteFrom('segment').where('source_id', '=', sourceId).execute();
  const speakers = await trx
    .selectFrom('speaker')
    .select(['id', 'label'])
    .where('source_id', '=', sourceId)
    .execute();
  const labels = speakers.map(({ label }) => label);
  const segments = known?.segments ?? (await segmentsFrom(trx, sourceId, labels));
  const idOf = new Map(speakers.map(({ id, label }) => [label, id]));
  const rows = segments.map((segment: SegmentShape & Partial<NotedSegment>, position) => ({
    source_id: sourceId,
    position,
    start: segment.start,
    end: segment.end,
    body_start: segment.bodyStart,
    kind: segment.kind,
    speaker_id: segment.speaker === null ? null : (idOf.get(segment.speaker) ?? null),
    time_ms: segment.timeMs,
    question_id: segment.questionId ?? null,
  }));
  for (let from = 0; from < rows.length; from += BATCH)
    await trx
      .insertInto('segment')
      .values(rows.slice(from, from + BATCH))
      .execute();
}

async function segmentsFrom(
  trx: Trx,
  sourceId: number,
  labels: readonly string[],
): Promise<readonly SegmentShape[]> {
  const current = await trx
    .selectFrom('source as s')
    .innerJoin('source_text as t', (join) =>
      join.onRef('t.source_id', '=', 's.id').onRef('t.version', '=', 's.version'),
    )
    .select(['t.text', 's.interview_id as interviewId', 's.original_type as originalType'])
    .where('s.id', '=', sourceId)
    .executeTakeFirst();
  const segmentation = segmentText(current?.text ?? '');
  const sections = current ? await sectionsOf(trx, current) : null;
  if (sections === null) return segmentation.segments;
  const found = new Set(segmentation.segments.map(({ speaker }) => speaker));
  const [who = null, ...others] = labels.filter((label) => !found.has(label));
  return notedSegments(segmentation, sections, others.length === 0 ? who : null);
}
