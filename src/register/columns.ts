import type { Ctx } from '../deps.ts';
import { headerKey, type ColumnUses } from '../domain/register/brought/index.ts';
import type { TableRow } from '../domain/register/index.ts';
import { change, type Done } from '../history/index.ts';

/** What columns of these names were said to be the last time; `{}` when nobody said. */
export async function rememberedColumns(
  { db, projectId }: Pick<Ctx, 'db' | 'projectId'>,
  rows: readonly TableRow[],
): Promise<ColumnUses> {
  const row = await db
    .selectFrom('register_columns')
    .select('uses')
    .where('project_id', '=', projectId)
    .where('header', '=', headerKey(rows))
    .executeTakeFirst();
  return row ? (JSON.parse(row.uses) as ColumnUses) : {};
}

/** Keeps what columns of these names are, for the next list that has them. */
export async function rememberColumns(
  ctx: Ctx,
  rows: readonly TableRow[],
  columns: ColumnUses,
): Promise<Done<void>> {
  return change(ctx, { kind: 'register.columns', entity: 'register_columns' }, async (w) => {
    const [header, uses] = [headerKey(rows), JSON.stringify(columns)];
    const found = await w.trx
      .selectFrom('register_columns')
      .select('id')
      .where('project_id', '=', ctx.projectId)
      .where('header', '=', header)
      .executeTakeFirst();
    const id =
      found?.id ??
      (await w.insert('register_columns', { project_id: ctx.projectId, header, uses }));
    if (found) await w.update('register_columns', id, { uses });
    w.about(id);
  });
}
