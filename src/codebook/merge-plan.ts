import type { Db, Trx } from '../../db/schema.ts';
import { descendantsOf, joiningOf, type Joining, type Twin } from '../domain/codetree/index.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { summariesOn } from './merge-summaries.ts';
import { codesIn, type CodeRow } from './queries.ts';
import { TEXT_LIMIT } from './rules.ts';

/** What is to be done to merge one code into another, looked at before anything is. */
export interface MergePlan extends Joining<CodeRow> {
  codes: readonly CodeRow[];
  /** Codings that go over to the code that theirs becomes. */
  moving: { id: number; into: number }[];
  /** A coding that goes, and the one it becomes. */
  pairs: { gone: number; kept: number }[];
  /** Codings whose words are gone from their text. */
  lost: { id: number; into: number }[];
  /** Memos on codes. */
  memos: { id: number; into: number }[];
  /** How many summaries of the framework grid stand under codes that go. */
  summaries: number;
  /** What is left of each pair has this rule. */
  rules: { id: number; rule: ReturnType<typeof joinedRule> }[];
}

/**
 * @throws NotFound `codebook.noCode`; Conflict `codebook.mergeItself`, `mergeBelow`, `mergeStructure`, `mergeLong` when
 *   the two rules are too long for one
 */
export async function mergePlan(
  db: Db | Trx,
  projectId: number,
  codeId: number,
  intoId: number,
): Promise<MergePlan> {
  const codes = await codesIn(db, projectId);
  const from = codes.find((code) => code.id === codeId);
  const into = codes.find((code) => code.id === intoId);
  if (!from || !into) throw new NotFound('codebook.noCode');
  const names = { name: from.name, into: into.name };
  if (from.id === into.id) throw new Conflict('codebook.mergeItself', names, 'into');
  if (descendantsOf(codes, from.id).includes(into.id))
    throw new Conflict('codebook.mergeBelow', names, 'into');
  const joining = joiningOf(codes, from, into);
  const keptOf = new Map(joining.twins.map(({ gone, kept }) => [gone.id, kept.id]));
  const overTo = <R extends { id: number; code_id: number | null }>(rows: readonly R[]) =>
    rows.map((row) => ({ id: row.id, into: keptOf.get(row.code_id ?? 0) ?? 0 }));
  const gone = [...keptOf.keys()];
  return {
    codes,
    ...joining,
    ...(await codingsOver(db, joining.twins, keptOf)),
    rules: joining.twins.map((twin) => ({ id: twin.kept.id, rule: joinedRule(twin) })),
    lost: overTo(await rowsWith(db, 'lost_coding', gone)),
    memos: overTo(await rowsWith(db, 'memo', gone)),
    summaries: await countSummaries(db, gone),
  };
}

/** What becomes of the codings: one of a coder who gave the very passage both codes becomes the other. */
async function codingsOver(
  db: Db | Trx,
  twins: readonly Twin<CodeRow>[],
  keptOf: ReadonlyMap<number, number>,
): Promise<Pick<MergePlan, 'moving' | 'pairs'>> {
  const codings = await codingsOf(db, [...keptOf.keys(), ...keptOf.values()]);
  const placeOf = (one: Coding, code: number) => `${code} ${one.place}`;
  const there = new Map(
    codings.flatMap((one) => (keptOf.has(one.codeId) ? [] : [[placeOf(one, one.codeId), one.id]])),
  );
  const [moving, pairs]: [MergePlan['moving'], MergePlan['pairs']] = [[], []];
  const holding = new Set<number>();
  for (const one of codings) {
    const into = keptOf.get(one.codeId);
    if (into === undefined) continue;
    holding.add(one.codeId);
    const kept = there.get(placeOf(one, into));
    if (kept === undefined) moving.push({ id: one.id, into });
    else pairs.push({ gone: one.id, kept });
  }
  const barred = twins.find(({ gone, kept }) => !kept.isCodable && holding.has(gone.id));
  if (barred) throw new Conflict('codebook.mergeStructure', namesOf(barred), 'into');
  return { moving, pairs };
}

interface Coding {
  id: number;
  codeId: number;
  /** Text, coder and passage. */
  place: string;
}

/** Ids asked for at once, below SQLite's limit of bound values. */
const BATCH = 500;

async function codingsOf(db: Db | Trx, codeIds: readonly number[]): Promise<Coding[]> {
  const found: Coding[] = [];
  for (let at = 0; at < codeIds.length; at += BATCH) {
    const rows = await db
      .selectFrom('coding')
      .select(['id', 'code_id', 'source_id', 'coder_id', 'start', 'end'])
      .where('code_id', 'in', codeIds.slice(at, at + BATCH))
      .orderBy('id')
      .execute();
    for (const { id, code_id: codeId, source_id: source, coder_id: coder, start, end } of rows)
      found.push({ id, codeId, place: `${source} ${coder} ${start} ${end}` });
  }
  return found;
}

async function rowsWith(db: Db | Trx, table: 'lost_coding' | 'memo', codeIds: readonly number[]) {
  const found: { id: number; code_id: number | null }[] = [];
  for (let at = 0; at < codeIds.length; at += BATCH)
    found.push(
      ...(await db
        // Kysely cannot take two tables at once; both have these columns.
        .selectFrom(table as 'memo')
        .select(['id', 'code_id'])
        .where('code_id', 'in', codeIds.slice(at, at + BATCH))
        .orderBy('id')
        .execute()),
    );
  return found;
}

async function countSummaries(db: Db | Trx, codeIds: readonly number[]): Promise<number> {
  let count = 0;
  for (const id of codeIds) count += (await summariesOn(db, id)).length;
  return count;
}

/** Memos on codings. */
export async function memosOnCodings(db: Db | Trx, codingIds: readonly number[]) {
  const found = [];
  for (let at = 0; at < codingIds.length; at += BATCH)
    found.push(
      ...(await db
        .selectFrom('memo')
        .select(['id', 'coding_id', 'author_id', 'body'])
        .where('coding_id', 'in', codingIds.slice(at, at + BATCH))
        .orderBy('id')
        .execute()),
    );
  return found;
}

/** Those of some codings that bear a mark. */
export async function markedAmong(
  db: Db | Trx,
  codingIds: readonly number[],
  mark: 'for_report' | 'is_example',
): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < codingIds.length; at += BATCH) {
    const rows = await db
      .selectFrom('coding')
      .select('id')
      .where('id', 'in', codingIds.slice(at, at + BATCH))
      .where(mark, '=', 1)
      .execute();
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** As a person tells the two apart: by their paths, where both have one name. */
const namesOf = ({ gone, kept }: Twin<CodeRow>) =>
  gone.name === kept.name
    ? { name: gone.path, into: kept.path }
    : { name: gone.name, into: kept.name };

/** The rule of the code that is left, with that of the one that goes. */
function joinedRule(twin: Twin<CodeRow>) {
  const { gone, kept } = twin;
  const both = (ours: string, theirs: string): string => {
    if (theirs === '' || ours.includes(theirs)) return ours;
    const joined = ours === '' ? theirs : `${ours}\n\n${theirs}`;
    if (joined.length > TEXT_LIMIT) throw new Conflict('codebook.mergeLong', namesOf(twin), 'into');
    return joined;
  };
  return {
    definition: both(kept.definition, gone.definition),
    use_when: both(kept.useWhen, gone.useWhen),
    not_when: both(kept.notWhen, gone.notWhen),
    example: both(kept.example, gone.example),
    key: kept.key ?? gone.key,
  };
}
