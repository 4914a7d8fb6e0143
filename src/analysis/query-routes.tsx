import { Hono } from 'hono';
import { z } from 'zod';
import { findHref, queriesHref } from '../../views/analysis/find/address.ts';
import { QueriesPage, type RefusedQuery } from '../../views/analysis/find/QueriesPage.tsx';
import { Conflict, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
} from '../http/index.ts';
import { queryOf } from './find-forms.ts';
import { sayQuery } from './find-says.ts';
import { readPage } from './forms.ts';
import { loadOffer } from './found.ts';
import { listQueries, removeQuery, renameQuery, savedQuery, saveQuery } from './saved-queries.ts';

/** Queries for passages that are saved under a name. */
export const queryRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/passages/queries';
const home = (c: C): string => queriesHref(c.get('ctx').projectId);

const named = z.object({
  name: z.string().default(''),
  query: z.string().default(''),
  revision: z.coerce.number().int().default(0),
});

queryRoutes.get(HOME, (c) => queriesPage(c));

queryRoutes.get(`${HOME}/:queryId{[0-9]+}`, async (c) => {
  const ctx = c.get('ctx');
  const { query } = await savedQuery(ctx, Number(c.req.param('queryId')));
  return c.redirect(findHref(ctx.projectId, { query, minCell: null }), 303);
});

queryRoutes.post(HOME, async (c) => {
  const form = await parseForm(c, named);
  if (!form.ok)
    return queriesPage(c, { id: null, name: '', query: '', error: form.errors['name'] ?? '' });
  const { name, query: text } = form.value;
  try {
    const query = queryOf(new URLSearchParams(text));
    if (query === null) throw new Invalid('analysis.queryNoCode', {}, 'name');
    flashDone(c, (await saveQuery(c.get('ctx'), name, query)).changeId);
    return c.redirect(findHref(c.get('ctx').projectId, { query, minCell: null }), 303);
  } catch (error) {
    return refuse(c, error, { id: null, name, query: text });
  }
});

queryRoutes.post(`${HOME}/:queryId{[0-9]+}`, async (c) => {
  const id = Number(c.req.param('queryId'));
  const form = await parseForm(c, named);
  if (!form.ok)
    return queriesPage(c, { id, name: '', query: '', error: form.errors['name'] ?? '' });
  const { name, revision } = form.value;
  try {
    flashDone(c, (await renameQuery(c.get('ctx'), id, name, revision)).changeId);
    return c.redirect(home(c), 303);
  } catch (error) {
    return refuse(c, error, { id, name, query: '' });
  }
});

queryRoutes.post(`${HOME}/:queryId{[0-9]+}/delete`, async (c) => {
  flashDone(c, (await removeQuery(c.get('ctx'), Number(c.req.param('queryId')))).changeId);
  return c.redirect(home(c), 303);
});

function refuse(c: C, error: unknown, typed: Omit<RefusedQuery, 'error'>) {
  if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
  const status = error instanceof Conflict && error.code === 'history.stale' ? 409 : 422;
  const errors = fieldErrors(c, error);
  return queriesPage(c, { ...typed, error: errors['name'] ?? errors[''] ?? '' }, status);
}

async function queriesPage(c: C, refused: RefusedQuery | null = null, status: 409 | 422 = 422) {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const number = readPage(new URL(c.req.url).searchParams);
  const { queries, pages } = await listQueries(ctx, number);
  const offer = await loadOffer(ctx, t.analysis);
  const shown = queries.map(({ id, name, query, revision }) => {
    const { sentence, isGone } = sayQuery(t, query, offer);
    return { id, name, revision, says: sentence, isGone };
  });
  return page(
    c,
    <QueriesPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      queries={shown}
      page={number}
      pages={pages}
      refused={refused}
    />,
    refused === null ? 200 : status,
  );
}
