import type { Messages } from '../../views/messages/index.ts';
import { toCsv } from '../domain/csv/write.ts';
import type { DayOrder } from '../domain/dates/index.ts';
import { Invalid } from '../domain/errors.ts';
import {
  readRegister,
  type Doubt,
  type Known,
  type Plan,
  type Problem,
} from '../domain/register/index.ts';
import { textFrom } from '../guide/index.ts';
import { tableOf, type Arguments, type CliCommand } from '../terminal/index.ts';
import { today } from './commands.ts';
import { exportRegister, importRegister, knownRegister } from './register.ts';

const FLAG = { type: 'boolean' } as const;

const interviewsImport: CliCommand = {
  name: 'interviews import',
  usage: 'interviews import FILE [--day-first|--month-first] [--dry-run] [--skip-invalid]',
  summary: 'brings in a register of interviews from CSV; says what is doubtful',
  options: { 'day-first': FLAG, 'month-first': FLAG, 'dry-run': FLAG, 'skip-invalid': FLAG },
  positionals: [1, 1],
  run: async (terminal, args) => {
    const { t, say } = terminal;
    const {
      values,
      positionals: [file = ''],
    } = args;
    const order = orderOf(args);
    const rows = tableOf(await textFrom(terminal, file), file);
    const ctx = await terminal.project();
    const known = await knownRegister(ctx);
    const plan = readRegister(rows, known, { order, today: today(ctx) });
    const isDryRun = values['dry-run'] === true;
    const wrong = refusals(t, plan);
    const isRefused = wrong.length > 0 && (values['skip-invalid'] !== true || isHopeless(plan));
    for (const doubt of plan.doubts) if (!doubt.isOpen) say(doubtLine(t, file, doubt));
    if (isRefused) say(t.errorSentence('interviews.importRefused', { file, ...firstOf(wrong) }));
    if (!isRefused && !isDryRun) await importRegister(ctx, plan);
    return {
      json: resultOf(t, plan, known, { isRefused, isDryRun }),
      failed: isRefused && !isDryRun,
    };
  },
};

/** @throws Invalid `interviews.twoOrders` */
function orderOf({ values }: Arguments): DayOrder | null {
  const [day, month] = [values['day-first'] === true, values['month-first'] === true];
  if (day && month) throw new Invalid('interviews.twoOrders');
  if (day) return 'day';
  return month ? 'month' : null;
}

interface Refusal {
  line: number;
  column: number;
  field: string;
  text: string;
  problem: string;
}

/** What keeps rows out: problems, and doubts that someone must decide. */
function refusals(t: Messages, { problems, doubts }: Plan): Refusal[] {
  const sentences: Record<Problem['reason'], (allowed: string) => string> =
    t.interviews.importing.problem;
  const found = problems.map(({ line, column, field, text, reason, allowed = [] }) => ({
    ...{ line, column, field, text },
    problem: sentences[reason](allowed.join(', ')),
  }));
  const open = doubts
    .filter((doubt) => doubt.isOpen)
    .map(({ line, column, field, text, reason, reading }) => ({
      ...{ line, column, field, text },
      problem: `${t.interviews.importing.doubt[reason]} (${reading})`,
    }));
  return [...found, ...open].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A header that cannot be read leaves no rows to import. */
const HEADER: ReadonlySet<Problem['reason']> = new Set([
  'column-twice',
  'column-unnamed',
  'no-column-known',
  'no-header',
]);
const isHopeless = ({ problems }: Plan): boolean =>
  problems.some(({ reason }) => HEADER.has(reason));

function firstOf([first, ...others]: readonly Refusal[]) {
  const { line = 1, column = 1, text = '', problem = '' } = first ?? {};
  return { line, column, text, problem, more: others.length };
}

function doubtLine(
  t: Messages,
  file: string,
  { line, field, text, reading, reason }: Doubt,
): string {
  const { doubtLine: sentence, doubt } = t.interviews.importing;
  return sentence(file, line, field, text, doubt[reason], reading);
}

function resultOf(
  t: Messages,
  plan: Plan,
  known: Known,
  how: { isRefused: boolean; isDryRun: boolean },
) {
  const isDone = !how.isRefused || how.isDryRun;
  return {
    ...(how.isDryRun ? { dry_run: true } : {}),
    interviews: isDone ? plan.interviews.length : 0,
    respondents: isDone ? plan.respondents.length : 0,
    interviewers: isDone ? plan.interviewers.length : 0,
    unchanged: plan.unchanged,
    doubts: plan.doubts.map(({ line, field, text, reading, reason }) => ({
      ...{ line, field, text, reading, reason },
      message: t.interviews.importing.doubt[reason],
    })),
    skipped: refusals(t, plan).map(({ problem, ...rest }) => ({ ...rest, reason: problem })),
    ...(how.isDryRun
      ? { reading: plan.interviews.map((draft) => readingOf(plan, known, draft)) }
      : {}),
  };
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

export const interviewCommands: CliCommand[] = [interviewsImport, interviewsExport];
