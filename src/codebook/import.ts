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
import { readBook, type ReadBook } from './reading.ts';
import { planSets, setsIn, writeSets, type CodeSet, type SetPlan } from './sets.ts';
import { standing } from './table.ts';
import type { Warning } from './warnings.ts';

export interface Imported {
  /** Codes that the table names. */
  codes: number;
  created: number;
  changed: number;
  unchanged: number;
  /** Sets of codes that are new or other than before. */
  sets: number;
  warnings: Warning[];
}

/** What an import would do, to look at beforehand. */
export interface Preview extends Imported {
  errors: TableError[];
  rows: PreviewRow[];
  setRows: PreviewSet[];
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

export interface PreviewSet {
  name: string;
  codes: number;
  fate: SetPlan['fate'];
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
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  text: string,
  reading: Reading = {},
): Promise<Preview> {
  const codes = await codesIn(ctx.db, ctx.projectId);
  const book = await readBook(text, reading.separator ?? null);
  const planned = planOf(codes, await setsIn(ctx.db, ctx.projectId), book);
  const { plan, sets, errors, warnings, separator, separators } = planned;
  const wrong = new Set(errors.map(({ line }) => line));
  const rows = plan.map((code): PreviewRow => {
    const line = code.line?.line ?? null;
    const fate = line !== null && wrong.has(line) ? 'conflict' : fateOf(code);
    return { path: code.names, line, fate, changes: changesOf(code) };
  });
  const setRows = sets.map(({ name, members, staying, fate }) => {
    return { name, codes: members.length + staying.length, fate };
  });
  return { ...tally(plan, sets, warnings), errors, rows, setRows, separator, separators };
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
  const book = await readBook(text, reading.separator ?? null);
  return change(ctx, { kind: 'codebook.imported', entity: 'code' }, async (w) => {
    const codes = await codesIn(w.trx, ctx.projectId);
    const standingSets = await setsIn(w.trx, ctx.projectId);
    const { plan, sets, errors, warnings } = planOf(codes, standingSets, book);
    if (errors.length > 0) throw new TableRefused(errors);
    const idOf = await writePlan(ctx, w, codes, plan);
    await writeSets(ctx, w, sets, idOf);
    const imported = tally(plan, sets, warnings);
    const { created, changed, unchanged } = imported;
    w.detail = { created, changed, unchanged, ...(sets.length > 0 ? { sets: imported.sets } : {}) };
    return imported;
  });
}

function planOf(codes: readonly CodeRow[], standingSets: readonly CodeSet[], table: ReadBook) {
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
    sets: planSets(
      standingSets,
      table.sets,
      merged.codes.filter((code) => code.line !== null),
    ),
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

function tally(plan: readonly Merged[], sets: readonly SetPlan[], warnings: Warning[]): Imported {
  const count = (fate: string) => plan.filter((code) => fateOf(code) === fate).length;
  return {
    codes: plan.length,
    created: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    sets: sets.filter(({ fate }) => fate !== 'unchanged').length,
    warnings,
  };
}
