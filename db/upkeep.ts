import type SQLite from 'better-sqlite3';
import { openSqlite } from './dialect/sqlite.ts';

/** What only the driver can do for checks, backups and restores. */

/** What SQLite itself finds wrong with the file, in its own words; empty when all is well. At most 100. */
export function integrityProblems(sqlite: SQLite.Database): string[] {
  const rows = sqlite.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

export interface ForeignKeyProblem {
  table: string;
  /** The row that points to nothing. */
  row: number;
  parent: string;
}

/** Rows that point to a row that is not there. */
export function foreignKeyProblems(sqlite: SQLite.Database): ForeignKeyProblem[] {
  const rows = sqlite.pragma('foreign_key_check') as {
    table: string;
    rowid: number;
    parent: string;
  }[];
  return rows.map(({ table, rowid, parent }) => ({ table, row: rowid, parent }));
}

/** More pages than a database can have: the copy is made in one step. */
const ALL_PAGES = 0x7f_ff_ff_ff;

/**
 * Copies the database as it stands at one moment, while others go on writing. In one step, because a copy in several
 * starts again whenever another process writes in between.
 */
export async function copyDatabase(sqlite: SQLite.Database, to: string): Promise<void> {
  await sqlite.backup(to, { progress: () => ALL_PAGES });
}

/**
 * Brings everything in the write-ahead log into the database file and does away with the log, so that the file alone is
 * the whole database and can be moved or replaced.
 * @returns `in use` when another program has the database open, `unreadable` when it is none; then nothing was done
 */
export function foldLog(file: string): 'alone' | 'in use' | 'unreadable' {
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = openSqlite(file, { waitMs: 0 });
    sqlite.pragma('journal_mode = DELETE');
    return 'alone';
  } catch (error) {
    if (isBusy(error)) return 'in use';
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  } finally {
    sqlite?.close();
  }
}

/** Another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return hasCode(error, 'SQLITE_BUSY') || hasCode(error, 'SQLITE_LOCKED');
}

/** The file is no SQLite database, or so damaged that it cannot be read as one. */
export function isUnreadable(error: unknown): boolean {
  return hasCode(error, 'SQLITE_NOTADB') || hasCode(error, 'SQLITE_CORRUPT');
}

/** The file cannot be opened or written by this user, or the disk is full. */
export function isRefusedByDisk(error: unknown): boolean {
  return ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_FULL', 'SQLITE_IOERR'].some((code) =>
    hasCode(error, code),
  );
}

function hasCode(error: unknown, prefix: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith(prefix)
  );
}
