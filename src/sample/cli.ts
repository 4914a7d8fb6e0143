import { Invalid } from '../domain/errors.ts';
import type { CliCommand } from '../terminal/index.ts';
import { importPlan } from './commands.ts';
import { comparePublished, planCsv, samplePlan, type RowsOf } from './queries.ts';
import { planLines, textOfTable } from './reading.ts';

const ROWS = ['group', 'region', 'location'] as const;

const sampleImport: CliCommand = {
  name: 'sample import',
  usage: 'sample import FILE',
  summary: 'brings a sample plan in from CSV: group, region, planned',
  positionals: [1, 1],
  run: async ({ read, project }, { positionals: [file = ''] }) => {
    const lines = planLines(textOfTable(await read(file)));
    const { value } = await importPlan(await project(), lines);
    return { json: { lines: lines.length, targets: value.targets } };
  },
};

const sampleExport: CliCommand = {
  name: 'sample export',
  usage: 'sample export [--format json|csv]',
  summary: 'writes the sample plan with what was done and what is short',
  positionals: [0, 0],
  run: async ({ project, t, say }) => {
    const { rows, withdrawn } = await samplePlan(await project());
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return {
      json: rows.map(({ group, region, planned, done, short }) => ({
        group,
        region,
        planned,
        interviewed: done,
        short,
      })),
      formats: { csv: () => planCsv(rows) },
    };
  },
};

const tableCompare: CliCommand = {
  name: 'sample compare',
  usage: 'sample compare FILE [--rows group|region|location]',
  summary: 'lists where the overview table and a published one differ',
  options: { rows: { type: 'string' } },
  positionals: [1, 1],
  run: async ({ read, project, t, say }, { positionals: [file = ''], values }) => {
    const wanted = values['rows'] ?? 'group';
    const rows: RowsOf | undefined = ROWS.find((one) => one === wanted);
    if (rows === undefined)
      throw new Invalid('analysis.choice', { option: 'rows', known: ROWS.join(', ') });
    const text = textOfTable(await read(file));
    const compared = await comparePublished(await project(), rows, text, t.analysis);
    if (compared.withdrawn > 0) say(t.consent.leftOut(compared.withdrawn));
    return {
      json: {
        agrees: compared.agrees,
        rows: compared.rows,
        total: compared.total,
        published_sum: compared.publishedSum,
      },
    };
  },
};

export const sampleCommands = [sampleImport, sampleExport, tableCompare];
