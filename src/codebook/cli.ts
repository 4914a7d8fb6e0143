import type { CliCommand } from '../terminal/index.ts';
import { isSeparator, SEPARATORS } from '../domain/codetree/index.ts';
import { Invalid } from '../domain/errors.ts';
import { importCodebook, previewImport, TableRefused } from './import.ts';
import { bringIn } from './reading.ts';
import { listCodes } from './queries.ts';
import { codebookCsv, codebookJson, codebookMarkdown, codebookQdc, codebookXlsx } from './table.ts';

/** Errors of a table said one by one before the command fails. */
const SAID = 20;

const importing: CliCommand = {
  name: 'codebook import',
  usage: 'codebook import FILE [--separator SIGN] [--dry-run]',
  summary: 'merges a codebook (CSV, XLSX, Markdown, REFI-QDA) into the codebook',
  options: { separator: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  positionals: [1, 1],
  async run({ project, read, say, t }, args) {
    const ctx = await project();
    const separator = separatorFrom(args.values['separator']);
    const brought = await bringIn(await read(args.positionals[0] ?? ''), ctx.newGuid);
    const { text } = brought;
    const tell = (error: TableRefused) => {
      for (const one of error.errors.slice(1, SAID)) say(t.codebook.tableError(one));
      throw error;
    };
    const imported =
      args.values['dry-run'] === true
        ? await previewImport(ctx, text, { separator }).then((preview) =>
            preview.errors.length > 0 ? tell(new TableRefused(preview.errors)) : preview,
          )
        : await importCodebook(ctx, text, { separator }).then(
            (done) => done.value,
            (error: unknown) => {
              if (error instanceof TableRefused) return tell(error);
              throw error;
            },
          );
    const { codes, created, changed, unchanged } = imported;
    const warnings = [...brought.warnings, ...imported.warnings].map(
      ({ code, params }) => t.codebook.warnings[code]?.(params) ?? code,
    );
    return { json: { codes, created, changed, unchanged, warnings } };
  },
};

/** @throws Invalid `codebook.separatorUnknown` */
function separatorFrom(wanted: unknown) {
  if (typeof wanted !== 'string') return null;
  if (isSeparator(wanted)) return wanted;
  throw new Invalid('codebook.separatorUnknown', { known: SEPARATORS.join('  ') });
}

const exporting: CliCommand = {
  name: 'codebook export',
  usage: 'codebook export [--format json|csv|xlsx|md|qdc]',
  summary: 'the codes in their order, with their rules',
  positionals: [0, 0],
  async run({ project }, args) {
    const codes = await listCodes(await project());
    const isXlsx = args.values['format'] === 'xlsx';
    const xlsx = isXlsx ? await codebookXlsx(codes) : new Uint8Array();
    return {
      json: codebookJson(codes),
      formats: {
        csv: () => codebookCsv(codes),
        xlsx: () => xlsx,
        md: () => codebookMarkdown(codes),
        qdc: () => codebookQdc(codes),
      },
    };
  },
};

export const codebookCommands: CliCommand[] = [importing, exporting];
