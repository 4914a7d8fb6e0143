import { Hono } from 'hono';
import { z } from 'zod';
import { VariablesPage } from '../../views/sources/VariablesPage.tsx';
import { Conflict, Invalid } from '../domain/errors.ts';
import type { Done } from '../history/index.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  statusOf,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import {
  addSourceVariable,
  countSourceValues,
  listSourceVariables,
  removeSourceVariable,
  renameSourceVariable,
  VARIABLE_TYPES,
} from './variables.ts';

export const variableRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/sources/variables';
const ONE = `${HOME}/:sourceVariableId{[0-9]+}`;

const name = z
  .string()
  .trim()
  .min(1, 'structure.variableNameEmpty')
  .max(100, 'structure.variableNameLong');

const newForm = z.object({
  name,
  type: z.enum(VARIABLE_TYPES).catch('list'),
  options: z.string().max(20_000).default(''),
});

const idOf = (c: C): number => Number(c.req.param('sourceVariableId'));

variableRoutes.get(HOME, (c) => variablesPage(c));

variableRoutes.post(HOME, async (c) => {
  const form = await parseForm(c, newForm);
  if (!form.ok) return variablesPage(c, form, 422);
  const options = form.value.options.split('\n');
  return saved(c, form.typed, () => addSourceVariable(c.get('ctx'), { ...form.value, options }));
});

variableRoutes.post(ONE, async (c) => {
  const form = await parseForm(c, z.object({ name }));
  if (!form.ok) return variablesPage(c, form, 422);
  return saved(c, form.typed, () => renameSourceVariable(c.get('ctx'), idOf(c), form.value.name));
});

variableRoutes.post(`${ONE}/remove`, (c) =>
  saved(c, {}, () => removeSourceVariable(c.get('ctx'), idOf(c))),
);

async function saved(c: C, typed: Typed, command: () => Promise<Done<unknown>>): Promise<Response> {
  try {
    const done = await command();
    flashDone(c, done.changeId);
    return c.redirect(`/projects/${c.get('project').id}/sources/variables`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    return variablesPage(c, { typed, errors: fieldErrors(c, error) }, statusOf(error));
  }
}

async function variablesPage(
  c: C,
  failed: { typed: Typed; errors: FieldErrors } | null = null,
  status: ReturnType<typeof statusOf> = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  const [shell, variables, used] = await Promise.all([
    shellProps(c),
    listSourceVariables(ctx.db, ctx.projectId),
    countSourceValues(ctx),
  ]);
  return page(
    c,
    <VariablesPage
      shell={shell}
      projectId={ctx.projectId}
      variables={variables.map((one) => ({ ...one, used: used.get(one.id) ?? 0 }))}
      failed={failed && { form: c.req.path.replace(/\/remove$/u, ''), ...failed }}
    />,
    status,
  );
}
