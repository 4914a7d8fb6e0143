import type { Reader } from '../analysis/index.ts';
import { cellKey } from '../domain/framework/grid.ts';

/** A summary without its words. */
export interface Standing {
  id: number;
  seenAt: string;
  updatedAt: string;
}

/** Ids asked for at once, below SQLite's limit of bound values. */
const BATCH = 500;

/** The summaries under some codes, by cell; without their words, which may be many. */
export async function summariesUnder(
  { db, projectId }: Reader,
  codeIds: readonly number[],
): Promise<ReadonlyMap<string, Standing>> {
  const found = new Map<string, Standing>();
  for (let at = 0; at < codeIds.length; at += BATCH) {
    const rows = await db
      .selectFrom('framework_summary')
      .select(['id', 'respondent_id', 'code_id', 'seen_at as seenAt', 'updated_at as updatedAt'])
      .where('project_id', '=', projectId)
      .where('code_id', 'in', codeIds.slice(at, at + BATCH))
      .execute();
    for (const { respondent_id: respondent, code_id: code, ...standing } of rows)
      found.set(cellKey(respondent, code), standing);
  }
  return found;
}

/** The words of some summaries, by their ids. */
export async function bodiesOf(
  { db, projectId }: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await db
      .selectFrom('framework_summary')
      .select(['id', 'body'])
      .where('project_id', '=', projectId)
      .where('id', 'in', ids.slice(at, at + BATCH))
      .execute();
    for (const { id, body } of rows) found.set(id, body);
  }
  return found;
}

/** When each coding of some codes was made that was made after a moment, by its id. */
export async function codedSince(
  { db, projectId }: Reader,
  codeIds: readonly number[],
  since: string,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (let at = 0; at < codeIds.length; at += BATCH) {
    const rows = await db
      .selectFrom('coding')
      .select(['id', 'created_at'])
      .where('project_id', '=', projectId)
      .where('code_id', 'in', codeIds.slice(at, at + BATCH))
      .where('created_at', '>', since)
      .execute();
    for (const { id, created_at: made } of rows) found.set(id, made);
  }
  return found;
}

/** One cell's summary with who wrote it last; null when nothing is written. */
export async function summaryOf({ db, projectId }: Reader, respondentId: number, codeId: number) {
  const row = await db
    .selectFrom('framework_summary as f')
    .innerJoin('user as u', 'u.id', 'f.updated_by')
    .select(['f.id', 'f.body', 'f.seen_at as seenAt', 'f.updated_at as updatedAt'])
    .select('u.name as by')
    .where('f.project_id', '=', projectId)
    .where('f.respondent_id', '=', respondentId)
    .where('f.code_id', '=', codeId)
    .executeTakeFirst();
  return row ?? null;
}

/** A code's guid, under which the browser keeps what is not saved yet. */
export async function guidOfCode({ db, projectId }: Reader, codeId: number): Promise<string> {
  const { guid } = await db
    .selectFrom('code')
    .select('guid')
    .where('project_id', '=', projectId)
    .where('id', '=', codeId)
    .executeTakeFirstOrThrow();
  return guid;
}

/** The groups and regions of the project, in its order; at most 500 each, which a menu can still show. */
export async function namedIn({ db, projectId }: Reader) {
  const of = (table: 'respondent_group' | 'region') =>
    db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('project_id', '=', projectId)
      .orderBy('position')
      .orderBy('id')
      .limit(500)
      .execute();
  return { groups: await of('respondent_group'), regions: await of('region') };
}
