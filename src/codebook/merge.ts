import type { Ctx } from '../deps.ts';
import { childrenOf, nextPosition } from '../domain/codetree/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { markedAmong, memosOnCodings, mergePlan, type MergePlan } from './merge-plan.ts';
import { joinSummariesOf } from './merge-summaries.ts';
import { joinSets } from './sets.ts';

/** What merging one code into another does. */
export interface Merging {
  /** Codings that go over to the other code, or to a sub-code of it. */
  codings: number;
  /** Codings by a coder who gave that very passage the other code too: the two become one. */
  same: number;
  /** Sub-codes that stand under the other code, or a sub-code of it, with all below them. */
  subCodes: number;
  /** Sub-codes that are merged into one of the same name. */
  joined: number;
  /** Memos on the codes themselves. */
  memos: number;
  /** Summaries of what respondents say under them. */
  summaries: number;
}

/** What merging would do, with the sub-codes that are merged along. */
export interface MergePreview extends Merging {
  twins: { path: string; into: string }[];
}

/**
 * What merging would do; changes nothing.
 * @throws as `mergeCode`
 */
export async function previewMerge(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  codeId: number,
  intoId: number,
): Promise<MergePreview> {
  const plan = await mergePlan(ctx.db, ctx.projectId, codeId, intoId);
  const along = plan.twins.slice(1);
  const twins = along.map(({ gone, kept }) => ({ path: gone.path, into: kept.path }));
  return { ...counted(plan), twins };
}

/**
 * Merges a code into another, as one change: its codings, memos and sub-codes go over, and it is gone. A sub-code whose name
 * one of the other's sub-codes has is merged into that one in the same way, to any depth. Where a coder gave one passage
 * both codes, one coding is left with the memos and the marks of both. What the other code lacks of a rule and a key it takes over; where
 * both have a rule, the one that goes is added to the other's, so that no word is lost.
 * @throws as `mergePlan`
 */
export async function mergeCode(ctx: Ctx, codeId: number, intoId: number): Promise<Done<Merging>> {
  return change(ctx, { kind: 'code.merged', entity: 'code' }, async (w) => {
    const plan = await mergePlan(w.trx, ctx.projectId, codeId, intoId);
    await joinCodingMemos(ctx, w, plan);
    await joinMarks(w, plan);
    await w.removeMany(
      'coding',
      plan.pairs.map(({ gone }) => gone),
    );
    for (const [into, ids] of byTarget(plan.moving))
      await w.updateMany('coding', ids, { code_id: into });
    for (const [into, ids] of byTarget(plan.lost))
      await w.updateMany('lost_coding', ids, { code_id: into });
    for (const [into, ids] of byTarget(plan.memos))
      await w.updateMany('memo', ids, { code_id: into });
    for (const { gone, kept } of plan.twins) {
      await joinTies(w, gone.id, kept.id);
      await joinSets(w, gone.id, kept.id);
      await joinSummariesOf(w, gone.id, kept.id);
    }
    await moveOver(w, plan);
    // Deeper ones first: a code goes before the one it stands under, and the code that was named goes last.
    for (const { gone } of plan.twins.toReversed()) await w.remove('code', gone.id);
    for (const { id, rule } of plan.rules) await w.update('code', id, rule);
    const merging = counted(plan);
    const [{ gone, kept }] = plan.twins as [MergePlan['twins'][number]];
    w.about(kept.id, { name: gone.name, into: kept.name, ...merging });
    return merging;
  });
}

const counted = ({ moving, pairs, movers, twins, memos, summaries }: MergePlan): Merging => ({
  codings: moving.length,
  same: pairs.length,
  subCodes: movers.length,
  joined: twins.length - 1,
  memos: memos.length,
  summaries,
});

function byTarget(rows: readonly { id: number; into: number }[]): Map<number, number[]> {
  const ids = new Map<number, number[]>();
  for (const { id, into } of rows) {
    const known = ids.get(into);
    if (known) known.push(id);
    else ids.set(into, [id]);
  }
  return ids;
}

/** Sub-codes without a namesake come after those that stand there. */
async function moveOver(w: ChangeWriter, { codes, twins, movers }: MergePlan): Promise<void> {
  const from = twins[0]?.gone;
  // A sub-code may have the name of the code that goes; for a moment both stand at one place.
  if (from && movers.length > 0)
    await w.update('code', from.id, { name_fold: `\u0000${from.guid}` });
  const next = new Map<number, number>();
  for (const { code, under } of movers) {
    const position = next.get(under.id) ?? nextPosition(childrenOf(codes, under.id));
    next.set(under.id, position + 1);
    await w.update('code', code.id, { parent_id: under.id, position });
  }
}

/** Memos of a coding that goes stand on the one it becomes; two by one author become one text. */
async function joinCodingMemos(ctx: Ctx, w: ChangeWriter, { pairs }: MergePlan): Promise<void> {
  const keptOf = new Map(pairs.map(({ gone, kept }) => [gone, kept]));
  const memos = await memosOnCodings(w.trx, [...keptOf.keys(), ...keptOf.values()]);
  for (const memo of memos) {
    const kept = keptOf.get(memo.coding_id ?? 0);
    if (kept === undefined) continue;
    const own = memos.find((one) => one.coding_id === kept && one.author_id === memo.author_id);
    if (own === undefined) await w.update('memo', memo.id, { coding_id: kept });
    else {
      own.body = `${own.body}\n\n${memo.body}`;
      await w.update('memo', own.id, { body: own.body, updated_at: ctx.now() });
      await w.remove('memo', memo.id);
    }
  }
}

/** A coding that is left is for the report, or an example, when the one that goes was. */
async function joinMarks(w: ChangeWriter, { pairs }: MergePlan): Promise<void> {
  const keptOf = new Map(pairs.map(({ gone, kept }) => [gone, kept]));
  for (const mark of ['for_report', 'is_example'] as const) {
    const marked = await markedAmong(w.trx, [...keptOf.keys()], mark);
    const kept = marked.flatMap((id) => keptOf.get(id) ?? []);
    if (kept.length > 0) await w.updateMany('coding', [...new Set(kept)], { [mark]: 1 });
  }
}

/** The questions that ask about either code ask about the one that is left. */
async function joinTies(w: ChangeWriter, from: number, into: number): Promise<void> {
  const ties = await w.trx
    .selectFrom('code_question')
    .select(['id', 'code_id', 'question_guid'])
    .where('code_id', 'in', [from, into])
    .execute();
  const there = new Set(ties.filter((tie) => tie.code_id === into).map((tie) => tie.question_guid));
  for (const { id, code_id: code, question_guid: guid } of ties) {
    if (code !== from) continue;
    if (there.has(guid)) await w.remove('code_question', id);
    else await w.update('code_question', id, { code_id: into });
  }
}
