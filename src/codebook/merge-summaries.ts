import type { Db, Trx } from '../../db/schema.ts';
import { joinSummaries, type Joinable } from '../domain/framework/join.ts';
import type { ChangeWriter } from '../history/index.ts';

/** The summaries of the framework grid under a code. */
export async function summariesOn(db: Db | Trx, codeId: number): Promise<Joinable[]> {
  return db
    .selectFrom('framework_summary')
    .select(['id', 'respondent_id as cell', 'body', 'seen_at as seenAt'])
    .where('code_id', '=', codeId)
    .orderBy('id')
    .execute();
}

/** Summaries under a code that goes stand under the one it becomes. */
export async function joinSummariesOf(w: ChangeWriter, from: number, into: number): Promise<void> {
  const { moved, joined } = joinSummaries(
    await summariesOn(w.trx, from),
    await summariesOn(w.trx, into),
  );
  for (const { id, gone, body, seenAt } of joined) {
    await w.update('framework_summary', id, { body, seen_at: seenAt });
    await w.remove('framework_summary', gone);
  }
  await w.updateMany('framework_summary', moved, { code_id: into });
}
