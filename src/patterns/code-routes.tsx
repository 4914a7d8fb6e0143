import { Hono } from 'hono';
import { CodeTogether, CodeTogetherPage } from '../../views/patterns/CodeTogether.tsx';
import { fragment, page, shellProps, wantsFragment, type Env } from '../http/index.ts';
import { codesTogether } from './code-together.ts';

/** The piece of a code's page that says which codes it comes with; a page of its own, too. */
export const codeRoutes = new Hono<Env>();

/** Codes listed on the code's page, and on the page of its own. */
const PIECE = 12;
const PAGE = 500;

codeRoutes.get('/projects/:projectId/codebook/:codeId{[0-9]+}/together', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const isPiece = wantsFragment(c);
  const codeId = Number(c.req.param('codeId'));
  const together = await codesTogether(ctx, codeId, isPiece ? PIECE : PAGE, t.analysis);
  const props = { t, projectId: ctx.projectId, ...together };
  if (isPiece) return fragment(c, <CodeTogether {...props} />);
  return page(c, <CodeTogetherPage shell={await shellProps(c)} {...props} />);
});
