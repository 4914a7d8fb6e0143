import { Hono } from 'hono';
import { saysWhat } from '../../views/framework/document-types.ts';
import { DocumentPage } from '../../views/framework/DocumentPage.tsx';
import { DOCX_TYPE } from '../codebook/index.ts';
import { sayLeftOut } from '../consent/index.ts';
import { toCsv } from '../domain/csv/write.ts';
import { NotFound } from '../domain/errors.ts';
import { page, renderMarkdown, shellProps, type C, type Env } from '../http/index.ts';
import { saidChoices, sectionsOf, wholeGrid, type WholeGrid } from './document.ts';
import { frameworkDocx } from './document-docx.ts';
import { readChoices, readDocument, readerOf } from './forms.ts';

const GRID = '/projects/:projectId/framework';

const queryOf = (c: C): URLSearchParams => new URL(c.req.url).searchParams;

/** The grid to be read through, and as a file: every respondent and code that the address asks for. */
export const exportRoutes = new Hono<Env>();

exportRoutes.get(`${GRID}/document`, async (c) => {
  const ctx = c.get('ctx');
  const choices = readChoices(queryOf(c));
  const { by, withPassages } = readDocument(queryOf(c));
  const whole = await wholeGrid(readerOf(c), choices, { withPassages });
  const sections = sectionsOf(whole, by).map(({ cells, ...section }) => ({
    ...section,
    cells: cells.map((cell) => ({ ...cell, html: renderMarkdown(cell.body) })),
  }));
  return page(
    c,
    <DocumentPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      project={c.get('project').name}
      said={await saidChoices(ctx, choices, whole.grid)}
      withdrawn={whole.grid.material.leftOut.withdrawn}
      {...{ choices, by, withPassages, sections }}
    />,
  );
});

exportRoutes.get(`${GRID}/export`, async (c) => {
  const format = c.req.query('format') ?? 'csv';
  if (format !== 'csv' && format !== 'docx') throw new NotFound('framework.formatUnknown');
  const choices = readChoices(queryOf(c));
  const asked = readDocument(queryOf(c));
  const withPassages = format === 'docx' && asked.withPassages;
  const whole = await wholeGrid(readerOf(c), choices, { withPassages });
  await sayLeftOut(c);
  c.header('content-disposition', `attachment; filename="framework.${format}"`);
  if (format === 'csv') {
    c.header('content-type', 'text/csv; charset=utf-8');
    return c.body(frameworkCsv(whole));
  }
  const t = c.get('t');
  const { withdrawn } = whole.grid.material.leftOut;
  const says = [
    ...saysWhat(t, await saidChoices(c.get('ctx'), choices, whole.grid), withPassages),
    ...(withdrawn > 0 ? [t.consent.leftOut(withdrawn)] : []),
  ];
  const title = t.framework.document.titleOf(c.get('project').name);
  const bytes = await frameworkDocx(sectionsOf(whole, asked.by), { title, says }, t);
  c.header('content-type', DOCX_TYPE);
  return c.body(new Uint8Array(bytes));
});

/** A line for each cell, written or not. */
export function frameworkCsv({ grid, bodies }: WholeGrid): string {
  return toCsv(
    ['respondent', 'group', 'region', 'code', 'state', 'summary', 'updated'],
    grid.rows.flatMap(({ respondent, cells }) =>
      cells.map(({ state, summary }, at) => [
        respondent.reference,
        respondent.group,
        respondent.region,
        grid.columns[at]?.path ?? '',
        state,
        bodies.get(summary?.id ?? 0) ?? null,
        summary?.updatedAt ?? null,
      ]),
    ),
  );
}
