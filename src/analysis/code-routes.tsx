import { Hono } from 'hono';
import { CodeCountsPage, Counts } from '../../views/analysis/CodeCounts.tsx';
import { CodePassages, CodePassagesPage } from '../../views/analysis/CodePassages.tsx';
import { readPassageChoices } from '../../views/codebook/code-address.ts';
import { fragment, page, shellProps, wantsFragment, type Env } from '../http/index.ts';
import { countCode } from './code-counts.ts';
import { listPassages } from './code-passages.ts';

/** Pieces of a code's page that analysis answers; each is a page of its own, too. */
export const codeRoutes = new Hono<Env>();

/** Passages on one page. */
const PAGE = 10;

const CODE = '/projects/:projectId/codebook/:codeId{[0-9]+}';

codeRoutes.get(`${CODE}/counts`, async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const own = c.req.query('own') === '1';
  const counted = await countCode(ctx, Number(c.req.param('codeId')), own, t.analysis);
  const props = { t, projectId: ctx.projectId, own, ...counted };
  if (wantsFragment(c)) return fragment(c, <Counts {...props} isPiece />);
  return page(c, <CodeCountsPage shell={await shellProps(c)} {...props} />);
});

codeRoutes.get(`${CODE}/passages`, async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const choices = readPassageChoices(new URL(c.req.url).searchParams);
  const codeId = Number(c.req.param('codeId'));
  const listed = await listPassages(ctx, codeId, choices, t.analysis, PAGE);
  const props = { t, projectId: ctx.projectId, ...listed };
  if (wantsFragment(c)) return fragment(c, <CodePassages {...props} isPiece />);
  return page(c, <CodePassagesPage shell={await shellProps(c)} {...props} />);
});
