import { removedRows, type ChangeWriter, type RowImage } from '../history/index.ts';

/**
 * Takes out of the record what of a source was removed before: versions that were undone, codings with the hashes of what
 * they quoted, speakers under a label with the words. Too much undo is lost rather than a word too many kept.
 * @returns SHA-256 of every file that the source was ever read from
 */
export async function redactPast(
  w: ChangeWriter,
  projectId: number,
  sourceId: number,
  shown: (label: string) => string,
): Promise<string[]> {
  for (const { table, id, row } of await removedRows(w.trx, projectId)) {
    // Whose summary it was may have changed since: earlier words of any are looked through.
    if (table === 'framework_summary') w.erasing.kept(table, id);
    if (row['source_id'] !== sourceId) continue;
    if (table === 'source_text' || table === 'memo') w.erasing.row(table, id);
    if (table === 'coding' || table === 'lost_coding')
      w.erasing.columns(table, id, ['quote_sha256']);
    const { label } = row;
    if (table === 'speaker' && typeof label === 'string' && shown(label) !== label)
      w.erasing.row(table, id);
  }
  return originalsOf(w, projectId, sourceId);
}

async function originalsOf(
  w: ChangeWriter,
  projectId: number,
  sourceId: number,
): Promise<string[]> {
  const changes = await w.trx
    .selectFrom('change')
    .select('rows')
    .where('project_id', '=', projectId)
    .where('entity', '=', 'source')
    .where('entity_id', '=', sourceId)
    .execute();
  const images = changes.flatMap(({ rows }) => JSON.parse(rows) as RowImage[]);
  const now = await w.trx
    .selectFrom('source')
    .select('original_sha256')
    .where('id', '=', sourceId)
    .executeTakeFirstOrThrow();
  const told = images
    .filter(({ table, id }) => table === 'source' && id === sourceId)
    .flatMap(({ before, after }) => [before?.['original_sha256'], after?.['original_sha256']]);
  const all = [now.original_sha256, ...told].filter((one) => typeof one === 'string');
  return [...new Set(all)];
}
