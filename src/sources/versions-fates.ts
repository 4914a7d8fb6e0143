import type { Db, Trx } from '../../db/schema.ts';
import type { Carried } from '../domain/text/carry.ts';
import { orderOfMoves, type Move } from '../domain/text/placing.ts';
import type { Span } from '../domain/text/span.ts';

/** A coding where it stands, and where it stood when its words last read as they were coded. */
export interface Standing extends Span {
  id: number;
  codeId: number;
  coderId: number;
  was: (Span & { version: number }) | null;
}

/** Every coding of a source by place; a source has a size limit, and with it they have. */
export async function standingIn(trx: Db | Trx, sourceId: number): Promise<Standing[]> {
  const rows = await trx
    .selectFrom('coding')
    .select(['id', 'code_id', 'coder_id', 'start', 'end', 'was_version', 'was_start', 'was_end'])
    .where('source_id', '=', sourceId)
    .orderBy('start')
    .orderBy('end')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    codeId: row.code_id,
    coderId: row.coder_id,
    start: row.start,
    end: row.end,
    was:
      row.was_version === null || row.was_start === null || row.was_end === null
        ? null
        : { version: row.was_version, start: row.was_start, end: row.was_end },
  }));
}

/** Where a coding goes when its text changes. */
export interface Fate extends Standing {
  carried: Carried;
}

/**
 * What becomes of each coding. One that would stand on the very words of another by the same coder with the same code has
 * no place left, and counts as lost.
 */
export function fatesOf(
  codings: readonly Standing[],
  carry: (passage: Span) => Carried,
): { fates: Fate[]; moves: Move[] } {
  const fates = codings.map((coding) => ({ ...coding, carried: carry(coding) }));
  const { moves, taken } = orderOfMoves(
    fates.flatMap(({ carried, id, codeId, coderId, start, end }) =>
      carried.state === 'lost'
        ? []
        : [{ id, kind: `${codeId} ${coderId}`, from: { start, end }, to: carried.span }],
    ),
  );
  const without = new Set(taken.map(({ id }) => id));
  return {
    moves,
    fates: fates.map((fate) =>
      without.has(fate.id) ? { ...fate, carried: { state: 'lost' as const } } : fate,
    ),
  };
}

/** What became of the codings when their text changed. */
export interface Tally {
  kept: number;
  changed: number;
  lost: number;
}

/** What is carried over, counted. */
export function tallyOf(fates: readonly Fate[]): Tally {
  const tally = { kept: 0, changed: 0, lost: 0 };
  for (const { carried } of fates) tally[carried.state] += 1;
  return tally;
}
