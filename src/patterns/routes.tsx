import { Hono } from 'hono';
import { ComparePage } from '../../views/patterns/ComparePage.tsx';
import { CoveragePage } from '../../views/patterns/CoveragePage.tsx';
import { DotPlot } from '../../views/patterns/DotPlot.tsx';
import { NetworkChart } from '../../views/patterns/NetworkChart.tsx';
import { SaturationChart } from '../../views/patterns/SaturationChart.tsx';
import { SaturationPage } from '../../views/patterns/SaturationPage.tsx';
import { TogetherPage } from '../../views/patterns/TogetherPage.tsx';
import { TogetherPassagesPage } from '../../views/patterns/TogetherPassagesPage.tsx';
import type { CompareChoices } from '../../views/patterns/types.ts';
import { WordsPage } from '../../views/patterns/WordsPage.tsx';
import { loadVariables } from '../analysis/index.ts';
import { csvFile, svgFile } from '../consent/index.ts';
import { NotFound } from '../domain/errors.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { codeRoutes } from './code-routes.tsx';
import { compareGroups, sharesOfCode, type ComparedTable } from './compare.ts';
import { countCoverage } from './coverage.ts';
import { comparedCsv, coverageCsv, saidCsv, saturationCsv, togetherCsv } from './exports.ts';
import {
  readCompare,
  readPage,
  readPair,
  readSaturation,
  readTogether,
  readWords,
} from './forms.ts';
import { questionRoutes } from './question-routes.tsx';
import { chosenOf, filterFor, panelFor, UNSPOKEN } from './chosen.ts';
import type { Chosen } from './material.ts';
import { countSaturation, type SaturationTable } from './saturation.ts';
import { countTogether, matrixOf, strongest, type TogetherTable } from './together.ts';
import { passagesTogether } from './together-passages.ts';
import { countSaid } from './words.ts';

/** Codes in the matrix, pairs in the table and in the picture, lines on a page. */
const MATRIX = 30;
const PAIRS = 50;
const LINKS = 24;
const PAGE = 50;
const INTERVIEWS = 100;

const BASE = '/projects/:projectId/analysis';

export const patternRoutes = new Hono<Env>();

patternRoutes.route('/', codeRoutes);
patternRoutes.route('/', questionRoutes);

patternRoutes.get(`${BASE}/cooccurrence`, async (c) => {
  const ctx = c.get('ctx');
  const { part, query } = await chosenOf(c);
  const choices = readTogether(query, part);
  const table = await countTogether(ctx, choices, c.get('t').analysis);
  return page(
    c,
    <TogetherPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={choices}
      panel={await panelFor(c, choices)}
      {...matrixOf(table, MATRIX)}
      codes={table.rows.length}
      pairs={strongest(table, PAIRS)}
      minCell={table.minCell}
      leftOut={table.leftOut}
    />,
  );
});

patternRoutes.get(`${BASE}/cooccurrence.csv`, async (c) =>
  csvFile(c, 'cooccurrence', togetherCsv(await togetherOf(c))),
);

patternRoutes.get(`${BASE}/cooccurrence.svg`, async (c) => {
  const table = await togetherOf(c);
  const words = c.get('t').patterns.cooccurrence;
  return svgFile(c, 'cooccurrence', <NetworkChart words={words} pairs={strongest(table, LINKS)} />);
});

patternRoutes.get(`${BASE}/cooccurrence/passages`, async (c) => {
  const ctx = c.get('ctx');
  const { part, query } = await chosenOf(c);
  const choices = readTogether(query, part);
  const pair = readPair(query);
  if (pair === null) throw new NotFound('patterns.noPair');
  const at = readPage(query);
  const open = await passagesTogether(ctx, choices, pair, {
    page: at,
    size: PAGE,
    naming: c.get('t').analysis,
  });
  const { leftOut } = await countTogether(ctx, choices, c.get('t').analysis);
  return page(
    c,
    <TogetherPassagesPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ choices, pair, open }}
      withdrawn={leftOut.withdrawn}
      page={at}
      size={PAGE}
    />,
  );
});

patternRoutes.get(`${BASE}/saturation`, async (c) => {
  const ctx = c.get('ctx');
  const { part, query } = await chosenOf(c);
  const choices = readSaturation(query, part);
  const { rows, leftOut } = await countSaturation(ctx, choices, c.get('t').analysis);
  return page(
    c,
    <SaturationPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ choices, leftOut }}
      panel={await filterFor(c, choices)}
      lines={rows}
      page={readPage(query)}
      size={INTERVIEWS}
    />,
  );
});

patternRoutes.get(`${BASE}/saturation.csv`, async (c) =>
  csvFile(c, 'saturation', saturationCsv(await saturationOf(c))),
);

patternRoutes.get(`${BASE}/saturation.svg`, async (c) => {
  const { rows } = await saturationOf(c);
  const words = c.get('t').patterns.saturation;
  return svgFile(c, 'saturation', <SaturationChart words={words} steps={rows} />);
});

patternRoutes.get(`${BASE}/coverage`, async (c) => {
  const ctx = c.get('ctx');
  const { part } = await chosenOf(c);
  const { rows, ...table } = await countCoverage(ctx, part, c.get('t').analysis);
  return page(
    c,
    <CoveragePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={part}
      panel={await panelFor(c, part)}
      lines={rows}
      {...table}
    />,
  );
});

patternRoutes.get(`${BASE}/coverage.csv`, async (c) => {
  const { part } = await chosenOf(c);
  const table = await countCoverage(c.get('ctx'), part, c.get('t').analysis);
  return csvFile(c, 'coverage', coverageCsv(table));
});

patternRoutes.get(`${BASE}/words`, async (c) => {
  const ctx = c.get('ctx');
  const { part, query } = await chosenOf(c);
  const choices = readWords(query, part);
  const { rows, ...table } = await countSaid(ctx, choices, c.get('t').analysis);
  return page(
    c,
    <WordsPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={choices}
      panel={await panelFor(c, choices, UNSPOKEN)}
      variables={await loadVariables(ctx)}
      lines={rows}
      {...table}
    />,
  );
});

patternRoutes.get(`${BASE}/words.csv`, async (c) => {
  const { part, query } = await chosenOf(c);
  const choices = { ...part, ...readWords(query, part) };
  const table = await countSaid(c.get('ctx'), choices, c.get('t').analysis);
  return csvFile(c, 'words', saidCsv(table));
});

patternRoutes.get(`${BASE}/compare`, async (c) => {
  const ctx = c.get('ctx');
  const { part, query } = await chosenOf(c);
  const choices = readCompare(query, part);
  const { groups, rows, minCell, withdrawn } = await comparedOf(c, choices);
  const detail = detailOf({ groups, rows }, choices);
  return page(
    c,
    <ComparePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      variables={await loadVariables(ctx)}
      panel={await panelFor(c, choices)}
      {...{ choices, groups, detail, minCell, withdrawn }}
      lines={rows}
    />,
  );
});

patternRoutes.get(`${BASE}/compare.csv`, async (c) => {
  const { part, query } = await chosenOf(c);
  const table = await comparedOf(c, { ...part, ...readCompare(query, part) });
  return csvFile(c, 'groups-compared', comparedCsv(table));
});

patternRoutes.get(`${BASE}/compare.svg`, async (c) => {
  const { part, query } = await chosenOf(c);
  const choices = { ...part, ...readCompare(query, part) };
  const detail = detailOf(await comparedOf(c, choices), choices);
  if (detail === null) throw new NotFound('patterns.svg');
  const words = c.get('t').patterns.compare;
  const dots = detail.shares.map(({ label, count, n, interval }) => ({
    label,
    share: count === null || n === 0 ? null : count / n,
    interval,
  }));
  const title = words.detail(detail.code.name);
  return svgFile(
    c,
    'groups-compared',
    <DotPlot {...{ title, dots }} description={words.chartText} />,
  );
});

async function togetherOf(c: C): Promise<TogetherTable> {
  const { part, query } = await chosenOf(c);
  const choices = { ...part, ...readTogether(query, part) };
  return countTogether(c.get('ctx'), choices, c.get('t').analysis);
}

async function saturationOf(c: C): Promise<SaturationTable> {
  const { part, query } = await chosenOf(c);
  return countSaturation(c.get('ctx'), readSaturation(query, part), c.get('t').analysis);
}

const comparedOf = (c: C, choices: CompareChoices & Chosen): Promise<ComparedTable> =>
  compareGroups(c.get('ctx'), choices, c.get('t').analysis);

function detailOf(table: Pick<ComparedTable, 'groups' | 'rows'>, choices: CompareChoices) {
  const code = table.rows.find(({ codeId }) => codeId === choices.code);
  return code ? { code, shares: sharesOfCode(table, code, choices.beside) } : null;
}
