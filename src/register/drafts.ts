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

/** Keeps a list to look at; the same request sent again finds the one it began. */
export async function startDraft(
  ctx: Mine & Pick<Ctx, 'now' | 'request'>,
  { name, given, columns }: Pick<Draft, 'name' | 'given' | 'columns'>,
): Promise<number> {
  const begun_by = ctx.request?.key ?? null;
  const begun = begun_by === null ? undefined : await draftOf(ctx, 'begun_by', begun_by);
  if (begun !== undefined) return begun;
  await sweep(ctx);
  const { id } = await ctx.db
    .insertInto('register_draft')
    .values({
      ...{ project_id: ctx.projectId, user_id: ctx.userId, name, kind: given.kind, sheet: 0 },
      body: given.kind === 'paste' ? given.text : JSON.stringify(given.sheets),
      ...{ day_order: null, columns: JSON.stringify(columns), corrections: '{}' },
      begun_by,
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
    .where('done_by', 'is', null)
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
    .where('done_by', 'is', null)
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

/** The draft that a request began or ended, if it did. */
async function draftOf(
  { db, projectId, userId }: Mine,
  column: 'begun_by' | 'done_by',
  key: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('register_draft')
    .select('id')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where(column, '=', key)
    .executeTakeFirst();
  return row?.id;
}

/** Whether this very request, sent before, imported the draft or put it away. */
export async function isDone(ctx: Mine & Pick<Ctx, 'request'>, id: number): Promise<boolean> {
  const key = ctx.request?.key;
  return key !== undefined && (await draftOf(ctx, 'done_by', key)) === id;
}

/**
 * Deletes a draft's words for good; the database overwrites what is deleted. Without a word, the row stays until the next
 * list is begun, so that a request that comes again is known.
 */
export async function endDraft(
  { projectId, userId, request }: Pick<Ctx, 'projectId' | 'userId' | 'request'>,
  trx: Trx | Ctx['db'],
  id: number,
): Promise<void> {
  await trx
    .updateTable('register_draft')
    .set({ name: '', body: '', columns: '{}', corrections: '{}', done_by: request?.key ?? '' })
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .execute();
}

async function sweep({ db, projectId, userId }: Mine): Promise<void> {
  await db
    .deleteFrom('register_draft')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('done_by', 'is not', null)
    .execute();
}
