import type { Db, Trx } from '../../db/schema.ts';
import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { codeOf, codesIn } from './queries.ts';
import { ensureNameFree, keptName } from './rules.ts';

/** Parts that one split can have: each has a digit as its key. */
export const MOST_PARTS = 9;

/** How somebody splits a code: a working paper of theirs until it is made. */
export interface SplitDraft {
  id: number;
  codeId: number;
  /** Names of the codes to be. */
  parts: string[];
  place: 'under' | 'beside';
}

type Mine = Pick<Ctx, 'db' | 'projectId' | 'userId'>;

/** This person's split of the code, if they have begun one. */
export async function findSplit(
  db: Db | Trx,
  { projectId, userId }: Pick<Ctx, 'projectId' | 'userId'>,
  codeId: number,
): Promise<SplitDraft | null> {
  const row = await db
    .selectFrom('code_split')
    .select(['id', 'code_id', 'parts', 'place'])
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('code_id', '=', codeId)
    .executeTakeFirst();
  if (!row) return null;
  const { id, code_id: codeId_, parts, place } = row;
  return { id, codeId: codeId_, parts: JSON.parse(parts) as string[], place };
}

/**
 * Begins a split. The same names sent again go on with the one that was begun.
 * @param names one part a line
 * @throws Invalid `codebook.splitParts`, and as names of codes do; Conflict `codebook.nameTaken`, `splitBegun`
 */
export async function beginSplit(
  ctx: Mine & Pick<Ctx, 'now'>,
  codeId: number,
  names: string,
  place: SplitDraft['place'],
): Promise<void> {
  const code = await codeOf(ctx.db, ctx.projectId, codeId);
  const parts = names
    .split('\n')
    .filter((name) => name.trim() !== '')
    .map(keptPart);
  const folds = new Set(parts.map(foldName));
  if (parts.length === 0 || parts.length > MOST_PARTS || folds.size < parts.length)
    throw new Invalid('codebook.splitParts', { most: MOST_PARTS }, 'parts');
  const codes = await codesIn(ctx.db, ctx.projectId);
  for (const part of parts)
    inField(() => ensureNameFree(codes, place === 'under' ? codeId : code.parent_id, part));
  const begun = await findSplit(ctx.db, ctx, codeId);
  if (begun) {
    if (JSON.stringify(begun.parts) !== JSON.stringify(parts) || begun.place !== place)
      throw new Conflict('codebook.splitBegun', {}, 'parts');
    return;
  }
  await ctx.db
    .insertInto('code_split')
    .values({
      project_id: ctx.projectId,
      code_id: codeId,
      user_id: ctx.userId,
      parts: JSON.stringify(parts),
      place,
      created_at: ctx.now(),
    })
    .execute();
}

const keptPart = (name: string): string => inField(() => keptName(name));

/** What is wrong with a name stands beside the field where the parts are named. */
function inField<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid(error.code, error.params, 'parts');
    if (error instanceof Conflict) throw new Conflict(error.code, error.params, 'parts');
    throw error;
  }
}

/**
 * Sends one coding to a part, or with 0 lets it stay; what was chosen before is overwritten.
 * @throws NotFound `codebook.noSplit` when none was begun or it has no such part, `codebook.noCoding` when the code has no
 *   such coding
 */
export async function sendToPart(
  ctx: Mine,
  codeId: number,
  codingId: number,
  part: number,
): Promise<void> {
  const split = await findSplit(ctx.db, ctx, codeId);
  if (!split || part > split.parts.length) throw new NotFound('codebook.noSplit');
  const coding = await ctx.db
    .selectFrom('coding')
    .select('id')
    .where('id', '=', codingId)
    .where('code_id', '=', codeId)
    .where('source_id', 'not in', withdrawnSources(ctx))
    .executeTakeFirst();
  if (!coding) throw new NotFound('codebook.noCoding');
  await ctx.db
    .insertInto('code_split_choice')
    .values({ split_id: split.id, coding_id: codingId, part })
    .onConflict((conflict) => conflict.columns(['split_id', 'coding_id']).doUpdateSet({ part }))
    .execute();
}

/** Gives a split up; the codings stay where they are. Nothing happens when there is none. @throws NotFound `codebook.noCode` */
export async function dropSplit(
  db: Db | Trx,
  { projectId, userId }: Pick<Ctx, 'projectId' | 'userId'>,
  codeId: number,
): Promise<void> {
  await codeOf(db, projectId, codeId);
  await db
    .deleteFrom('code_split')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('code_id', '=', codeId)
    .execute();
}
