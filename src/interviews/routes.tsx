import { Hono } from 'hono';
import { InterviewFormPage } from '../../views/interviews/InterviewFormPage.tsx';
import { isIsoDate } from '../domain/dates/index.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  maySeeIdentity,
  page,
  parseForm,
  shellProps,
  typedForm,
  type C,
  type Env,
} from '../http/index.ts';
import type { FieldErrors, Typed } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import { listClassifications, respondentChoices } from '../respondents/index.ts';
import { changeInterview, createInterview, removeInterview, today } from './commands.ts';
import { asInput, interviewForm, quotingFields } from './forms.ts';
import {
  getInterview,
  interviewerName,
  listInterviewers,
  listLocations,
  othersWith,
  usualFor,
} from './queries.ts';
import { interviewShown } from './shown.ts';

export const interviewPages = new Hono<Env>();

const HOME = '/projects/:projectId/interviews';
const ONE = `${HOME}/:interviewId{[0-9]+}`;
type Status = 200 | 409 | 422;

const base = (c: C): string => `/projects/${c.get('project').id}`;
const idOf = (c: C): number => Number(c.req.param('interviewId'));
const optionalId = (text: string | undefined): number | undefined =>
  /^\d+$/.test(text ?? '') ? Number(text) : undefined;

interviewPages.get(`${HOME}/new`, async (c) => formPage(c, null, await usual(c)));

interviewPages.post(HOME, async (c) => {
  const typed = await typedForm(c);
  if (typed['more'] !== undefined) return formPage(c, null, withOneMore(typed));
  return saved(c, null, typed, async (input) => {
    const done = await createInterview(c.get('ctx'), input);
    return { done, to: `${base(c)}/interviews/${done.value.id}` };
  });
});

interviewPages.get(`${ONE}/facts`, async (c) => formPage(c, idOf(c)));

interviewPages.post(`${ONE}/facts`, async (c) => {
  const typed = await typedForm(c);
  if (typed['more'] !== undefined) return formPage(c, idOf(c), withOneMore(typed));
  const stamp = typeof typed['stamp'] === 'string' ? typed['stamp'] : '';
  return saved(c, idOf(c), typed, async (input) => ({
    done: await changeInterview(c.get('ctx'), idOf(c), input, stamp),
    to: `${base(c)}/interviews/${idOf(c)}`,
  }));
});

interviewPages.post(`${ONE}/remove`, async (c) => {
  const done = await removeInterview(c.get('ctx'), idOf(c));
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/interviews`, 303);
});

/** Reads the form, runs the command, and goes on; or shows the form again as typed, with what to put right. */
async function saved(
  c: C,
  id: number | null,
  typed: Typed,
  command: (
    input: ReturnType<typeof asInput>,
  ) => Promise<{ done: { changeId: number | null }; to: string }>,
): Promise<Response> {
  const form = await parseForm(c, interviewForm);
  if (!form.ok) return formPage(c, id, typed, form.errors, 422);
  try {
    const { date_order } = await getSettings(c.get('ctx'));
    const { done, to } = await command(asInput(form.value, date_order, mayName(c)));
    flashDone(c, done.changeId);
    return c.redirect(to, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    return formPage(c, id, typed, fieldErrors(c, error), error instanceof Conflict ? 409 : 422);
  }
}

/** The form as typed, with one more row for a respondent. */
function withOneMore(typed: Typed): Typed {
  const more = typed['more'] === 'new' ? 'new_group' : 'respondent';
  const rows = typed[more] ?? '';
  return { ...typed, [more]: [...(Array.isArray(rows) ? rows : [rows]), ''] };
}

/** What a new interview usually is: today (or on the day that the calendar was asked for), by me, where the last one of today was; after another one, with its people. */
async function usual(c: C): Promise<Typed> {
  const ctx = c.get('ctx');
  const asked = c.req.query('date') ?? '';
  const day = isIsoDate(asked) ? asked : today(ctx);
  const followed = optionalId(c.req.query('follows'));
  const first = followed === undefined ? null : await getInterview(ctx, followed);
  return {
    date: day,
    ...(await usualFor(ctx, day)),
    interviewers: await interviewerName(ctx, c.get('user').name),
    consent: 'not recorded',
    kind: first === null ? '' : 'follow-up',
    follows: first === null ? '' : String(first.id),
    respondent: first?.respondents.map(({ id }) => String(id)) ?? c.req.query('respondent') ?? '',
  };
}

const mayName = (c: C): boolean => maySeeIdentity(c.get('project').role);

async function formPage(
  c: C,
  id: number | null,
  typed: Typed | null = null,
  errors: FieldErrors = {},
  status: Status = 200,
) {
  const ctx = c.get('ctx');
  const edited = id === null ? null : await interviewShown(ctx, id);
  const shown = typed ?? (edited ? asTyped(edited.interview) : {});
  const [choices, others, { groups, regions }, interviewers, locations] = await Promise.all([
    respondentChoices(ctx),
    othersWith(ctx, [shown['respondent'] ?? []].flat().map(Number), id),
    listClassifications(ctx),
    listInterviewers(ctx),
    listLocations(ctx),
  ]);
  return page(
    c,
    <InterviewFormPage
      shell={await shellProps(c)}
      base={base(c)}
      typed={shown}
      mayName={mayName(c)}
      {...{ edited, choices, others, groups, regions, interviewers, locations, errors }}
    />,
    status,
  );
}

/** The interview as its form would send it. */
function asTyped(interview: Awaited<ReturnType<typeof interviewShown>>['interview']): Typed {
  return {
    date: interview.date ?? '',
    end_date: interview.end_date ?? '',
    location: interview.location,
    mode: interview.mode,
    kind: interview.kind,
    status: interview.status,
    consent: interview.consent,
    language: interview.language,
    ...quotingFields(interview.may_quote),
    follows: String(interview.follows_id ?? (interview.kind === 'follow-up' ? 'none' : '')),
    reference: interview.reference,
    interviewers: interview.interviewers.map(({ name }) => name).join('; '),
    respondent: interview.respondents.map(({ id }) => String(id)),
  };
}
