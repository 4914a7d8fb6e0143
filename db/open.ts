import type SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { openSqlite, sqliteDialect } from './dialect/sqlite.ts';
import { migrate } from './migrate.ts';
import type { Db, Schema } from './schema.ts';

export interface OpenDatabase {
  db: Db;
  /** The driver's own handle: for backup, integrity checks and PRAGMAs inside `db/` only. */
  sqlite: SQLite.Database;
  close(): Promise<void>;
}

/**
 * Opens (or creates) the database file and brings it to the newest version.
 * @param file path, or `:memory:` in tests
 * @throws NewerDatabaseError for a file written by a newer Earmark; nothing in it is changed.
 */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  const sqlite = openSqlite(file);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(sqlite) });
  const close = () => db.destroy();
  try {
    await migrate(db as unknown as Kysely<never>);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, sqlite, close };
}
