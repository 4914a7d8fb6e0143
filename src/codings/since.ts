/** What others did to a source after a place in the project's record of change. */
import type { Db } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import type { Detail, RowImage } from '../history/index.ts';

/** One recorded change as far as a live page needs it. */
export interface Recorded {
  seq: number;
  kind: string;
  detail: Detail;
  actorId: number;
  actor: string;
  images: RowImage[];
}

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** More changes than this are not brought to a page one by one: it is opened anew. */
export const MOST_CHANGES = 300;

/** The number of the project's last change; 0 before the first. */
export async function headOf({ db, projectId }: Reader): Promise<number> {
  const head = await db
    .selectFrom('change_head')
    .select('seq')
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return head?.seq ?? 0;
}

/** The number of one of the project's changes. */
export async function seqOf({ db, projectId }: Reader, changeId: number): Promise<number> {
  const { seq } = await db
    .selectFrom('change')
    .select('seq')
    .where('project_id', '=', projectId)
    .where('id', '=', changeId)
    .executeTakeFirstOrThrow();
  return seq;
}

/** The project's changes after `seq`, oldest first, at most `MOST_CHANGES`. */
export async function changesSince({ db, projectId }: Reader, seq: number): Promise<Recorded[]> {
  const rows = await db
    .selectFrom('change as c')
    .innerJoin('user as u', 'u.id', 'c.actor_id')
    .select(['c.seq', 'c.kind', 'c.detail', 'c.rows', 'c.actor_id', 'u.name'])
    .where('c.project_id', '=', projectId)
    .where('c.seq', '>', seq)
    .orderBy('c.seq')
    .limit(MOST_CHANGES)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    detail: JSON.parse(row.detail) as Detail,
    actorId: row.actor_id,
    actor: row.name,
    images: JSON.parse(row.rows) as RowImage[],
  }));
}

/** Whether it alters how often codes are used, which stands beside every text of the project. */
export const countsElsewhere = (images: readonly RowImage[]): boolean => codesIn(images).length > 0;

/** The codes of codings that came, went or got another code. */
export const codesIn = (images: readonly RowImage[]): number[] =>
  images.flatMap(({ table, before, after }) =>
    table === 'coding'
      ? [before, after].flatMap((side) =>
          typeof side?.['code_id'] === 'number' ? [side['code_id']] : [],
        )
      : [],
  );

/** The sources whose page a change may have altered; `all` when codes changed, which stand beside every text. */
export async function sourcesOf(
  db: Db,
  images: readonly RowImage[],
): Promise<ReadonlySet<number> | 'all'> {
  const sources = new Set<number>();
  const codings = new Set<number>();
  const speakers = new Set<number>();
  for (const { table, id, before, after } of images) {
    const row = { ...before, ...after };
    if (table === 'code') return 'all';
    if (table === 'source') sources.add(id);
    else if (typeof row['source_id'] === 'number') sources.add(row['source_id']);
    // An image of an update holds only the columns that changed.
    else if (table === 'coding') codings.add(id);
    else if (table === 'speaker') speakers.add(id);
    else if (table === 'memo') {
      const coding = row['coding_id'] ?? (await codingOfMemo(db, id));
      if (typeof coding === 'number') codings.add(coding);
    }
  }
  for (const [table, ids] of [
    ['coding', codings],
    ['speaker', speakers],
  ] as const)
    for (const id of await sourceIds(db, table, [...ids])) sources.add(id);
  return sources;
}

async function sourceIds(
  db: Db,
  table: 'coding' | 'speaker',
  ids: readonly number[],
): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .selectFrom(table)
      .select('source_id')
      .distinct()
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    found.push(...rows.map(({ source_id }) => source_id));
  }
  return found;
}

async function codingOfMemo(db: Db, id: number): Promise<number | null> {
  const row = await db
    .selectFrom('memo')
    .select('coding_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.coding_id ?? null;
}
