import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import type { DayOrder } from '../domain/dates/index.ts';
import { NotFound } from '../domain/errors.ts';
import type { ColumnUses, Corrections } from '../domain/register/brought/index.ts';
import type { Sheet } from '../files/index.ts';

/**
 * A list that someone looks at before importing it. Only they see it: it is full of names, and no part of the project. It
 * stays on the server, so that a reload, a lost connection or a second tab lose nothing, until it is imported or put away.
 */
export interface Draft {
  id: number;
  /** The file's name; '' for a paste. */
  name: string;
  given: { kind: 'paste'; text: string } | { kind: 'table'; sheets: Sheet[] };
  /** Place of the sheet that is read, from 0. */
  sheet: number;
  order: DayOrder | null;
  columns: ColumnUses;
  corrections: Corrections;
}

type Mine = Pick<Ctx, 'db' | 'projectId' | 'userId'>;

export async function startDraft(
  ctx: Mine & Pick<Ctx, 'now'>,
  { name, given, columns }: Pick<Draft, 'name' | 'given' | 'columns'>,
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('register_draft')
    .values({
      ...{ project_id: ctx.projectId, user_id: ctx.userId, name, kind: given.kind, sheet: 0 },
      body: given.kind === 'paste' ? given.text : JSON.stringify(given.sheets),
      ...{ day_order: null, columns: JSON.stringify(columns), corrections: '{}' },
      ...{ created_at: ctx.now(), updated_at: ctx.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws NotFound `register.noDraft`, also for one of somebody else */
export async function getDraft({ db, projectId, userId }: Mine, id: number): Promise<Draft> {
  const row = await db
    .selectFrom('register_draft')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('register.noDraft');
  return {
    id,
    name: row.name,
    given:
      row.kind === 'paste'
        ? { kind: 'paste', text: row.body }
        : { kind: 'table', sheets: JSON.parse(row.body) as Sheet[] },
    sheet: row.sheet,
    order: row.day_order,
    columns: JSON.parse(row.columns) as ColumnUses,
    corrections: JSON.parse(row.corrections) as Corrections,
  };
}

/** The lists this person has begun, newest first; at most 50. */
export async function listDrafts({ db, projectId, userId }: Mine) {
  return db
    .selectFrom('register_draft')
    .select(['id', 'name', 'kind', 'updated_at as updatedAt'])
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

export type DraftPatch = Partial<Pick<Draft, 'sheet' | 'order' | 'columns' | 'corrections'>>;

/**
 * Changes a draft as it stands now: two tabs that correct different rows keep both.
 * @throws NotFound `register.noDraft`
 */
export async function patchDraft(
  ctx: Mine & Pick<Ctx, 'now'>,
  id: number,
  patch: (draft: Draft) => DraftPatch,
): Promise<void> {
  await ctx.db.transaction().execute(async (trx) => {
    const draft = await getDraft({ ...ctx, db: trx }, id);
    const { sheet, order, columns, corrections } = { ...draft, ...patch(draft) };
    await trx
      .updateTable('register_draft')
      .set({
        ...{ sheet, day_order: order, columns: JSON.stringify(columns) },
        ...{ corrections: JSON.stringify(corrections), updated_at: ctx.now() },
      })
      .where('id', '=', id)
      .execute();
  });
}

/** Deletes it for good; the database overwrites what is deleted. */
export async function removeDraft(
  { projectId, userId }: Pick<Ctx, 'projectId' | 'userId'>,
  trx: Trx | Ctx['db'],
  id: number,
): Promise<void> {
  await trx
    .deleteFrom('register_draft')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .execute();
}
