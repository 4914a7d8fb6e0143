import type { Ctx } from '../deps.ts';
import {
  destinationOf,
  mayMoveUnder,
  shiftsFor,
  type Destination,
  type Step,
} from '../domain/codetree/index.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { codeOf, codesIn, type CodeRow } from './queries.ts';
import { ensureKeyFree, ensureNameFree, keptColour, keptKey, keptName, keptText } from './rules.ts';

/** A code's name and rule; what is left out stays. */
export interface CodePatch {
  name?: string | undefined;
  definition?: string | undefined;
  useWhen?: string | undefined;
  notWhen?: string | undefined;
  example?: string | undefined;
  colour?: string | undefined;
  /** null or empty takes the key away. */
  key?: string | null | undefined;
  isCodable?: boolean | undefined;
}

/**
 * Changes what a code is called and when it is used. Its codings keep to it.
 * @param revision the one the person saw
 * @throws NotFound `codebook.noCode`; Conflict `history.stale` with the row as it stands, `codebook.nameTaken`, `keyTaken`;
 *   Invalid for each field
 */
export async function changeCode(
  ctx: Ctx,
  codeId: number,
  patch: CodePatch,
  revision?: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.changed', entity: 'code' }, (w) =>
    write(ctx, w, codeId, patch, revision),
  );
}

/**
 * Saves a whole form: where it changes only the name, the colour or the key, the record says just that.
 * @throws as `changeCode`
 */
export async function saveCode(
  ctx: Ctx,
  codeId: number,
  patch: CodePatch,
  revision: number,
): Promise<Done<void>> {
  const code = await codeOf(ctx.db, ctx.projectId, codeId);
  const wanted = Object.entries(keptPatch(patch)).filter(
    ([column, value]) => column !== 'name_fold' && value !== undefined,
  );
  const differing = wanted.filter(([column, value]) => code[column as keyof typeof code] !== value);
  const [only, second] = differing.map(([column]) => column);
  if (second === undefined && only === 'name')
    return renameCode(ctx, codeId, patch.name ?? '', revision);
  if (second === undefined && only === 'colour')
    return recolour(ctx, codeId, patch.colour ?? '', revision);
  if (second === undefined && only === 'key')
    return setKey(ctx, codeId, patch.key ?? null, revision);
  return changeCode(ctx, codeId, patch, revision);
}

/** Gives a code another name. @throws as `changeCode` */
export async function renameCode(
  ctx: Ctx,
  codeId: number,
  name: string,
  revision?: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.renamed', entity: 'code' }, async (w) => {
    const { name: before } = await codeOf(w.trx, ctx.projectId, codeId);
    await write(ctx, w, codeId, { name }, revision);
    w.about(codeId, { name: keptName(name), before });
  });
}

/** Gives one code another colour; its sub-codes keep theirs. @throws as `changeCode` */
export async function recolour(
  ctx: Ctx,
  codeId: number,
  colour: string,
  revision?: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.recoloured', entity: 'code' }, (w) =>
    write(ctx, w, codeId, { colour }, revision),
  );
}

/** Gives a code the key that applies it, or takes it away with null. @throws as `changeCode` */
export async function setKey(
  ctx: Ctx,
  codeId: number,
  key: string | null,
  revision?: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.keySet', entity: 'code' }, async (w) => {
    await write(ctx, w, codeId, { key }, revision);
    w.about(codeId, { ...w.detail, key: keptKey(key) ?? '' });
  });
}

async function write(
  ctx: Ctx,
  w: ChangeWriter,
  codeId: number,
  patch: CodePatch,
  revision?: number,
): Promise<void> {
  const code = await codeOf(w.trx, ctx.projectId, codeId);
  if (revision !== undefined && code.revision !== revision)
    throw new Conflict('history.stale', {}, null, code);
  const values = keptPatch(patch);
  if (values.name !== undefined || values.key != null) {
    const codes = await codesIn(w.trx, ctx.projectId);
    if (values.name !== undefined) ensureNameFree(codes, code.parent_id, values.name, codeId);
    if (values.key != null) ensureKeyFree(codes, values.key, codeId);
  }
  await w.update('code', codeId, values);
  w.about(codeId, { name: values.name ?? code.name });
}

function keptPatch(patch: CodePatch) {
  const text = (value: string | undefined, field: string) =>
    value === undefined ? undefined : keptText(value, field);
  const name = patch.name === undefined ? undefined : keptName(patch.name);
  return {
    name,
    name_fold: name === undefined ? undefined : foldName(name),
    definition: text(patch.definition, 'definition'),
    use_when: text(patch.useWhen, 'use_when'),
    not_when: text(patch.notWhen, 'not_when'),
    example: text(patch.example, 'example'),
    colour: patch.colour === undefined ? undefined : keptColour(patch.colour),
    key: patch.key === undefined ? undefined : keptKey(patch.key),
    is_codable:
      patch.isCodable === undefined ? undefined : patch.isCodable ? (1 as const) : (0 as const),
  };
}

/**
 * Moves a code with everything below it: a step among its neighbours, or under another code. Standing there already is no change.
 * @throws NotFound `codebook.noCode`; Conflict `codebook.moveUnderItself`, `codebook.nowhereToMove`, `codebook.nameTaken`
 */
export async function moveCode(
  ctx: Ctx,
  codeId: number,
  to: Step | Destination,
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.moved', entity: 'code' }, async (w) => {
    const codes = await codesIn(w.trx, ctx.projectId);
    const code = codes.find((one) => one.id === codeId);
    if (!code) throw new NotFound('codebook.noCode');
    const destination = typeof to === 'string' ? destinationOf(codes, codeId, to) : to;
    if (destination === null) throw new Conflict('codebook.nowhereToMove', { name: code.name });
    const parent = parentIn(codes, code, destination);
    if (destination.parentId !== code.parentId)
      ensureNameFree(codes, destination.parentId, code.name, codeId);
    for (const { id, parentId, position } of shiftsFor(codes, codeId, destination))
      await w.update('code', id, { parent_id: parentId, position });
    w.about(codeId, { name: code.name, ...(parent ? { parent: parent.name } : {}) });
  });
}

function parentIn(codes: readonly CodeRow[], code: CodeRow, { parentId }: Destination) {
  const parent = codes.find((one) => one.id === parentId) ?? null;
  if (parentId !== null && parent === null) throw new NotFound('codebook.noCode');
  if (!mayMoveUnder(codes, code.id, parentId))
    throw new Conflict('codebook.moveUnderItself', { name: code.name }, 'parent');
  return parent;
}
