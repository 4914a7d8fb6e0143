import { getCookie, setCookie } from 'hono/cookie';
import { Hono } from 'hono';
import { InterviewsPage } from '../../views/interviews/InterviewsPage.tsx';
import { interviewsAddress } from '../../views/interviews/register-list.ts';
import { sayLeftOut } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { writeCalendar } from '../domain/ics/write.ts';
import { listGuides } from '../guide/index.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { listClassifications } from '../respondents/index.ts';
import { changeInterviews } from './bulk.ts';
import { asManyInput, bulkForm } from './forms.ts';
import { areUsual, filterOf, readColumns, readListQuery, type ListQuery } from './list-query.ts';
import {
  INTERVIEW_COLUMNS,
  interviewIds,
  interviewProgress,
  listInterviews,
  PAGE,
  plannedInterviews,
} from './list.ts';
import { listInterviewers, listLocations } from './queries.ts';

export const listPages = new Hono<Env>();

const HOME = '/projects/:projectId/interviews';
const base = (c: C): string => `/projects/${c.get('project').id}`;

/** The columns this person chose last; the address names them, so that what is seen can be shared. */
const COLUMNS = 'earmark_columns';
const YEAR_S = 31_536_000;

listPages.get(HOME, async (c) => {
  const params = new URL(c.req.url).searchParams;
  const query = readListQuery(params);
  const kept = readColumns(getCookie(c, COLUMNS)?.replaceAll('.', ',') ?? '');
  if (!params.has('cols') && kept !== null && !areUsual(kept))
    return c.redirect(interviewsAddress({ base: base(c), query: { ...query, columns: kept } }));
  if (params.has('cols'))
    setCookie(c, COLUMNS, query.columns.join('.'), {
      path: '/',
      sameSite: 'Strict',
      httpOnly: true,
      maxAge: YEAR_S,
    });
  // While one filters, the address bar names what is shown, without the empty fields of the form.
  if (c.req.header('hx-request') === 'true')
    c.header('HX-Replace-Url', interviewsAddress({ base: base(c), query }));
  return listPage(c, query);
});

listPages.get(`${HOME}/planned.ics`, async (c) => {
  const t = c.get('t').interviews;
  const events = (await plannedInterviews(c.get('ctx'))).map((row) => ({
    uid: row.guid,
    stamp: row.created_at,
    first: row.date ?? '',
    last: row.end_date ?? row.date ?? '',
    summary: t.calendar.event(row.reference),
    location: row.location,
  }));
  c.header('content-type', 'text/calendar; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="planned-interviews.ics"');
  await sayLeftOut(c);
  return c.body(writeCalendar(t.calendar.name(c.get('project').name), events));
});

listPages.post(`${HOME}/bulk`, async (c) => {
  const ctx = c.get('ctx');
  const typed = await typedForm(c);
  const asked = typeof typed['query'] === 'string' ? typed['query'] : '';
  const query = readListQuery(new URLSearchParams(asked));
  const form = await parseForm(c, bulkForm);
  if (!form.ok) return listPage(c, query, { typed, errors: form.errors, status: 422 });
  try {
    const ids = form.value.all
      ? await interviewIds(ctx, filterOf(query))
      : form.value.pick.map(Number).filter(Number.isSafeInteger);
    const done = await changeInterviews(ctx, ids, asManyInput(form.value));
    flashDone(c, done.changeId);
    return c.redirect(interviewsAddress({ base: base(c), query }), 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return listPage(c, query, { typed, errors: fieldErrors(c, error), status });
  }
});

/** What came back of changing several: what was typed and chosen stays. */
interface Refused {
  typed: Typed;
  errors: FieldErrors;
  status: 409 | 422;
}

/** What the filters of the list and of the calendar offer. */
export async function filterChoices(ctx: Ctx) {
  const [{ groups, regions }, interviewers, locations] = await Promise.all([
    listClassifications(ctx),
    listInterviewers(ctx),
    listLocations(ctx),
  ]);
  return { groups, regions, interviewers, locations };
}

async function listPage(c: C, query: ListQuery, refused: Refused | null = null) {
  const ctx = c.get('ctx');
  const [list, progress, choices, guides] = await Promise.all([
    listInterviews(ctx, filterOf(query), query),
    interviewProgress(ctx),
    filterChoices(ctx),
    listGuides(ctx),
  ]);
  return page(
    c,
    <InterviewsPage
      shell={await shellProps(c)}
      base={base(c)}
      pageSize={PAGE}
      allColumns={INTERVIEW_COLUMNS}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
      {...{ query, ...list, progress, ...choices, guides }}
    />,
    refused?.status ?? 200,
  );
}
