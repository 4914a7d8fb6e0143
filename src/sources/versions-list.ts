import { NotFound } from '../domain/errors.ts';
import type { RowImage } from '../history/index.ts';
import type { Reader } from './queries.ts';

/** One version of a text: who made it, when and how. */
export interface Version {
  version: number;
  sha256: string;
  /** In code points. */
  characters: number;
  createdAt: string;
  /** The kind of change that made it, as the record has it; null when the record does not say. */
  kind: string | null;
  by: string | null;
}

/** Versions of a source's text, the newest first; at most 200. */
export async function listVersions(ctx: Reader, sourceId: number): Promise<Version[]> {
  const rows = await ctx.db
    .selectFrom('source_text as t')
    .innerJoin('source as s', 's.id', 't.source_id')
    .select(['t.version', 't.sha256', 't.text', 't.created_at as createdAt'])
    .where('s.project_id', '=', ctx.projectId)
    .where('s.id', '=', sourceId)
    .orderBy('t.version', 'desc')
    .limit(200)
    .execute();
  const makers = await makersOf(ctx, sourceId);
  return rows.map(({ text, ...row }) => ({
    ...row,
    characters: codePointsIn(text),
    kind: makers.get(row.version)?.kind ?? null,
    by: makers.get(row.version)?.by ?? null,
  }));
}

/** Pairs of halves count once. */
const codePointsIn = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/gu)?.length ?? 0);

/** Who made which version: the last change that left a text with that number. */
async function makersOf({ db, projectId }: Reader, sourceId: number) {
  const changes = await db
    .selectFrom('change as c')
    .innerJoin('user as u', 'u.id', 'c.actor_id')
    .select(['c.kind', 'c.rows', 'u.name as by'])
    .where('c.project_id', '=', projectId)
    .where('c.entity', '=', 'source')
    .where('c.entity_id', '=', sourceId)
    .orderBy('c.seq')
    .execute();
  const makers = new Map<number, { kind: string; by: string }>();
  for (const { kind, rows, by } of changes)
    for (const { table, before, after } of JSON.parse(rows) as RowImage[])
      if (table === 'source_text' && before === null && typeof after?.['version'] === 'number')
        makers.set(after['version'], { kind, by });
  return makers;
}

/** @throws NotFound `versions.noVersion` */
export async function readVersion(
  { db, projectId }: Reader,
  sourceId: number,
  version: number,
): Promise<{ text: string; sha256: string }> {
  const row = await db
    .selectFrom('source_text as t')
    .innerJoin('source as s', 's.id', 't.source_id')
    .select(['t.text', 't.sha256'])
    .where('s.project_id', '=', projectId)
    .where('s.id', '=', sourceId)
    .where('t.version', '=', version)
    .executeTakeFirst();
  if (!row) throw new NotFound('versions.noVersion');
  return row;
}
