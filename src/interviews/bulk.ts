import type { Consent, InterviewMode, InterviewStatus } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { ensureInterviewer, writeInterviewers } from './people.ts';

/** What is to be the same for several interviews; what is left out stays as it is in each. */
export interface ManyInput {
  status?: InterviewStatus | undefined;
  consent?: Consent | undefined;
  mode?: InterviewMode | undefined;
  location?: string | undefined;
  language?: string | undefined;
  mayQuote?: string | undefined;
  interviewers?: readonly string[] | undefined;
  guideId?: number | undefined;
}

/**
 * Changes the same facts of several interviews, as one change.
 * @throws Invalid `interviews.noneChosen`, `interviews.nothingToChange`
 * @throws NotFound `interviews.noSuchInterview`, also for one of another project
 * @throws Conflict `interviews.hasAnswers` for another guide where questions have been answered
 */
export async function changeInterviews(
  ctx: Ctx,
  ids: readonly number[],
  input: ManyInput,
): Promise<Done<{ n: number }>> {
  const columns = columnsOf(input);
  const isNothing = input.interviewers === undefined && Object.keys(columns).length === 0;
  if (ids.length === 0) throw new Invalid('interviews.noneChosen');
  if (isNothing) throw new Invalid('interviews.nothingToChange');
  return change(ctx, { kind: 'interviews.changed', entity: 'interview' }, async (w) => {
    await mustBeOurs(w, ctx, ids);
    if (input.guideId !== undefined) await mayChangeGuide(w, ctx, ids, input.guideId);
    const interviewers: number[] = [];
    for (const name of input.interviewers ?? [])
      interviewers.push(await ensureInterviewer(w, ctx, name));
    for (const id of ids) {
      await w.update('interview', id, columns);
      if (input.interviewers !== undefined)
        await writeInterviewers(w, id, [...new Set(interviewers)]);
    }
    w.detail = { n: ids.length };
    return { n: ids.length };
  });
}

function columnsOf(input: ManyInput) {
  const { status, consent, mode, location, language, mayQuote, guideId } = input;
  const columns = {
    status,
    consent,
    mode,
    location: location === undefined ? undefined : tidyName(location),
    language: language === undefined ? undefined : tidyName(language),
    may_quote: mayQuote,
    guide_id: guideId,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** Ids asked for at once, below SQLite's limit of bound values. */
const BATCH = 500;

async function mustBeOurs(w: ChangeWriter, ctx: Ctx, ids: readonly number[]): Promise<void> {
  const wanted = new Set(ids);
  let found = 0;
  for (const batch of batches(wanted)) {
    const { n } = await w.trx
      .selectFrom('interview')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('project_id', '=', ctx.projectId)
      .where('id', 'in', batch)
      .executeTakeFirstOrThrow();
    found += n;
  }
  if (found < wanted.size) throw new NotFound('interviews.noSuchInterview');
}

/** Notes hang on the questions of the guide an interview was held with, so only what has none takes another. */
async function mayChangeGuide(
  w: ChangeWriter,
  ctx: Ctx,
  ids: readonly number[],
  guideId: number,
): Promise<void> {
  const guide = await w.trx
    .selectFrom('guide')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', guideId)
    .executeTakeFirst();
  if (!guide) throw new Invalid('interviews.badChoice', {}, 'guide');
  let n = 0;
  for (const batch of batches(new Set(ids))) {
    const row = await w.trx
      .selectFrom('answer')
      .innerJoin('interview', 'interview.id', 'answer.interview_id')
      .select((eb) => eb.fn.count<number>('interview.id').distinct().as('n'))
      .where('interview.id', 'in', batch)
      .where((eb) =>
        eb.or([eb('interview.guide_id', 'is', null), eb('interview.guide_id', '<>', guideId)]),
      )
      .executeTakeFirstOrThrow();
    n += row.n;
  }
  if (n > 0) throw new Conflict('interviews.hasAnswers', { n }, 'guide');
}

function batches(ids: ReadonlySet<number>): number[][] {
  const all = [...ids];
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, n) =>
    all.slice(n * BATCH, (n + 1) * BATCH),
  );
}
