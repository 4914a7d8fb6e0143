import type { Ctx } from '../deps.ts';
import { foldName } from '../domain/names.ts';
import { change, type ChangeWriter } from '../history/index.ts';
import { addRespondent, ensureNamed, ensureVariable } from '../respondents/index.ts';
import type { Study } from './study.ts';

/** Who was interviewed, by whom, when and where: one change. @returns interviews by their reference */
export async function loadRegister(ctx: Ctx, study: Study): Promise<Map<string, number>> {
  const { value } = await change(
    ctx,
    { kind: 'example.register', entity: 'interview' },
    async (w) => {
      for (const name of study.groups) await ensureNamed(w, ctx, 'respondent_group', name);
      for (const name of study.regions) await ensureNamed(w, ctx, 'region', name);
      for (const variable of study.variables) await ensureVariable(w, ctx, variable);
      const respondents = await addRespondents(ctx, w, study);
      const interviewers = await addInterviewers(ctx, w, study);
      const interviews = await addInterviews(ctx, w, study);
      await joinPeople(w, study, { interviews, respondents, interviewers });
      w.detail = { interviews: interviews.size, respondents: respondents.size };
      return interviews;
    },
  );
  return value;
}

type Ids = Map<string, number>;

async function addRespondents(ctx: Ctx, w: ChangeWriter, study: Study): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { head_count, identity, ...respondent } of study.respondents) {
    const { id } = await addRespondent(w, ctx, {
      ...respondent,
      headCount: head_count,
      identity: { ...identity, note: '' },
    });
    ids.set(respondent.reference, id);
  }
  return ids;
}

async function addInterviewers(ctx: Ctx, w: ChangeWriter, study: Study): Promise<Ids> {
  const ids = await w.insertMany(
    'interviewer',
    study.interviewers.map(({ name }) => ({
      project_id: ctx.projectId,
      name,
      name_fold: foldName(name),
      user_id: null,
    })),
  );
  return new Map(study.interviewers.map(({ initials }, n) => [initials, at(ids, n)]));
}

async function addInterviews(ctx: Ctx, w: ChangeWriter, study: Study): Promise<Ids> {
  const guide = await w.trx
    .selectFrom('guide')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  const ids: Ids = new Map();
  for (const interview of study.interviews) {
    const { date, end_date, kind, mode, location, language, status, consent, notes } = interview;
    const { reference, follows } = interview;
    const id = await w.insert('interview', {
      ...{ reference, date, end_date, kind, mode, location, language, status, consent, notes },
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      may_quote: '',
      guide_id: guide?.id ?? null,
      follows_id: follows === undefined ? null : (ids.get(follows) ?? null),
      revision: 1,
      created_by: ctx.userId,
      created_at: ctx.now(),
    });
    ids.set(reference, id);
  }
  return ids;
}

async function joinPeople(
  w: ChangeWriter,
  study: Study,
  ids: { interviews: Ids; respondents: Ids; interviewers: Ids },
): Promise<void> {
  for (const interview of study.interviews) {
    const interview_id = known(ids.interviews, interview.reference);
    await w.insertMany(
      'interview_respondent',
      interview.respondents.map((reference, n) => ({
        interview_id,
        respondent_id: known(ids.respondents, reference),
        position: n + 1,
      })),
    );
    await w.insertMany(
      'interview_interviewer',
      interview.interviewers.map((initials, n) => ({
        interview_id,
        interviewer_id: known(ids.interviewers, initials),
        position: n + 1,
      })),
    );
  }
}

function known(ids: Ids, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the example names ${name}, whom it does not have`);
  return id;
}

function at(ids: readonly number[], n: number): number {
  const id = ids[n];
  if (id === undefined) throw new Error('fewer rows than were inserted');
  return id;
}
