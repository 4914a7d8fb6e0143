import { Hono } from 'hono';
import { z } from 'zod';
import { NamedPage, type NamedItem, type RefusedName } from '../../views/analysis/NamedPage.tsx';
import type { NamedKind } from '../../views/analysis/NamedPage.tsx';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import type { Done } from '../history/index.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
} from '../http/index.ts';
import { readPage } from './forms.ts';

/** One kind of things that people keep under names: `K` is what is kept. */
export interface Named<K> {
  /** The address of the list as a route, and of one of them. */
  home: string;
  one: string;
  param: 'viewId' | 'queryId';
  kind: (c: C) => NamedKind;
  /** Where such things are made. */
  made: (c: C) => { href: string; label: string };
  /** @throws Invalid when the text says nothing that could be kept */
  read: (text: string) => K;
  hrefOf: (projectId: number, kept: K) => string;
  load: (ctx: Ctx, id: number) => Promise<K>;
  list: (c: C, page: number) => Promise<{ items: NamedItem[]; pages: number }>;
  keep: (ctx: Ctx, name: string, kept: K) => Promise<Done<unknown>>;
  rename: (ctx: Ctx, id: number, name: string, revision: number) => Promise<Done<unknown>>;
  remove: (ctx: Ctx, id: number) => Promise<Done<unknown>>;
}

const named = z.object({
  name: z.string().default(''),
  view: z.string().default(''),
  query: z.string().default(''),
  revision: z.coerce.number().int().default(0),
});

/** The pages of one kind: the list, each of them, keeping, renaming, removing. */
export function namedRoutes<K>(of: Named<K>): Hono<Env> {
  const routes = new Hono<Env>();
  const idOf = (c: C): number => Number(c.req.param(of.param));

  routes.get(of.home, (c) => listPage(of, c));

  routes.get(of.one, async (c) => {
    const ctx = c.get('ctx');
    return c.redirect(of.hrefOf(ctx.projectId, await of.load(ctx, idOf(c))), 303);
  });

  routes.post(of.home, async (c) => {
    const form = await parseForm(c, named);
    if (!form.ok) return listPage(of, c, unreadable(null, form.errors));
    const { name } = form.value;
    const text = form.value[of.kind(c).field];
    try {
      const kept = of.read(text);
      flashDone(c, (await of.keep(c.get('ctx'), name, kept)).changeId);
      return c.redirect(of.hrefOf(c.get('ctx').projectId, kept), 303);
    } catch (error) {
      return refuse(of, c, error, { id: null, name, kept: text });
    }
  });

  routes.post(of.one, async (c) => {
    const form = await parseForm(c, named);
    if (!form.ok) return listPage(of, c, unreadable(idOf(c), form.errors));
    const { name, revision } = form.value;
    try {
      flashDone(c, (await of.rename(c.get('ctx'), idOf(c), name, revision)).changeId);
      return c.redirect(of.kind(c).home, 303);
    } catch (error) {
      return refuse(of, c, error, { id: idOf(c), name, kept: '' });
    }
  });

  routes.post(`${of.one}/delete`, async (c) => {
    flashDone(c, (await of.remove(c.get('ctx'), idOf(c))).changeId);
    return c.redirect(of.kind(c).home, 303);
  });

  return routes;
}

const unreadable = (id: number | null, errors: Readonly<Record<string, string>>): RefusedName => ({
  id,
  name: '',
  kept: '',
  error: errors['name'] ?? '',
});

function refuse<K>(of: Named<K>, c: C, error: unknown, typed: Omit<RefusedName, 'error'>) {
  if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
  const status = error instanceof Conflict && error.code === 'history.stale' ? 409 : 422;
  const errors = fieldErrors(c, error);
  return listPage(of, c, { ...typed, error: errors['name'] ?? errors[''] ?? '' }, status);
}

async function listPage<K>(
  of: Named<K>,
  c: C,
  refused: RefusedName | null = null,
  status: 409 | 422 = 422,
) {
  const number = readPage(new URL(c.req.url).searchParams);
  const { items, pages } = await of.list(c, number);
  return page(
    c,
    <NamedPage
      {...of.kind(c)}
      shell={await shellProps(c)}
      items={items}
      page={number}
      pages={pages}
      refused={refused}
      made={of.made(c)}
    />,
    refused === null ? 200 : status,
  );
}
