import SQLite from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { foldText } from '../../src/domain/names.ts';
import { FOLD } from '../fold.ts';

/** How long a statement waits for another process's lock, in milliseconds, before it fails with SQLITE_BUSY. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Takes the write lock when a transaction begins. A deferred transaction that reads first and writes later fails at once,
 * without waiting, when another process wrote in between.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #sqlite: SQLite.Database;
  /** Inside the transaction of `allOrNothing` (db/open.ts), one transaction more is a savepoint. */
  #isInner = false;

  constructor(sqlite: SQLite.Database) {
    super({ database: keepingStatements(sqlite) });
    this.#sqlite = sqlite;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#isInner = this.#sqlite.inTransaction;
    await run(connection, this.#isInner ? 'savepoint inner' : 'begin immediate');
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, this.#isInner ? 'release inner' : 'commit');
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (!this.#isInner) return run(connection, 'rollback');
    await run(connection, 'rollback to inner');
    await run(connection, 'release inner');
  }
}

async function run(connection: DatabaseConnection, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}

/** Kysely's SQLite dialect with transactions that take the write lock when they begin, and statements that are kept. */
export function sqliteDialect(sqlite: SQLite.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateSqliteDriver(sqlite),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Statements kept per database; pages and commands together have some three hundred. */
const KEPT_STATEMENTS = 500;

/** Hands out the same prepared statement for the same SQL, the one used longest ago dropped first. */
function keepingStatements(sqlite: SQLite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void sqlite.close(),
    prepare: (sql) => {
      const statement = kept.get(sql) ?? asRows(sqlite.prepare(sql));
      kept.delete(sql);
      kept.set(sql, statement);
      if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value ?? '');
      return statement;
    },
  };
}

/**
 * The statement as Kysely uses it. Rows come from the driver as arrays and get their names here: for thousands of rows
 * that takes half as long as the driver's own objects.
 */
function asRows(statement: SQLite.Statement): SqliteStatement {
  const run: SqliteStatement['run'] = (values) => statement.run(...values);
  if (!statement.reader) return { reader: false, all: () => [], run, iterate: () => [].values() };
  statement.raw(true);
  const names = statement.columns().map(({ name }) => name);
  const named = (values: unknown[]) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) row[names[at] ?? ''] = values[at];
    return row;
  };
  return {
    reader: true,
    run,
    all: (values) => (statement.all(...values) as unknown[][]).map(named),
    *iterate(values) {
      for (const row of statement.iterate(...values)) yield named(row as unknown[]);
    },
  };
}

/**
 * Opens the file with the settings every promise leans on: WAL, FULL, foreign keys, erased bytes overwritten.
 * @param waitMs how long a statement waits for another process's lock, in milliseconds
 */
export function openSqlite(
  file: string,
  { waitMs = BUSY_TIMEOUT_MS }: { waitMs?: number } = {},
): SQLite.Database {
  const sqlite = new SQLite(file, { timeout: waitMs });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma('trusted_schema = OFF');
    // Kibibytes, negated. The system keeps the file's pages as well, so the driver's own 16 MB are held twice.
    sqlite.pragma('cache_size = -4096');
    sqlite.function(FOLD, { deterministic: true }, (text) => foldText(String(text ?? '')));
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}
