import { oncePerState, type Reader } from '../analysis/index.ts';
import { firstEndingAfter } from '../domain/text/find.ts';
import type { Span } from '../domain/text/span.ts';

/** A turn or a paragraph (code units of its source), headings left out. */
export interface Stretch extends Span {
  /** Unique in the project. */
  id: number;
  bodyStart: number;
  isInterviewer: boolean;
  /** The speaker, when known to be a respondent. */
  respondentId: number | null;
}

/** The segments of every source, in the order of its text. */
export const loadStretches = (reader: Reader): Promise<ReadonlyMap<number, readonly Stretch[]>> =>
  oncePerState(reader, 'stretches', () => readStretches(reader));

async function readStretches({ db, projectId }: Reader) {
  const rows = await db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .select(['g.id', 'g.source_id', 'g.start', 'g.end', 'g.body_start'])
    .select(['p.is_interviewer', 'p.respondent_id'])
    .where('s.project_id', '=', projectId)
    .where('g.kind', '<>', 'heading')
    .orderBy('g.source_id')
    .orderBy('g.start')
    .execute();
  const bySource = new Map<number, Stretch[]>();
  for (const row of rows) {
    const own = bySource.get(row.source_id) ?? [];
    if (own.length === 0) bySource.set(row.source_id, own);
    own.push({
      id: row.id,
      start: row.start,
      end: row.end,
      bodyStart: row.body_start,
      isInterviewer: row.is_interviewer === 1,
      respondentId: row.respondent_id,
    });
  }
  return bySource;
}

/** The stretches that share at least one code unit with a span. */
export function touched(stretches: readonly Stretch[], { start, end }: Span): Stretch[] {
  const found: Stretch[] = [];
  for (let at = firstEndingAfter(stretches, start); at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (!stretch || stretch.start >= end) break;
    found.push(stretch);
  }
  return found;
}
