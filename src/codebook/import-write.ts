import type { Ctx } from '../deps.ts';
import { nextPosition, slotKey, type CodeFields, type Merged } from '../domain/codetree/index.ts';
import { nextColour } from '../domain/colours.ts';
import { foldName } from '../domain/names.ts';
import type { ChangeWriter } from '../history/index.ts';
import type { CodeRow } from './queries.ts';

/**
 * Writes what importing does, as part of the change that is under way.
 * @param codes as they stand
 * @param plan without errors, parents before their sub-codes
 * @returns what each of them became
 */
export async function writePlan(
  ctx: Ctx,
  w: ChangeWriter,
  codes: readonly CodeRow[],
  plan: readonly Merged[],
): Promise<(code: Merged) => number> {
  await makeRoom(w, plan);
  const importer = new Importer(ctx, w, codes);
  await importer.write(plan);
  return (code) => importer.idOf(code);
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
    return parent === null ? null : this.idOf(parent);
  }

  idOf(code: Merged): number {
    const id = code.existing?.id ?? this.ids.get(code);
    if (id === undefined) throw new Error('a code comes before the one it stands under');
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
