import { countWithdrawn } from '../consent/index.ts';
import { textFrom } from '../guide/index.ts';
import { tableOf, type CliCommand } from '../terminal/index.ts';
import { codingsCsv, exportCodings } from './export.ts';
import { CodingsRefused, importCodings, type Imported } from './import.ts';

/** Wrong lines said one by one before the command fails. */
const SAID = 20;

const importing: CliCommand = {
  name: 'codings import',
  usage: 'codings import FILE [--skip-invalid]',
  summary: 'brings in codings from a CSV table: source, start, end, code',
  options: { 'skip-invalid': { type: 'boolean', default: false } },
  positionals: [1, 1],
  async run(terminal, { values, positionals: [file = ''] }) {
    const { project, say, t } = terminal;
    const ctx = await project();
    const rows = tableOf(await textFrom(terminal, file), file);
    let imported: Imported;
    try {
      const skipInvalid = values['skip-invalid'] === true;
      imported = (await importCodings(ctx, rows, { skipInvalid })).value;
    } catch (error) {
      if (error instanceof CodingsRefused)
        for (const problem of error.problems.slice(1, SAID)) say(t.codings.lineProblem(problem));
      throw error;
    }
    const { codings, skipped, left } = imported;
    if (left.length > 0) say(t.codings.columnsLeft(left));
    return {
      json: {
        codings,
        skipped: skipped.map((problem) => ({
          line: problem.line,
          reason: t.codings.lineProblem(problem),
        })),
      },
    };
  },
};

const exporting: CliCommand = {
  name: 'codings export',
  usage: 'codings export [--format json|csv]',
  summary: 'every coding with its passage, place, coder and memo',
  positionals: [0, 0],
  async run({ project, say, t }) {
    const ctx = await project();
    const codings = await exportCodings(ctx);
    const withdrawn = await countWithdrawn(ctx);
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return { json: codings, formats: { csv: () => codingsCsv(codings) } };
  },
};

export const codingCommands: CliCommand[] = [importing, exporting];
