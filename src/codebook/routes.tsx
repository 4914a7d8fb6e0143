import { Hono } from 'hono';
import { codebookHref } from '../../views/codebook/types.ts';
import { Conflict, DomainError, Invalid, NotFound } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  parseForm,
  wantsFragment,
  type C,
  type Env,
  type Typed,
} from '../http/index.ts';
import { addCode } from './add.ts';
import { moveCode, saveCode } from './commands.ts';
import { changeRoutes } from './change-routes.tsx';
import { codeForm, memoEditForm, memoForm, moveForm, newCodeForm } from './forms.ts';
import { exportRoutes } from './export-routes.tsx';
import { importRoutes } from './import-routes.tsx';
import { addCodeMemo, changeCodeMemo, removeCodeMemo } from './memos.ts';
import { movedFragment } from './moved.tsx';
import { codebookPage, codePage, formOf, typedText, type Refused } from './pages.tsx';
import { listCodes } from './queries.ts';
import { deleteCode } from './remove.ts';
import { reworkRoutes } from './rework-routes.tsx';
import { severalRoutes } from './several-routes.tsx';
import { versionRoutes } from './version-routes.tsx';

const BOOK = '/projects/:projectId/codebook';
const CODE = `${BOOK}/:codeId{[0-9]+}`;

export const codebookRoutes = new Hono<Env>();

codebookRoutes.route('/', importRoutes);
codebookRoutes.route('/', exportRoutes);
codebookRoutes.route('/', reworkRoutes);
codebookRoutes.route('/', versionRoutes);
codebookRoutes.route('/', severalRoutes);
codebookRoutes.route('/', changeRoutes);

codebookRoutes.get(BOOK, (c) => codebookPage(c));
codebookRoutes.get(CODE, (c) => codePage(c, idOf(c)));

codebookRoutes.post(BOOK, async (c) => {
  const form = await parseForm(c, newCodeForm);
  const parent = Number(typedText(form.typed, 'parent'));
  const again = (refused: Refused, status: 404 | 409 | 422) =>
    Number.isSafeInteger(parent) && parent > 0 && typedText(form.typed, 'page') === 'code'
      ? codePage(c, parent, refused, status)
      : codebookPage(c, refused, status);
  if (!form.ok) return again({ form: 'add', typed: form.typed, errors: form.errors }, 422);
  const { name, definition, parent: parentId } = form.value;
  try {
    const done = await addCode(c.get('ctx'), { name, definition, parentId });
    flashDone(c, done.changeId);
    return c.redirect(href(c, parentId === null ? '' : `/${done.value.id}`), 303);
  } catch (error) {
    return again(...refusal(c, 'add', form.typed, error));
  }
});

codebookRoutes.post(CODE, async (c) => {
  const ctx = c.get('ctx');
  const codeId = idOf(c);
  const form = await parseForm(c, codeForm);
  if (!form.ok)
    return codePage(c, codeId, { form: 'edit', typed: form.typed, errors: form.errors }, 422);
  const { use_when: useWhen, not_when: notWhen, structure, revision, ...rest } = form.value;
  const patch = { ...rest, useWhen, notWhen, isCodable: structure === undefined };
  try {
    const done = await saveCode(ctx, codeId, patch, revision);
    flashDone(c, done.changeId);
    return c.redirect(href(c, `/${codeId}`), 303);
  } catch (error) {
    const [refused, status] = refusal(c, 'edit', form.typed, error);
    if (!(error instanceof Conflict && error.code === 'history.stale'))
      return codePage(c, codeId, refused, status);
    const row = (await listCodes(ctx)).find((code) => code.id === codeId);
    const theirs = row === undefined ? {} : { theirs: formOf(row) };
    return codePage(c, codeId, { ...refused, ...theirs }, 409);
  }
});

codebookRoutes.post(`${CODE}/move`, async (c) => {
  const ctx = c.get('ctx');
  const codeId = idOf(c);
  const form = await parseForm(c, moveForm);
  if (!form.ok) throw new Invalid('codebook.moveUnclear');
  const to = 'to' in form.value ? form.value.to : { parentId: form.value.parent, beforeId: null };
  try {
    const done = await moveCode(ctx, codeId, to);
    if (wantsFragment(c)) return movedFragment(c, done.changeId);
    flashDone(c, done.changeId);
    return c.redirect(href(c, `/${codeId}`), 303);
  } catch (error) {
    if (wantsFragment(c)) throw error;
    return codePage(c, codeId, ...refusal(c, 'move', form.typed, error));
  }
});

codebookRoutes.post(`${CODE}/delete`, async (c) => {
  const done = await deleteCode(c.get('ctx'), idOf(c));
  const { parentId } = done.value;
  flashDone(c, done.changeId);
  return c.redirect(href(c, parentId === null ? '' : `/${parentId}`), 303);
});

codebookRoutes.post(`${CODE}/memos`, async (c) => {
  const form = await parseForm(c, memoForm);
  if (!form.ok)
    return codePage(c, idOf(c), { form: 'memo', typed: form.typed, errors: form.errors }, 422);
  try {
    const done = await addCodeMemo(c.get('ctx'), idOf(c), form.value.body);
    flashDone(c, done.changeId);
    return c.redirect(href(c, `/${idOf(c)}#memos`), 303);
  } catch (error) {
    return codePage(c, idOf(c), ...refusal(c, 'memo', form.typed, error));
  }
});

codebookRoutes.post(`${CODE}/memos/:memoId{[0-9]+}`, async (c) => {
  const memoId = Number(c.req.param('memoId'));
  const form = await parseForm(c, memoEditForm);
  const typed = { ...form.typed, memo: String(memoId) };
  if (!form.ok) return codePage(c, idOf(c), { form: 'memoEdit', typed, errors: form.errors }, 422);
  try {
    const done = await changeCodeMemo(c.get('ctx'), idOf(c), memoId, form.value);
    flashDone(c, done.changeId);
    return c.redirect(href(c, `/${idOf(c)}#memos`), 303);
  } catch (error) {
    const [refused, status] = refusal(c, 'memoEdit', typed, error);
    if (!(error instanceof Conflict)) return codePage(c, idOf(c), refused, status);
    const errors = { body: c.get('t').codebook.memos.stale };
    return codePage(c, idOf(c), { ...refused, errors }, status);
  }
});

codebookRoutes.post(`${CODE}/memos/:memoId{[0-9]+}/delete`, async (c) => {
  const done = await removeCodeMemo(c.get('ctx'), idOf(c), Number(c.req.param('memoId')));
  flashDone(c, done.changeId);
  return c.redirect(href(c, `/${idOf(c)}#memos`), 303);
});

const idOf = (c: C): number => Number(c.req.param('codeId'));

const href = (c: C, rest: string): string => codebookHref(c.get('project').id, rest);

/** What a refused form shows; an error of another kind goes on to `onError`. */
function refusal(
  c: C,
  form: Refused['form'],
  typed: Typed,
  error: unknown,
): [Refused, 404 | 409 | 422] {
  if (!(error instanceof DomainError) || error instanceof NotFound) throw error;
  const status = error instanceof Conflict ? 409 : 422;
  return [{ form, typed, errors: fieldErrors(c, error) }, status];
}
