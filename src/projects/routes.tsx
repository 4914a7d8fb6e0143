import { Hono } from 'hono';
import { ProjectsPage } from '../../views/projects/ProjectsPage.tsx';
import { SettingsPage, type SettingsValues } from '../../views/projects/SettingsPage.tsx';
import { Conflict } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { changeSettings, createProject } from './commands.ts';
import { newProjectForm, settingsForm } from './forms.ts';
import { getSettings, listProjects } from './queries.ts';

export const projectRoutes = new Hono<Env>();

projectRoutes.get('/', (c) => projectsPage(c));

projectRoutes.post('/projects', async (c) => {
  const form = await parseForm(c, newProjectForm);
  if (!form.ok) return projectsPage(c, form.typed, form.errors, 422);
  const by = { ...c.get('deps'), userId: c.get('user').id, request: c.get('request') };
  const { value } = await createProject(by, form.value);
  return c.redirect(`/projects/${value.id}`, 303);
});

projectRoutes.get('/projects/:projectId/settings', async (c) => {
  const now = await getSettings(c.get('ctx'));
  return settingsPage(c, {
    name: now.name,
    description: now.description,
    date_order: now.date_order,
    min_cell: String(now.min_cell),
    counts_debriefs: now.counts_debriefs === 1,
    revision: String(now.revision),
  });
});

projectRoutes.post('/projects/:projectId/settings', async (c) => {
  const form = await parseForm(c, settingsForm);
  if (!form.ok) return settingsPage(c, typedSettings(form.typed), form.errors, 422);
  const { revision, ...settings } = form.value;
  try {
    const { changeId } = await changeSettings(c.get('ctx'), settings, revision);
    flashDone(c, changeId);
    return c.redirect(`/projects/${c.get('project').id}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { revision: newest } = await getSettings(c.get('ctx'));
    const typed = { ...typedSettings(form.typed), revision: String(newest) };
    return settingsPage(c, typed, fieldErrors(c, error), 409);
  }
});

async function projectsPage(
  c: C,
  typed: Typed = {},
  errors: FieldErrors = {},
  status: 200 | 422 = 200,
) {
  const [projects, shell] = await Promise.all([
    listProjects(c.get('deps').db, c.get('user').id),
    shellProps(c),
  ]);
  return page(c, <ProjectsPage {...{ shell, projects, typed, errors }} />, status);
}

async function settingsPage(
  c: C,
  values: SettingsValues,
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
) {
  return page(c, <SettingsPage shell={await shellProps(c)} {...{ values, errors }} />, status);
}

function typedSettings(typed: Typed): SettingsValues {
  const text = (name: string) => String(typed[name] ?? '');
  return {
    name: text('name'),
    description: text('description'),
    date_order: text('date_order'),
    min_cell: text('min_cell'),
    counts_debriefs: typed['counts_debriefs'] !== undefined,
    revision: text('revision'),
  };
}
