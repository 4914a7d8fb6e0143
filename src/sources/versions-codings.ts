import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import type { Move } from '../domain/text/placing.ts';
import type { Span } from '../domain/text/span.ts';
import { sha256, type ChangeWriter } from '../history/index.ts';
import type { Fate } from './versions-fates.ts';

/** The text that the codings stand in so far. */
interface Before {
  id: number;
  version: number;
}

/** Moves every coding, and keeps as lost those that have no place. A memo on a lost one is then on its source. */
export async function carryCodings(
  ctx: Ctx,
  w: ChangeWriter,
  source: Before,
  text: string,
  fates: readonly Fate[],
  moves: readonly Move[],
): Promise<void> {
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  for (const fate of fates) if (fate.carried.state === 'lost') await lose(ctx, w, source, fate);
  for (const { id, to } of moves) {
    const fate = byId.get(id);
    if (!fate) continue;
    const { start, end, was, carried } = fate;
    if (carried.state === 'kept') {
      await w.update('coding', id, to);
      continue;
    }
    const quote_sha256 = sha256(text.slice(to.start, to.end));
    const readsAgain = was !== null && (await hashIn(w.trx, source.id, was)) === quote_sha256;
    const seen = readsAgain ? null : (was ?? { version: source.version, start, end });
    await w.update('coding', id, {
      ...to,
      quote_sha256,
      was_version: seen?.version ?? null,
      was_start: seen?.start ?? null,
      was_end: seen?.end ?? null,
    });
  }
}

async function lose(ctx: Ctx, w: ChangeWriter, source: Before, fate: Fate): Promise<void> {
  const coding = await w.trx
    .selectFrom('coding')
    .select(['guid', 'project_id', 'quote_sha256', 'created_at', 'for_report', 'is_example'])
    .where('id', '=', fate.id)
    .executeTakeFirstOrThrow();
  // What someone last saw under the code, which is not what it came to cover in between.
  const seen = fate.was ?? { version: source.version, start: fate.start, end: fate.end };
  const lost = await w.insert('lost_coding', {
    ...coding,
    quote_sha256:
      fate.was === null ? coding.quote_sha256 : await hashIn(w.trx, source.id, fate.was),
    source_id: source.id,
    code_id: fate.codeId,
    coder_id: fate.coderId,
    version: seen.version,
    start: seen.start,
    end: seen.end,
    lost_at: ctx.now(),
  });
  for (const memo of await memosOf(w, 'coding_id', fate.id))
    await w.update('memo', memo, { coding_id: null, source_id: source.id, lost_coding_id: lost });
  await w.remove('coding', fate.id);
}

async function hashIn(
  trx: Trx,
  sourceId: number,
  { version, start, end }: Span & { version: number },
): Promise<string> {
  const { text } = await trx
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', sourceId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return sha256(text.slice(start, end));
}

/** Ids of the memos on a coding, or on one that is lost. */
export async function memosOf(
  w: ChangeWriter,
  column: 'coding_id' | 'lost_coding_id',
  id: number,
): Promise<number[]> {
  const rows = await w.trx.selectFrom('memo').select('id').where(column, '=', id).execute();
  return rows.map((row) => row.id);
}
