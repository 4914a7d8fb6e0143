import { toCsv } from '../domain/csv/write.ts';
import type { DayOrder } from '../domain/dates/index.ts';
import { Invalid } from '../domain/errors.ts';
import { readBrought, type Brought, type BroughtDoubt } from '../domain/register/brought/index.ts';
import type { Known, Plan } from '../domain/register/index.ts';
import { today } from '../interviews/index.ts';
import type { Arguments, CliCommand, Result, Terminal } from '../terminal/index.ts';
import { exportRegister, importRegister, knownRegister } from './exchange.ts';
import { readPasteFile, readTableFile } from './upload.ts';
import { doubtSentence } from './words.ts';

const FLAG = { type: 'boolean' } as const;

const interviewsImport: CliCommand = {
  name: 'interviews import',
  usage:
    'interviews import FILE [--paste] [--sheet NAME] [--day-first|--month-first] [--dry-run] [--skip-invalid]',
  summary:
    'brings in a register of interviews from CSV, XLSX or a pasted table; says what is doubtful',
  options: {
    paste: FLAG,
    sheet: { type: 'string' },
    'day-first': FLAG,
    'month-first': FLAG,
    'dry-run': FLAG,
    'skip-invalid': FLAG,
  },
  positionals: [1, 1],
  run: async (terminal, args) => {
    const order = orderOf(args);
    const brought = await broughtIn(terminal, args);
    const ctx = await terminal.project();
    const known = await knownRegister(ctx);
    const reading = readBrought(brought, known, { order, today: today(ctx) });
    return carriedOut(terminal, args, known, reading, (plan) => importRegister(ctx, plan));
  },
};

/** @throws Invalid with what the file is instead */
async function broughtIn(
  { t, say, read }: Terminal,
  { values, positionals: [file = ''] }: Arguments,
): Promise<Brought> {
  const bytes = await read(file);
  const remark = (assumed: string | null): void => {
    if (assumed !== null) say(t.terminal.encodingAssumed(file, assumed));
  };
  if (values['paste'] === true) {
    const { text, assumed } = readPasteFile(file, bytes);
    remark(assumed);
    return { kind: 'paste', text };
  }
  const { sheets, assumed } = await readTableFile(file, bytes);
  remark(assumed);
  const names = sheets.map(({ name }) => name);
  const wanted = typeof values['sheet'] === 'string' ? values['sheet'] : names[0];
  const sheet = sheets.find(({ name }) => name === wanted);
  if (!sheet)
    throw new Invalid('register.noSheet', { sheet: wanted ?? '', sheets: names.join(', ') });
  if (sheets.length > 1) say(t.register.sheetRead(file, sheet.name, names));
  return { kind: 'table', rows: sheet.rows };
}

/** Imports what was read, or says why not; a dry run does neither. */
async function carriedOut(
  { t, say }: Terminal,
  { values, positionals: [file = ''] }: Arguments,
  known: Known,
  { plan, doubts }: ReturnType<typeof readBrought>,
  carryOut: (plan: Plan) => Promise<unknown>,
): Promise<Result> {
  const isDryRun = values['dry-run'] === true;
  const wrong = doubts.filter(({ isOpen }) => isOpen);
  const isRefused = wrong.length > 0 && (values['skip-invalid'] !== true || isHopeless(plan));
  const saidOf = (doubt: BroughtDoubt): string => doubtSentence(t, doubt);
  for (const doubt of doubts)
    if (!doubt.isOpen) say(t.register.doubtLine(file, doubt.line, doubt.field, saidOf(doubt)));
  const [first] = wrong;
  if (isRefused && first) {
    const { line, column, reason } = first;
    const option = reason === 'day-or-month' ? ` ${t.register.orderOptions}` : '';
    const problem = `${saidOf(first)}${option}`;
    const said = { file, line, column: column ?? 0, problem, more: wrong.length - 1 };
    say(t.errorSentence('register.importRefused', said));
  }
  if (!isRefused && !isDryRun) await carryOut(plan);
  const isDone = !isRefused || isDryRun;
  const count = (list: readonly unknown[]): number => (isDone ? list.length : 0);
  return {
    json: {
      ...(isDryRun ? { dry_run: true } : {}),
      interviews: count(plan.interviews),
      respondents: count(plan.respondents),
      interviewers: count(plan.interviewers),
      unchanged: plan.unchanged,
      doubts: doubts
        .filter(({ said }) => said !== 'problem')
        .map((doubt) => {
          const { line, field, text, reading, reason } = doubt;
          return { line, field, text, reading, reason, message: saidOf(doubt) };
        }),
      skipped: wrong.map((doubt) => {
        const { line, column, field, text } = doubt;
        return { line, column, field, text, reason: saidOf(doubt) };
      }),
      ...(isDryRun
        ? { reading: plan.interviews.map((draft) => readingOf(plan, known, draft)) }
        : {}),
    },
    failed: isRefused && !isDryRun,
  };
}

/** A header that cannot be read leaves no rows to import. */
const HEADER: ReadonlySet<string> = new Set([
  'column-twice',
  'column-unnamed',
  'no-column-known',
  'no-header',
]);
const isHopeless = ({ problems }: Plan): boolean =>
  problems.some(({ reason }) => HEADER.has(reason));

/** @throws Invalid `register.twoOrders` */
function orderOf({ values }: Arguments): DayOrder | null {
  const [day, month] = [values['day-first'] === true, values['month-first'] === true];
  if (day && month) throw new Invalid('register.twoOrders');
  if (day) return 'day';
  return month ? 'month' : null;
}

/** One row as it was understood. Known respondents are named by reference only: their names stay apart. */
function readingOf(
  plan: Plan,
  known: Known,
  { respondents, endDate, reference, ...draft }: Plan['interviews'][number],
) {
  return {
    ...draft,
    ref: reference,
    end_date: endDate,
    respondents: respondents.map((who) => {
      if ('known' in who)
        return { known: known.respondents.find(({ id }) => id === who.known)?.reference };
      const {
        reference: ref,
        name,
        headCount,
        group,
        region,
        role,
        organisation,
        values,
      } = plan.respondents[who.planned] ?? {};
      return { ref, name, head_count: headCount, group, region, role, organisation, values };
    }),
  };
}

const interviewsExport: CliCommand = {
  name: 'interviews export',
  usage: 'interviews export [--format json|csv]',
  summary: 'writes the register, one row per interview; respondents by reference, without names',
  positionals: [0, 0],
  run: async ({ project, say, t }) => {
    const { header, rows, withdrawn } = await exportRegister(await project());
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return {
      json: rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']))),
      formats: { csv: () => toCsv(header, rows) },
    };
  },
};

export const registerCommands: CliCommand[] = [interviewsImport, interviewsExport];
