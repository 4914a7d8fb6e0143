import type { Db, Trx } from '../../db/schema.ts';
import type { Span } from '../domain/text/span.ts';

/** Of a memo, beside its coding; code points. */
const SHOWN = 240;

/** Segments and codings of one source are read whole: a source has a size limit, and with it they have. */

export interface SegmentRow extends Span {
  id: number;
  position: number;
  /** Where the words begin, after label and time. */
  bodyStart: number;
  kind: 'turn' | 'paragraph' | 'heading';
  speaker: string | null;
  isInterviewer: boolean;
  /** From the start of the recording. */
  timeMs: number | null;
  question: string | null;
}

export interface CodingRow extends Span {
  id: number;
  codeId: number;
  coderId: number;
  initials: string;
  coder: string;
  createdAt: string;
  /** The beginning of the first memo on it; null when there is none. */
  memo: string | null;
  forReport: boolean;
}

/** The source's segments in order; with `within`, only those that share text with one of the spans. */
export async function segmentsOf(
  db: Db,
  sourceId: number,
  within?: readonly Span[],
): Promise<SegmentRow[]> {
  let query = db
    .selectFrom('segment as s')
    .leftJoin('speaker as p', 'p.id', 's.speaker_id')
    .leftJoin('question as q', 'q.id', 's.question_id')
    .select(['s.id', 's.position', 's.start', 's.end', 's.body_start', 's.kind', 's.time_ms'])
    .select(['p.label', 'p.is_interviewer', 'q.number'])
    .where('s.source_id', '=', sourceId)
    .orderBy('s.position');
  if (within)
    query = query.where((eb) =>
      eb.or(
        within.map(({ start, end }) => eb.and([eb('s.start', '<', end), eb('s.end', '>', start)])),
      ),
    );
  return (await query.execute()).map((row) => ({
    id: row.id,
    position: row.position,
    start: row.start,
    end: row.end,
    bodyStart: row.body_start,
    kind: row.kind,
    speaker: row.label,
    isInterviewer: row.is_interviewer === 1,
    timeMs: row.time_ms,
    question: row.number,
  }));
}

/** The source's codings by anyone, in order; with `within`, only those that share text with the span. */
export async function codingsOf(
  db: Db | Trx,
  sourceId: number,
  within?: Span,
): Promise<CodingRow[]> {
  let query = db
    .selectFrom('coding as c')
    .innerJoin('user as u', 'u.id', 'c.coder_id')
    .select([
      'c.id',
      'c.code_id',
      'c.coder_id',
      'c.start',
      'c.end',
      'c.created_at',
      'c.for_report',
      'u.initials',
      'u.name',
    ])
    .select((eb) =>
      eb
        .selectFrom('memo as m')
        .select((m) => m.fn<string>('substr', ['m.body', m.val(1), m.val(SHOWN)]).as('body'))
        .whereRef('m.coding_id', '=', 'c.id')
        .orderBy('m.id')
        .limit(1)
        .as('memo'),
    )
    .where('c.source_id', '=', sourceId)
    .orderBy('c.start')
    .orderBy('c.end', 'desc')
    .orderBy('c.id');
  if (within) query = query.where('c.start', '<', within.end).where('c.end', '>', within.start);
  return (await query.execute()).map((row) => ({
    id: row.id,
    codeId: row.code_id,
    coderId: row.coder_id,
    start: row.start,
    end: row.end,
    initials: row.initials,
    coder: row.name,
    createdAt: row.created_at,
    memo: row.memo,
    forReport: row.for_report === 1,
  }));
}

/** How much of a source is coded, by everyone together. */
export async function codedCounts(
  db: Db,
  sourceId: number,
): Promise<{ codings: number; codes: number }> {
  return db
    .selectFrom('coding')
    .select((eb) => [
      eb.fn.countAll<number>().as('codings'),
      eb.fn.count<number>('code_id').distinct().as('codes'),
    ])
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
}

export async function codeName(db: Db, codeId: number): Promise<string> {
  const { name } = await db
    .selectFrom('code')
    .select('name')
    .where('id', '=', codeId)
    .executeTakeFirstOrThrow();
  return name;
}
