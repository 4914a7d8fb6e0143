import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { descendantsOf } from '../domain/codetree/index.ts';
import { change, type ChangeWriter, type Done, type RecordedTable } from '../history/index.ts';
import { codeOf, codesIn } from './queries.ts';
import { leaveSets } from './sets.ts';

/** What goes when a code is deleted, besides itself. */
export interface Removed {
  subCodes: number;
  codings: number;
  memos: number;
  /** Summaries of what respondents say under them. */
  summaries: number;
  /** What it stood under; null for a theme. */
  parentId: number | null;
}

/** Ids asked for at once, below SQLite's limit of bound values. */
const BATCH = 500;

/**
 * Deletes a code with its sub-codes, their codings and memos, as one change: one undo brings all of it back.
 * @throws NotFound `codebook.noCode`
 */
export async function deleteCode(ctx: Ctx, codeId: number): Promise<Done<Removed>> {
  return change(ctx, { kind: 'code.deleted', entity: 'code' }, async (w) => {
    const code = await codeOf(w.trx, ctx.projectId, codeId);
    const removed = await removeCodes(ctx, w, [codeId]);
    w.about(codeId, { name: code.name, ...removed });
    return { ...removed, parentId: code.parent_id };
  });
}

/** Deletes codes with all that is theirs, as part of the change that is under way. */
export async function removeCodes(
  { projectId }: Pick<Ctx, 'projectId'>,
  w: ChangeWriter,
  codeIds: readonly number[],
): Promise<Omit<Removed, 'parentId'>> {
  const codes = await codesIn(w.trx, projectId);
  const gone = new Set(codeIds.flatMap((id) => [id, ...descendantsOf(codes, id)]));
  // From the end of the codebook: a code goes before the code it stands under.
  const ids = codes.flatMap(({ id }) => (gone.has(id) ? [id] : [])).reverse();
  const codings = await idsWhere(w.trx, 'coding', 'code_id', ids);
  const lost = await idsWhere(w.trx, 'lost_coding', 'code_id', ids);
  const memos = [
    ...(await idsWhere(w.trx, 'memo', 'coding_id', codings)),
    ...(await idsWhere(w.trx, 'memo', 'lost_coding_id', lost)),
    ...(await idsWhere(w.trx, 'memo', 'code_id', ids)),
  ];
  const summaries = await idsWhere(w.trx, 'framework_summary', 'code_id', ids);
  await leaveSets(w, projectId, ids);
  const removals: [RecordedTable, number[]][] = [
    ['code_question', await idsWhere(w.trx, 'code_question', 'code_id', ids)],
    ['framework_summary', summaries],
    ['memo', memos],
    ['coding', codings],
    ['lost_coding', lost],
    ['code', ids],
  ];
  for (const [table, rows] of removals) await w.removeMany(table, rows);
  return {
    subCodes: ids.length - codeIds.length,
    codings: codings.length,
    memos: memos.length,
    summaries: summaries.length,
  };
}

async function idsWhere(
  trx: Trx,
  table: 'coding' | 'lost_coding' | 'memo' | 'code_question' | 'framework_summary',
  column: 'code_id' | 'coding_id' | 'lost_coding_id',
  values: readonly number[],
): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < values.length; from += BATCH) {
    const rows = await trx
      .selectFrom(table)
      .select('id')
      // Kysely cannot know that a memo has both columns and a coding one of them.
      .where(column as 'code_id', 'in', values.slice(from, from + BATCH))
      .execute();
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}
