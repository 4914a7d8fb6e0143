import { Hono } from 'hono';
import { ActivityPage } from '../../views/history/ActivityPage.tsx';
import { Conflict } from '../domain/errors.ts';
import { flashDone, page, shellProps, type C, type Env } from '../http/index.ts';
import { listSteps } from './queries.ts';
import { redoLast, undo, undoLast } from './undo.ts';

/** Entries on one page of activity. */
const PAGE = 50;

export const historyRoutes = new Hono<Env>();

historyRoutes.get('/projects/:projectId/activity', async (c) => {
  const before = Number(c.req.query('before'));
  const ctx = c.get('ctx');
  const { steps, older } = await listSteps(ctx, {
    limit: PAGE,
    ...(Number.isSafeInteger(before) && before > 0 ? { beforeSeq: before } : {}),
  });
  return page(
    c,
    <ActivityPage
      shell={await shellProps(c)}
      entries={steps.map((step) => ({ ...step, sentence: c.get('t').sentenceOf(step) }))}
      older={older}
      isNewest={!(before > 0)}
      projectId={ctx.projectId}
    />,
  );
});

historyRoutes.post('/projects/:projectId/changes/:changeId{[0-9]+}/undo', async (c) => {
  const done = await undo(c.get('ctx'), Number(c.req.param('changeId')));
  return back(c, done.changeId);
});

historyRoutes.post('/projects/:projectId/undo', async (c) => {
  const done = await undoLast(c.get('ctx'));
  if (done === null) throw new Conflict('history.nothingOfYours');
  return back(c, done.changeId);
});

historyRoutes.post('/projects/:projectId/redo', async (c) => {
  const done = await redoLast(c.get('ctx'));
  if (done === null) throw new Conflict('history.nothingToRedo');
  return back(c, done.changeId);
});

/** Back to the page the person was on, where a toast says what was done. */
function back(c: C, changeId: number | null): Response {
  flashDone(c, changeId);
  return c.redirect(localReferer(c) ?? `/projects/${c.get('project').id}/activity`, 303);
}

function localReferer(c: C): string | null {
  const referer = c.req.header('referer');
  if (referer === undefined) return null;
  const url = URL.parse(referer);
  return url !== null && url.host === c.req.header('host') ? url.pathname + url.search : null;
}
