import { Hono } from 'hono';
import { IdentityPage } from '../../views/respondents/IdentityPage.tsx';
import { NewRespondentPage } from '../../views/respondents/NewRespondentPage.tsx';
import { RespondentPage } from '../../views/respondents/RespondentPage.tsx';
import { Conflict, Forbidden, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  mayErase,
  maySeeIdentity,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { changeRespondent, createRespondent, removeRespondent } from './commands.ts';
import { identityForm, respondentForm } from './forms.ts';
import { changeIdentity, viewIdentity } from './identity.ts';
import { getRespondent, listClassifications } from './queries.ts';
import { listVariables, valueField } from './values.ts';

export const respondentRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/respondents';
const ONE = `${HOME}/:respondentId{[0-9]+}`;

const base = (c: C): string => `/projects/${c.get('project').id}`;
const idOf = (c: C): number => Number(c.req.param('respondentId'));
respondentRoutes.get(`${HOME}/new`, (c) => newPage(c));

respondentRoutes.post(HOME, async (c) => {
  const ctx = c.get('ctx');
  const form = await parseForm(c, respondentForm);
  if (!form.ok) return newPage(c, form.typed, form.errors, 422);
  try {
    const identity = identityForm.parse(form.typed);
    const done = await createRespondent(ctx, {
      ...(await inputOf(c, form.value, form.typed)),
      ...(maySeeIdentity(c.get('project').role) ? { identity } : {}),
    });
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/respondents/${done.value.id}`, 303);
  } catch (error) {
    return newPage(c, form.typed, fieldErrors(c, error), 422);
  }
});

respondentRoutes.get(ONE, (c) => onePage(c));

respondentRoutes.post(ONE, async (c) => {
  const form = await parseForm(c, respondentForm);
  if (!form.ok) return onePage(c, form.typed, form.errors, 422);
  try {
    const seen = { revision: form.value.revision, values: form.value.values_seen };
    const done = await changeRespondent(
      c.get('ctx'),
      idOf(c),
      await inputOf(c, form.value, form.typed),
      seen,
    );
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/respondents/${idOf(c)}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    return onePage(c, form.typed, fieldErrors(c, error), error instanceof Conflict ? 409 : 422);
  }
});

respondentRoutes.post(`${ONE}/remove`, async (c) => {
  const done = await removeRespondent(c.get('ctx'), idOf(c));
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/respondents`, 303);
});

respondentRoutes.get(`${ONE}/identity`, async (c) => {
  mustSeeIdentity(c);
  const { reference, ...identity } = await viewIdentity(c.get('ctx'), idOf(c));
  return identityPage(c, reference, identity);
});

respondentRoutes.post(`${ONE}/identity`, async (c) => {
  mustSeeIdentity(c);
  const form = await parseForm(c, identityForm);
  if (!form.ok) {
    const { respondent } = await getRespondent(c.get('ctx'), idOf(c));
    return identityPage(c, respondent.reference, form.typed, form.errors, 422);
  }
  const done = await changeIdentity(c.get('ctx'), idOf(c), form.value);
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/respondents/${idOf(c)}`, 303);
});

function mustSeeIdentity(c: C): void {
  if (!maySeeIdentity(c.get('project').role)) throw new Forbidden('respondents.mayNotSee');
}

/** The form as the commands take it: values by their variable's name. */
async function inputOf(c: C, value: ReturnType<typeof respondentForm.parse>, typed: Typed) {
  const ctx = c.get('ctx');
  const variables = await listVariables(ctx.db, ctx.projectId);
  const values = variables.flatMap(({ id, name }) => {
    const text = typed[valueField(id)];
    return typeof text === 'string' ? [[name, text] as const] : [];
  });
  return {
    reference: value.reference,
    kind: value.kind,
    headCount: value.head_count,
    group: value.group,
    region: value.region,
    role: value.role,
    organisation: value.organisation,
    values: Object.fromEntries(values),
  };
}

async function newPage(c: C, typed: Typed = {}, errors: FieldErrors = {}, status: 200 | 422 = 200) {
  const lists = await listClassifications(c.get('ctx'));
  return page(
    c,
    <NewRespondentPage
      shell={await shellProps(c)}
      base={base(c)}
      maySeeIdentity={maySeeIdentity(c.get('project').role)}
      {...{ ...lists, typed, errors }}
    />,
    status,
  );
}

async function onePage(
  c: C,
  typed: Typed | null = null,
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
) {
  const [found, { groups, regions }] = await Promise.all([
    getRespondent(c.get('ctx'), idOf(c)),
    listClassifications(c.get('ctx')),
  ]);
  return page(
    c,
    <RespondentPage
      shell={await shellProps(c)}
      base={base(c)}
      maySeeIdentity={maySeeIdentity(c.get('project').role)}
      mayErase={mayErase(c.get('project').role)}
      {...{ ...found, groups, regions, typed, errors }}
    />,
    status,
  );
}

async function identityPage(
  c: C,
  reference: string,
  typed: Typed,
  errors: FieldErrors = {},
  status: 200 | 422 = 200,
) {
  return page(
    c,
    <IdentityPage
      shell={await shellProps(c)}
      base={base(c)}
      id={idOf(c)}
      {...{ reference, typed, errors }}
    />,
    status,
  );
}
