import { Hono } from 'hono';
import { CodeChanges, CodeChangesPage } from '../../views/codebook/CodeChanges.tsx';
import { NotFound } from '../domain/errors.ts';
import { listChangesOfCode } from '../history/index.ts';
import { fragment, page, shellProps, wantsFragment, type Env } from '../http/index.ts';
import { listCodes } from './queries.ts';

/** The piece of a code's page that says what was done to it; a page of its own, too. */
export const changeRoutes = new Hono<Env>();

/** Changes listed on the code's page. */
const PIECE = 10;

changeRoutes.get('/projects/:projectId/codebook/:codeId{[0-9]+}/changes', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const codeId = Number(c.req.param('codeId'));
  const code = (await listCodes(ctx)).find(({ id }) => id === codeId);
  if (!code) throw new NotFound('codebook.noCode');
  const changes = await listChangesOfCode(ctx, code);
  const entries = changes.map((entry) => ({ ...entry, sentence: t.sentenceOf(entry), saves: 1 }));
  const props = { t, projectId: ctx.projectId, code };
  if (!wantsFragment(c)) {
    const shell = await shellProps(c);
    return page(c, <CodeChangesPage {...{ ...props, shell, entries }} hasMore={false} />);
  }
  const hasMore = entries.length > PIECE;
  return fragment(
    c,
    <CodeChanges {...props} entries={entries.slice(0, PIECE)} hasMore={hasMore} />,
  );
});
