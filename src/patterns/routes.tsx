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
import { countSaturation } from './saturation.ts';
import { countTogether, matrixOf, strongest } from './together.ts';
import { passagesTogether } from './together-passages.ts';
import { countSaid } from './words.ts';

/** Codes in the matrix, pairs in the table and in the picture, lines on a page. */
const MATRIX = 30;
const PAIRS = 50;
const LINKS = 24;
const PAGE = 50;
const INTERVIEWS = 100;

const BASE = '/projects/:projectId/analysis';

const queryOf = (c: C): URLSearchParams => new URL(c.req.url).searchParams;

export const patternRoutes = new Hono<Env>();

patternRoutes.route('/', codeRoutes);
patternRoutes.route('/', questionRoutes);

patternRoutes.get(`${BASE}/cooccurrence`, async (c) => {
  const ctx = c.get('ctx');
  const choices = readTogether(queryOf(c));
  const table = await countTogether(ctx, choices);
  return page(
    c,
    <TogetherPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={choices}
      {...matrixOf(table, MATRIX)}
      codes={table.rows.length}
      pairs={strongest(table, PAIRS)}
      minCell={table.minCell}
      leftOut={table.leftOut}
    />,
  );
});

patternRoutes.get(`${BASE}/cooccurrence.csv`, async (c) =>
  csvFile(
    c,
    'cooccurrence',
    togetherCsv(await countTogether(c.get('ctx'), readTogether(queryOf(c)))),
  ),
);

patternRoutes.get(`${BASE}/cooccurrence.svg`, async (c) => {
  const table = await countTogether(c.get('ctx'), readTogether(queryOf(c)));
  const words = c.get('t').patterns.cooccurrence;
  return svgFile(c, 'cooccurrence', <NetworkChart words={words} pairs={strongest(table, LINKS)} />);
});

patternRoutes.get(`${BASE}/cooccurrence/passages`, async (c) => {
  const ctx = c.get('ctx');
  const query = queryOf(c);
  const choices = readTogether(query);
  const pair = readPair(query);
  if (pair === null) throw new NotFound('patterns.noPair');
  const at = readPage(query);
  const open = await passagesTogether(ctx, choices, pair, { page: at, size: PAGE });
  const { leftOut } = await countTogether(ctx, choices);
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
  const query = queryOf(c);
  const choices = readSaturation(query);
  const { rows, leftOut } = await countSaturation(ctx, choices);
  return page(
    c,
    <SaturationPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ choices, leftOut }}
      lines={rows}
      page={readPage(query)}
      size={INTERVIEWS}
    />,
  );
});

patternRoutes.get(`${BASE}/saturation.csv`, async (c) =>
  csvFile(
    c,
    'saturation',
    saturationCsv(await countSaturation(c.get('ctx'), readSaturation(queryOf(c)))),
  ),
);

patternRoutes.get(`${BASE}/saturation.svg`, async (c) => {
  const { rows } = await countSaturation(c.get('ctx'), readSaturation(queryOf(c)));
  const words = c.get('t').patterns.saturation;
  return svgFile(c, 'saturation', <SaturationChart words={words} steps={rows} />);
});

patternRoutes.get(`${BASE}/coverage`, async (c) => {
  const ctx = c.get('ctx');
  const { rows, ...table } = await countCoverage(ctx);
  return page(
    c,
    <CoveragePage shell={await shellProps(c)} projectId={ctx.projectId} lines={rows} {...table} />,
  );
});

patternRoutes.get(`${BASE}/coverage.csv`, async (c) =>
  csvFile(c, 'coverage', coverageCsv(await countCoverage(c.get('ctx')))),
);

patternRoutes.get(`${BASE}/words`, async (c) => {
  const ctx = c.get('ctx');
  const choices = readWords(queryOf(c));
  const { rows, ...table } = await countSaid(ctx, choices, c.get('t').analysis);
  return page(
    c,
    <WordsPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={choices}
      variables={await loadVariables(ctx)}
      lines={rows}
      {...table}
    />,
  );
});

patternRoutes.get(`${BASE}/words.csv`, async (c) => {
  const table = await countSaid(c.get('ctx'), readWords(queryOf(c)), c.get('t').analysis);
  return csvFile(c, 'words', saidCsv(table));
});

patternRoutes.get(`${BASE}/compare`, async (c) => {
  const ctx = c.get('ctx');
  const choices = readCompare(queryOf(c));
  const { groups, rows, minCell, withdrawn } = await comparedOf(c, choices);
  const detail = detailOf({ groups, rows }, choices);
  return page(
    c,
    <ComparePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      variables={await loadVariables(ctx)}
      {...{ choices, groups, detail, minCell, withdrawn }}
      lines={rows}
    />,
  );
});

patternRoutes.get(`${BASE}/compare.csv`, async (c) =>
  csvFile(c, 'groups-compared', comparedCsv(await comparedOf(c, readCompare(queryOf(c))))),
);

patternRoutes.get(`${BASE}/compare.svg`, async (c) => {
  const choices = readCompare(queryOf(c));
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

const comparedOf = (c: C, choices: CompareChoices): Promise<ComparedTable> =>
  compareGroups(c.get('ctx'), choices, c.get('t').analysis);

function detailOf(table: Pick<ComparedTable, 'groups' | 'rows'>, choices: CompareChoices) {
  const code = table.rows.find(({ codeId }) => codeId === choices.code);
  return code ? { code, shares: sharesOfCode(table, code, choices.beside) } : null;
}
