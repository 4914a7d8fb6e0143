import { Hono } from 'hono';
import { CardPartial } from '../../views/codings/Answer.tsx';
import { CodingCard } from '../../views/codings/CodingCard.tsx';
import { Rule } from '../../views/codings/Rule.tsx';
import { sayLeftOut } from '../consent/index.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { codesOn } from '../domain/workbench/group.ts';
import { redoLast, undo, undoLast, type Done } from '../history/index.ts';
import { fragment, wantsFragment, type C, type Env } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import type { z } from 'zod';
import { answer, type Outcome } from './answer.tsx';
import { bookOf } from './book.ts';
import { cardOf } from './card.ts';
import {
  addCoding,
  applyNewCode,
  removeCoding,
  resizeCoding,
  writeMemo,
  type Found,
} from './commands.ts';
import { codingsCsv, exportCodings } from './export.ts';
import { applyForm, memoForm, newCodeForm, resizeForm } from './forms.ts';
import { ruleView, workbenchPage } from './page.tsx';
import { codeName, codingsOf } from './queries.ts';
import { touchedBy } from './touched.ts';

const SOURCE = '/projects/:projectId/sources/:sourceId{[0-9]+}';
const CODING = `${SOURCE}/codings/:codingId{[0-9]+}`;

export const codingRoutes = new Hono<Env>();

/** Whatever is asked for below a source: the source must be this project's, also where the answer would not need it. */
codingRoutes.use(`${SOURCE}/*`, async (c, next) => {
  await getSource(c.get('ctx'), sourceId(c));
  await next();
});

codingRoutes.get(SOURCE, (c) => workbenchPage(c, sourceId(c)));

codingRoutes.get('/projects/:projectId/codings.csv', async (c) => {
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="codings.csv"');
  await sayLeftOut(c);
  return c.body(codingsCsv(await exportCodings(c.get('ctx'))));
});

codingRoutes.post(`${SOURCE}/codings`, (c) =>
  answer(c, async () => {
    const { code, ...passage } = await formOf(c, applyForm);
    const wanted = { ...passage, sourceId: sourceId(c), codeId: code };
    const done = await addCoding(c.get('ctx'), wanted);
    const { applied, already } = c.get('t').codings.done;
    const name = await codeName(c.get('ctx').db, code);
    return outcomeOf(
      c,
      done,
      done.value.isNew ? applied(name, await codesAt(c, passage)) : already(name),
    );
  }),
);

codingRoutes.post(`${SOURCE}/codings/new-code`, (c) =>
  answer(c, async () => {
    const { name, ...passage } = await formOf(c, newCodeForm);
    const done = await applyNewCode(c.get('ctx'), { ...passage, sourceId: sourceId(c) }, name);
    const { applied, appliedNew, already } = c.get('t').codings.done;
    const { isNew, isNewCode, codeId } = done.value;
    const code = await codeName(c.get('ctx').db, codeId);
    const message = isNew
      ? (isNewCode ? appliedNew : applied)(code, await codesAt(c, passage))
      : already(code);
    return { ...outcomeOf(c, done, message), changesTree: isNewCode };
  }),
);

codingRoutes.post(`${CODING}/remove`, (c) =>
  answer(c, async () => outcomeOfFound(c, await removeCoding(c.get('ctx'), codingId(c)))),
);

codingRoutes.post(`${CODING}/resize`, (c) =>
  answer(c, async () => {
    const to = await formOf(c, resizeForm);
    const done = await resizeCoding(c.get('ctx'), codingId(c), to);
    const outcome = outcomeOfFound(c, done);
    return {
      ...outcome,
      spans: [...outcome.spans, to],
      coding: { id: done.value.id, code: done.value.codeId },
    };
  }),
);

codingRoutes.post(`${CODING}/memo`, (c) =>
  answer(
    c,
    async () => {
      const { body, revision } = await formOf(c, memoForm);
      return outcomeOfFound(c, await writeMemo(c.get('ctx'), codingId(c), body, revision));
    },
    // Someone changed it since: both versions side by side, what stands now and what was typed.
    async (error) => {
      if (!(error instanceof Conflict)) return null;
      const { body } = await formOf(c, memoForm);
      return <CardPartial {...await cardProps(c)} typed={body} />;
    },
  ),
);

codingRoutes.get(CODING, async (c) => {
  // Looked up before it is known whether it is needed: an unknown coding is not found, whoever asks.
  const card = await cardProps(c);
  const href = `/projects/${c.get('project').id}/sources/${sourceId(c)}`;
  if (!wantsFragment(c))
    return c.redirect(`${href}?coding=${codingId(c)}#coding-${codingId(c)}`, 302);
  return fragment(c, <CodingCard {...card} />);
});

codingRoutes.get(`${SOURCE}/codes/:codeId{[0-9]+}`, async (c) => {
  const ctx = c.get('ctx');
  const codeId = Number(c.req.param('codeId'));
  const rule = await ruleView(ctx, await bookOf(ctx.db, ctx.projectId), codeId);
  if (rule === null) throw new NotFound('codings.noCode');
  if (!wantsFragment(c))
    return c.redirect(`/projects/${ctx.projectId}/sources/${sourceId(c)}?code=${codeId}#rule`, 302);
  const codeHref = `/projects/${ctx.projectId}/codebook/${codeId}`;
  return fragment(c, <Rule t={c.get('t').codings} rule={rule} codeHref={codeHref} />);
});

codingRoutes.post(`${SOURCE}/undo`, (c) =>
  answer(c, () => reversed(c, undoLast(c.get('ctx')), 'history.nothingOfYours')),
);
codingRoutes.post(`${SOURCE}/redo`, (c) =>
  answer(c, () => reversed(c, redoLast(c.get('ctx')), 'history.nothingToRedo')),
);
codingRoutes.post(`${SOURCE}/changes/:changeId{[0-9]+}/undo`, (c) =>
  answer(c, () =>
    reversed(c, undo(c.get('ctx'), Number(c.req.param('changeId'))), 'history.nothingToUndo'),
  ),
);

async function cardProps(c: C) {
  const card = await cardOf(c.get('ctx'), sourceId(c), codingId(c));
  const href = `/projects/${c.get('project').id}/sources/${sourceId(c)}/codings/${codingId(c)}`;
  return { t: c.get('t').codings, card, href };
}

const sourceId = (c: C): number => Number(c.req.param('sourceId'));
const codingId = (c: C): number => Number(c.req.param('codingId'));

/** @throws Invalid with the first thing wrong: the page sends these forms itself, so there is no field to stand beside */
async function formOf<S extends z.ZodType>(c: C, schema: S): Promise<z.infer<S>> {
  const form = schema.safeParse(await c.req.parseBody());
  if (form.success) return form.data;
  throw new Invalid(form.error.issues[0]?.message ?? 'codings.badForm');
}

function outcomeOf(
  c: C,
  done: Done<{ id: number; codeId: number } & Span>,
  message: string,
): Outcome {
  const { id, codeId, start, end } = done.value;
  return {
    sourceId: sourceId(c),
    changeId: done.changeId,
    spans: [{ start, end }],
    codeIds: [codeId],
    message,
    coding: { id, code: codeId },
  };
}

const outcomeOfFound = (c: C, { changeId, value }: Done<Found>): Outcome => ({
  sourceId: sourceId(c),
  changeId,
  spans: [{ start: value.start, end: value.end }],
  codeIds: [value.codeId],
});

async function reversed(
  c: C,
  running: Promise<Done<unknown> | null>,
  nothing: string,
): Promise<Outcome> {
  const done = await running;
  if (done === null || done.changeId === null) throw new Invalid(nothing);
  const touched = await touchedBy(c.get('ctx'), done.changeId, sourceId(c));
  return { sourceId: sourceId(c), changeId: done.changeId, ...touched };
}

async function codesAt(c: C, span: Span): Promise<number> {
  return codesOn(span, await codingsOf(c.get('ctx').db, sourceId(c), span));
}
