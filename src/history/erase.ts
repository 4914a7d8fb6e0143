import type { Trx } from '../../db/schema.ts';
import { contentHash, erasureProof, type Erasure } from './chain.ts';
import { isWordsHash, type RecordedTable, type Row, type RowImage } from './images.ts';

/** Kinds of changes that nothing brings back. */
export const FINAL = ['respondent.erased', 'source.redacted'] as const;

export const isFinal = (kind: string): boolean => (FINAL as readonly string[]).includes(kind);

/** Stands in the record where something was erased. */
const MARK = '…';

/** Changes read from the record at a time. */
const BATCH = 500;

const keyOf = (table: string, id: number): string => `${table} ${id}`;

/** What is to be taken out of the record: whole rows, or columns of rows that stay. */
export class Erasing {
  private readonly rows = new Set<string>();
  private readonly parts = new Map<string, Set<string>>();
  private readonly searched = new Set<string>();
  /** Texts in the sentences of changes that are not to go although they stood in what is erased: a reference. */
  readonly staying = new Set<string>();
  /** See `kept`. */
  readonly words: string[] = [];

  get isEmpty(): boolean {
    return this.rows.size === 0 && this.parts.size === 0;
  }

  row(table: RecordedTable, id: number): void {
    this.rows.add(keyOf(table, id));
  }

  columns(table: RecordedTable, id: number, columns: readonly string[]): void {
    const known = this.parts.get(keyOf(table, id)) ?? new Set();
    for (const column of columns) known.add(column);
    this.parts.set(keyOf(table, id), known);
  }

  /** Of a row that stays: earlier versions of what was written in it go when one of `words` is in them. */
  kept(table: RecordedTable, id: number): void {
    this.searched.add(keyOf(table, id));
  }

  has({ table, id }: { table: string; id: number | null }): boolean {
    return id !== null && this.rows.has(keyOf(table, id));
  }

  isSearched({ table, id }: RowImage): boolean {
    return this.searched.has(keyOf(table, id));
  }

  /** The image without what is erased, and what that was; null when nothing is. */
  strip(image: RowImage): { image: RowImage; values: unknown[] } | null {
    const { table, id, before, after } = image;
    if (this.has(image))
      return {
        image: { table, id, before: null, after: null, erased: true },
        values: [...valuesIn(before), ...valuesIn(after)],
      };
    const columns = this.parts.get(keyOf(table, id));
    const isIn = (row: Row | null) => row !== null && Object.keys(row).some((c) => columns?.has(c));
    if (!columns || (!isIn(before) && !isIn(after))) return null;
    const without = (row: Row | null) =>
      row && Object.fromEntries(Object.entries(row).filter(([c]) => !columns.has(c)));
    const only = (row: Row | null) =>
      Object.entries(row ?? {}).flatMap(([c, value]) => (columns.has(c) ? [value] : []));
    return {
      image: { table, id, before: without(before), after: without(after), erased: true },
      values: [...only(before), ...only(after)],
    };
  }
}

const valuesIn = (row: Row | null): unknown[] => Object.values(row ?? {});

interface Recorded {
  id: number;
  seq: number;
  entity: string;
  entity_id: number | null;
  detail: string;
  rows: string;
}

/** What reading the whole record finds. */
class Findings {
  /** Changes that something is taken out of, with what is left. */
  readonly touched: (Recorded & { images: RowImage[] })[] = [];
  /** Texts that stood in the record as they were. */
  readonly texts = new Set<string>();
  /** Hashes of words that go, of words that someone else's rows have too, and of words to look through. */
  readonly gone = new Set<string>();
  readonly shared = new Set<string>();
  readonly searched = new Set<string>();

  constructor(private readonly erasing: Erasing) {}

  read(change: Recorded): void {
    const images = JSON.parse(change.rows) as RowImage[];
    let isTouched = this.erasing.has({ table: change.entity, id: change.entity_id });
    const left = images.map((image) => {
      const stripped = this.erasing.strip(image);
      for (const value of stripped?.values ?? [])
        if (isWordsHash(value)) this.gone.add(value.sha256);
        else if (typeof value === 'string' && value !== '') this.texts.add(value);
      const kept = stripped?.image ?? image;
      this.remember(kept);
      if (stripped) isTouched = true;
      return kept;
    });
    if (isTouched) this.touched.push({ ...change, images: left });
  }

  private remember(image: RowImage): void {
    for (const value of [...valuesIn(image.before), ...valuesIn(image.after)])
      if (isWordsHash(value)) {
        this.shared.add(value.sha256);
        if (this.erasing.isSearched(image)) this.searched.add(value.sha256);
      }
  }
}

/**
 * Takes what is erased out of every change of the project and out of the words kept for undo. The chain goes on proving
 * the record: each change keeps the hash of what it said, and what is left of it is proved by the erasing itself.
 * Reads the whole record once.
 * @param seq of the change that erases
 * @returns for its detail: how many changes something was taken out of, and the proof of what is left
 */
export async function eraseFromRecord(
  trx: Trx,
  projectId: number,
  seq: number,
  erasing: Erasing,
): Promise<{ changes: number; proof: string }> {
  const findings = new Findings(erasing);
  for await (const change of changesOf(trx, projectId)) findings.read(change);
  for (const text of erasing.staying) findings.texts.delete(text);
  const erasures: Erasure[] = [];
  for (const change of findings.touched)
    erasures.push(await rewrite(trx, change, seq, findings.texts));
  await forgetWords(trx, projectId, erasing, findings);
  return { changes: erasures.length, proof: erasureProof(erasures) };
}

/** A row that was removed before: whole as it was then, its words as hashes. */
export interface RemovedRow {
  table: RecordedTable;
  id: number;
  row: Row;
}

/**
 * Every removal that the record holds, oldest first. The database gives the number of a removed row to another one, so
 * that a number stands for different rows at different times.
 */
export async function removedRows(trx: Trx, projectId: number): Promise<RemovedRow[]> {
  const found: RemovedRow[] = [];
  for await (const { rows } of changesOf(trx, projectId))
    for (const { table, id, before, after } of JSON.parse(rows) as RowImage[])
      if (after === null && before !== null) found.push({ table, id, row: before });
  return found;
}

async function* changesOf(trx: Trx, projectId: number): AsyncGenerator<Recorded> {
  for (let last = 0; ;) {
    const changes = await trx
      .selectFrom('change')
      .select(['id', 'seq', 'entity', 'entity_id', 'detail', 'rows'])
      .where('project_id', '=', projectId)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    yield* changes;
    const end = changes.at(-1);
    if (!end) return;
    last = end.seq;
  }
}

async function rewrite(
  trx: Trx,
  change: Findings['touched'][number],
  by_seq: number,
  texts: ReadonlySet<string>,
): Promise<Erasure> {
  const detail = withoutTexts(change.detail, texts);
  const rows = JSON.stringify(change.images);
  const left = contentHash({ salt: '', detail, rows });
  await trx
    .updateTable('change')
    .set({ detail, rows, salt: '' })
    .where('id', '=', change.id)
    .execute();
  await forgetAnswer(trx, change.id, texts);
  await trx
    .insertInto('change_erasure')
    .values({ change_id: change.id, by_seq, sha256: left })
    .execute();
  return { seq: change.seq, by_seq, sha256: left };
}

const withoutTexts = (json: string, texts: ReadonlySet<string>): string =>
  JSON.stringify(JSON.parse(json), (_name, value: unknown) =>
    typeof value === 'string' && texts.has(value) ? MARK : value,
  );

/** What was handed back when the change was made, and would be again if the same request came once more. */
async function forgetAnswer(trx: Trx, changeId: number, texts: ReadonlySet<string>): Promise<void> {
  const answers = await trx
    .selectFrom('request_key')
    .select(['id', 'value'])
    .where('change_id', '=', changeId)
    .execute();
  for (const { id, value } of answers)
    if (value !== null)
      await trx
        .updateTable('request_key')
        .set({ value: withoutTexts(value, texts) })
        .where('id', '=', id)
        .execute();
}

/** Words that stand in nobody else's rows; of rows that stay, versions in which one of the words is. */
async function forgetWords(
  trx: Trx,
  projectId: number,
  { words }: Erasing,
  { gone, shared, searched }: Findings,
): Promise<void> {
  const forget = (hash: string) =>
    trx
      .deleteFrom('kept_text')
      .where('project_id', '=', projectId)
      .where('sha256', '=', hash)
      .execute();
  for (const hash of gone) if (!shared.has(hash)) await forget(hash);
  if (words.length === 0) return;
  const sought = words.map((word) => word.toLowerCase());
  for (const hash of searched) {
    const kept = await trx
      .selectFrom('kept_text')
      .select('body')
      .where('project_id', '=', projectId)
      .where('sha256', '=', hash)
      .executeTakeFirst();
    const body = kept?.body.toLowerCase() ?? '';
    if (sought.some((word) => body.includes(word))) await forget(hash);
  }
}
