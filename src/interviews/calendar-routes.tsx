import { Hono } from 'hono';
import { CalendarPage } from '../../views/interviews/CalendarPage.tsx';
import { calendarAddress } from '../../views/interviews/register-list.ts';
import { countWithdrawn } from '../consent/index.ts';
import { isIsoMonth, monthOf } from '../domain/dates/index.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { besidesMonth, interviewMonth } from './calendar.ts';
import { today } from './commands.ts';
import { filterChoices } from './list-routes.tsx';
import { filterOf, readListQuery } from './list-query.ts';

export const calendarPages = new Hono<Env>();

calendarPages.get('/projects/:projectId/interviews/calendar', async (c: C) => {
  const ctx = c.get('ctx');
  const params = new URL(c.req.url).searchParams;
  const query = readListQuery(params);
  const filter = { ...filterOf(query), dated: undefined };
  const now = today(ctx);
  const asked = params.get('month') ?? '';
  const month = isIsoMonth(asked) ? asked : monthOf(query.from ?? now);
  const base = `/projects/${ctx.projectId}`;
  if (c.req.header('hx-request') === 'true')
    c.header('HX-Replace-Url', calendarAddress({ base, query }, month));
  const [shown, besides, choices, withdrawn] = await Promise.all([
    interviewMonth(ctx, filter, month),
    besidesMonth(ctx, filter, month),
    filterChoices(ctx),
    countWithdrawn(ctx),
  ]);
  return page(
    c,
    <CalendarPage
      shell={await shellProps(c)}
      {...{ base, query, month, now, withdrawn, ...shown, ...besides, ...choices }}
    />,
  );
});
