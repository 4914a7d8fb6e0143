import { Hono } from 'hono';
import { LookPage } from '../../views/sources/LookPage.tsx';
import { LookPlacePage } from '../../views/sources/LookPlacePage.tsx';
import { countWithdrawn } from '../consent/index.ts';
import { readPage } from '../domain/address.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
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
import { getSource, type Source } from './queries.ts';
import { confirmCodings, placeLost, placesOf, removeChanged, removeLost } from './versions-look.ts';
import { lookForm, lookOneForm, lookQuery, placeForm } from './versions-forms.ts';
import { listWaiting, waitingLost, WAITING_PAGE } from './versions-waiting.ts';

export const lookRoutes = new Hono<Env>();

const BASE = '/projects/:projectId/sources';
const ONE = `${BASE}/:sourceId{[0-9]+}`;
const LOST = `${ONE}/lost/:lostId{[0-9]+}`;

const idOf = (c: C): number => Number(c.req.param('sourceId'));
const lostId = (c: C): number => Number(c.req.param('lostId'));

lookRoutes.get(`${BASE}/look`, (c) => lookPage(c, null));
lookRoutes.get(`${ONE}/look`, async (c) => lookPage(c, await getSource(c.get('ctx'), idOf(c))));

lookRoutes.post(`${ONE}/look`, async (c) => {
  const form = await parseForm(c, lookForm);
  if (!form.ok) throw new Invalid('versions.notToLook');
  const done = await confirmCodings(c.get('ctx'), idOf(c), form.value.coding ?? null);
  return back(c, done.changeId, 'look');
});

lookRoutes.post(`${ONE}/look/remove`, async (c) => {
  const form = await parseForm(c, lookOneForm);
  if (!form.ok) throw new Invalid('versions.notToLook');
  const done = await removeChanged(c.get('ctx'), idOf(c), form.value.coding);
  return back(c, done.changeId, 'look');
});

lookRoutes.get(LOST, (c) => placePage(c));

lookRoutes.post(LOST, async (c) => {
  const ctx = c.get('ctx');
  const form = await parseForm(c, placeForm);
  if (!form.ok) return placePage(c, { typed: form.typed, errors: form.errors }, 422);
  const { words, sha256, place: chosen } = form.value;
  const places = await placesOf(ctx, idOf(c), words);
  const only = chosen ?? (places.length === 1 ? places[0] : undefined);
  if (only === undefined) {
    // Looked up before anything is said of the words: an unknown coding is not found, whatever they are.
    const error = new Invalid('versions.wordsNowhere', {}, 'words');
    const errors = places.length === 0 ? fieldErrors(c, error) : {};
    return placePage(c, { typed: form.typed, errors, places }, 422);
  }
  try {
    const { start, end } = only;
    const done = await placeLost(ctx, idOf(c), lostId(c), { start, end, sha256 });
    return back(c, done.changeId, 'look');
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return placePage(c, { typed: form.typed, errors: fieldErrors(c, error) }, status);
  }
});

lookRoutes.post(`${LOST}/remove`, async (c) => {
  const done = await removeLost(c.get('ctx'), idOf(c), lostId(c));
  return back(c, done.changeId, 'look');
});

function back(c: C, changeId: number | null, path: string): Response {
  flashDone(c, changeId);
  return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}/${path}`, 303);
}

async function lookPage(c: C, source: Source | null): Promise<Response> {
  const ctx = c.get('ctx');
  const { state } = lookQuery.parse(c.req.query());
  const number = readPage(c.req.query('page'));
  const found = await listWaiting(ctx, { sourceId: source?.id, state }, number);
  return page(
    c,
    <LookPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...found}
      {...{ source, state }}
      page={number}
      pageSize={WAITING_PAGE}
      withdrawn={source === null ? await countWithdrawn(ctx) : 0}
    />,
  );
}

interface Shown {
  typed?: Typed;
  errors?: FieldErrors;
  places?: Awaited<ReturnType<typeof placesOf>>;
}

async function placePage(
  c: C,
  { typed = {}, errors = {}, places = [] }: Shown = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  return page(
    c,
    <LookPlacePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={await getSource(ctx, idOf(c))}
      lost={await waitingLost(ctx, idOf(c), lostId(c))}
      {...{ typed, errors, places }}
    />,
    status,
  );
}
