import { Hono } from 'hono';
import { z } from 'zod';
import { themesHref } from '../../views/analysis/address.ts';
import { OverviewTablePage } from '../../views/analysis/OverviewTablePage.tsx';
import { PassagesPanel } from '../../views/analysis/Passages.tsx';
import { PassagesPage } from '../../views/analysis/PassagesPage.tsx';
import { ThemesPage } from '../../views/analysis/ThemesPage.tsx';
import type { Choices } from '../../views/analysis/types.ts';
import { sayLeftOut } from '../consent/index.ts';
import { partOf } from '../domain/crosstab/part.ts';
import { NotFound } from '../domain/errors.ts';
import {
  fragment,
  mayWrite,
  page,
  shellProps,
  wantsFragment,
  type C,
  type Env,
} from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import { XLSX_TYPE } from '../files/index.ts';
import { codeRoutes } from './code-routes.tsx';
import { passagesCsv } from './exports.ts';
import { findRoutes } from './find-routes.tsx';
import { readCell, readChoices, readPage, readToShare } from './forms.ts';
import { countInterviews, interviewsCsv } from './interviews.ts';
import { openPassages } from './open.ts';
import { loadNames, sortedPassages } from './passages.ts';
import { queryRoutes } from './query-routes.tsx';
import { facetName, onlyOf, sayCounted } from './says.ts';
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
      only={onlyOf(t, facets, choices.filter)}
      facets={[...facets.values()].map(({ name, label, columns }) => ({
        facet: name,
        label,
        columns,
      }))}
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
  return csv(c, fileName(choices), themesCsv(table, arranged(table, choices), choices));
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
  const open = await openPassages(ctx, themes, cell, { page: at, size });
  const props = { t, projectId: ctx.projectId, choices, open };
  const { withdrawn } = themes;
  if (!isPanel) {
    const shell = await shellProps(c);
    return page(c, <PassagesPage {...{ ...props, shell, size, withdrawn }} page={at} />);
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
  const text = await passagesCsv(ctx, sortedPassages(behind, names), names);
  return csv(c, 'passages', text);
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
  return csv(c, `interviews-by-${rows}`, interviewsCsv(rows, table));
});

/** The choices of the address. A reader may protect more than the project does, not less. */
async function choicesOf(c: C): Promise<{ choices: Choices; query: URLSearchParams }> {
  const query = new URL(c.req.url).searchParams;
  const read = readChoices(query);
  const { min_cell: minimum } = await getSettings(c.get('ctx'));
  const isLower = read.minCell !== null && read.minCell < minimum;
  const isUsual = read.minCell === minimum;
  const keepsMinimum = isUsual || (isLower && !mayWrite(c.get('project').role));
  return { choices: keepsMinimum ? { ...read, minCell: null } : read, query };
}

function missingFor({ study, options }: Themes) {
  if (study.codes.length === 0) return 'noCodes';
  if (study.codings.length === 0) return 'noCodings';
  const countsDocuments = options.unit === 'passages' || options.unit === 'documents';
  if (!countsDocuments && study.interviews.length === 0) return 'noInterviews';
  return null;
}

const fileName = ({ by, and }: Choices): string =>
  and === null ? `themes-by-${by}` : `themes-by-${by}-and-${and}`;

async function csv(c: C, name: string, text: string): Promise<Response> {
  await sayLeftOut(c);
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.csv"`);
  return c.body(text);
}
