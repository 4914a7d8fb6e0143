import { addCodeIn, codesIn } from '../codebook/index.ts';
import type { Ctx } from '../deps.ts';
import { namesake, parsePath } from '../domain/codetree/index.ts';
import type { ChangeWriter } from '../history/index.ts';
import { codableCode, type CodableCode } from './passage.ts';

/**
 * The code that a typed name means, made when there is none: `Capacity`, or `Visibility > Capacity` below its theme.
 * @throws Invalid as `addCodeIn` and `codableCode`
 */
export async function codeNamed(
  ctx: Ctx,
  w: ChangeWriter,
  typed: string,
): Promise<CodableCode & { isNew: boolean }> {
  const codes = await codesIn(w.trx, ctx.projectId);
  let parentId: number | null = null;
  let isNew = false;
  for (const name of parsePath(typed)) {
    const there: number | null = namesake(codes, parentId, name)?.id ?? null;
    isNew = there === null;
    parentId = there ?? (await addCodeIn(ctx, w, { name, parentId })).id;
  }
  // parsePath gives at least one name, so there is a code by now; a missing one is refused like any unknown code.
  return { ...(await codableCode(ctx, w, parentId ?? 0)), isNew };
}
