import { Hono } from 'hono';
import { SearchPage } from '../../views/search/SearchPage.tsx';
import type { Results, SearchForm } from '../../views/search/types.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { readSearch, type Search, type Where } from './address.ts';
import { choicesOf } from './choices.ts';
import { searchProject } from './queries.ts';
import { resultsOf } from './view.ts';

export const searchPages = new Hono<Env>();

searchPages.get('/projects/:projectId/search', async (c) => {
  const ctx = c.get('ctx');
  const search = readSearch(new URL(c.req.url).searchParams);
  const source = await sourceAsked(c, search);
  return page(
    c,
    <SearchPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      form={formOf(search, source)}
      choices={await choicesOf(ctx)}
      results={await resultsFor(c, search)}
    />,
  );
});

/** @throws NotFound for a source of another project, as for one that does not exist */
async function sourceAsked(c: C, { sourceId }: Search): Promise<SearchForm['source']> {
  if (sourceId === undefined) return null;
  const { id, name } = await getSource(c.get('ctx'), sourceId);
  return { id, name };
}

function formOf(search: Search & { where: Where }, source: SearchForm['source']): SearchForm {
  return {
    text: search.text,
    where: search.where,
    isCased: search.isCased === true,
    hasAccents: search.hasAccents === true,
    group: search.groupId,
    region: search.regionId,
    question: search.questionId,
    voice: search.voice,
    speaker: search.speaker,
    coded: search.coded,
    code: search.codeId,
    source,
  };
}

async function resultsFor(c: C, search: Search): Promise<Results> {
  if (search.text.trim() === '') return { state: 'none asked' };
  const frame = { t: c.get('t').search, base: `/projects/${c.get('ctx').projectId}`, search };
  return resultsOf(frame, await searchProject(c.get('ctx'), search));
}
