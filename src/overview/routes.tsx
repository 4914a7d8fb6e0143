import { Hono } from 'hono';
import { OverviewPage } from '../../views/overview/OverviewPage.tsx';
import { listChanges } from '../history/index.ts';
import { page, shellProps, type Env } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import { progressOf, sourcesToCode } from './queries.ts';

/** Changes shown on the overview; the activity page has the rest. */
const RECENT = 8;

export const overviewRoutes = new Hono<Env>();

overviewRoutes.get('/projects/:projectId', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const [settings, progress, toCode, changes, shell] = await Promise.all([
    getSettings(ctx),
    progressOf(ctx),
    sourcesToCode(ctx),
    listChanges(ctx, { limit: RECENT }),
    shellProps(c),
  ]);
  const recent = changes.map((entry) => ({ ...entry, sentence: t.sentenceOf(entry) }));
  return page(c, <OverviewPage {...{ shell, settings, progress, toCode, recent }} />);
});
