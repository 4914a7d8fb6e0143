import { Hono } from 'hono';
import { raw } from 'hono/html';
import { InterviewsTable } from '../../views/analysis/InterviewsTable.tsx';
import { OverviewPage } from '../../views/overview/OverviewPage.tsx';
import { countInterviews } from '../analysis/index.ts';
import { listChanges } from '../history/index.ts';
import { page, renderMarkdown, shellProps, type Env } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import { progressOf, sourcesToCode } from './queries.ts';

/** Changes shown on the overview; the activity page has the rest. */
const RECENT = 8;

export const overviewRoutes = new Hono<Env>();

overviewRoutes.get('/projects/:projectId', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const notGiven = t.analysis.notGiven;
  const [settings, progress, table, toCode, changes, shell] = await Promise.all([
    getSettings(ctx),
    progressOf(ctx),
    countInterviews(ctx, 'group', { notGiven }),
    sourcesToCode(ctx),
    listChanges(ctx, { limit: RECENT }),
    shellProps(c),
  ]);
  const recent = changes.map((entry) => ({ ...entry, sentence: t.sentenceOf(entry) }));
  const about = raw(renderMarkdown(settings.description));
  const who = table.total.interviews > 0 && <InterviewsTable t={t} rowsOf="group" table={table} />;
  return page(c, <OverviewPage {...{ shell, settings, about, progress, who, toCode, recent }} />);
});
