import { Hono } from 'hono';
import { z } from 'zod';
import { themesHref } from '../../views/analysis/address.ts';
import { OverviewTablePage } from '../../views/analysis/OverviewTablePage.tsx';
import { PassagesPanel } from '../../views/analysis/Passages.tsx';
import { PassagesPage } from '../../views/analysis/PassagesPage.tsx';
import { Chart, drawnOf } from '../../views/analysis/Picture.tsx';
import { ThemesPage } from '../../views/analysis/ThemesPage.tsx';
import type { Choices } from '../../views/analysis/types.ts';
import { csvFile, sayLeftOut, svgFile } from '../consent/index.ts';
import { partOf } from '../domain/crosstab/part.ts';
import { NotFound } from '../domain/errors.ts';
import { fragment, mayWrite, page, shellProps, wantsFragment, type Env } from '../http/index.ts';
import { XLSX_TYPE } from '../files/index.ts';
import { codeRoutes } from './code-routes.tsx';
import { passagesCsv } from './exports.ts';
import { findRoutes } from './find-routes.tsx';
import { readCell, readPage, readReport, readToShare } from './forms.ts';
import { countInterviews, interviewsCsv } from './interviews.ts';
import { openPassages } from './open.ts';
import { loadForReport } from './marks.ts';
import { choicesOf, panelOf } from './panel.ts';
import { loadNames, sortedPassages } from './passages.ts';
import { queryRoutes } from './query-routes.tsx';
import { facetName, sayCounted } from './says.ts';
import { numbersOf, questionNumbers } from './study.ts';
import { arranged, themesCsv, themesXlsx } from './table-files.ts';
import { countThemes, minimumOf, openCell, type Themes } from './themes.ts';
import { tieRoutes } from './tie-routes.tsx';
import { viewRoutes } from './view-routes.tsx';

/** Passages beside the table, and on a page of their own. */
const PANEL = 20;
const PAGE = 50;

/** Rows and columns of a table on one page; files have all. */
const TABLE = { rows: 300, columns: 30 };

export const analysisRoutes = new Hono<Env>();

analysisRoutes.route('/', viewRoutes);
analysisRoutes.route('/', tieRoutes);
analysisRoutes.route('/', codeRoutes);
analysisRoutes.route('/', findRoutes);
analysisRoutes.route('/', queryRoutes);

analysisRoutes.get('/projects/:projectId/themes', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const { choices, query } = await choicesOf(c);
  const themes = await countThemes(ctx, choices, t.analysis);
  const { table, facets, projectMinCell } = themes;
  const cell = readCell(query);
  const [{ questions }, shell] = await Promise.all([questionNumbers(ctx), shellProps(c)]);
  const missing = missingFor(themes);
  return page(
    c,
    <ThemesPage
      {...{ shell, choices, questions, missing, table, projectMinCell }}
      projectId={ctx.projectId}
      part={partOf(arranged(table, choices), choices.page, TABLE)}
      mayLower={mayWrite(c.get('project').role)}
      byName={facetName(t, facets, choices.by)}
      andName={choices.and === null ? null : facetName(t, facets, choices.and)}
      panel={panelOf(t, facets, choices.filter)}
      shareMinCell={minimumOf(null, projectMinCell, true)}
      notHeld={themes.notHeld}
      withdrawn={themes.withdrawn}
      erased={themes.erased}
      asked={themes.asked}
      open={
        cell !== null && missing === null
          ? await openPassages(ctx, themes, cell, { page: 1, size: PANEL })
          : null
      }
    />,
  );
});

analysisRoutes.get('/projects/:projectId/themes.csv', async (c) => {
  const { choices, query } = await choicesOf(c);
  const toShare = readToShare(query);
  const { table } = await countThemes(c.get('ctx'), choices, c.get('t').analysis, { toShare });
  return csvFile(c, fileName(choices), themesCsv(table, arranged(table, choices), choices));
});

/** The picture that the address names, or a heat map where it names none. */
analysisRoutes.get('/projects/:projectId/themes.svg', async (c) => {
  const t = c.get('t');
  const { choices: read, query } = await choicesOf(c);
  const choices = read.picture === 'none' ? { ...read, picture: 'heat' as const } : read;
  const toShare = readToShare(query);
  const { table, facets } = await countThemes(c.get('ctx'), choices, t.analysis, { toShare });
  const { view } = partOf(arranged(table, choices), choices.page, TABLE);
  const title = t.analysis.themes.title(
    facetName(t, facets, choices.by),
    choices.and === null ? null : facetName(t, facets, choices.and),
  );
  const drawn = drawnOf(view, choices.picture);
  return svgFile(c, fileName(choices), <Chart {...{ t, title, table, choices }} view={drawn} />);
});

analysisRoutes.get('/projects/:projectId/themes.xlsx', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const { choices, query } = await choicesOf(c);
  const toShare = readToShare(query);
  const { table, facets } = await countThemes(ctx, choices, t.analysis, { toShare });
  const numbers = await numbersOf(ctx, choices);
  const says = sayCounted(t, facets, choices, { minCell: table.minCell, numbers });
  const bytes = await themesXlsx(table, arranged(table, choices), choices, { says, t });
  await sayLeftOut(c);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': XLSX_TYPE,
    'content-disposition': `attachment; filename="${fileName(choices)}.xlsx"`,
  });
});

analysisRoutes.get('/projects/:projectId/themes/passages', async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const { choices, query } = await choicesOf(c);
  const cell = readCell(query);
  if (cell === null) throw new NotFound('analysis.noCell');
  const themes = await countThemes(ctx, choices, t.analysis);
  const isPanel = wantsFragment(c);
  const at = isPanel ? 1 : readPage(query);
  const size = isPanel ? PANEL : PAGE;
  const report = !isPanel && readReport(query);
  const open = await openPassages(ctx, themes, cell, { page: at, size, report });
  const props = { t, projectId: ctx.projectId, choices, open };
  const { withdrawn } = themes;
  if (!isPanel) {
    const shell = await shellProps(c);
    return page(c, <PassagesPage {...{ ...props, shell, size, withdrawn, report }} page={at} />);
  }
  // What is then on the screen is the table with this number open.
  c.header('HX-Push-Url', themesHref(ctx.projectId, choices, cell));
  return fragment(c, <PassagesPanel {...props} />);
});

analysisRoutes.get('/projects/:projectId/themes/passages.csv', async (c) => {
  const ctx = c.get('ctx');
  const { choices, query } = await choicesOf(c);
  const cell = readCell(query);
  const themes = await countThemes(ctx, choices, c.get('t').analysis);
  const behind = cell === null ? null : openCell(themes, cell)?.behind;
  if (!behind) throw new NotFound('analysis.noCell');
  const names = await loadNames(ctx);
  const sorted = sortedPassages(behind, names);
  const listed = readReport(query) ? sorted.filter(await loadForReport(ctx)) : sorted;
  const text = await passagesCsv(ctx, listed, names);
  return csvFile(c, 'passages', text);
});

const rowsOf = z.enum(['group', 'region', 'location']).catch('group');

analysisRoutes.get('/projects/:projectId/overview-table', async (c) => {
  const ctx = c.get('ctx');
  const rows = rowsOf.parse(c.req.query('rows'));
  const [table, shell] = await Promise.all([
    countInterviews(ctx, rows, c.get('t').analysis),
    shellProps(c),
  ]);
  return page(
    c,
    <OverviewTablePage shell={shell} projectId={ctx.projectId} rowsOf={rows} table={table} />,
  );
});

analysisRoutes.get('/projects/:projectId/overview-table.csv', async (c) => {
  const rows = rowsOf.parse(c.req.query('rows'));
  const table = await countInterviews(c.get('ctx'), rows, c.get('t').analysis);
  return csvFile(c, `interviews-by-${rows}`, interviewsCsv(rows, table));
});

function missingFor({ study, options }: Themes) {
  if (study.codes.length === 0) return 'noCodes';
  if (study.codings.length === 0) return 'noCodings';
  const countsDocuments = options.unit === 'passages' || options.unit === 'documents';
  if (!countsDocuments && study.interviews.length === 0) return 'noInterviews';
  return null;
}

const fileName = ({ by, and }: Choices): string =>
  and === null ? `themes-by-${by}` : `themes-by-${by}-and-${and}`;
