import type { Ctx } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import { change, type Done } from '../history/index.ts';
import { codingOf, sameCoding, type Found } from './commands.ts';
import { codableCode } from './passage.ts';

/**
 * Gives a coding another code; its passage, its coder and its memos stay.
 * @returns the coding as it was, and the code it has now
 * @throws NotFound `codings.noCoding`, `codings.noCode`; Invalid `codings.notCodable`
 * @throws Conflict `codings.alreadyCoded` when its coder has coded just that passage with the other code too
 */
export async function replaceCode(
  ctx: Ctx,
  codingId: number,
  codeId: number,
): Promise<Done<Found & { newCodeId: number }>> {
  return change(ctx, { kind: 'coding.replaced', entity: 'coding' }, async (w) => {
    const coding = await codingOf(ctx, w, codingId);
    const code = await codableCode(ctx, w, codeId);
    const there = await sameCoding(w, { ...coding, codeId: code.id });
    if (there !== null && there !== codingId)
      throw new Conflict('codings.alreadyCoded', { code: code.name });
    await w.update('coding', codingId, { code_id: code.id });
    w.about(codingId, { code: code.name, before: coding.code, source: coding.source });
    return { ...coding, newCodeId: code.id };
  });
}

/**
 * Marks a coding for the report, or takes the mark away.
 * @throws NotFound `codings.noCoding`
 */
export async function markForReport(
  ctx: Ctx,
  codingId: number,
  isFor: boolean,
): Promise<Done<Found>> {
  const kind = isFor ? 'coding.forReport' : 'coding.notForReport';
  return change(ctx, { kind, entity: 'coding' }, async (w) => {
    const coding = await codingOf(ctx, w, codingId);
    await w.update('coding', codingId, { for_report: isFor ? 1 : 0 });
    w.about(codingId, { code: coding.code, source: coding.source });
    return coding;
  });
}
