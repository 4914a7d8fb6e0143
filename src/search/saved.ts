import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { parseQuery } from '../domain/search/parse.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { queryText, readSearch, type Search } from './address.ts';
import { matchesIn, openSearch, type Reader } from './queries.ts';

/** Longest name of a saved search, in code units. */
export const NAME_LIMIT = 200;
/** Saved searches on one page: each is run to say how much it finds. */
export const SAVED_PAGE = 25;

export interface Saved {
  id: number;
  name: string;
  search: Search;
  revision: number;
  /** Texts it finds now; null where it cannot be read. */
  matches: number | null;
}

/**
 * Keeps a search under a name. Only the question is kept, so that the list it makes stays current.
 * @throws Invalid `search.nameEmpty`, `search.nameLong`, `search.nothingToSave`; Conflict `search.nameTaken`
 */
export async function saveSearch(ctx: Ctx, name: string, search: Search): Promise<Done<number>> {
  const tidy = nameFrom(name);
  if (!parseQuery(search.text).ok) throw new Invalid('search.nothingToSave', {}, 'name');
  return change(ctx, { kind: 'search.saved', entity: 'saved_search' }, async (w) => {
    await checkFree(ctx, w, tidy, null);
    const id = await w.insert('saved_search', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      name: tidy,
      name_fold: foldName(tidy),
      query: queryText(search),
      revision: 1,
      created_by: ctx.userId,
      created_at: ctx.now(),
    });
    w.about(id, { name: tidy });
    return id;
  });
}

/**
 * @param revision as the person saw it
 * @throws NotFound `search.notSaved`; Invalid, Conflict as `saveSearch`; Conflict `history.stale`
 */
export async function renameSearch(
  ctx: Ctx,
  id: number,
  name: string,
  revision: number,
): Promise<Done<void>> {
  const tidy = nameFrom(name);
  return change(ctx, { kind: 'search.renamed', entity: 'saved_search' }, async (w) => {
    const saved = await savedOf(ctx, w, id);
    await checkFree(ctx, w, tidy, id);
    await w.update('saved_search', id, { name: tidy, name_fold: foldName(tidy) }, revision);
    w.about(id, { name: tidy, before: saved.name });
  });
}

/** @throws NotFound `search.notSaved` */
export async function removeSearch(ctx: Ctx, id: number): Promise<Done<void>> {
  return change(ctx, { kind: 'search.removed', entity: 'saved_search' }, async (w) => {
    const saved = await savedOf(ctx, w, id);
    await w.remove('saved_search', id);
    w.about(id, { name: saved.name });
  });
}

/** One page of the project's saved searches by name, each with what it finds now. */
export async function listSaved(ctx: Reader, page = 1): Promise<{ saved: Saved[]; pages: number }> {
  const { n } = await ctx.db
    .selectFrom('saved_search')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirstOrThrow();
  const rows = await ctx.db
    .selectFrom('saved_search')
    .select(['id', 'name', 'query', 'revision'])
    .where('project_id', '=', ctx.projectId)
    .orderBy('name_fold')
    .limit(SAVED_PAGE)
    .offset((page - 1) * SAVED_PAGE)
    .execute();
  const saved: Saved[] = [];
  for (const { query, ...row } of rows) {
    const search = readSearch(new URLSearchParams(query));
    const opened = await openSearch(ctx, search);
    saved.push({ ...row, search, matches: opened.ok ? matchesIn(opened.places) : null });
  }
  return { saved, pages: Math.max(1, Math.ceil(n / SAVED_PAGE)) };
}

function nameFrom(text: string): string {
  const name = tidyName(text);
  if (name === '') throw new Invalid('search.nameEmpty', {}, 'name');
  if (name.length > NAME_LIMIT) throw new Invalid('search.nameLong', { limit: NAME_LIMIT }, 'name');
  return name;
}

async function checkFree(ctx: Ctx, w: ChangeWriter, name: string, own: number | null) {
  const taken = await w.trx
    .selectFrom('saved_search')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('name_fold', '=', foldName(name))
    .executeTakeFirst();
  if (taken && taken.id !== own) throw new Conflict('search.nameTaken', { name }, 'name');
}

async function savedOf(ctx: Ctx, w: ChangeWriter, id: number): Promise<{ name: string }> {
  const row = await w.trx
    .selectFrom('saved_search')
    .select('name')
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('search.notSaved');
  return row;
}
