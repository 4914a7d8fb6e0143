import { DEFAULTS } from '../../views/analysis/address.ts';
import type { By, Choices, RowsOf } from '../../views/analysis/types.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import type { Arguments, CliCommand, Result } from '../terminal/index.ts';
import { themesCsv } from './exports.ts';
import { fitting } from './forms.ts';
import { countInterviews, interviewsCsv } from './interviews.ts';
import { loadSourceVariables, loadVariables, questionNumbers, type Reader } from './study.ts';
import { countThemes } from './themes.ts';

const ROWS = ['group', 'region', 'location'] as const;
const UNITS = ['respondents', 'interviews', 'passages', 'documents'] as const;
const WORDS = ['all', 'respondents'] as const;
const OVER = ['all', 'asked'] as const;

const tableInterviews: CliCommand = {
  name: 'table interviews',
  usage: 'table interviews [--rows group|region|location]',
  summary: 'counts interviews held and the people in them',
  options: { rows: { type: 'string' } },
  positionals: [0, 0],
  async run({ project, t, say }, args): Promise<Result> {
    const rowsOf: RowsOf = oneOf(args, 'rows', ROWS) ?? 'group';
    const counted = await countInterviews(await project(), rowsOf, t.analysis);
    const { rows, total, debriefs, notHeld, withdrawn } = counted;
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return {
      json: {
        rows: rows.map(({ label, interviews, participants }) => ({
          label,
          interviews,
          participants,
        })),
        total,
        debriefs,
        not_held: notHeld,
        withdrawn,
      },
      formats: { csv: () => interviewsCsv(rowsOf, counted) },
    };
  },
};

const tableCodes: CliCommand = {
  name: 'table codes',
  usage:
    'table codes --by group|region|VARIABLE|source [--count UNIT] [--over all|asked] [--question N] [--words all|respondents] [--own] [--min-cell K]',
  summary: 'counts codes by a classification',
  options: {
    by: { type: 'string' },
    count: { type: 'string' },
    over: { type: 'string' },
    question: { type: 'string', multiple: true },
    words: { type: 'string' },
    own: { type: 'boolean' },
    'min-cell': { type: 'string' },
  },
  positionals: [0, 0],
  async run({ project, t, say }, args): Promise<Result> {
    const ctx = await project();
    const choices = await readOptions(ctx, args);
    const { table, projectMinCell, withdrawn } = await countThemes(ctx, choices, t.analysis);
    if (args.values['min-cell'] === undefined && projectMinCell > 1)
      say(t.analysis.unprotected(projectMinCell));
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return {
      json: {
        unit: table.unit,
        over: table.over,
        min_cell: table.minCell,
        columns: table.columns.map(({ label, denominator }) => ({ label, denominator })),
        denominator: table.denominator,
        withdrawn,
        rows: table.rows.map(({ path, cells, total }) => ({ code: path, cells, total })),
      },
      formats: { csv: () => themesCsv(table, 'count') },
    };
  },
};

export const analysisCommands: readonly CliCommand[] = [tableInterviews, tableCodes];

/** On the command line nothing is hidden unless `--min-cell` says so: it is where a project's own people reckon. */
async function readOptions(reader: Reader, args: Arguments): Promise<Choices> {
  const over = oneOf(args, 'over', OVER) ?? 'all';
  return fitting({
    ...DEFAULTS,
    by: await readBy(reader, args),
    count: oneOf(args, 'count', UNITS) ?? 'respondents',
    over,
    questions: await readQuestions(reader, args),
    words: oneOf(args, 'words', WORDS) ?? 'all',
    own: args.values['own'] === true,
    minCell: readMinCell(args),
  });
}

function oneOf<T extends string>(
  { values }: Arguments,
  option: string,
  known: readonly T[],
): T | null {
  const value = values[option];
  if (value === undefined) return null;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Invalid('analysis.choice', { option, known: known.join(', ') });
  return found;
}

/** @throws Invalid `analysis.by` with the classifications there are */
async function readBy(reader: Reader, { values }: Arguments): Promise<By> {
  const wanted = String(values['by'] ?? DEFAULTS.by);
  if (wanted === 'group' || wanted === 'region' || wanted === 'source') return wanted;
  const variables = await loadVariables(reader);
  const found = variables.find(({ name }) => foldName(name) === foldName(wanted));
  if (found) return `variable-${found.id}`;
  const ofDocuments = await loadSourceVariables(reader);
  const document = ofDocuments.find(({ name }) => foldName(name) === foldName(wanted));
  if (document) return `document-${document.id}`;
  const names = [...variables, ...ofDocuments].map(({ name }) => name);
  const known = ['group', 'region', 'source', ...names];
  throw new Invalid('analysis.by', { by: wanted, known: known.join(', ') });
}

/** Questions are named by their numbers in the guide. @throws Invalid `analysis.question` */
async function readQuestions(reader: Reader, { values }: Arguments): Promise<number[]> {
  const wanted = [values['question'] ?? []].flat().map(String);
  if (wanted.length === 0) return [];
  const { questions } = await questionNumbers(reader);
  return wanted.map((number) => {
    const found = questions.find((question) => question.number === number);
    if (found) return found.id;
    const known = questions.map((question) => question.number).join(', ');
    throw new Invalid('analysis.question', { number, known });
  });
}

function readMinCell({ values }: Arguments): number {
  const value = values['min-cell'];
  if (value === undefined) return 0;
  const number = Number(value);
  if (!/^\d{1,3}$/u.test(String(value)) || number > 100) throw new Invalid('analysis.minCell');
  return number;
}
