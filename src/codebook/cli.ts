import type { CliCommand } from '../terminal/index.ts';
import { importCodebook, previewImport, TableRefused } from './import.ts';
import { textOfTable } from './import-routes.tsx';
import { listCodes } from './queries.ts';
import { codebookCsv, codebookJson } from './table.ts';

/** Errors of a table said one by one before the command fails. */
const SAID = 20;

const importing: CliCommand = {
  name: 'codebook import',
  usage: 'codebook import FILE [--dry-run]',
  summary: 'merges a table of codes into the codebook',
  options: { 'dry-run': { type: 'boolean' } },
  positionals: [1, 1],
  async run({ project, read, say, t }, args) {
    const ctx = await project();
    const text = textOfTable(await read(args.positionals[0] ?? ''));
    const tell = (error: TableRefused) => {
      for (const one of error.errors.slice(1, SAID)) say(t.codebook.tableError(one));
      throw error;
    };
    const imported =
      args.values['dry-run'] === true
        ? await previewImport(ctx, text).then((preview) =>
            preview.errors.length > 0 ? tell(new TableRefused(preview.errors)) : preview,
          )
        : await importCodebook(ctx, text).then(
            (done) => done.value,
            (error: unknown) => {
              if (error instanceof TableRefused) return tell(error);
              throw error;
            },
          );
    const { codes, created, changed, unchanged } = imported;
    const warnings = imported.warnings.map(
      ({ code, params }) => t.codebook.warnings[code]?.(params) ?? code,
    );
    return { json: { codes, created, changed, unchanged, warnings } };
  },
};

const exporting: CliCommand = {
  name: 'codebook export',
  usage: 'codebook export [--format json|csv]',
  summary: 'the codes in their order, with their rules',
  positionals: [0, 0],
  async run({ project }) {
    const codes = await listCodes(await project());
    return { json: codebookJson(codes), formats: { csv: () => codebookCsv(codes) } };
  },
};

export const codebookCommands: CliCommand[] = [importing, exporting];
