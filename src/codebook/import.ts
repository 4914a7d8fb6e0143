import type { Ctx } from '../deps.ts';
import {
  mergeCodes,
  type Merged,
  type Separator,
  type TableError,
} from '../domain/codetree/index.ts';
import { Invalid } from '../domain/errors.ts';
import { change, type Done } from '../history/index.ts';
import { writePlan } from './import-write.ts';
import { codesIn, type CodeRow } from './queries.ts';
import { readBook } from './reading.ts';
import { standing } from './table.ts';
import type { Warning } from './warnings.ts';

export interface Imported {
  /** Codes that the table names. */
  codes: number;
  created: number;
  changed: number;
  unchanged: number;
  warnings: Warning[];
}

/** What an import would do, to look at beforehand. */
export interface Preview extends Imported {
  errors: TableError[];
  rows: PreviewRow[];
  /** What divides the names of its paths, and how many paths each sign would divide. */
  separator: Separator;
  separators: ReadonlyMap<Separator, number>;
}

export interface PreviewRow {
  path: readonly string[];
  line: number | null;
  fate: 'new' | 'changed' | 'unchanged' | 'conflict';
  /** Columns that change, `path` for another name or place. */
  changes: string[];
}

/** How a text is to be read. */
export interface Reading {
  /** What divides the names of a path; left out, what the paths themselves have. */
  separator?: Separator | null;
}

/** Nothing of a table with an error is imported; `errors` has all of them, the sentence tells the first. */
export class TableRefused extends Invalid {
  constructor(readonly errors: readonly TableError[]) {
    const [first] = errors;
    const { line = 1, column = '', code = '', params = {} } = first ?? {};
    super(
      'codebook.tableRefused',
      { ...params, line, column, code, more: errors.length - 1 },
      'file',
    );
  }
}

/** Reads a table and says what importing it would do; changes nothing. */
export async function previewImport(
  ctx: Pick<Ctx, 'db' | 'projectId' | 'newGuid'>,
  text: string,
  reading: Reading = {},
): Promise<Preview> {
  const codes = await codesIn(ctx.db, ctx.projectId);
  const { plan, errors, warnings, separator, separators } = planOf(ctx, codes, text, reading);
  const wrong = new Set(errors.map(({ line }) => line));
  const rows = plan.map((code): PreviewRow => {
    const line = code.line?.line ?? null;
    const fate = line !== null && wrong.has(line) ? 'conflict' : fateOf(code);
    return { path: code.names, line, fate, changes: changesOf(code) };
  });
  return { ...tally(plan, warnings), errors, rows, separator, separators };
}

/**
 * Merges a table into the codebook, as one recorded change; a table that says nothing new is none.
 * @throws TableRefused (an Invalid) with every error, and then nothing is imported
 */
export async function importCodebook(
  ctx: Ctx,
  text: string,
  reading: Reading = {},
): Promise<Done<Imported>> {
  return change(ctx, { kind: 'codebook.imported', entity: 'code' }, async (w) => {
    const codes = await codesIn(w.trx, ctx.projectId);
    const { plan, errors, warnings } = planOf(ctx, codes, text, reading);
    if (errors.length > 0) throw new TableRefused(errors);
    await writePlan(ctx, w, codes, plan);
    const imported = tally(plan, warnings);
    const { created, changed, unchanged } = imported;
    w.detail = { created, changed, unchanged };
    return imported;
  });
}

function planOf(
  { newGuid }: Pick<Ctx, 'newGuid'>,
  codes: readonly CodeRow[],
  text: string,
  reading: Reading,
) {
  const table = readBook(text, reading.separator ?? null, newGuid);
  // A table that cannot be read is not compared: what would follow from half of it misleads.
  const merged =
    table.errors.length > 0
      ? { codes: [], errors: [] }
      : mergeCodes(codes.map(standing), table.lines);
  const made = merged.codes.filter((code) => code.line === null && code.existing === null);
  const warnings: Warning[] = [
    ...table.warnings,
    ...table.unknownColumns.map((column) => ({ code: 'columnLeft' as const, params: { column } })),
    ...made.map(({ names }) => ({
      code: 'parentMade' as const,
      params: { path: names.join(' > ') },
    })),
  ];
  const errors = [...table.errors, ...merged.errors].sort((a, b) => a.line - b.line);
  return {
    plan: merged.codes.filter((code) => code.line !== null || code.isChanged),
    errors,
    warnings,
    separator: table.separator,
    separators: table.separators,
  };
}

/** What a line says otherwise than the code as it stands. */
function changesOf({ existing, line, name, parent, isChanged }: Merged): string[] {
  if (existing === null || !isChanged) return [];
  const isElsewhere =
    existing.name !== name || existing.parentId !== (parent?.existing?.id ?? null);
  const fields = Object.entries(line?.fields ?? {})
    .filter(([field, value]) => existing[field as keyof typeof existing] !== value)
    .map(([field]) => (field === 'isCodable' ? 'codable' : field));
  return [...(isElsewhere ? ['path'] : []), ...fields];
}

const fateOf = (code: Merged): 'new' | 'changed' | 'unchanged' =>
  code.existing === null ? 'new' : code.isChanged ? 'changed' : 'unchanged';

function tally(plan: readonly Merged[], warnings: Warning[]): Imported {
  const count = (fate: string) => plan.filter((code) => fateOf(code) === fate).length;
  return {
    codes: plan.length,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    warnings,
  };
}
