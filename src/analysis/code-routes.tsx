import { Hono } from 'hono';
import { CodeCountsPage, Counts } from '../../views/analysis/CodeCounts.tsx';
import { fragment, page, shellProps, wantsFragment, type Env } from '../http/index.ts';
import { countCode } from './code-counts.ts';

/** Pieces of a code's page that analysis answers; each is a page of its own, too. */
export const codeRoutes = new Hono<Env>();

const CODE = '/projects/:projectId/codebook/:codeId{[0-9]+}';

codeRoutes.get(`${CODE}/counts`, async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const own = c.req.query('own') === '1';
  const counted = await countCode(ctx, Number(c.req.param('codeId')), own, t.analysis);
  const props = { t, projectId: ctx.projectId, own, ...counted };
  if (wantsFragment(c)) return fragment(c, <Counts {...props} />);
  return page(c, <CodeCountsPage shell={await shellProps(c)} {...props} />);
});
