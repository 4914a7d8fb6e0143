import { COMPARE, PART, SATURATION, TOGETHER, WORDS } from '../../views/patterns/address.ts';
import { loadVariables, oneOf, type Reader } from '../analysis/index.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import type { Arguments, CliCommand, Terminal } from '../terminal/index.ts';
import type { RespondentsBy } from '../../views/patterns/types.ts';
import { compareGroups } from './compare.ts';
import { countCoverage } from './coverage.ts';
import {
  comparedCsv,
  coverageCsv,
  saidCsv,
  saturationCsv,
  togetherCsv,
  togetherLines,
} from './exports.ts';
import { countSaturation } from './saturation.ts';
import { countTogether } from './together.ts';
import { countSaid } from './words.ts';

const tableCooccurrence: CliCommand = {
  name: 'table cooccurrence',
  usage:
    'table cooccurrence [--within passage|segment|interview] [--level codes|themes] [--words all|respondents]',
  summary: 'counts codes that come together',
  options: { within: { type: 'string' }, level: { type: 'string' }, words: { type: 'string' } },
  positionals: [0, 0],
  async run(terminal, args) {
    const choices = {
      within: oneOf(args, 'within', ['passage', 'segment', 'interview']) ?? TOGETHER.within,
      level: oneOf(args, 'level', ['codes', 'themes']) ?? TOGETHER.level,
      words: oneOf(args, 'words', ['all', 'respondents']) ?? TOGETHER.words,
    };
    const table = await countTogether(
      await terminal.project(),
      { ...PART, ...choices },
      terminal.t.analysis,
    );
    sayWithdrawn(terminal, table.leftOut);
    return {
      json: { ...choices, min_cell: table.minCell, pairs: togetherLines(table) },
      formats: { csv: () => togetherCsv(table) },
    };
  },
};

const tableSaturation: CliCommand = {
  name: 'table saturation',
  usage: 'table saturation [--order date|reference] [--words all|respondents]',
  summary: 'counts the new codes of each interview',
  options: { order: { type: 'string' }, words: { type: 'string' } },
  positionals: [0, 0],
  async run(terminal, args) {
    const choices = {
      order: oneOf(args, 'order', ['date', 'reference']) ?? SATURATION.order,
      words: oneOf(args, 'words', ['all', 'respondents']) ?? SATURATION.words,
    };
    const table = await countSaturation(
      await terminal.project(),
      { ...PART, ...choices },
      terminal.t.analysis,
    );
    sayWithdrawn(terminal, table.leftOut);
    return {
      json: table.rows.map((row) => ({
        interview: row.reference,
        date: row.date,
        new_codes: row.newCodes.length,
        codes_so_far: row.codesSoFar,
        codings: row.codings,
        codings_so_far: row.codingsSoFar,
      })),
      formats: { csv: () => saturationCsv(table) },
    };
  },
};

const tableCoverage: CliCommand = {
  name: 'table coverage',
  usage: 'table coverage',
  summary: 'says how much of the text each code covers',
  positionals: [0, 0],
  async run(terminal) {
    const table = await countCoverage(await terminal.project(), PART, terminal.t.analysis);
    sayWithdrawn(terminal, table.leftOut);
    const { whole, minCell } = table;
    return {
      json: {
        min_cell: minCell,
        whole,
        rows: table.rows.map(({ path, covered }) => ({ code: path, covered })),
      },
      formats: { csv: () => coverageCsv(table) },
    };
  },
};

const tableWords: CliCommand = {
  name: 'table words',
  usage: 'table words [--by group|region|VARIABLE] [--words all|respondents] [--most N]',
  summary: 'counts the words said most',
  options: { by: { type: 'string' }, words: { type: 'string' }, most: { type: 'string' } },
  positionals: [0, 0],
  async run(terminal, args) {
    const project = await terminal.project();
    const choices = {
      ...WORDS,
      by: await readBy(project, args),
      words: oneOf(args, 'words', ['all', 'respondents']) ?? WORDS.words,
      most: Number(oneOf(args, 'most', ['50', '100', '200']) ?? WORDS.most),
    };
    const table = await countSaid(project, choices, terminal.t.analysis);
    sayWithdrawn(terminal, table.leftOut);
    return {
      json: {
        min_cell: table.minCell,
        columns: table.columns.map(({ label, words }) => ({ label, words })),
        words: table.words,
        rows: table.rows,
      },
      formats: { csv: () => saidCsv(table) },
    };
  },
};

const tableComparison: CliCommand = {
  name: 'table comparison',
  usage:
    'table comparison [--by group|region|VARIABLE] [--over all|asked] [--words all|respondents]',
  summary: 'tests whether groups differ in how many mention a code',
  options: { by: { type: 'string' }, over: { type: 'string' }, words: { type: 'string' } },
  positionals: [0, 0],
  async run(terminal, args) {
    const project = await terminal.project();
    const choices = {
      ...COMPARE,
      by: await readBy(project, args),
      over: oneOf(args, 'over', ['all', 'asked']) ?? COMPARE.over,
      words: oneOf(args, 'words', ['all', 'respondents']) ?? COMPARE.words,
    };
    const table = await compareGroups(project, choices, terminal.t.analysis);
    sayWithdrawn(terminal, table);
    return {
      json: {
        min_cell: table.minCell,
        groups: table.groups.map(({ label, n }) => ({ label, respondents: n })),
        rows: table.rows.map(({ path, counts, comparison }) => ({
          code: path,
          counts,
          ...(comparison ?? { test: 'hidden' }),
        })),
      },
      formats: { csv: () => comparedCsv(table) },
    };
  },
};

export const patternCommands: readonly CliCommand[] = [
  tableCooccurrence,
  tableSaturation,
  tableCoverage,
  tableWords,
  tableComparison,
];

function sayWithdrawn({ say, t }: Terminal, { withdrawn }: { withdrawn: number }): void {
  if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
}

/** @throws Invalid `analysis.by` with the classifications of respondents there are */
async function readBy(reader: Reader, { values }: Arguments): Promise<RespondentsBy> {
  const wanted = String(values['by'] ?? 'group');
  if (wanted === 'group' || wanted === 'region') return wanted;
  const variables = await loadVariables(reader);
  const found = variables.find(({ name }) => foldName(name) === foldName(wanted));
  if (found) return `variable-${found.id}`;
  const known = ['group', 'region', ...variables.map(({ name }) => name)];
  throw new Invalid('analysis.by', { by: wanted, known: known.join(', ') });
}
