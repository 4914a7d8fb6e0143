import { Hono } from 'hono';
import { ProjectsPage } from '../../views/projects/ProjectsPage.tsx';
import {
  fieldErrors,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { createProject } from './commands.ts';
import { newProjectForm } from './forms.ts';
import { listProjects } from './queries.ts';

export const projectRoutes = new Hono<Env>();

projectRoutes.get('/', (c) => projectsPage(c));

projectRoutes.post('/projects', async (c) => {
  const form = await parseForm(c, newProjectForm);
  if (!form.ok) return projectsPage(c, form.typed, form.errors, 422);
  try {
    const { value } = await createProject(
      { ...c.get('deps'), userId: c.get('user').id },
      form.value,
    );
    return c.redirect(`/projects/${value.id}`, 303);
  } catch (error) {
    return projectsPage(c, form.typed, fieldErrors(c, error), 422);
  }
});

async function projectsPage(
  c: C,
  typed: Typed = {},
  errors: FieldErrors = {},
  status: 200 | 422 = 200,
) {
  const projects = await listProjects(c.get('deps').db, c.get('user').id);
  return page(
    c,
    <ProjectsPage shell={await shellProps(c)} projects={projects} typed={typed} errors={errors} />,
    status,
  );
}
