import type { Messages } from '../../views/messages/index.ts';
import { countWithdrawn } from '../consent/index.ts';
import { toCsv } from '../domain/csv/write.ts';
import { Invalid } from '../domain/errors.ts';
import { ANSWER_COLUMNS, readAnswerTable } from '../domain/guide/index.ts';
import { tableOf, type CliCommand, type Terminal } from '../terminal/index.ts';
import {
  exportAnswers,
  importAnswers,
  placeAnswers,
  type AnswerRefusal,
} from './answer-exchange.ts';
import { guideCsv, guideMarkdown } from './exchange.ts';
import { guideOfFile, textOfFile } from './file.ts';
import { refuseGuide } from './refusal.ts';
import { asDraft, importGuide, listQuestions } from './questions.ts';

/** A file's text; where its encoding had to be guessed, that is said. */
export async function textFrom({ t, say, read }: Terminal, file: string): Promise<string> {
  const { text, assumed } = textOfFile(await read(file), file);
  if (assumed !== null) say(t.terminal.encodingAssumed(file, assumed));
  return text;
}

const guideImport: CliCommand = {
  name: 'guide import',
  usage: 'guide import FILE [--dry-run]',
  summary: 'brings in questions from Word, Markdown or CSV',
  options: { 'dry-run': { type: 'boolean' } },
  positionals: [1, 1],
  run: async (terminal, { values, positionals: [file = ''] }) => {
    const { t } = terminal;
    const { reading, assumed } = await guideOfFile(await terminal.read(file), file);
    if (assumed !== null) terminal.say(t.terminal.encodingAssumed(file, assumed));
    refuseGuide(t, reading, file);
    const ctx = await terminal.project();
    const warnings = reading.warnings.map(({ line, reason, text }) => ({
      line,
      reason: t.guide.warningsOf[reason]({ text }),
    }));
    for (const { line, reason } of warnings) terminal.say(`${file}, line ${line}: ${reason}`);
    if (values['dry-run'] === true)
      return { json: { dry_run: true, questions: reading.questions, warnings } };
    const { value } = await importGuide(
      ctx,
      reading.questions.map(({ line: _line, ...draft }) => draft),
    );
    return { json: { ...value, warnings } };
  },
};

const guideExport: CliCommand = {
  name: 'guide export',
  usage: 'guide export [--format json|csv|md]',
  summary: 'writes the questions as JSON, CSV or Markdown',
  positionals: [0, 0],
  run: async ({ t, project }) => {
    const questions = (await listQuestions(await project())).map(asDraft);
    return {
      json: questions.map(({ forWhom, ...question }) => ({ ...question, for: forWhom })),
      formats: {
        csv: () => guideCsv(questions),
        md: () => guideMarkdown(t.guide.markdownTitle, questions),
      },
    };
  },
};

const answersImport: CliCommand = {
  name: 'answers import',
  usage: 'answers import FILE [--dry-run] [--skip-invalid]',
  summary: 'brings in answer states and notes from CSV (interview, question, state, notes)',
  options: { 'dry-run': { type: 'boolean' }, 'skip-invalid': { type: 'boolean' } },
  positionals: [1, 1],
  run: async (terminal, { values, positionals: [file = ''] }) => {
    const { t } = terminal;
    const { answers, problems } = readAnswerTable(tableOf(await textFrom(terminal, file), file));
    const ctx = await terminal.project();
    const bad = new Set(problems.map(({ line }) => line));
    const { placed, refused } = await placeAnswers(
      ctx,
      answers.filter(({ line }) => !bad.has(line)),
    );
    const wrong: AnswerRefusal[] = [...problems, ...refused].sort((a, b) => a.line - b.line);
    const isHopeless = problems.some(({ reason }) => reason === 'no-column');
    if (wrong[0] && (values['skip-invalid'] !== true || isHopeless)) throw refusal(t, file, wrong);
    const left = wrong.map(({ line, reason, text }) => ({
      line,
      reason: t.guide.answerProblems[reason]({ text }),
    }));
    if (values['dry-run'] === true)
      return { json: { dry_run: true, answers: placed.length, skipped: left } };
    const { value } = await importAnswers(ctx, placed);
    const differing = value.differing.map((line) => ({
      line,
      reason: t.guide.answerProblems.differs(),
    }));
    const skipped = [...left, ...differing].sort((a, b) => a.line - b.line);
    for (const { line, reason } of skipped) terminal.say(`${file}, line ${line}: ${reason}`);
    return { json: { answers: value.answers, unchanged: value.unchanged, skipped } };
  },
};

function refusal(t: Messages, file: string, wrong: readonly AnswerRefusal[]): Invalid {
  const [first, ...others] = wrong;
  const { line = 1, column = 1, reason = 'no-interview', text = '' } = first ?? {};
  const problem = t.guide.answerProblems[reason]({ text });
  return new Invalid('guide.importRefused', { file, line, column, problem, more: others.length });
}

const answersExport: CliCommand = {
  name: 'answers export',
  usage: 'answers export [--format json|csv]',
  summary: 'writes what was asked and noted, one row per interview and question',
  positionals: [0, 0],
  run: async ({ project, say, t }) => {
    const ctx = await project();
    const rows = await exportAnswers(ctx);
    const withdrawn = await countWithdrawn(ctx);
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return {
      json: rows,
      formats: {
        csv: () =>
          toCsv(
            ANSWER_COLUMNS,
            rows.map((row) => [row.interview, row.question, row.state, row.notes]),
          ),
      },
    };
  },
};

export const guideCommands: CliCommand[] = [guideImport, guideExport, answersImport, answersExport];
