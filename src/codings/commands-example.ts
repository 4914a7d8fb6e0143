import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { change, type Done } from '../history/index.ts';
import { codingOf, type Found } from './commands.ts';

/**
 * Makes a coding an example in the rule of its code, or no longer. It is a change of the code, whose history has it.
 * @throws NotFound `codings.noCoding`, also to pick one whose interview's consent was withdrawn
 */
export async function pickExample(
  ctx: Ctx,
  codingId: number,
  isPicked: boolean,
): Promise<Done<Found>> {
  const kind = isPicked ? 'code.examplePicked' : 'code.exampleDropped';
  return change(ctx, { kind, entity: 'code' }, async (w) => {
    const coding = await codingOf(ctx, w, codingId);
    const reader = { db: w.trx, projectId: ctx.projectId };
    const withdrawn = await withdrawnSources(reader).execute();
    if (isPicked && withdrawn.some(({ id }) => id === coding.sourceId))
      throw new NotFound('codings.noCoding');
    await w.update('coding', codingId, { is_example: isPicked ? 1 : 0 });
    w.about(coding.codeId, { name: coding.code, source: coding.source });
    return coding;
  });
}
