import { Hono } from 'hono';
import { ImportPage, type PreviewView } from '../../views/codebook/ImportPage.tsx';
import { codebookHref } from '../../views/codebook/types.ts';
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
import { decodeText } from '../files/index.ts';
import { importCodebook, previewImport, TableRefused, type Preview } from './import.ts';
import { listCodes } from './queries.ts';
import { codebookCsv } from './table.ts';

const BOOK = '/projects/:projectId/codebook';

export const importRoutes = new Hono<Env>();

importRoutes.get(`${BOOK}/import`, (c) => importPage(c, '', null));

importRoutes.post(`${BOOK}/import`, async (c) => {
  const body = await c.req.parseBody();
  const typed = typeof body['text'] === 'string' ? body['text'] : '';
  try {
    const text = await chosenText(body['file'], typed);
    if (body['confirm'] === 'yes') {
      const done = await importCodebook(c.get('ctx'), text);
      flashDone(c, done.changeId);
      return c.redirect(codebookHref(c.get('project').id), 303);
    }
    const preview = await previewImport(c.get('ctx'), text);
    const status = preview.errors.length > 0 ? 422 : 200;
    return importPage(c, text, preview, {}, status);
  } catch (error) {
    // The codebook changed between looking and importing: look again.
    if (error instanceof TableRefused)
      return importPage(c, typed, await previewImport(c.get('ctx'), typed), {}, 422);
    if (!(error instanceof DomainError)) throw error;
    return importPage(c, typed, null, fieldErrors(c, error), 422);
  }
});

importRoutes.get(`${BOOK}/export`, async (c) => {
  const csv = codebookCsv(await listCodes(c.get('ctx')));
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="codebook.csv"',
  });
});

/** @throws Invalid `codebook.noTable`, `codebook.notText` */
async function chosenText(file: unknown, typed: string): Promise<string> {
  if (file instanceof File && file.size > 0)
    return textOfTable(new Uint8Array(await file.arrayBuffer()));
  if (typed.trim() === '') throw new Invalid('codebook.noTable', {}, 'file');
  return typed;
}

/**
 * The text of a table in whatever encoding a spreadsheet wrote it.
 * @throws Invalid `codebook.notText`
 */
export function textOfTable(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Invalid('codebook.notText', {}, 'file');
  return decoded.text;
}

async function importPage(
  c: C,
  text: string,
  preview: Preview | null,
  errors: FieldErrors = {},
  status: 200 | 422 = 200,
) {
  const view = preview === null ? null : previewView(c, preview);
  return page(
    c,
    <ImportPage
      shell={await shellProps(c)}
      projectId={c.get('project').id}
      {...{ text, errors }}
      preview={view}
    />,
    status,
  );
}

function previewView(c: C, preview: Preview): PreviewView {
  const t = c.get('t').codebook;
  return {
    ...preview,
    errors: preview.errors.map((error) => t.tableError(error)),
    warnings: preview.warnings.map(({ code, params }) => t.warnings[code]?.(params) ?? code),
  };
}
