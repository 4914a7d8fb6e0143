import type { Span } from '../domain/text/span.ts';
import type { Reader } from './study.ts';

/** The turns or paragraphs of some sources in the order of their text, headings left out. */
export async function readSegments(
  { db, projectId }: Reader,
  sourceIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Span[]>> {
  const rows = await db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(['g.source_id', 'g.start', 'g.end'])
    .where('s.project_id', '=', projectId)
    .where('s.id', 'in', sourceIds)
    .where('g.kind', '<>', 'heading')
    .orderBy('g.source_id')
    .orderBy('g.start')
    .execute();
  const bySource = new Map<number, Span[]>();
  for (const { source_id: source, start, end } of rows) {
    const own = bySource.get(source);
    if (own) own.push({ start, end });
    else bySource.set(source, [{ start, end }]);
  }
  return bySource;
}
