import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { freeReference } from './commands.ts';
import { changeableOf } from './identity.ts';

export interface SplitInput {
  /** Interviews that go to the new respondent. */
  interviews: readonly number[];
  /** Of the new one; empty: the next free one. One that this respondent was merged with may be given back. */
  reference: string;
}

/**
 * Makes two respondents of one, as one change: some interviews, and what is said in their sources, go to a new one with
 * the same facts. Name, contact and memos stay with the respondent there was.
 * @throws Invalid `respondents.splitNone`, `respondents.splitAll`, `respondents.referenceTaken`
 * @throws Conflict `respondents.erased`
 */
export async function splitRespondent(
  ctx: Ctx,
  id: number,
  input: SplitInput,
): Promise<Done<{ id: number }>> {
  return change(ctx, { kind: 'respondent.split', entity: 'respondent' }, async (w) => {
    const { reference } = await changeableOf(w.trx, ctx, id);
    const seats = await w.trx
      .selectFrom('interview_respondent')
      .select(['id', 'interview_id'])
      .where('respondent_id', '=', id)
      .execute();
    const moving = seats.filter((seat) => input.interviews.includes(seat.interview_id));
    if (moving.length === 0) throw new Invalid('respondents.splitNone', {}, 'interview');
    if (moving.length === seats.length) throw new Invalid('respondents.splitAll', {}, 'interview');
    const made = await addTwin(w, ctx, id, input.reference);
    for (const seat of moving)
      await w.update('interview_respondent', seat.id, { respondent_id: made.id });
    const interviews = moving.map((seat) => seat.interview_id);
    await moveSpeakers(w, id, made.id, interviews);
    await loosenFollowUps(
      w,
      seats.map((seat) => seat.interview_id),
    );
    w.about(id, { reference, other: made.reference, n: moving.length });
    return { id: made.id };
  });
}

/** A respondent with the facts of another. */
async function addTwin(
  w: ChangeWriter,
  ctx: Ctx,
  id: number,
  wanted: string,
): Promise<{ id: number; reference: string }> {
  const alias = await w.trx
    .selectFrom('respondent_alias')
    .select('id')
    .where('respondent_id', '=', id)
    .where('reference', '=', wanted.trim())
    .executeTakeFirst();
  if (alias) await w.remove('respondent_alias', alias.id);
  const reference = await freeReference(w.trx, ctx, wanted);
  const facts = await w.trx
    .selectFrom('respondent')
    .select(['kind', 'head_count', 'group_id', 'region_id', 'role', 'organisation'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const made = await w.insert('respondent', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    reference,
    ...facts,
    revision: 1,
    created_at: ctx.now(),
  });
  const values = await w.trx
    .selectFrom('respondent_value')
    .select(['variable_id', 'value'])
    .where('respondent_id', '=', id)
    .execute();
  await w.insertMany(
    'respondent_value',
    values.map((value) => ({ respondent_id: made, ...value })),
  );
  return { id: made, reference };
}

async function moveSpeakers(
  w: ChangeWriter,
  from: number,
  to: number,
  interviews: readonly number[],
): Promise<void> {
  const speakers = await w.trx
    .selectFrom('speaker as p')
    .innerJoin('source as s', 's.id', 'p.source_id')
    .select('p.id')
    .where('p.respondent_id', '=', from)
    .where('s.interview_id', 'in', interviews)
    .execute();
  for (const speaker of speakers) await w.update('speaker', speaker.id, { respondent_id: to });
}

/** An interview follows another with the same person; where that is no longer so, it follows none. */
async function loosenFollowUps(w: ChangeWriter, interviews: readonly number[]): Promise<void> {
  const following = await w.trx
    .selectFrom('interview as i')
    .select('i.id')
    .where('i.id', 'in', interviews)
    .where('i.follows_id', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('interview_respondent as own')
            .innerJoin(
              'interview_respondent as before',
              'before.respondent_id',
              'own.respondent_id',
            )
            .select('own.id')
            .whereRef('own.interview_id', '=', 'i.id')
            .whereRef('before.interview_id', '=', 'i.follows_id'),
        ),
      ),
    )
    .execute();
  for (const { id } of following) await w.update('interview', id, { follows_id: null });
}
