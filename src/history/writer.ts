import type { Insertable, Kysely, Updateable } from 'kysely';
import type { Schema, Trx } from '../../db/schema.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { Erasing } from './erase.ts';
import { imageOf, sameValue, UNCOMPARED, wordsIn } from './images.ts';
import type { RecordedTable, Row, RowImage } from './images.ts';

/** Rows by column name, for code that treats every recorded table alike. */
export type LooseTrx = Kysely<Record<string, Record<string, unknown>>>;

const idOf = (row: Row): number => Number(row['id']);

/** Rows written per statement, to stay below SQLite's limit of bound values. */
const BATCH = 500;

/**
 * The only way to write to a recorded table. Each write leaves an image of the row before and after, and `change` puts
 * them into the one record when the work is done.
 */
export class Writer {
  readonly images: RowImage[] = [];
  readonly kept = new Map<string, string>();
  /** What this change takes out of the record for good; nothing, for any change but an erasing. */
  readonly erasing = new Erasing();
  private readonly loose: LooseTrx;

  /** @param trx for reading, and for writing derived rows (segments, search) */
  constructor(readonly trx: Trx) {
    this.loose = trx as unknown as LooseTrx;
  }

  /** @returns the new row's id */
  async insert<T extends RecordedTable>(table: T, values: Insertable<Schema[T]>): Promise<number> {
    const [id] = await this.insertMany(table, [values]);
    if (id === undefined) throw new Error(`nothing was inserted into ${table}`);
    return id;
  }

  /** @returns the new rows' ids, in the order given */
  async insertMany<T extends RecordedTable>(
    table: T,
    rows: readonly Insertable<Schema[T]>[],
  ): Promise<number[]> {
    const ids: number[] = [];
    for (let from = 0; from < rows.length; from += BATCH) {
      const inserted = await this.loose
        .insertInto(table)
        .values(rows.slice(from, from + BATCH) as Record<string, unknown>[])
        .returningAll()
        .execute();
      const inOrder = inserted.sort((a, b) => Number(a['id']) - Number(b['id']));
      for (const row of inOrder) {
        const id = Number(row['id']);
        this.images.push({ table, id, before: null, after: imageOf(table, row) });
        ids.push(id);
      }
    }
    return ids;
  }

  /**
   * Changes columns of one row; columns that already have the value are left alone, and nothing at all to change is no change.
   * @param expectedRevision the revision the person saw, when the table has one
   * @returns whether anything changed
   * @throws Conflict `history.stale` with the row as it stands, when someone changed it since
   * @throws NotFound when there is no such row
   */
  async update<T extends RecordedTable>(
    table: T,
    id: number,
    patch: Updateable<Schema[T]>,
    expectedRevision?: number,
  ): Promise<boolean> {
    const row = await this.current(table, id);
    if (row === null) throw new NotFound('history.gone');
    if (expectedRevision !== undefined && row['revision'] !== expectedRevision)
      throw new Conflict('history.stale', {}, null, row);
    const changed = Object.entries(patch as Row).filter(
      ([column, value]) =>
        value !== undefined && !UNCOMPARED.has(column) && !sameValue(row[column], value),
    );
    if (changed.length === 0) return false;
    await this.write(table, id, row, Object.fromEntries(changed));
    return true;
  }

  /** @throws NotFound when there is no such row */
  async remove(table: RecordedTable, id: number): Promise<void> {
    const row = await this.current(table, id);
    if (row === null) throw new NotFound('history.gone');
    await this.loose.deleteFrom(table).where('id', '=', id).execute();
    this.keep(table, row);
    this.images.push({ table, id, before: imageOf(table, row), after: null });
  }

  /**
   * Writes the same values over many rows at once. For columns that each of these rows holds something else in: rows are
   * not compared one by one, as `update` does.
   * @throws NotFound when one of them is not there
   */
  async updateMany<T extends RecordedTable>(
    table: T,
    ids: readonly number[],
    values: Updateable<Schema[T]>,
  ): Promise<void> {
    const columns = Object.keys(values);
    const [first] = ids;
    const hasRevision =
      first !== undefined && (await this.current(table, first))?.['revision'] !== undefined;
    for (const rows of await this.found(table, ids, ['id', ...columns])) {
      await this.loose
        .updateTable<string>(table)
        .set((eb) => ({
          ...(values as Row),
          ...(hasRevision ? { revision: eb(eb.ref('revision').$castTo<number>(), '+', 1) } : {}),
        }))
        .where('id', 'in', rows.map(idOf))
        .execute();
      const after = imageOf(table, values as Row);
      for (const row of rows) {
        const before = Object.fromEntries(columns.map((column) => [column, row[column]]));
        this.keep(table, before);
        this.images.push({ table, id: idOf(row), before: imageOf(table, before), after });
      }
    }
  }

  /** Removes many rows at once. @throws NotFound when one of them is not there */
  async removeMany(table: RecordedTable, ids: readonly number[]): Promise<void> {
    for (const rows of await this.found(table, ids)) {
      await this.loose.deleteFrom(table).where('id', 'in', rows.map(idOf)).execute();
      for (const row of rows) {
        this.keep(table, row);
        this.images.push({ table, id: idOf(row), before: imageOf(table, row), after: null });
      }
    }
  }

  /** The rows with these ids as they stand, whole or some columns of them, in the order given, a batch at a time. */
  private async found(
    table: RecordedTable,
    ids: readonly number[],
    columns?: readonly string[],
  ): Promise<Row[][]> {
    const batches: Row[][] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      const wanted = ids.slice(from, from + BATCH);
      const query = this.loose.selectFrom(table).where('id', 'in', wanted);
      const rows: Row[] = await (
        columns === undefined ? query.selectAll() : query.select(columns)
      ).execute();
      const byId = new Map(rows.map((row) => [idOf(row), row]));
      batches.push(
        wanted.map((id) => {
          const row = byId.get(id);
          if (row === undefined) throw new NotFound('history.gone');
          return row;
        }),
      );
    }
    return batches;
  }

  /** Removes a row for good: neither its values nor its words stay in the record. */
  async erase(table: RecordedTable, id: number): Promise<void> {
    await this.loose.deleteFrom(table).where('id', '=', id).execute();
    this.erasing.row(table, id);
    this.images.push({ table, id, before: null, after: null });
  }

  /** Writes other values over columns of a row for good: what stood in them goes from the record too. */
  async overwrite<T extends RecordedTable>(
    name: T,
    id: number,
    values: Updateable<Schema[T]>,
  ): Promise<void> {
    const table: RecordedTable = name;
    const row = await this.current(table, id);
    if (row === null) throw new NotFound('history.gone');
    const revision = typeof row['revision'] === 'number' ? { revision: row['revision'] + 1 } : {};
    await this.loose
      .updateTable(table)
      .set({ ...(values as Row), ...revision })
      .where('id', '=', id)
      .execute();
    this.erasing.columns(table, id, Object.keys(values));
    this.images.push({ table, id, before: null, after: null });
  }

  /** The row as it stands, whole, or null. */
  async current(table: RecordedTable, id: number): Promise<Row | null> {
    const row = await this.loose
      .selectFrom(table)
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row ?? null;
  }

  /** Puts a removed row back as it was; for undo only. */
  async restore(table: RecordedTable, row: Row): Promise<void> {
    await this.loose.insertInto(table).values(row).execute();
    this.images.push({ table, id: Number(row['id']), before: null, after: imageOf(table, row) });
  }

  private async write(table: RecordedTable, id: number, row: Row, values: Row): Promise<void> {
    const before = Object.fromEntries(Object.keys(values).map((column) => [column, row[column]]));
    const revision = typeof row['revision'] === 'number' ? { revision: row['revision'] + 1 } : {};
    await this.loose
      .updateTable(table)
      .set({ ...values, ...revision })
      .where('id', '=', id)
      .execute();
    this.keep(table, before);
    this.images.push({ table, id, before: imageOf(table, before), after: imageOf(table, values) });
  }

  private keep(table: RecordedTable, row: Row): void {
    for (const { sha256, body } of wordsIn(table, row)) this.kept.set(sha256, body);
  }
}
