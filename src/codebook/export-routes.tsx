import { Hono } from 'hono';
import { DocumentPage } from '../../views/codebook/DocumentPage.tsx';
import { countWithdrawn, sayLeftOut } from '../consent/index.ts';
import { NotFound } from '../domain/errors.ts';
import { XLSX_TYPE } from '../files/index.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { codebookDocx, DOCX_TYPE } from './document-docx.ts';
import { examplesByCode } from './examples.ts';
import { codesAt } from './past.ts';
import { listCodes, type CodeRow } from './queries.ts';
import { setsAt, setsIn, type CodeSet } from './sets.ts';
import { codebookCsv, codebookMarkdown, codebookQdc, codebookXlsx } from './table.ts';
import { usageOf } from './usage.ts';
import { listVersions } from './versions.ts';
import { stateOf } from './version-routes.tsx';

const BOOK = '/projects/:projectId/codebook';

type Written = string | Uint8Array | Promise<Uint8Array>;

/** What is exported: the codes, and after which change they stood so; null for now. */
interface Book {
  codes: CodeRow[];
  sets: CodeSet[];
  at: number | null;
}

/** What the codebook leaves as, by the name of its format. */
const FORMATS = new Map<string, { type: string; write: (book: Book, c: C) => Written }>([
  ['csv', { type: 'text/csv; charset=utf-8', write: ({ codes }) => codebookCsv(codes) }],
  ['xlsx', { type: XLSX_TYPE, write: ({ codes }) => codebookXlsx(codes) }],
  ['md', { type: 'text/markdown; charset=utf-8', write: ({ codes }) => codebookMarkdown(codes) }],
  [
    'qdc',
    {
      type: 'application/xml; charset=utf-8',
      write: ({ codes, sets }) => codebookQdc(codes, sets),
    },
  ],
  ['docx', { type: DOCX_TYPE, write: asDocument }],
]);

export const exportRoutes = new Hono<Env>();

exportRoutes.get(`${BOOK}/export`, async (c) => {
  const ctx = c.get('ctx');
  const name = c.req.query('format') ?? 'csv';
  const format = FORMATS.get(name);
  if (!format) throw new NotFound('codebook.formatUnknown');
  const asked = c.req.query('at');
  const at = asked === undefined ? null : stateOf(asked);
  const codes = at === null ? await listCodes(ctx) : await codesAt(ctx, at);
  const sets = at === null ? await setsIn(ctx.db, ctx.projectId) : await setsAt(ctx, at);
  const written = await format.write({ codes, sets, at }, c);
  const body = typeof written === 'string' ? written : new Uint8Array(written);
  const when = at === null ? '' : `-after-change-${at}`;
  return c.body(body, 200, {
    'content-type': format.type,
    'content-disposition': `attachment; filename="codebook${when}.${name}"`,
  });
});

async function asDocument({ codes, at }: Book, c: C): Promise<Uint8Array> {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const { name: project } = c.get('project');
  // A past state has no figures: those of today belong to the codes of today.
  if (at !== null) {
    const named = (await listVersions(ctx)).find(({ seq }) => seq === at)?.name;
    const words = t.codebook.versions.past;
    const state = named === undefined ? words.untitled(at) : words.title(named);
    return codebookDocx(codes, null, { project, state, withdrawn: 0 }, t);
  }
  await sayLeftOut(c);
  const head = { project, state: null, withdrawn: await countWithdrawn(ctx) };
  const counted = { usage: await usageOf(ctx, codes), examples: await examplesByCode(ctx) };
  return codebookDocx(codes, counted, head, t);
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
      examples={await examplesByCode(ctx)}
      withdrawn={await countWithdrawn(ctx)}
    />,
  );
});
