import type { SegmentKind } from '../../db/schema.ts';
import type { Reader } from './queries.ts';

export interface Segment {
  id: number;
  /** 0, 1, 2 … within the source. */
  position: number;
  /** Code units of the source's text; words begin at `bodyStart`, after a label or a time stamp. */
  start: number;
  end: number;
  bodyStart: number;
  kind: SegmentKind;
  speakerId: number | null;
  speaker: string | null;
  isInterviewer: boolean;
  timeMs: number | null;
  questionId: number | null;
}

/** Segments in order from position `from` on; at most `limit` (2,000 unless told otherwise). */
export async function listSegments(
  { db, projectId }: Reader,
  sourceId: number,
  { from = 0, limit = 2000 }: { from?: number; limit?: number } = {},
): Promise<Segment[]> {
  const rows = await db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .select([
      'g.id',
      'g.position',
      'g.start',
      'g.end',
      'g.body_start as bodyStart',
      'g.kind',
      'g.speaker_id as speakerId',
      'p.label as speaker',
      'p.is_interviewer',
      'g.time_ms as timeMs',
      'g.question_id as questionId',
    ])
    .where('s.project_id', '=', projectId)
    .where('g.source_id', '=', sourceId)
    .where('g.position', '>=', from)
    .orderBy('g.position')
    .limit(limit)
    .execute();
  return rows.map(({ is_interviewer, ...row }) => ({
    ...row,
    isInterviewer: is_interviewer === 1,
  }));
}

/** How many segments the source has. */
export async function countSegments({ db, projectId }: Reader, sourceId: number): Promise<number> {
  const { n } = await db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('s.project_id', '=', projectId)
    .where('g.source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return n;
}

/** The position of the segment that holds the offset (code units), or of the last one before it; 0 when there is none. */
export async function positionAt(
  { db, projectId }: Reader,
  sourceId: number,
  offset: number,
): Promise<number> {
  const row = await db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select('g.position')
    .where('s.project_id', '=', projectId)
    .where('g.source_id', '=', sourceId)
    .where('g.start', '<=', offset)
    .orderBy('g.start', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 0;
}

export interface Speaker {
  id: number;
  /** As the text writes it. */
  label: string;
  isInterviewer: boolean;
  respondentId: number | null;
  /** */
  respondent: string | null;
  /** Segments of theirs in this source. */
  segments: number;
}

/** Who speaks in the source, the most talkative first; at most 200. */
export async function listSpeakers(
  { db, projectId }: Reader,
  sourceId: number,
): Promise<Speaker[]> {
  const rows = await db
    .selectFrom('speaker as p')
    .innerJoin('source as s', 's.id', 'p.source_id')
    .leftJoin('respondent as r', 'r.id', 'p.respondent_id')
    .select((eb) => [
      'p.id',
      'p.label',
      'p.is_interviewer',
      'p.respondent_id as respondentId',
      'r.reference as respondent',
      eb
        .selectFrom('segment as g')
        .whereRef('g.speaker_id', '=', 'p.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('segments'),
    ])
    .where('s.project_id', '=', projectId)
    .where('p.source_id', '=', sourceId)
    .orderBy('segments', 'desc')
    .orderBy('p.label')
    .limit(200)
    .execute();
  return rows.map(({ is_interviewer, ...row }) => ({
    ...row,
    isInterviewer: is_interviewer === 1,
  }));
}
