import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { childrenOf, descendantsOf, namesake, nextPosition } from '../domain/codetree/index.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { joinSummariesOf, summariesOn } from './merge-summaries.ts';
import { codesIn, type CodeRow } from './queries.ts';
import { TEXT_LIMIT } from './rules.ts';

/** What merging one code into another does; also what its preview says. */
export interface Merging {
  /** Codings that go over to the other code. */
  codings: number;
  /** Codings by a coder who gave that very passage the other code too: the two become one. */
  same: number;
  subCodes: number;
  /** Memos on the code itself. */
  memos: number;
  /** Summaries of what respondents say under it. */
  summaries: number;
}

interface Coding {
  id: number;
  code_id: number;
  place: string;
}

interface Plan {
  from: CodeRow;
  into: CodeRow;
  moving: number[];
  /** A coding that goes, and the one it becomes. */
  pairs: { gone: number; kept: number }[];
  /** Codings whose words are gone from their text. */
  lost: number[];
  children: CodeRow[];
  memos: number[];
  summaries: number;
  rule: ReturnType<typeof joinedRule>;
}

/**
 * What merging would do; changes nothing.
 * @throws as `mergeCode`
 */
export async function previewMerge(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  codeId: number,
  intoId: number,
): Promise<Merging> {
  return counted(await planOf(ctx.db, ctx.projectId, codeId, intoId));
}

/**
 * Merges a code into another, as one change: its codings, memos and sub-codes go over, and it is gone. Where a coder gave
 * one passage both codes, one coding is left with the memos of both. What the other code lacks of a rule and a key it
 * takes over; where both have a rule, the one that goes is added to the other's, so that no word is lost.
 * @throws NotFound `codebook.noCode`; Conflict `codebook.mergeItself`, `mergeBelow`, `mergeStructure`, `mergeNames`,
 *   `mergeLong` when the two rules are too long for one
 */
export async function mergeCode(ctx: Ctx, codeId: number, intoId: number): Promise<Done<Merging>> {
  return change(ctx, { kind: 'code.merged', entity: 'code' }, async (w) => {
    const plan = await planOf(w.trx, ctx.projectId, codeId, intoId);
    const { from, into } = plan;
    await joinCodingMemos(ctx, w, plan);
    await w.removeMany(
      'coding',
      plan.pairs.map(({ gone }) => gone),
    );
    await w.updateMany('coding', plan.moving, { code_id: into.id });
    await w.updateMany('lost_coding', plan.lost, { code_id: into.id });
    await w.updateMany('memo', plan.memos, { code_id: into.id });
    await joinTies(w, from.id, into.id);
    await joinSummariesOf(w, from.id, into.id);
    // A sub-code may have the name of the code that goes; for a moment both stand at one place.
    if (plan.children.length > 0)
      await w.update('code', from.id, { name_fold: `\u0000${from.guid}` });
    const codes = await codesIn(w.trx, ctx.projectId);
    let position = nextPosition(childrenOf(codes, into.id));
    for (const child of plan.children)
      await w.update('code', child.id, { parent_id: into.id, position: position++ });
    await w.remove('code', from.id);
    await w.update('code', into.id, plan.rule);
    const merging = counted(plan);
    w.about(into.id, { name: from.name, into: into.name, ...merging });
    return merging;
  });
}

const counted = ({ moving, pairs, children, memos, summaries }: Plan): Merging => ({
  codings: moving.length,
  same: pairs.length,
  subCodes: children.length,
  memos: memos.length,
  summaries,
});

async function planOf(
  db: Db | Trx,
  projectId: number,
  codeId: number,
  intoId: number,
): Promise<Plan> {
  const codes = await codesIn(db, projectId);
  const from = codes.find((code) => code.id === codeId);
  const into = codes.find((code) => code.id === intoId);
  if (!from || !into) throw new NotFound('codebook.noCode');
  const names = { name: from.name, into: into.name };
  if (from.id === into.id) throw new Conflict('codebook.mergeItself', names, 'into');
  if (descendantsOf(codes, from.id).includes(into.id))
    throw new Conflict('codebook.mergeBelow', names, 'into');
  const children = childrenOf(codes, from.id);
  for (const child of children) {
    const twin = namesake(codes, into.id, child.name, from.id);
    if (twin) throw new Conflict('codebook.mergeNames', { ...names, child: twin.name }, 'into');
  }
  const codings = await codingsOf(db, [from.id, into.id]);
  const there = new Map(
    codings.filter((one) => one.code_id === into.id).map((one) => [one.place, one.id]),
  );
  const going = codings.filter((one) => one.code_id === from.id);
  if (!into.isCodable && going.length > 0)
    throw new Conflict('codebook.mergeStructure', names, 'into');
  return {
    from,
    into,
    children,
    rule: joinedRule(from, into),
    moving: going.filter((one) => !there.has(one.place)).map(({ id }) => id),
    pairs: going.flatMap(({ id, place }) => {
      const kept = there.get(place);
      return kept === undefined ? [] : [{ gone: id, kept }];
    }),
    lost: await lostWith(db, from.id),
    memos: await memosOn(db, 'code_id', [from.id]).then((rows) => rows.map(({ id }) => id)),
    summaries: (await summariesOn(db, from.id)).length,
  };
}

async function codingsOf(db: Db | Trx, codeIds: readonly number[]): Promise<Coding[]> {
  const rows = await db
    .selectFrom('coding')
    .select(['id', 'code_id', 'source_id', 'coder_id', 'start', 'end'])
    .where('code_id', 'in', codeIds)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code_id: row.code_id,
    place: `${row.source_id} ${row.coder_id} ${row.start} ${row.end}`,
  }));
}

async function lostWith(db: Db | Trx, codeId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('lost_coding')
    .select('id')
    .where('code_id', '=', codeId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids asked for at once, below SQLite's limit of bound values. */
const BATCH = 500;

async function memosOn(db: Db | Trx, column: 'code_id' | 'coding_id', ids: readonly number[]) {
  const found = [];
  for (let at = 0; at < ids.length; at += BATCH)
    found.push(
      ...(await db
        .selectFrom('memo')
        .select(['id', 'coding_id', 'author_id', 'body'])
        .where(column, 'in', ids.slice(at, at + BATCH))
        .orderBy('id')
        .execute()),
    );
  return found;
}

/** Memos of a coding that goes stand on the one it becomes; two by one author become one text. */
async function joinCodingMemos(ctx: Ctx, w: ChangeWriter, { pairs }: Plan): Promise<void> {
  const keptOf = new Map(pairs.map(({ gone, kept }) => [gone, kept]));
  const memos = await memosOn(w.trx, 'coding_id', [...keptOf.keys(), ...keptOf.values()]);
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

/** The other code's rule with that of the one that goes. */
function joinedRule(from: CodeRow, into: CodeRow) {
  const both = (ours: string, theirs: string): string => {
    if (theirs === '' || ours.includes(theirs)) return ours;
    const joined = ours === '' ? theirs : `${ours}\n\n${theirs}`;
    if (joined.length > TEXT_LIMIT)
      throw new Conflict('codebook.mergeLong', { name: from.name, into: into.name }, 'into');
    return joined;
  };
  return {
    definition: both(into.definition, from.definition),
    use_when: both(into.useWhen, from.useWhen),
    not_when: both(into.notWhen, from.notWhen),
    example: both(into.example, from.example),
    key: into.key ?? from.key,
  };
}
