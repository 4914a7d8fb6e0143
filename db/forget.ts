import { sql } from 'kysely';
import type { Db, Trx } from './schema.ts';
import { isBusy } from './upkeep.ts';

/** What an erasing has to do outside of its transaction; noted inside it, so that a crash in between forgets nothing. */

/** Notes that the file is to be written anew, and which original files are to go unless something still needs them. */
export async function noteToForget(trx: Trx, originals: Iterable<string>): Promise<void> {
  for (const original_sha256 of [...new Set(originals), null])
    await trx.insertInto('to_forget').values({ original_sha256 }).execute();
}

/** Puts away lists on their way in: any of them may name whoever is erased, and nothing tells which. */
export async function dropDrafts(trx: Trx, projectId: number): Promise<void> {
  await trx.deleteFrom('register_draft').where('project_id', '=', projectId).execute();
}

export async function hasToForget(db: Db): Promise<boolean> {
  const row = await db.selectFrom('to_forget').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** SHA-256 of the files noted that no source of any project was read from. */
export async function originalsToForget(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('to_forget as f')
    .select('f.original_sha256')
    .distinct()
    .where('f.original_sha256', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('source')
            .select('source.id')
            .whereRef('source.original_sha256', '=', 'f.original_sha256'),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ original_sha256 }) => (original_sha256 === null ? [] : [original_sha256]));
}

/**
 * Writes the database file anew and empties the write-ahead log. `secure_delete` overwrites what is deleted, but not the
 * copies that SQLite leaves behind when it moves rows from page to page.
 * @returns false when another program is reading or writing meanwhile: then what was noted stays noted
 */
export async function writeAnew(db: Db): Promise<boolean> {
  try {
    await sql`vacuum`.execute(db);
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
  if (!(await emptyLog(db))) return false;
  await db.deleteFrom('to_forget').execute();
  return emptyLog(db);
}

async function emptyLog(db: Db): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
