import { Hono } from 'hono';
import { MergePage } from '../../views/codebook/MergePage.tsx';
import { SplitPage } from '../../views/codebook/SplitPage.tsx';
import { codebookHref } from '../../views/codebook/types.ts';
import { countWithdrawn } from '../consent/index.ts';
import { Conflict, DomainError, Invalid, NotFound } from '../domain/errors.ts';
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
import { mergeForm, sendForm, splitForm } from './forms.ts';
import { mergeCode, previewMerge, type MergePreview } from './merge.ts';
import { typedText } from './pages.tsx';
import { listCodes, type CodeRow } from './queries.ts';
import { finishSplit, splitWalk } from './split.ts';
import { beginSplit, dropSplit, findSplit, sendToPart } from './split-draft.ts';

const CODE = '/projects/:projectId/codebook/:codeId{[0-9]+}';

/** Pages on which a code is merged into another, or split into several. */
export const reworkRoutes = new Hono<Env>();

reworkRoutes.get(`${CODE}/merge`, async (c) => {
  const into = numberOf(c.req.query('into'));
  if (into === null) return mergePage(c, { into, merging: null });
  try {
    return await mergePage(c, { into, merging: await previewMerge(c.get('ctx'), idOf(c), into) });
  } catch (error) {
    return refusedMerge(c, into, error);
  }
});

reworkRoutes.post(`${CODE}/merge`, async (c) => {
  const form = await parseForm(c, mergeForm);
  if (!form.ok) return mergePage(c, { into: null, merging: null, errors: form.errors }, 422);
  const { into } = form.value;
  try {
    const done = await mergeCode(c.get('ctx'), idOf(c), into);
    flashDone(c, done.changeId);
    return c.redirect(codebookHref(c.get('project').id, `/${into}`), 303);
  } catch (error) {
    return refusedMerge(c, into, error);
  }
});

reworkRoutes.get(`${CODE}/split`, (c) => splitPage(c));

reworkRoutes.post(`${CODE}/split`, async (c) => {
  const form = await parseForm(c, splitForm);
  if (!form.ok) return splitPage(c, { typed: form.typed, errors: form.errors }, 422);
  try {
    await beginSplit(c.get('ctx'), idOf(c), form.value.parts, form.value.place);
    return c.redirect(splitHref(c), 303);
  } catch (error) {
    return splitPage(c, { typed: form.typed, errors: refusal(c, error) }, statusOf(error));
  }
});

reworkRoutes.post(`${CODE}/split/send`, async (c) => {
  const form = await parseForm(c, sendForm);
  if (!form.ok) throw new NotFound('codebook.noSplit');
  const { coding, part } = form.value;
  await sendToPart(c.get('ctx'), idOf(c), coding, part);
  return c.redirect(`${splitHref(c)}?after=${coding}`, 303);
});

reworkRoutes.post(`${CODE}/split/finish`, async (c) => {
  try {
    const done = await finishSplit(c.get('ctx'), idOf(c));
    flashDone(c, done.changeId);
    return c.redirect(codebookHref(c.get('project').id, `/${idOf(c)}`), 303);
  } catch (error) {
    return splitPage(c, { typed: {}, errors: { '': refusal(c, error)['name'] ?? '' } }, 409);
  }
});

reworkRoutes.post(`${CODE}/split/discard`, async (c) => {
  await dropSplit(c.get('ctx').db, c.get('ctx'), idOf(c));
  return c.redirect(codebookHref(c.get('project').id, `/${idOf(c)}`), 303);
});

const idOf = (c: C): number => Number(c.req.param('codeId'));

const splitHref = (c: C): string => codebookHref(c.get('project').id, `/${idOf(c)}/split`);

function numberOf(text: string | undefined): number | null {
  const number = Number(text);
  return text !== undefined && Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** Sentences of a refusal that the page can show; anything else goes on to `onError`. */
function refusal(c: C, error: unknown): FieldErrors {
  if (error instanceof DomainError && !(error instanceof NotFound)) return fieldErrors(c, error);
  throw error;
}

const statusOf = (error: unknown): 409 | 422 => (error instanceof Invalid ? 422 : 409);

async function codeAndCodes(c: C): Promise<{ code: CodeRow; codes: CodeRow[] }> {
  const codes = await listCodes(c.get('ctx'));
  const code = codes.find((one) => one.id === idOf(c));
  if (!code) throw new NotFound('codebook.noCode');
  return { code, codes };
}

function refusedMerge(c: C, into: number, error: unknown) {
  const errors = refusal(c, error);
  return mergePage(c, { into, merging: null, errors }, error instanceof Conflict ? 409 : 422);
}

async function mergePage(
  c: C,
  view: { into: number | null; merging: MergePreview | null; errors?: FieldErrors },
  status: 200 | 409 | 422 = 200,
) {
  const { code, codes } = await codeAndCodes(c);
  const into = codes.find((one) => one.id === view.into) ?? null;
  const props = { projectId: c.get('project').id, code, codes, into, merging: view.merging };
  return page(
    c,
    <MergePage shell={await shellProps(c)} {...props} errors={view.errors ?? {}} />,
    status,
  );
}

async function splitPage(
  c: C,
  refused: { typed: Typed; errors: FieldErrors } = { typed: {}, errors: {} },
  status: 200 | 409 | 422 = 200,
) {
  const ctx = c.get('ctx');
  const { code } = await codeAndCodes(c);
  const split = await findSplit(ctx.db, ctx, code.id);
  const [wanted, after] = [numberOf(c.req.query('at')), numberOf(c.req.query('after'))];
  return page(
    c,
    <SplitPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      code={code}
      split={
        split === null ? null : { ...split, walk: await splitWalk(ctx, split, { wanted, after }) }
      }
      typed={{ parts: typedText(refused.typed, 'parts'), place: typedText(refused.typed, 'place') }}
      errors={refused.errors}
      withdrawn={await countWithdrawn(ctx)}
    />,
    status,
  );
}
