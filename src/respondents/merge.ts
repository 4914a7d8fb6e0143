import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { changeableOf } from './identity.ts';
import { moveSummaries } from './merge-summaries.ts';
import { getRespondent } from './queries.ts';

/** What two respondents may say differently of themselves; a variable is named by its id. */
export const MERGED_FACTS = ['people', 'group', 'region', 'role', 'organisation'] as const;
export type MergedFact = (typeof MERGED_FACTS)[number] | 'identity' | number;

/** Whose fact is kept where both have one and they differ; the one that stays unless said otherwise. */
export type Choices = ReadonlyMap<MergedFact, 'this' | 'other'>;

export interface MergeInput {
  /** The respondent that is merged into the other and is no more afterwards. */
  other: number;
  choices: Choices;
  /** Revisions of both as the person saw them. */
  seen: { this: number; other: number };
}

type One = Awaited<ReturnType<typeof facts>>;

/** One respondent's row with the names and values that can be chosen between. */
async function facts(w: ChangeWriter, id: number) {
  const respondent = await w.trx
    .selectFrom('respondent')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const values = await w.trx
    .selectFrom('respondent_value')
    .select(['id', 'variable_id', 'value'])
    .where('respondent_id', '=', id)
    .execute();
  const identity = await w.trx
    .selectFrom('respondent_identity')
    .select('id')
    .where('respondent_id', '=', id)
    .executeTakeFirst();
  return { respondent, values, identity: identity?.id ?? null };
}

/**
 * Makes two respondents one, as one change: interviews, what they say in sources, memos, summaries and values follow to the
 * one that stays; where both took part in an interview, one of them does afterwards. The reference that goes is remembered, so that
 * an import that names it finds the one that stays.
 * @throws Invalid `respondents.mergeSelf`
 * @throws Conflict `respondents.erased`, `history.stale` when someone changed one of the two since
 */
export async function mergeRespondents(
  ctx: Ctx,
  id: number,
  { other, choices, seen }: MergeInput,
): Promise<Done<void>> {
  return change(ctx, { kind: 'respondents.merged', entity: 'respondent' }, async (w) => {
    const kept = await changeableOf(w.trx, ctx, id);
    const gone = await changeableOf(w.trx, ctx, other);
    if (id === other) throw new Invalid('respondents.mergeSelf', {}, 'with');
    const [mine, theirs] = [await facts(w, id), await facts(w, other)];
    if (mine.respondent.revision !== seen.this || theirs.respondent.revision !== seen.other)
      throw new Conflict('history.stale');
    await moveSeats(w, id, other);
    for (const table of ['speaker', 'memo', 'respondent_alias'] as const)
      for (const row of await idsOf(w, table, other))
        await w.update(table, row, { respondent_id: id });
    await moveSummaries(w, id, other);
    await mergeValues(w, id, mine, theirs, choices);
    await mergeIdentity(w, id, mine, theirs, choices);
    await w.update('respondent', id, mergedRow(mine, theirs, choices));
    await w.remove('respondent', other);
    await w.insert('respondent_alias', {
      project_id: ctx.projectId,
      respondent_id: id,
      reference: gone.reference,
    });
    w.about(id, { reference: kept.reference, other: gone.reference });
  });
}

async function idsOf(
  w: ChangeWriter,
  table: 'speaker' | 'memo' | 'respondent_alias',
  respondentId: number,
): Promise<number[]> {
  const rows = await w.trx
    .selectFrom(table)
    .select('id')
    .where('respondent_id', '=', respondentId)
    .execute();
  return rows.map((row) => row.id);
}

/** Their places in interviews; where both took part, the one that stays keeps its own. */
async function moveSeats(w: ChangeWriter, id: number, other: number): Promise<void> {
  const seats = (respondentId: number) =>
    w.trx
      .selectFrom('interview_respondent')
      .select(['id', 'interview_id'])
      .where('respondent_id', '=', respondentId)
      .execute();
  const taken = new Set((await seats(id)).map((seat) => seat.interview_id));
  for (const seat of await seats(other))
    if (taken.has(seat.interview_id)) await w.remove('interview_respondent', seat.id);
    else await w.update('interview_respondent', seat.id, { respondent_id: id });
}

const isOthers = (choices: Choices, fact: MergedFact, mine: unknown): boolean =>
  mine === null || mine === '' || choices.get(fact) === 'other';

async function mergeValues(
  w: ChangeWriter,
  id: number,
  mine: One,
  theirs: One,
  choices: Choices,
): Promise<void> {
  const own = new Map(mine.values.map((row) => [row.variable_id, row]));
  for (const { id: row, variable_id, value } of theirs.values) {
    const known = own.get(variable_id);
    if (known === undefined) await w.update('respondent_value', row, { respondent_id: id });
    else {
      await w.remove('respondent_value', row);
      if (choices.get(variable_id) === 'other')
        await w.update('respondent_value', known.id, { value });
    }
  }
}

async function mergeIdentity(
  w: ChangeWriter,
  id: number,
  mine: One,
  theirs: One,
  choices: Choices,
): Promise<void> {
  if (theirs.identity === null) return;
  if (mine.identity !== null && choices.get('identity') !== 'other')
    return w.remove('respondent_identity', theirs.identity);
  if (mine.identity !== null) await w.remove('respondent_identity', mine.identity);
  await w.update('respondent_identity', theirs.identity, { respondent_id: id });
}

function mergedRow({ respondent: mine }: One, { respondent: theirs }: One, choices: Choices) {
  const of = <K extends 'group_id' | 'region_id' | 'role' | 'organisation'>(
    column: K,
    fact: MergedFact,
  ) => (isOthers(choices, fact, mine[column]) ? theirs[column] : mine[column]);
  const people = choices.get('people') === 'other' ? theirs : mine;
  return {
    kind: people.kind,
    head_count: people.head_count,
    group_id: of('group_id', 'group'),
    region_id: of('region_id', 'region'),
    role: of('role', 'role'),
    organisation: of('organisation', 'organisation'),
  };
}

/** Two values of one fact, as the page shows them; identities are told apart by the reference only. */
export interface MergeQuestion {
  fact: MergedFact;
  /** The variable's name; '' for what every respondent has. */
  variable: string;
  this: string;
  other: string;
}

/** What a merge of the two has to ask: facts that both have and that differ. */
export async function mergeQuestions(ctx: Ctx, id: number, other: number) {
  const [mine, theirs] = [await getRespondent(ctx, id), await getRespondent(ctx, other)];
  const [a, b] = [mine.respondent, theirs.respondent];
  const people = (one: typeof a) => (one.kind === 'group' ? String(one.head_count) : '');
  const questions: MergeQuestion[] = [
    { fact: 'people', variable: '', this: people(a), other: people(b) },
    { fact: 'group', variable: '', this: a.group_name ?? '', other: b.group_name ?? '' },
    { fact: 'region', variable: '', this: a.region_name ?? '', other: b.region_name ?? '' },
    { fact: 'role', variable: '', this: a.role, other: b.role },
    { fact: 'organisation', variable: '', this: a.organisation, other: b.organisation },
    ...mine.variables.map(({ id: variable, name, value }) => ({
      fact: variable,
      variable: name,
      this: value,
      other: theirs.variables.find((one) => one.id === variable)?.value ?? '',
    })),
  ];
  const differs = (one: MergeQuestion) =>
    one.this !== one.other && (one.fact === 'people' || (one.this !== '' && one.other !== ''));
  const identities = await ctx.db
    .selectFrom('respondent_identity')
    .select('id')
    .where('respondent_id', 'in', [id, other])
    .execute();
  return {
    this: mine,
    other: theirs,
    questions: questions.filter(differs),
    bothHaveIdentity: identities.length === 2,
  };
}
