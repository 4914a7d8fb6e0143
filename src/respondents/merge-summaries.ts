import { joinSummaries, type Joinable } from '../domain/framework/join.ts';
import type { ChangeWriter } from '../history/index.ts';

async function summariesOf(w: ChangeWriter, respondentId: number): Promise<Joinable[]> {
  return w.trx
    .selectFrom('framework_summary')
    .select(['id', 'code_id as cell', 'body', 'seen_at as seenAt'])
    .where('respondent_id', '=', respondentId)
    .orderBy('id')
    .execute();
}

/** Summaries of the framework grid follow to the respondent that stays; two under one code become one text. */
export async function moveSummaries(w: ChangeWriter, id: number, other: number): Promise<void> {
  const { moved, joined } = joinSummaries(await summariesOf(w, other), await summariesOf(w, id));
  for (const { id: row, gone, body, seenAt } of joined) {
    await w.update('framework_summary', row, { body, seen_at: seenAt });
    await w.remove('framework_summary', gone);
  }
  await w.updateMany('framework_summary', moved, { respondent_id: id });
}
