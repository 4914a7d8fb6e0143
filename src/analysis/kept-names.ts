import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import type { Reader } from './study.ts';

/** Longest name, in code units. */
export const NAME_LIMIT = 200;
/** Names on one page. */
export const KEPT_PAGE = 50;

/** An address that people keep under a name. */
export interface Kept {
  id: number;
  name: string;
  /** What stands behind its question mark. */
  query: string;
  revision: number;
}

/** What is kept: its table, the kinds of its changes, and the codes of its errors. */
interface Naming {
  table: 'saved_view' | 'saved_query';
  kinds: { kept: string; renamed: string; removed: string };
  errors: { empty: string; long: string; taken: string; gone: string };
}

const COLUMNS = ['id', 'name', 'query', 'revision'] as const;

/**
 * Addresses kept under names, of one kind: only what was chosen is kept, so that each shows what is coded when it is opened.
 * Errors: Invalid for a name that is empty or long, Conflict for one that is taken or was changed meanwhile, NotFound for
 * what is no longer kept.
 */
export function keptUnderNames({ table, kinds, errors }: Naming) {
  async function named({ db, projectId }: Reader, name: string): Promise<Kept | null> {
    const row = await db
      .selectFrom(table)
      .select(COLUMNS)
      .where('project_id', '=', projectId)
      .where('name_fold', '=', foldName(name))
      .executeTakeFirst();
    return row ?? null;
  }

  async function of({ db, projectId }: Reader, id: number): Promise<Kept> {
    const row = await db
      .selectFrom(table)
      .select(COLUMNS)
      .where('project_id', '=', projectId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new NotFound(errors.gone);
    return row;
  }

  function nameFrom(text: string): string {
    const name = tidyName(text);
    if (name === '') throw new Invalid(errors.empty, {}, 'name');
    if (name.length > NAME_LIMIT) throw new Invalid(errors.long, { limit: NAME_LIMIT }, 'name');
    return name;
  }

  async function checkFree(ctx: Ctx, w: ChangeWriter, name: string, own: number | null) {
    const taken = await named({ db: w.trx, projectId: ctx.projectId }, name);
    if (taken && taken.id !== own) throw new Conflict(errors.taken, { name }, 'name');
  }

  async function keep(ctx: Ctx, name: string, query: string): Promise<Done<number>> {
    const tidy = nameFrom(name);
    return change(ctx, { kind: kinds.kept, entity: table }, async (w) => {
      await checkFree(ctx, w, tidy, null);
      const id = await w.insert(table, {
        guid: ctx.newGuid(),
        project_id: ctx.projectId,
        name: tidy,
        name_fold: foldName(tidy),
        query,
        revision: 1,
        created_by: ctx.userId,
        created_at: ctx.now(),
      });
      w.about(id, { name: tidy });
      return id;
    });
  }

  /** @param revision as the person saw it */
  async function rename(ctx: Ctx, id: number, name: string, revision: number): Promise<Done<void>> {
    const tidy = nameFrom(name);
    return change(ctx, { kind: kinds.renamed, entity: table }, async (w) => {
      const kept = await of({ db: w.trx, projectId: ctx.projectId }, id);
      await checkFree(ctx, w, tidy, id);
      await w.update(table, id, { name: tidy, name_fold: foldName(tidy) }, revision);
      w.about(id, { name: tidy, before: kept.name });
    });
  }

  async function remove(ctx: Ctx, id: number): Promise<Done<void>> {
    return change(ctx, { kind: kinds.removed, entity: table }, async (w) => {
      const kept = await of({ db: w.trx, projectId: ctx.projectId }, id);
      await w.remove(table, id);
      w.about(id, { name: kept.name });
    });
  }

  /** One page of what the project keeps, by name. */
  async function list(
    { db, projectId }: Reader,
    page = 1,
  ): Promise<{ kept: Kept[]; pages: number }> {
    const { n } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('project_id', '=', projectId)
      .executeTakeFirstOrThrow();
    const kept = await db
      .selectFrom(table)
      .select(COLUMNS)
      .where('project_id', '=', projectId)
      .orderBy('name_fold')
      .limit(KEPT_PAGE)
      .offset((page - 1) * KEPT_PAGE)
      .execute();
    return { kept, pages: Math.max(1, Math.ceil(n / KEPT_PAGE)) };
  }

  return { named, of, keep, rename, remove, list };
}
