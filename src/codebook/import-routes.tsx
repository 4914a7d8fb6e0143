import { Hono } from 'hono';
import { ImportPage } from '../../views/codebook/ImportPage.tsx';
import type { PreviewView } from '../../views/codebook/Preview.tsx';
import { codebookHref } from '../../views/codebook/types.ts';
import { isSeparator } from '../domain/codetree/index.ts';
import { DomainError, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
} from '../http/index.ts';
import { importCodebook, previewImport, TableRefused, type Reading } from './import.ts';
import { bringIn, type Brought } from './reading.ts';
import { startingPoints, startingText } from './starting.ts';

const BOOK = '/projects/:projectId/codebook';

export const importRoutes = new Hono<Env>();

importRoutes.get(`${BOOK}/import`, async (c) => {
  const from = c.req.query('from');
  if (from === undefined) return importPage(c, { text: '', warnings: [] });
  const text = await startingText(c.get('ctx'), c.get('deps'), from, c.get('t'));
  return lookedAt(c, { text, warnings: [] }, {});
});

importRoutes.post(`${BOOK}/import`, async (c) => {
  const ctx = c.get('ctx');
  const body = await c.req.parseBody();
  const typed = typeof body['text'] === 'string' ? body['text'] : '';
  const sign = body['separator'];
  const reading = { separator: typeof sign === 'string' && isSeparator(sign) ? sign : null };
  try {
    const brought = await chosen(c, body['file'], typed);
    if (body['confirm'] !== 'yes') return await lookedAt(c, brought, reading);
    const done = await importCodebook(ctx, brought.text, reading);
    flashDone(c, done.changeId);
    return c.redirect(codebookHref(c.get('project').id), 303);
  } catch (error) {
    // The codebook changed between looking and importing: look again.
    if (error instanceof TableRefused) return lookedAt(c, { text: typed, warnings: [] }, reading);
    if (!(error instanceof DomainError)) throw error;
    return importPage(c, { text: typed, warnings: [] }, null, fieldErrors(c, error), 422);
  }
});

/** @throws Invalid `codebook.noTable`, and as `bringIn` */
async function chosen(c: C, file: unknown, typed: string): Promise<Brought> {
  if (file instanceof File && file.size > 0) return bringIn(Buffer.from(await file.arrayBuffer()));
  if (typed.trim() === '') throw new Invalid('codebook.noTable', {}, 'file');
  return { text: typed, warnings: [] };
}

async function lookedAt(c: C, brought: Brought, reading: Reading) {
  const preview = await previewImport(c.get('ctx'), brought.text, reading);
  const t = c.get('t').codebook;
  const warnings = [...brought.warnings, ...preview.warnings];
  const view: PreviewView = {
    ...preview,
    separators: [...preview.separators].map(([sign, paths]) => ({ sign, paths })),
    errors: preview.errors.map((error) => t.tableError(error)),
    warnings: warnings.map(({ code, params }) => t.warnings[code]?.(params) ?? code),
  };
  return importPage(c, brought, view, {}, preview.errors.length > 0 ? 422 : 200);
}

async function importPage(
  c: C,
  { text }: Brought,
  preview: PreviewView | null = null,
  errors: FieldErrors = {},
  status: 200 | 422 = 200,
) {
  const starts = await startingPoints(c.get('ctx'), c.get('t'));
  const props = { projectId: c.get('project').id, text, errors, preview, starts };
  return page(c, <ImportPage shell={await shellProps(c)} {...props} />, status);
}
