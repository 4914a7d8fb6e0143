import { sql } from 'kysely';
import type { Db } from '../../../db/schema.ts';

/** Tables that the record itself is made of, that search is made of, or that hold what can be made anew. */
const DERIVED =
  /^(change|change_head|change_erasure|change_undone|kept_text|request_key|to_forget|segment|register_draft|code_split|code_split_choice|kysely_.*|sqlite_.*|search.*)$/u;

/** Every row of every recorded table, by table and id: `code 12`. */
export async function snapshot(db: Db): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  const { rows: tables } = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table'`.execute(db);
  for (const { name } of tables) {
    if (DERIVED.test(name)) continue;
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    for (const row of found.rows) rows.set(`${name} ${String(row['id'])}`, JSON.stringify(row));
  }
  return rows;
}

/** Rows that are new, gone or different. */
export function changedRows(before: Map<string, string>, after: Map<string, string>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** Changes recorded after `lastId`, and the rows that they name. */
export async function recordedSince(db: Db, lastId: number) {
  const changes = await db
    .selectFrom('change')
    .select(['kind', 'detail', 'undo_depth', 'rows'])
    .where('id', '>', lastId)
    .execute();
  const images = changes.flatMap(({ rows }) => JSON.parse(rows) as { table: string; id: number }[]);
  return {
    changes,
    rows: [...new Set(images.map(({ table, id }) => `${table} ${id}`))].sort(),
  };
}

export async function newestChange(db: Db): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}
