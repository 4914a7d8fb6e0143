import { Hono } from 'hono';
import { draftHref, importHref } from '../../views/register/address.ts';
import { StartPage } from '../../views/register/StartPage.tsx';
import { DomainError, Forbidden, Invalid } from '../domain/errors.ts';
import { writeXlsx, XLSX_TYPE } from '../files/index.ts';
import {
  fieldErrors,
  flashDone,
  mayWrite,
  page,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
} from '../http/index.ts';
import { rememberedColumns } from './columns.ts';
import {
  endDraft,
  getDraft,
  isDone,
  listDrafts,
  patchDraft,
  startDraft,
  type Draft,
} from './drafts.ts';
import { importDraft } from './finish.ts';
import { forgetReading } from './opened.ts';
import { previewPage } from './page.tsx';
import { decisionRoutes } from './decisions.ts';
import { templateCsv, templateSheets } from './template.ts';
import { checkPaste, LARGEST_FILE, readTableFile } from './upload.ts';

export const registerRoutes = new Hono<Env>();

const START = '/projects/:projectId/register/import';
const DRAFT = `${START}/:draftId{[0-9]+}`;

const idOf = (c: C): number => Number(c.req.param('draftId'));

registerRoutes.get(START, (c) => startPage(c));

registerRoutes.post(START, async (c) => {
  const { file, text } = await c.req.parseBody();
  const typed = typeof text === 'string' ? text : '';
  try {
    const id = await startDraft(c.get('ctx'), await given(c, file, typed));
    return c.redirect(draftHref(c.get('project').id, id), 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return startPage(c, typed, fieldErrors(c, error));
  }
});

/** @throws Invalid `register.nothingGiven` and what `readTableFile` says */
async function given(
  c: C,
  file: unknown,
  text: string,
): Promise<Pick<Draft, 'name' | 'given' | 'columns'>> {
  if (file instanceof File && file.size + file.name.length > 0) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const { sheets } = await readTableFile(file.name, bytes);
    const columns = await rememberedColumns(c.get('ctx'), sheets[0]?.rows ?? []);
    return { name: file.name.slice(0, 255), given: { kind: 'table', sheets }, columns };
  }
  if (text.trim() === '') throw new Invalid('register.nothingGiven', {}, 'text');
  checkPaste(text);
  return { name: '', given: { kind: 'paste', text }, columns: {} };
}

async function startPage(c: C, text = '', errors: FieldErrors = {}): Promise<Response> {
  // Readers of a project have nothing to bring in, and drafts hold names.
  if (!mayWrite(c.get('project').role)) throw new Forbidden('http.readOnly');
  const ctx = c.get('ctx');
  return page(
    c,
    <StartPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      drafts={await listDrafts(ctx)}
      megabytes={LARGEST_FILE / 1e6}
      {...{ text, errors }}
    />,
    Object.keys(errors).length === 0 ? 200 : 422,
  );
}

registerRoutes.get(`/projects/:projectId/register/template.csv`, (c) =>
  c.body(templateCsv(), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="register.csv"',
  }),
);

registerRoutes.get(`/projects/:projectId/register/template.xlsx`, async (c) => {
  const bytes = await writeXlsx(templateSheets(c.get('t')));
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': XLSX_TYPE,
    'content-disposition': 'attachment; filename="register.xlsx"',
  });
});

registerRoutes.get(DRAFT, async (c) => previewPage(c, await getDraft(c.get('ctx'), idOf(c))));

registerRoutes.post(`${DRAFT}/finish`, async (c) => {
  if (!(await isDone(c.get('ctx'), idOf(c)))) {
    const done = await importDraft(c.get('ctx'), idOf(c));
    flashDone(c, done.changeId);
  }
  return c.redirect(`/projects/${c.get('project').id}/interviews`, 303);
});

registerRoutes.post(`${DRAFT}/discard`, async (c) => {
  const ctx = c.get('ctx');
  if (!(await isDone(ctx, idOf(c)))) {
    await getDraft(ctx, idOf(c));
    await endDraft(ctx, ctx.db, idOf(c));
    forgetReading(ctx);
  }
  return c.redirect(importHref(ctx.projectId), 303);
});

/** How the whole list is read: order of day and month, sheet, who the spellings of interviewers mean. */
registerRoutes.post(`${DRAFT}/reading`, async (c) => {
  const form = await c.req.parseBody({ all: true });
  const text = (name: string): string | undefined =>
    typeof form[name] === 'string' ? form[name] : undefined;
  const list = (name: string): string[] => {
    const value = form[name];
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  };
  await patchDraft(c.get('ctx'), idOf(c), (draft) => {
    const order = text('order');
    const sheet = Number(text('sheet'));
    const spellings = list('spelling');
    const meant = list('meant');
    const interviewers = { ...draft.corrections.interviewers };
    spellings.forEach((spelling, i) => {
      const who = meant[i] ?? '';
      if (who === '') Reflect.deleteProperty(interviewers, spelling);
      else interviewers[spelling] = who;
    });
    const isOther =
      draft.given.kind === 'table' &&
      text('sheet') !== undefined &&
      sheet !== draft.sheet &&
      draft.given.sheets[sheet] !== undefined;
    return {
      ...(order === undefined
        ? {}
        : { order: order === 'day' || order === 'month' ? order : null }),
      // What was said of the rows of one sheet says nothing of another's.
      ...(isOther ? { sheet, columns: {} } : {}),
      corrections: isOther ? {} : { ...draft.corrections, interviewers },
    };
  });
  return c.redirect(draftHref(c.get('project').id, idOf(c)), 303);
});

registerRoutes.route('/', decisionRoutes);
