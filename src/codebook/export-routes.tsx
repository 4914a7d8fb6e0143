import { Hono } from 'hono';
import { DocumentPage } from '../../views/codebook/DocumentPage.tsx';
import { countWithdrawn, sayLeftOut } from '../consent/index.ts';
import { NotFound } from '../domain/errors.ts';
import { XLSX_TYPE } from '../files/index.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { codebookDocx, DOCX_TYPE } from './document-docx.ts';
import { listCodes, type CodeRow } from './queries.ts';
import { codebookCsv, codebookMarkdown, codebookQdc, codebookXlsx } from './table.ts';
import { usageOf } from './usage.ts';

const BOOK = '/projects/:projectId/codebook';

type Written = string | Uint8Array | Promise<Uint8Array>;

/** What the codebook leaves as, by the name of its format. */
const FORMATS = new Map<string, { type: string; write: (codes: CodeRow[], c: C) => Written }>([
  ['csv', { type: 'text/csv; charset=utf-8', write: codebookCsv }],
  ['xlsx', { type: XLSX_TYPE, write: codebookXlsx }],
  ['md', { type: 'text/markdown; charset=utf-8', write: codebookMarkdown }],
  ['qdc', { type: 'application/xml; charset=utf-8', write: codebookQdc }],
  ['docx', { type: DOCX_TYPE, write: asDocument }],
]);

export const exportRoutes = new Hono<Env>();

exportRoutes.get(`${BOOK}/export`, async (c) => {
  const name = c.req.query('format') ?? 'csv';
  const format = FORMATS.get(name);
  if (!format) throw new NotFound('codebook.formatUnknown');
  const written = await format.write(await listCodes(c.get('ctx')), c);
  const body = typeof written === 'string' ? written : new Uint8Array(written);
  return c.body(body, 200, {
    'content-type': format.type,
    'content-disposition': `attachment; filename="codebook.${name}"`,
  });
});

async function asDocument(codes: CodeRow[], c: C): Promise<Uint8Array> {
  const ctx = c.get('ctx');
  await sayLeftOut(c);
  const head = { project: c.get('project').name, withdrawn: await countWithdrawn(ctx) };
  return codebookDocx(codes, await usageOf(ctx, codes), head, c.get('t'));
}

exportRoutes.get(`${BOOK}/document`, async (c) => {
  const ctx = c.get('ctx');
  const codes = await listCodes(ctx);
  return page(
    c,
    <DocumentPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      project={c.get('project').name}
      codes={codes}
      usage={await usageOf(ctx, codes)}
      withdrawn={await countWithdrawn(ctx)}
    />,
  );
});
