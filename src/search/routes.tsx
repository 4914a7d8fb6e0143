import { Hono } from 'hono';
import { SearchPage } from '../../views/search/SearchPage.tsx';
import type { Results } from '../../views/search/types.ts';
import { address, readPage } from '../domain/address.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { searchProject, type Search, type Where } from './queries.ts';
import { groupsOf } from './view.ts';

export const searchRoutes = new Hono<Env>();

searchRoutes.get('/projects/:projectId/search', async (c) => {
  const ctx = c.get('ctx');
  const source = await sourceAsked(c);
  const search = {
    text: c.req.query('q') ?? '',
    where: whereOf(c.req.query('in')),
    sourceId: source?.id,
    page: readPage(c.req.query('page')),
  };
  const results = await resultsOf(c, search);
  return page(
    c,
    <SearchPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      form={{ text: search.text, where: search.where, source }}
      results={results}
    />,
  );
});

function whereOf(text: string | undefined): Where {
  return text === 'sources' || text === 'notes' || text === 'memos' ? text : 'everywhere';
}

/** @throws NotFound for a source of another project, as for one that does not exist */
async function sourceAsked(c: C): Promise<{ id: number; name: string } | null> {
  const text = c.req.query('source');
  if (text === undefined || text === '') return null;
  const { id, name } = await getSource(c.get('ctx'), Number(text) || -1);
  return { id, name };
}

async function resultsOf(c: C, search: Search & { where: Where; page: number }): Promise<Results> {
  if (search.text.trim() === '') return { state: 'none asked' };
  const t = c.get('t').search;
  const result = await searchProject(c.get('ctx'), search);
  if (!result.ok) return { state: 'problem', sentence: t.problem(result.problem) };
  const base = `/projects/${c.get('ctx').projectId}`;
  const at = (number: number): string =>
    address(`${base}/search`, {
      q: search.text,
      in: search.where === 'everywhere' ? null : search.where,
      source: search.sourceId,
      page: number === 1 ? null : number,
    });
  const { page: number, pages } = result;
  return {
    state: 'found',
    summary: t.results.summary(result.totals),
    groups: groupsOf({ t, base }, result.found),
    page: number,
    pages,
    withdrawn: result.withdrawn,
    previous: number > 1 ? at(Math.min(number - 1, pages)) : null,
    next: number < pages ? at(number + 1) : null,
  };
}
