import type SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { openSqlite, sqliteDialect } from './dialect/sqlite.ts';
import { migrate } from './migrate.ts';
import type { Db, Schema } from './schema.ts';

export interface OpenDatabase {
  db: Db;
  /** The driver's own handle: for backup, integrity checks and PRAGMAs inside `db/` only. */
  sqlite: SQLite.Database;
  /**
   * Runs work of many changes as one transaction: all of it is kept or, when it fails or the program is killed, nothing.
   * For the time before others use the database; what they wrote meanwhile would share its fate.
   */
  allOrNothing<T>(work: () => Promise<T>): Promise<T>;
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
  return { db, sqlite, allOrNothing: (work) => allOrNothing(sqlite, work), close };
}

async function allOrNothing<T>(sqlite: SQLite.Database, work: () => Promise<T>): Promise<T> {
  sqlite.exec('begin immediate');
  try {
    const result = await work();
    sqlite.exec('commit');
    return result;
  } catch (error) {
    // SQLite itself may have ended it, on a full disk for one.
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  }
}
