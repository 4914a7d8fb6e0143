import { Hono } from 'hono';
import { DetailsPage } from '../../views/sources/DetailsPage.tsx';
import { EncodingPage } from '../../views/sources/EncodingPage.tsx';
import { SourcesPage } from '../../views/sources/SourcesPage.tsx';
import { readPage, readSort } from '../domain/address.ts';
import { countWithdrawn } from '../consent/index.ts';
import { Invalid } from '../domain/errors.ts';
import { ENCODINGS } from '../files/index.ts';
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
import { countMemos } from './comments.ts';
import { changeSource, removeSource } from './edits.ts';
import { detailsForm, filterQuery, setForm, valuesForm } from './forms.ts';
import { PAGE, SORTS, countCodings, countSources, interviewChoices, listSources } from './list.ts';
import { readOriginal } from './originals.ts';
import { getSource, givenOut } from './queries.ts';
import { previewsOf } from './reading/previews.ts';
import { rereadSource } from './reread.ts';
import { redactRoutes } from './redact-routes.tsx';
import { reviewRoutes } from './review-routes.tsx';
import { countSegments, listSpeakers } from './segment-queries.ts';
import { structureRoutes } from './structure-routes.tsx';
import { uploadRoutes } from './upload.tsx';
import { lookRoutes } from './versions-look-routes.tsx';
import { replaceRoutes } from './versions-replace-routes.tsx';
import { versionRoutes } from './versions-routes.tsx';
import { countWaiting, waitingBySource } from './versions-waiting.ts';
import { variableRoutes } from './variable-routes.tsx';
import { listSourceVariables, setSourceValues, valuesOfSource } from './variables.ts';

export const sourceRoutes = new Hono<Env>();

sourceRoutes.route('/', uploadRoutes);
sourceRoutes.route('/', structureRoutes);
sourceRoutes.route('/', versionRoutes);
sourceRoutes.route('/', redactRoutes);
sourceRoutes.route('/', replaceRoutes);
sourceRoutes.route('/', lookRoutes);
sourceRoutes.route('/', variableRoutes);
sourceRoutes.route('/', reviewRoutes);

const BASE = '/projects/:projectId/sources';
const ONE = `${BASE}/:sourceId{[0-9]+}`;

const idOf = (c: C): number => Number(c.req.param('sourceId'));

sourceRoutes.get(BASE, (c) => listPage(c));

async function listPage(c: C, typed?: Typed, errors?: FieldErrors): Promise<Response> {
  const ctx = c.get('ctx');
  const filter = filterQuery.parse(c.req.query());
  const sortText = c.req.query('sort');
  const { key: sort, isDescending } = readSort(SORTS, sortText);
  const number = readPage(c.req.query('page'));
  const [{ entries, total }, all, interviews, withdrawn, waiting, shell, variables] =
    await Promise.all([
      listSources(ctx, filter, { sort, isDescending, page: number }),
      countSources(ctx),
      interviewChoices(ctx),
      countWithdrawn(ctx),
      waitingBySource(ctx),
      shellProps(c),
      listSourceVariables(ctx.db, ctx.projectId),
    ]);
  return page(
    c,
    <SourcesPage
      {...{ shell, entries, total, all, filter, interviews, withdrawn, waiting }}
      page={number}
      pageSize={PAGE}
      projectId={ctx.projectId}
      sort={isDescending ? `-${sort}` : sort}
      variables={variables}
      typed={typed}
      errors={errors}
    />,
    errors === undefined ? 200 : 422,
  );
}

sourceRoutes.post(`${BASE}/set`, async (c) => {
  const { pick, variable, value, typed } = setForm(await typedForm(c));
  try {
    const done = await setSourceValues(c.get('ctx'), pick, new Map([[variable, value]]));
    return back(c, done.changeId, '');
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const [[field = '', sentence = ''] = []] = Object.entries(fieldErrors(c, error));
    return listPage(c, typed, { [field === 'pick' ? 'pick' : 'value']: sentence });
  }
});

sourceRoutes.post(`${ONE}/values`, async (c) => {
  const typed = await typedForm(c);
  try {
    const done = await setSourceValues(c.get('ctx'), [idOf(c)], valuesForm(typed));
    return back(c, done.changeId, `${idOf(c)}/details`);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return detailsPage(c, typed, fieldErrors(c, error));
  }
});

sourceRoutes.get(`${ONE}/details`, (c) => detailsPage(c));

sourceRoutes.post(`${ONE}/details`, async (c) => {
  const form = await parseForm(c, detailsForm);
  if (!form.ok) return detailsPage(c, form.typed, form.errors);
  const { interview, revision, ...details } = form.value;
  try {
    const done = await changeSource(
      c.get('ctx'),
      idOf(c),
      { ...details, interviewId: interview },
      revision,
    );
    return back(c, done.changeId, `${idOf(c)}/details`);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return detailsPage(c, form.typed, fieldErrors(c, error));
  }
});

sourceRoutes.post(`${ONE}/delete`, async (c) => {
  const done = await removeSource(c.get('ctx'), idOf(c));
  return back(c, done.changeId, '');
});

sourceRoutes.get(`${ONE}/original`, async (c) => {
  const ctx = c.get('ctx');
  const source = givenOut(await getSource(ctx, idOf(c)));
  const bytes = await readOriginal(ctx.dataDir, source.originalSha256 ?? '');
  // Never shown by the browser: a file is what somebody else wrote.
  c.header('content-type', 'application/octet-stream');
  c.header(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(source.originalName ?? 'original').replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`,
  );
  return c.body(new Uint8Array(bytes));
});

sourceRoutes.get(`${ONE}/encoding`, async (c) => {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const { encoding, originalSha256 } = source;
  if (encoding === null || originalSha256 === null) throw new Invalid('sources.noEncoding');
  const bytes = await readOriginal(ctx.dataDir, originalSha256);
  return page(
    c,
    <EncodingPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={{ ...source, encoding }}
      readings={previewsOf(bytes, encoding)}
      codings={await countCodings(ctx, source.id)}
    />,
  );
});

sourceRoutes.post(`${ONE}/encoding`, async (c) => {
  const { encoding } = await typedForm(c);
  const chosen = ENCODINGS.find((one) => one === encoding);
  if (chosen === undefined) throw new Invalid('sources.noEncoding');
  const done = await rereadSource(c.get('ctx'), idOf(c), chosen);
  const { changed, lost } = done.value;
  return back(c, done.changeId, `${idOf(c)}/${changed + lost > 0 ? 'look' : 'details'}`);
});

/** To a page of the slice, where the toast says what was done. */
function back(c: C, changeId: number | null, path: string): Response {
  flashDone(c, changeId);
  return c.redirect(
    `/projects/${c.get('project').id}/sources${path === '' ? '' : `/${path}`}`,
    303,
  );
}

async function detailsPage(c: C, typed?: Typed, errors?: FieldErrors): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const [shell, codings, segments, waiting, interviews, speakers, variables, values, memos] =
    await Promise.all([
      shellProps(c),
      countCodings(ctx, source.id),
      countSegments(ctx, source.id),
      countWaiting(ctx, source.id),
      interviewChoices(ctx),
      listSpeakers(ctx, source.id),
      listSourceVariables(ctx.db, ctx.projectId),
      valuesOfSource(ctx, source.id),
      countMemos(ctx, source.id),
    ]);
  return page(
    c,
    <DetailsPage
      {...{ shell, source, codings, segments, interviews, variables, values, typed, errors, memos }}
      speakers={speakers.filter(({ segments: n }) => n > 0).length}
      waiting={waiting.changed + waiting.lost}
      projectId={ctx.projectId}
    />,
    errors === undefined ? 200 : 422,
  );
}
