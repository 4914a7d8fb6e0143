import type { Db, Trx } from '../../db/schema.ts';
import { segmentText, type Segmentation, type SegmentShape } from '../domain/text/segments.ts';
import { labelKey } from '../domain/text/speakers.ts';
import { applyMarks, type Mark } from '../domain/text/structure.ts';
import { marksOf } from './marks.ts';
import { notedSegments, sectionsOf, type NotedSegment } from './noted.ts';

/** Rows inserted per statement, to stay below SQLite's limit of bound values. */
const BATCH = 500;

/**
 * Makes the source's segments anew from its current text, its speakers and what was corrected. Segments are derived:
 * they are no part of the change record, and undo makes them again by this.
 * @param known what `segmentText` says of the current text, when the caller has it already and nobody corrected a label
 */
export async function rebuildSegments(
  trx: Trx,
  sourceId: number,
  known?: Segmentation,
): Promise<void> {
  await trx.deleteFrom('segment').where('source_id', '=', sourceId).execute();
  const speakers = await speakersIn(trx, sourceId);
  const marks = await marksOf(trx, sourceId);
  const segments = known?.segments ?? (await segmentsFrom(trx, sourceId, speakers, marks));
  const idOf = new Map(speakers.map(({ id, label, sameAsId }) => [label, sameAsId ?? id]));
  const placed = applyMarks(segments, meantBy(marks, speakers), (label) => idOf.get(label) ?? null);
  const rows = placed.map((segment, position) => ({
    source_id: sourceId,
    position,
    start: segment.start,
    end: segment.end,
    body_start: segment.bodyStart,
    kind: segment.kind,
    speaker_id: segment.speakerId,
    time_ms: segment.timeMs,
    question_id: segment.questionId,
  }));
  for (let from = 0; from < rows.length; from += BATCH)
    await trx
      .insertInto('segment')
      .values(rows.slice(from, from + BATCH))
      .execute();
}

/** Marks with the speaker whom another spelling stands for; a label that is no speaker after all is nobody. */
function meantBy(marks: readonly Mark[], speakers: readonly SpeakerRow[]): Mark[] {
  const meant = new Map(
    speakers.map(({ id, isSpeaker, sameAsId }) => [id, isSpeaker ? (sameAsId ?? id) : null]),
  );
  return marks.map((mark) =>
    mark.mark === 'speaker' && mark.speakerId !== null
      ? { ...mark, speakerId: meant.get(mark.speakerId) ?? null }
      : mark,
  );
}

interface SpeakerRow {
  id: number;
  label: string;
  isSpeaker: boolean;
  sameAsId: number | null;
}

async function speakersIn(db: Db | Trx, sourceId: number): Promise<SpeakerRow[]> {
  const rows = await db
    .selectFrom('speaker')
    .select(['id', 'label', 'is_speaker', 'same_as_id as sameAsId'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  return rows.map(({ is_speaker, ...row }) => ({ ...row, isSpeaker: is_speaker === 1 }));
}

/** What people said about labels, for `segmentText`: a label in two cases is a speaker when one of them is. */
export function saidOf(
  speakers: readonly { label: string; isSpeaker: boolean }[],
): Map<string, boolean> {
  const said = new Map<string, boolean>();
  for (const { label, isSpeaker } of speakers)
    said.set(labelKey(label), isSpeaker || said.get(labelKey(label)) === true);
  return said;
}

/** What people said about the labels in a source. */
export async function saidIn(db: Db | Trx, sourceId: number): Promise<Map<string, boolean>> {
  return saidOf(await speakersIn(db, sourceId));
}

async function segmentsFrom(
  trx: Trx,
  sourceId: number,
  speakers: readonly SpeakerRow[],
  marks: readonly Mark[],
): Promise<readonly (SegmentShape & Partial<NotedSegment>)[]> {
  const current = await trx
    .selectFrom('source as s')
    .innerJoin('source_text as t', (join) =>
      join.onRef('t.source_id', '=', 's.id').onRef('t.version', '=', 's.version'),
    )
    .select(['t.text', 's.interview_id as interviewId', 's.original_type as originalType'])
    .where('s.id', '=', sourceId)
    .executeTakeFirst();
  const segmentation = segmentText(current?.text ?? '', saidOf(speakers));
  const sections = current ? await sectionsOf(trx, current) : null;
  if (sections === null) return segmentation.segments;
  return notedSegments(segmentation, sections, answers(segmentation, speakers, marks));
}

/** Whose answers notes hold: the one speaker whom their text does not name, those apart whom people set for single turns. */
function answers(
  { segments }: Segmentation,
  speakers: readonly SpeakerRow[],
  marks: readonly Mark[],
): string | null {
  const found = new Set(segments.map(({ speaker }) => speaker));
  const unnamed = speakers.filter(({ label, isSpeaker }) => isSpeaker && !found.has(label));
  const marked = new Set(marks.flatMap((mark) => (mark.mark === 'speaker' ? mark.speakerId : [])));
  const [who, ...others] =
    unnamed.length > 1 ? unnamed.filter(({ id }) => !marked.has(id)) : unnamed;
  return who && others.length === 0 ? who.label : null;
}
