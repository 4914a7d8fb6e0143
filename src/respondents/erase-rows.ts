import type { ChangeWriter } from '../history/index.ts';

/** Takes codings and the memos on them away for good. */
export async function eraseCodings(w: ChangeWriter, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await eraseMemos(w, 'coding_id', id);
    await w.erase('coding', id);
  }
}

/** Takes the memos on one thing away for good. */
export async function eraseMemos(
  w: ChangeWriter,
  column: 'coding_id' | 'lost_coding_id' | 'source_id' | 'interview_id' | 'respondent_id',
  id: number,
): Promise<void> {
  const memos = await w.trx.selectFrom('memo').select('id').where(column, '=', id).execute();
  for (const memo of memos) await w.erase('memo', memo.id);
}

/**
 * Takes away for good what quotes an older version of a text: lost codings with their memos, and where codings stood whose
 * words changed since.
 */
export async function eraseEarlier(w: ChangeWriter, sourceId: number): Promise<void> {
  const lost = await w.trx
    .selectFrom('lost_coding')
    .select('id')
    .where('source_id', '=', sourceId)
    .execute();
  for (const { id } of lost) {
    await eraseMemos(w, 'lost_coding_id', id);
    await w.erase('lost_coding', id);
  }
  const changed = await w.trx
    .selectFrom('coding')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('was_version', 'is not', null)
    .execute();
  for (const { id } of changed)
    await w.overwrite('coding', id, { was_version: null, was_start: null, was_end: null });
}

/**
 * Takes a source with all of its texts, speakers, codings and memos away for good.
 * @returns SHA-256 of the file it was read from, if any
 */
export async function eraseSource(w: ChangeWriter, id: number): Promise<string | null> {
  const { original_sha256 } = await w.trx
    .selectFrom('source')
    .select('original_sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const idsIn = async (table: Hanging) =>
    (await w.trx.selectFrom(table).select('id').where('source_id', '=', id).execute()).map(
      (row) => row.id,
    );
  await eraseEarlier(w, id);
  await eraseCodings(w, await idsIn('coding'));
  await eraseMemos(w, 'source_id', id);
  for (const row of await idsIn('structure_mark')) await w.erase('structure_mark', row);
  for (const row of await spellingsIn(w, id)) await w.erase('speaker', row);
  for (const table of ['speaker', 'source_value', 'source_text'] as const)
    for (const row of await idsIn(table)) await w.erase(table, row);
  await w.erase('source', id);
  return original_sha256;
}

type Hanging = 'coding' | 'speaker' | 'source_text' | 'source_value' | 'structure_mark';

/** Other spellings of a speaker, which go before those they stand for. */
async function spellingsIn(w: ChangeWriter, sourceId: number): Promise<number[]> {
  const rows = await w.trx
    .selectFrom('speaker')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('same_as_id', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

const THEIRS = [
  'respondent_identity',
  'respondent_value',
  'respondent_alias',
  'framework_summary',
] as const;

/** Takes who a respondent is, and what was known or summed up of them besides group and region, away for good. */
export async function eraseFacts(w: ChangeWriter, id: number, erased_at: string): Promise<void> {
  for (const table of THEIRS) {
    const rows = await w.trx
      .selectFrom(table)
      .select('id')
      .where('respondent_id', '=', id)
      .execute();
    for (const row of rows) await w.erase(table, row.id);
  }
  await eraseMemos(w, 'respondent_id', id);
  // An earlier reference may have been a name; the one it has now stays as the only thing that tells who was erased.
  w.erasing.columns('respondent', id, ['reference']);
  await w.overwrite('respondent', id, { role: '', organisation: '', erased_at });
}
