import { Hono } from 'hono';
import { ClassificationsPage } from '../../views/respondents/ClassificationsPage.tsx';
import { Conflict, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type Typed,
} from '../http/index.ts';
import type { FieldErrors } from '../http/index.ts';
import type { Done } from '../history/index.ts';
import { addNamed, addVariable, removeNamed, renameNamed, setClasses } from './classifications.ts';
import { classesForm, nameForm, variableForm } from './forms.ts';
import { listClassifications } from './queries.ts';

export const classificationRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/respondents';
const TABLES = { groups: 'respondent_group', regions: 'region', variables: 'variable' } as const;

const home = (c: C): string => `/projects/${c.get('project').id}/respondents/groups`;

classificationRoutes.get(`${HOME}/groups`, (c) => classificationsPage(c));

for (const list of ['groups', 'regions'] as const)
  classificationRoutes.post(`${HOME}/${list}`, async (c) => {
    const form = await parseForm(c, nameForm);
    if (!form.ok) return classificationsPage(c, form, 422);
    return saved(c, form.typed, () => addNamed(c.get('ctx'), TABLES[list], form.value.name));
  });

classificationRoutes.post(`${HOME}/variables`, async (c) => {
  const form = await parseForm(c, variableForm);
  if (!form.ok) return classificationsPage(c, form, 422);
  const options = form.value.options.split('\n').filter((option) => option.trim() !== '');
  return saved(c, form.typed, () => addVariable(c.get('ctx'), { ...form.value, options }));
});

classificationRoutes.post(`${HOME}/variables/:id{[0-9]+}/classes`, async (c) => {
  const form = await parseForm(c, classesForm);
  if (!form.ok) return classificationsPage(c, form, 422);
  const id = Number(c.req.param('id'));
  return saved(c, form.typed, () => setClasses(c.get('ctx'), id, form.value.bounds));
});

for (const list of ['groups', 'regions', 'variables'] as const) {
  classificationRoutes.post(`${HOME}/${list}/:id{[0-9]+}`, async (c) => {
    const form = await parseForm(c, nameForm);
    if (!form.ok) return classificationsPage(c, form, 422);
    const id = Number(c.req.param('id'));
    return saved(c, form.typed, () => renameNamed(c.get('ctx'), TABLES[list], id, form.value.name));
  });

  classificationRoutes.post(`${HOME}/${list}/:id{[0-9]+}/remove`, (c) =>
    saved(c, {}, () => removeNamed(c.get('ctx'), TABLES[list], Number(c.req.param('id')))),
  );
}

async function saved(c: C, typed: Typed, command: () => Promise<Done<unknown>>): Promise<Response> {
  try {
    const done = await command();
    flashDone(c, done.changeId);
    return c.redirect(home(c), 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return classificationsPage(c, { typed, errors: fieldErrors(c, error) }, status);
  }
}

async function classificationsPage(
  c: C,
  failed: { typed: Typed; errors: FieldErrors } | null = null,
  status: 200 | 409 | 422 = 200,
) {
  const { groups, regions, variables } = await listClassifications(c.get('ctx'));
  const t = c.get('t').respondents.classifications;
  const counted = (rows: typeof groups) =>
    rows.map(({ id, name, respondents }) => ({ id, name, note: t.used(respondents) }));
  const lists = {
    groups: counted(groups),
    regions: counted(regions),
    variables: variables.map((v) => ({
      id: v.id,
      name: v.name,
      note: [t.types[v.type], v.options.join(', ')].filter(Boolean).join(': '),
      ...(v.type === 'number' ? { bounds: v.bounds.join(', ') } : {}),
    })),
  };
  return page(
    c,
    <ClassificationsPage
      shell={await shellProps(c)}
      base={`/projects/${c.get('project').id}`}
      lists={lists}
      failed={failed && { form: c.req.path, ...failed }}
    />,
    status,
  );
}
