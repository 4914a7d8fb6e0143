import { Hono } from 'hono';
import { KeysPage } from '../../views/codings/KeysPage.tsx';
import { Rule } from '../../views/codings/Rule.tsx';
import { sayLeftOut } from '../consent/index.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import { redoLast, undo, undoLast, type Done } from '../history/index.ts';
import { fragment, page, shellProps, wantsFragment, type C, type Env } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { answer, type Outcome } from './answer.tsx';
import { bookOf } from './book.ts';
import { inBulk } from './bulk-routes.tsx';
import { onCoding } from './coding-routes.tsx';
import { addCoding, applyNewCode } from './commands.ts';
import { codingsCsv, exportCodings } from './export.ts';
import { exampleRoutes } from './example-routes.tsx';
import { applyForm, newCodeForm } from './forms.ts';
import { liveRoutes } from './live.tsx';
import { lookAt, ruleView, workbenchPage } from './page.tsx';
import { codeName } from './queries.ts';
import { codesAt, formOf, outcomeOf, SOURCE, sourceId } from './request.ts';
import { touchedBy } from './touched.ts';

export const codingRoutes = new Hono<Env>();

/** Whatever is asked for below a source: the source must be this project's, also where the answer would not need it. */
codingRoutes.use(`${SOURCE}/*`, async (c, next) => {
  await getSource(c.get('ctx'), sourceId(c));
  await next();
});

codingRoutes.route('/', onCoding);
codingRoutes.route('/', liveRoutes);
codingRoutes.route('/', inBulk);
codingRoutes.route('/', exampleRoutes);

codingRoutes.get(SOURCE, (c) => workbenchPage(c, sourceId(c)));

codingRoutes.get('/projects/:projectId/keys', async (c) => {
  const { id } = c.get('project');
  const codes = await bookOf(c.get('ctx').db, id);
  return page(
    c,
    <KeysPage
      shell={await shellProps(c)}
      codebookHref={`/projects/${id}/codebook`}
      codes={codes.flatMap(({ id, key, path, isCodable }) =>
        key === null || !isCodable ? [] : [{ id, key, path: path.join(' › ') }],
      )}
    />,
  );
});

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

codingRoutes.get(`${SOURCE}/codes/:codeId{[0-9]+}`, async (c) => {
  const ctx = c.get('ctx');
  const codeId = Number(c.req.param('codeId'));
  const rule = await ruleView(
    ctx,
    await bookOf(ctx.db, ctx.projectId),
    codeId,
    lookAt(c, sourceId(c)),
  );
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
