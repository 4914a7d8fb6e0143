import type { Ctx } from '../deps.ts';
import { childrenOf, nextPosition } from '../domain/codetree/index.ts';
import { nextColour } from '../domain/colours.ts';
import { NotFound } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { codesIn } from './queries.ts';
import { ensureKeyFree, ensureNameFree, keptColour, keptKey, keptName, keptText } from './rules.ts';

/** A new code; all but its name may be left out. */
export interface NewCode {
  name: string;
  /** null or left out: a theme. */
  parentId?: number | null | undefined;
  definition?: string | undefined;
  useWhen?: string | undefined;
  notWhen?: string | undefined;
  example?: string | undefined;
  /** #rrggbb; left out, a sub-code takes its parent's colour and a theme the next of the palette. */
  colour?: string | undefined;
  key?: string | null | undefined;
  isCodable?: boolean | undefined;
}

/**
 * Adds a theme or a sub-code, last among its siblings.
 * @throws Invalid `codebook.nameEmpty`, `nameLong`, `textLong`, `colourInvalid`, `keyInvalid`, `keyReserved`;
 *   Conflict `codebook.nameTaken`, `keyTaken`; NotFound `codebook.noCode` for a parent of another project
 */
export async function addCode(ctx: Ctx, input: NewCode): Promise<Done<{ id: number }>> {
  return change(ctx, { kind: 'code.added', entity: 'code' }, (w) => addCodeIn(ctx, w, input));
}

/** As `addCode`, inside a change that is under way: an in-vivo code and its coding are one intent. */
export async function addCodeIn(
  ctx: Ctx,
  w: ChangeWriter,
  input: NewCode,
): Promise<{ id: number }> {
  const name = keptName(input.name);
  const codes = await codesIn(w.trx, ctx.projectId);
  const parentId = input.parentId ?? null;
  const parent = codes.find((code) => code.id === parentId);
  if (parentId !== null && !parent) throw new NotFound('codebook.noCode');
  ensureNameFree(codes, parentId, name);
  const key = keptKey(input.key ?? null);
  ensureKeyFree(codes, key);
  const siblings = childrenOf(codes, parentId);
  const colour = input.colour ?? parent?.colour ?? nextColour(siblings.length);
  const id = await w.insert('code', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    parent_id: parentId,
    name,
    name_fold: foldName(name),
    definition: keptText(input.definition ?? '', 'definition'),
    use_when: keptText(input.useWhen ?? '', 'use_when'),
    not_when: keptText(input.notWhen ?? '', 'not_when'),
    example: keptText(input.example ?? '', 'example'),
    colour: keptColour(colour),
    key,
    is_codable: input.isCodable === false ? 0 : 1,
    position: nextPosition(siblings),
    revision: 1,
    created_at: ctx.now(),
  });
  w.about(id, { name, ...(parent ? { parent: parent.name } : {}) });
  return { id };
}
