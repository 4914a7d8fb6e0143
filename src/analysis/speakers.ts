import { firstEndingAfter } from '../domain/text/find.ts';
import type { Reader } from './study.ts';

interface Stretch {
  start: number;
  end: number;
  /** `null` when nobody knows which respondent it is. */
  respondentId: number | null;
}

type SpeakersOf = (sourceId: number, start: number, end: number) => readonly number[];

const NOBODY_KNOWN: readonly number[] = [];

/**
 * Who speaks in a passage (code units of its source), where every turn it touches is by a speaker who is linked to a
 * respondent. The interviewer's turns are passed over. One turn by somebody unknown and the answer is nobody: then the
 * words count for everyone in the interview.
 */
export async function speakersByPassage(
  { db }: Reader,
  sourceIds: readonly number[],
): Promise<SpeakersOf> {
  if (sourceIds.length === 0) return () => NOBODY_KNOWN;
  const linked = await db
    .selectFrom('speaker')
    .select('source_id')
    .distinct()
    .where('source_id', 'in', sourceIds)
    .where('respondent_id', 'is not', null)
    .execute();
  if (linked.length === 0) return () => NOBODY_KNOWN;
  const rows = await db
    .selectFrom('segment')
    .leftJoin('speaker', 'speaker.id', 'segment.speaker_id')
    .select(['segment.source_id', 'segment.start', 'segment.end'])
    .select('speaker.respondent_id')
    .where(
      'segment.source_id',
      'in',
      linked.map((row) => row.source_id),
    )
    .where('segment.kind', '<>', 'heading')
    .where((eb) => eb.or([eb('is_interviewer', 'is', null), eb('is_interviewer', '=', 0)]))
    .orderBy('segment.source_id')
    .orderBy('segment.start')
    .execute();
  const stretches = new Map<number, Stretch[]>();
  for (const row of rows) {
    const { start, end, respondent_id: respondentId } = row;
    const own = stretches.get(row.source_id);
    if (own) own.push({ start, end, respondentId });
    else stretches.set(row.source_id, [{ start, end, respondentId }]);
  }
  return (sourceId, start, end) => speakersIn(stretches.get(sourceId) ?? [], start, end);
}

function speakersIn(stretches: readonly Stretch[], start: number, end: number): readonly number[] {
  const found = new Set<number>();
  for (let at = firstEndingAfter(stretches, start); at < stretches.length; at++) {
    const stretch = stretches[at];
    if (!stretch || stretch.start >= end) break;
    if (stretch.respondentId === null) return NOBODY_KNOWN;
    found.add(stretch.respondentId);
  }
  return [...found];
}
