import type { CliCommand } from '../terminal/index.ts';
import { isSeparator, SEPARATORS } from '../domain/codetree/index.ts';
import { Invalid } from '../domain/errors.ts';
import { importCodebook, previewImport, TableRefused } from './import.ts';
import { bringIn } from './reading.ts';
import { listCodes } from './queries.ts';
import { codesAt } from './past.ts';
import { setsAt, setsIn } from './sets.ts';
import { codebookCsv, codebookJson, codebookMarkdown, codebookQdc, codebookXlsx } from './table.ts';
import { listVersions, nameVersion, stateNamed } from './versions.ts';

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
    const brought = await bringIn(await read(args.positionals[0] ?? ''));
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
    const { codes, created, changed, unchanged, sets } = imported;
    const warnings = [...brought.warnings, ...imported.warnings].map(
      ({ code, params }) => t.codebook.warnings[code]?.(params) ?? code,
    );
    return { json: { codes, created, changed, unchanged, sets, warnings } };
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
  usage: 'codebook export [--at NAME|CHANGE] [--format json|csv|xlsx|md|qdc]',
  summary: 'the codes in their order, with their rules; as they were, with --at',
  options: { at: { type: 'string' } },
  positionals: [0, 0],
  async run({ project }, args) {
    const ctx = await project();
    const { at } = args.values;
    const seq = typeof at === 'string' ? await stateNamed(ctx, at) : null;
    const codes = seq === null ? await listCodes(ctx) : await codesAt(ctx, seq);
    const sets = seq === null ? await setsIn(ctx.db, ctx.projectId) : await setsAt(ctx, seq);
    const isXlsx = args.values['format'] === 'xlsx';
    const xlsx = isXlsx ? await codebookXlsx(codes) : new Uint8Array();
    return {
      json: codebookJson(codes),
      formats: {
        csv: () => codebookCsv(codes),
        xlsx: () => xlsx,
        md: () => codebookMarkdown(codes),
        qdc: () => codebookQdc(codes, sets),
      },
    };
  },
};

const versions: CliCommand = {
  name: 'codebook versions',
  usage: 'codebook versions',
  summary: 'the states of the codebook that have a name, the newest state first',
  positionals: [0, 0],
  async run({ project }) {
    const named = await listVersions(await project());
    return { json: named.map(({ name, seq, by, at }) => ({ name, change: seq, by, at })) };
  },
};

const naming: CliCommand = {
  name: 'codebook name',
  usage: 'codebook name NAME [--at CHANGE]',
  summary: 'names the codebook as it stands, or as it was after a change',
  options: { at: { type: 'string' } },
  positionals: [1, 1],
  async run({ project }, args) {
    const ctx = await project();
    const { at } = args.values;
    const seq = typeof at === 'string' ? await stateNamed(ctx, at) : null;
    const [name = ''] = args.positionals;
    const { value } = await nameVersion(ctx, name, seq);
    return { json: { name: name.trim(), change: value.seq } };
  },
};

export const codebookCommands: CliCommand[] = [importing, exporting, versions, naming];
