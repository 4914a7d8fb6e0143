import { Hono } from 'hono';
import { z } from 'zod';
import { themesHref, viewsHref } from '../../views/analysis/address.ts';
import { ViewsPage, type RefusedView } from '../../views/analysis/ViewsPage.tsx';
import { Conflict, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
} from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import { loadFacets } from './facets.ts';
import { readChoices, readPage } from './forms.ts';
import { keepView, listViews, removeView, renameView, viewOf } from './kept-views.ts';
import { sayCounted } from './says.ts';
import { questionNumbers } from './study.ts';
import { minimumOf } from './themes.ts';

export const viewRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/themes/views';
const home = (c: C): string => viewsHref(c.get('ctx').projectId);

const named = z.object({
  name: z.string().default(''),
  view: z.string().default(''),
  revision: z.coerce.number().int().default(0),
});

viewRoutes.get(HOME, (c) => viewsPage(c));

viewRoutes.get(`${HOME}/:viewId{[0-9]+}`, async (c) => {
  const ctx = c.get('ctx');
  const { choices } = await viewOf(ctx, Number(c.req.param('viewId')));
  return c.redirect(themesHref(ctx.projectId, choices), 303);
});

viewRoutes.post(HOME, async (c) => {
  const form = await parseForm(c, named);
  if (!form.ok)
    return viewsPage(c, { id: null, name: '', view: '', error: form.errors['name'] ?? '' });
  const { name, view } = form.value;
  const choices = readChoices(new URLSearchParams(view));
  try {
    flashDone(c, (await keepView(c.get('ctx'), name, choices)).changeId);
    return c.redirect(themesHref(c.get('ctx').projectId, choices), 303);
  } catch (error) {
    return refuse(c, error, { id: null, name, view });
  }
});

viewRoutes.post(`${HOME}/:viewId{[0-9]+}`, async (c) => {
  const id = Number(c.req.param('viewId'));
  const form = await parseForm(c, named);
  if (!form.ok) return viewsPage(c, { id, name: '', view: '', error: form.errors['name'] ?? '' });
  const { name, revision } = form.value;
  try {
    flashDone(c, (await renameView(c.get('ctx'), id, name, revision)).changeId);
    return c.redirect(home(c), 303);
  } catch (error) {
    return refuse(c, error, { id, name, view: '' });
  }
});

viewRoutes.post(`${HOME}/:viewId{[0-9]+}/delete`, async (c) => {
  flashDone(c, (await removeView(c.get('ctx'), Number(c.req.param('viewId')))).changeId);
  return c.redirect(home(c), 303);
});

function refuse(c: C, error: unknown, typed: Omit<RefusedView, 'error'>) {
  if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
  const status = error instanceof Conflict && error.code === 'history.stale' ? 409 : 422;
  const errors = fieldErrors(c, error);
  return viewsPage(c, { ...typed, error: errors['name'] ?? errors[''] ?? '' }, status);
}

async function viewsPage(c: C, refused: RefusedView | null = null, status: 409 | 422 = 422) {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const number = readPage(new URL(c.req.url).searchParams);
  const { views, pages } = await listViews(ctx, number);
  const [facets, { questions }, { min_cell: minimum }] = await Promise.all([
    loadFacets(ctx, t.analysis),
    questionNumbers(ctx),
    getSettings(ctx),
  ]);
  const shown = views.map(({ id, name, choices, revision }) => {
    const numbers = questions
      .filter((question) => choices.questions.includes(question.id))
      .map((question) => question.number);
    const minCell = minimumOf(choices.minCell, minimum);
    return { id, name, revision, says: sayCounted(t, facets, choices, { minCell, numbers }) };
  });
  return page(
    c,
    <ViewsPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      views={shown}
      page={number}
      pages={pages}
      refused={refused}
    />,
    refused === null ? 200 : status,
  );
}
