import { Hono } from 'hono';
import { CorrectChoosePage } from '../../views/sources/CorrectChoosePage.tsx';
import { CorrectPage } from '../../views/sources/CorrectPage.tsx';
import { VersionPage, VersionsPage } from '../../views/sources/VersionsPage.tsx';
import { readPage } from '../domain/address.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { contextOf } from '../domain/text/context.ts';
import { difference } from '../domain/text/difference.ts';
import type { Span } from '../domain/text/span.ts';
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
import { getSource, readText } from './queries.ts';
import { countSegments, listSegments, positionAt } from './segment-queries.ts';
import { correctText, passageNow } from './versions-correct.ts';
import { correctForm } from './versions-forms.ts';
import { listVersions, readVersion } from './versions-list.ts';

export const versionRoutes = new Hono<Env>();

const ONE = '/projects/:projectId/sources/:sourceId{[0-9]+}';

/** Passages on one page to choose from. */
const PASSAGES = 50;
/** Words shown around a passage, in code units. */
const AROUND = 160;
/** Places shown of what changed from one version to the next. */
const PLACES = 200;

const idOf = (c: C): number => Number(c.req.param('sourceId'));

versionRoutes.get(`${ONE}/correct`, async (c) => {
  const at = /^\d{1,9}/u.exec(c.req.query('at') ?? '')?.[0];
  if (at === undefined) return choosePage(c);
  const ctx = c.get('ctx');
  const position = await positionAt(ctx, idOf(c), Number(at));
  const [segment] = await listSegments(ctx, idOf(c), { from: position, limit: 1 });
  return correctPage(c, segment ? { start: segment.bodyStart, end: segment.end } : null);
});

versionRoutes.post(`${ONE}/correct`, async (c) => {
  const form = await parseForm(c, correctForm);
  if (!form.ok) return correctPage(c, placeIn(form.typed), form.typed, form.errors);
  const { text, ...seen } = form.value;
  try {
    const done = await correctText(c.get('ctx'), idOf(c), seen, text);
    flashDone(c, done.changeId);
    const { start, end } = done.value;
    const at = start < end ? `?at=${start}-${end}#at` : '';
    return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}${at}`, 303);
  } catch (error) {
    if (error instanceof Conflict)
      return correctPage(c, await passageNow(c.get('ctx'), idOf(c), seen), form.typed, {}, 409);
    if (!(error instanceof Invalid)) throw error;
    return correctPage(c, seen, form.typed, fieldErrors(c, error));
  }
});

versionRoutes.get(`${ONE}/versions`, async (c) => {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  return page(
    c,
    <VersionsPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={source}
      versions={await listVersions(ctx, source.id)}
    />,
  );
});

versionRoutes.get(`${ONE}/versions/compare`, async (c) => {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const asked = /^[1-9]\d{0,8}$/u.exec(c.req.query('version') ?? '')?.[0];
  const version = asked === undefined ? source.version : Number(asked);
  const after = await readVersion(ctx, source.id, version);
  const before = version === 1 ? after : await readVersion(ctx, source.id, version - 1);
  const changes = difference(before.text, after.text);
  const places = changes.slice(0, PLACES).map(({ before: was, after: is }) => ({
    before: contextOf(before.text, was, AROUND, 0).before,
    was: before.text.slice(was.start, was.end),
    is: after.text.slice(is.start, is.end),
    after: contextOf(after.text, is, 0, AROUND).after,
  }));
  return page(
    c,
    <VersionPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ source, version, places }}
      more={changes.length - places.length}
    />,
  );
});

function placeIn(typed: Typed): Span | null {
  const [start, end] = [Number(typed['start']), Number(typed['end'])];
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end
    ? { start, end }
    : null;
}

async function correctPage(
  c: C,
  place: Span | null,
  typed: Typed = {},
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = Object.keys(errors).length === 0 ? 200 : 422,
): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const { text } = await readText(ctx, source.id);
  return page(
    c,
    <CorrectPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ source, typed, errors }}
      passage={place === null ? null : await passageOf(c, text, place)}
      isStale={status === 409}
    />,
    status,
  );
}

async function passageOf(c: C, text: string, { start, end }: Span) {
  const within = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  const ctx = c.get('ctx');
  const position = await positionAt(ctx, idOf(c), within.start);
  const [segment] = await listSegments(ctx, idOf(c), { from: position, limit: 1 });
  const { before, match, after } = contextOf(text, within, AROUND, AROUND);
  return { ...within, words: match, before, after, speaker: segment?.speaker ?? null };
}

async function choosePage(c: C): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const { text } = await readText(ctx, source.id);
  const number = readPage(c.req.query('page'));
  const segments = await listSegments(ctx, source.id, {
    from: (number - 1) * PASSAGES,
    limit: PASSAGES,
  });
  return page(
    c,
    <CorrectChoosePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={source}
      segments={segments.map(({ start, bodyStart, end, speaker }) => ({
        start,
        speaker,
        words: text.slice(bodyStart, end),
      }))}
      page={number}
      pageSize={PASSAGES}
      total={await countSegments(ctx, source.id)}
    />,
  );
}
