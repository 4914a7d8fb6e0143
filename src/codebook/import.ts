import type { Ctx } from '../deps.ts';
import {
  mergeCodes,
  nextPosition,
  slotKey,
  type CodeFields,
  type Separator,
  type Merged,
  type TableError,
} from '../domain/codetree/index.ts';
import { nextColour } from '../domain/colours.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
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
    await makeRoom(w, plan);
    await new Importer(ctx, w, codes).write(plan);
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

/** Lets go of names and keys that pass from one code to another, since the database allows no two for a moment either. */
async function makeRoom(w: ChangeWriter, plan: readonly Merged[]): Promise<void> {
  const slotOf = (code: Merged) =>
    code.parent !== null && code.parent.existing === null
      ? null
      : slotKey(code.parent?.existing?.id ?? null, code.name);
  const wanted = new Set(plan.map(slotOf));
  const keys = new Set(plan.map((code) => code.line?.fields.key));
  for (const code of plan) {
    const { existing, line } = code;
    if (existing === null || !code.isChanged) continue;
    const slot = slotKey(existing.parentId, existing.name);
    if (slot !== slotOf(code) && wanted.has(slot))
      await w.update('code', existing.id, { name_fold: `\u0000${existing.guid}` });
    const key = line?.fields.key;
    if (
      key !== undefined &&
      existing.key !== null &&
      key !== existing.key &&
      keys.has(existing.key)
    )
      await w.update('code', existing.id, { key: null });
  }
}

/** Writes a plan that has no errors. */
class Importer {
  private readonly ids = new Map<Merged, number>();
  private readonly colours = new Map<number | null, string>();
  private readonly next = new Map<number | null, number>();

  constructor(
    private readonly ctx: Ctx,
    private readonly w: ChangeWriter,
    private readonly codes: readonly CodeRow[],
  ) {
    for (const code of codes) this.colours.set(code.id, code.colour);
  }

  async write(plan: readonly Merged[]): Promise<void> {
    // A level at a time, so that each parent has its id by then and thousands of codes are a few statements.
    const deepest = plan.reduce((most, { names }) => Math.max(most, names.length), 0);
    for (let depth = 1; depth <= deepest; depth += 1) {
      const level = plan.filter(({ names }) => names.length === depth);
      for (const code of level)
        if (code.existing !== null && code.isChanged)
          await this.update(code, code.existing.id, this.parentIdOf(code));
      await this.insert(level.filter(({ existing }) => existing === null));
    }
  }

  private parentIdOf({ parent }: Merged): number | null {
    if (parent === null) return null;
    const id = parent.existing?.id ?? this.ids.get(parent);
    if (id === undefined) throw new Error('a parent comes after its sub-code');
    return id;
  }

  private async update(code: Merged, id: number, parentId: number | null): Promise<void> {
    const { isCodable, ...fields } = code.line?.fields ?? {};
    const moves = code.existing?.parentId !== parentId;
    await this.w.update('code', id, {
      name: code.name,
      name_fold: foldName(code.name),
      ...fields,
      ...(isCodable === undefined ? {} : { is_codable: isCodable ? (1 as const) : (0 as const) }),
      ...(moves ? { parent_id: parentId, position: this.nextUnder(parentId) } : {}),
    });
    if (fields.colour !== undefined) this.colours.set(id, fields.colour);
  }

  private async insert(codes: readonly Merged[]): Promise<void> {
    const rows = codes.map((code) => this.rowOf(code, this.parentIdOf(code)));
    const ids = await this.w.insertMany('code', rows);
    codes.forEach((code, at) => {
      const [id, row] = [ids[at], rows[at]];
      if (id === undefined || row === undefined) throw new Error('a code was not inserted');
      this.ids.set(code, id);
      this.colours.set(id, row.colour);
    });
  }

  private rowOf(code: Merged, parentId: number | null) {
    const { isCodable, ...fields }: CodeFields = code.line?.fields ?? {};
    const position = this.nextUnder(parentId);
    const inherited = parentId === null ? undefined : this.colours.get(parentId);
    const colour = fields.colour ?? inherited ?? nextColour(position);
    return {
      definition: '',
      use_when: '',
      not_when: '',
      example: '',
      key: null,
      ...fields,
      colour,
      guid: code.line?.guid ?? this.ctx.newGuid(),
      project_id: this.ctx.projectId,
      parent_id: parentId,
      name: code.name,
      name_fold: foldName(code.name),
      is_codable: isCodable === false ? (0 as const) : (1 as const),
      position,
      revision: 1,
      created_at: this.ctx.now(),
    };
  }

  private nextUnder(parentId: number | null): number {
    const next =
      this.next.get(parentId) ??
      nextPosition(this.codes.filter((code) => code.parentId === parentId));
    this.next.set(parentId, next + 1);
    return next;
  }
}
