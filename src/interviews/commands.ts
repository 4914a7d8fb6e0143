import type {
  Consent,
  InterviewKind,
  InterviewMode,
  InterviewStatus,
  Trx,
} from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { currentGuide } from '../guide/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { nextReference } from '../respondents/index.ts';
import { writePeople, type Participant } from './people.ts';
import { othersWith } from './queries.ts';
import { headsOf, stampOf } from './stamp.ts';

/** Facts about an interview. Dates are ISO 8601, null where none is known. */
export interface InterviewInput {
  /** Empty or left out: the next free one. */
  reference?: string;
  date: string | null;
  endDate: string | null;
  /** Left out: group as soon as there is more than one person, else individual. */
  kind?: InterviewKind | undefined;
  mode: InterviewMode;
  location: string;
  language: string;
  /** Left out: planned before its date, done from that day on. */
  status?: InterviewStatus | undefined;
  consent: Consent;
  /** Empty where nothing was said, `yes`, `no`, or how the respondent may be named. */
  mayQuote: string;
  respondents: readonly Participant[];
  interviewers: readonly string[];
  /**
   * The interview that this one follows. Left out, a follow-up follows the first one with the same respondent, and no other
   * kind follows any.
   */
  followsId?: number | null | undefined;
}

/** Today where this program runs, which is where its people are. */
export function today(ctx: Pick<Ctx, 'now'>): string {
  const now = new Date(ctx.now());
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @throws Invalid `interviews.endBeforeDate`, `interviews.endWithoutDate` */
function columns(ctx: Ctx, input: InterviewInput) {
  const { date } = input;
  const endDate = input.endDate === date ? null : input.endDate;
  if (endDate !== null && date === null) throw new Invalid('interviews.endWithoutDate', {}, 'date');
  if (endDate !== null && date !== null && endDate < date)
    throw new Invalid('interviews.endBeforeDate', {}, 'end_date');
  const byDate: InterviewStatus = date !== null && date <= today(ctx) ? 'done' : 'planned';
  return {
    date,
    end_date: endDate,
    mode: input.mode,
    location: tidyName(input.location),
    language: tidyName(input.language),
    status: input.status ?? byDate,
    consent: input.consent,
    may_quote: input.mayQuote.trim(),
  };
}

/** @throws Invalid `interviews.referenceTaken` */
async function freeReference(trx: Trx, ctx: Ctx, text: string, own?: number): Promise<string> {
  const reference = tidyName(text);
  if (reference === '') return nextReference(trx, ctx.projectId, 'interview');
  const found = await trx
    .selectFrom('interview')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (found && found.id !== own)
    throw new Invalid('interviews.referenceTaken', { reference }, 'reference');
  return reference;
}

/** What only the people of an interview tell: its kind when nobody said it, and which interview it follows. */
async function settle(
  w: ChangeWriter,
  id: number,
  input: InterviewInput,
  respondents: readonly number[],
): Promise<void> {
  const kind = input.kind ?? ((await headsOf(w.trx, respondents)) > 1 ? 'group' : 'individual');
  const follows_id = await followed(
    { db: w.trx, projectId: w.projectId },
    id,
    { ...input, kind },
    respondents,
  );
  await w.update('interview', id, { kind, follows_id });
}

/** @throws Invalid `interviews.noSuchFollowed` for one that is not with the same people */
async function followed(
  reader: { db: Trx; projectId: number },
  id: number,
  { kind, date, followsId }: Pick<InterviewInput, 'kind' | 'date' | 'followsId'>,
  respondents: readonly number[],
): Promise<number | null> {
  if (followsId === null || (followsId === undefined && kind !== 'follow-up')) return null;
  const others = await othersWith(reader, respondents, id);
  if (followsId === undefined) {
    const isBefore = (other: { date: string | null; kind: InterviewKind }): boolean =>
      other.kind !== 'debrief' && (date === null || other.date === null || other.date <= date);
    return others.find(isBefore)?.id ?? null;
  }
  if (!others.some((other) => other.id === followsId))
    throw new Invalid('interviews.noSuchFollowed', {}, 'follows');
  return followsId;
}

/** Writes an interview as part of another change. */
export async function addInterview(
  w: ChangeWriter,
  ctx: Ctx,
  input: InterviewInput,
): Promise<{ id: number; reference: string }> {
  const reference = await freeReference(w.trx, ctx, input.reference ?? '');
  const guide = await currentGuide(w.trx, ctx.projectId);
  const id = await w.insert('interview', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    reference,
    ...columns(ctx, input),
    kind: input.kind ?? 'individual',
    notes: '',
    guide_id: guide?.id ?? null,
    follows_id: null,
    revision: 1,
    created_by: ctx.userId,
    created_at: ctx.now(),
  });
  const respondents = await writePeople(w, ctx, id, input);
  await settle(w, id, input, respondents);
  return { id, reference };
}

export async function createInterview(
  ctx: Ctx,
  input: InterviewInput,
): Promise<Done<{ id: number; reference: string }>> {
  return change(ctx, { kind: 'interview.created', entity: 'interview' }, async (w) => {
    const made = await addInterview(w, ctx, input);
    w.about(made.id, { reference: made.reference });
    return made;
  });
}

/** @throws NotFound `interviews.noSuchInterview`, also for one of another project */
export async function interviewOf(
  trx: Trx,
  ctx: Ctx,
  id: number,
): Promise<{ reference: string; notes: string }> {
  const row = await trx
    .selectFrom('interview')
    .select(['reference', 'notes'])
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('interviews.noSuchInterview');
  return row;
}

/**
 * Changes the facts about an interview and who took part.
 * @param seen `stampOf` what the person had before them
 * @throws Conflict `history.stale` when someone changed them since
 */
export async function changeInterview(
  ctx: Ctx,
  id: number,
  input: InterviewInput,
  seen: string,
): Promise<Done<void>> {
  return change(ctx, { kind: 'interview.changed', entity: 'interview' }, async (w) => {
    const before = await interviewOf(w.trx, ctx, id);
    if (seen !== (await stampOf(w.trx, id))) throw new Conflict('history.stale');
    const reference = await freeReference(w.trx, ctx, input.reference || before.reference, id);
    await w.update('interview', id, { reference, ...columns(ctx, input) });
    await settle(w, id, input, await writePeople(w, ctx, id, input));
    w.about(id, { reference });
  });
}

/** Says how far an interview is. */
export async function setStatus(
  ctx: Ctx,
  id: number,
  status: InterviewStatus,
): Promise<Done<void>> {
  return change(ctx, { kind: 'interview.status', entity: 'interview' }, async (w) => {
    const { reference } = await interviewOf(w.trx, ctx, id);
    await w.update('interview', id, { status });
    w.about(id, { reference, status });
  });
}

/** Removes an interview with its notes. @throws Conflict `interviews.hasSources` while a source hangs on it */
export async function removeInterview(ctx: Ctx, id: number): Promise<Done<void>> {
  return change(ctx, { kind: 'interview.removed', entity: 'interview' }, async (w) => {
    const { reference } = await interviewOf(w.trx, ctx, id);
    const idsIn = async (
      table: 'answer' | 'interview_respondent' | 'interview_interviewer' | 'memo' | 'source',
    ) =>
      (await w.trx.selectFrom(table).select('id').where('interview_id', '=', id).execute()).map(
        (row) => row.id,
      );
    const sources = await idsIn('source');
    if (sources.length > 0)
      throw new Conflict('interviews.hasSources', { reference, n: sources.length });
    for (const table of [
      'answer',
      'interview_respondent',
      'interview_interviewer',
      'memo',
    ] as const)
      for (const row of await idsIn(table)) await w.remove(table, row);
    const following = await w.trx
      .selectFrom('interview')
      .select('id')
      .where('follows_id', '=', id)
      .execute();
    for (const row of following) await w.update('interview', row.id, { follows_id: null });
    await w.remove('interview', id);
    w.about(id, { reference });
  });
}
