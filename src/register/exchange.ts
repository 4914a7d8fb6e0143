import { withdrawnIds } from '../consent/index.ts';
import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { foldName } from '../domain/names.ts';
import { registerHeader, registerRow, type Known, type Plan } from '../domain/register/index.ts';
import { currentGuide } from '../guide/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import {
  addFacts,
  addRespondents,
  knownRespondents,
  listClassifications,
  nextReference,
} from '../respondents/index.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** The whole register of the project, as reading a file needs it: see `readRegister`. */
export async function knownRegister(reader: Reader): Promise<Known> {
  const { db, projectId } = reader;
  const rows = await db
    .selectFrom('interview')
    .select([
      'id',
      'reference',
      'date',
      'end_date as endDate',
      'kind',
      'mode',
      'location',
      'language',
    ])
    .select(['status', 'consent', 'notes'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute();
  const respondents = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('interview as i', 'i.id', 'ir.interview_id')
    .select(['ir.interview_id', 'ir.respondent_id'])
    .where('i.project_id', '=', projectId)
    .orderBy('ir.position')
    .execute();
  const interviewers = await db
    .selectFrom('interviewer')
    .leftJoin('interview_interviewer as ii', 'ii.interviewer_id', 'interviewer.id')
    .select(['ii.interview_id', 'interviewer.name'])
    .where('interviewer.project_id', '=', projectId)
    .orderBy('ii.position')
    .execute();
  const respondentsOf = collect(respondents.map((row) => [row.interview_id, row.respondent_id]));
  const interviewersOf = collect(interviewers.map((row) => [row.interview_id, row.name]));
  const { groups, regions, variables } = await listClassifications(reader);
  return {
    respondents: await knownRespondents(reader),
    interviews: rows.map((row) => ({
      ...row,
      respondentIds: respondentsOf(row.id),
      interviewers: interviewersOf(row.id),
    })),
    interviewers: [...new Set(interviewers.map((row) => row.name))],
    groups: groups.map((group) => group.name),
    regions: regions.map((region) => region.name),
    variables,
  };
}

function collect<T>(pairs: readonly (readonly [number | null, T])[]): (id: number) => T[] {
  const found = new Map<number, T[]>();
  for (const [id, value] of pairs) {
    if (id === null) continue;
    const list = found.get(id);
    if (list) list.push(value);
    else found.set(id, [value]);
  }
  return (id) => found.get(id) ?? [];
}

/**
 * Carries out what reading a register planned, as one change.
 * @param andThen what else is done in the same transaction
 */
export async function importRegister(
  ctx: Ctx,
  plan: Plan,
  andThen: (trx: Trx) => Promise<void> = () => Promise.resolve(),
): Promise<Done<void>> {
  return change(ctx, { kind: 'interviews.imported', entity: 'interview' }, async (w) => {
    const respondents = await addRespondents(w, ctx, plan.respondents, plan.variables);
    await addFacts(w, ctx, plan.additions);
    const interviews = await addInterviews(w, ctx, plan);
    const interviewers = await interviewerIds(w, ctx, plan);
    await w.insertMany(
      'interview_respondent',
      plan.interviews.flatMap((draft, n) =>
        draft.respondents.map((who, i) => ({
          interview_id: at(interviews, n),
          respondent_id: 'known' in who ? who.known : at(respondents, who.planned),
          position: i + 1,
        })),
      ),
    );
    await w.insertMany(
      'interview_interviewer',
      plan.interviews.flatMap((draft, n) =>
        draft.interviewers.map((name, i) => ({
          interview_id: at(interviews, n),
          interviewer_id: interviewers.get(foldName(name)) ?? 0,
          position: i + 1,
        })),
      ),
    );
    await andThen(w.trx);
    w.detail = { interviews: plan.interviews.length, respondents: plan.respondents.length };
  });
}

function at(ids: readonly number[], n: number): number {
  const id = ids[n];
  if (id === undefined) throw new Error('fewer rows than were planned');
  return id;
}

async function addInterviews(w: ChangeWriter, ctx: Ctx, plan: Plan): Promise<number[]> {
  const guide = await currentGuide(w.trx, ctx.projectId);
  const next = await nextReference(w.trx, ctx.projectId, 'interview');
  const given = plan.interviews.map(
    ({ reference }) => Number(/^I-(\d+)$/i.exec(reference ?? '')?.[1] ?? -1) + 1,
  );
  let number = given.reduce((most, one) => Math.max(most, one), Number(next.slice(2)));
  const created_at = ctx.now();
  return w.insertMany(
    'interview',
    plan.interviews.map(
      ({ line: _line, respondents: _r, interviewers: _i, endDate, reference, ...draft }) => ({
        ...draft,
        guid: ctx.newGuid(),
        project_id: ctx.projectId,
        reference: reference ?? `I-${String(number++).padStart(2, '0')}`,
        end_date: endDate,
        may_quote: '',
        guide_id: guide?.id ?? null,
        follows_id: null,
        revision: 1,
        created_by: ctx.userId,
        created_at,
      }),
    ),
  );
}

/** Every interviewer of the project by folded name, the plan's new ones made first. */
async function interviewerIds(w: ChangeWriter, ctx: Ctx, plan: Plan): Promise<Map<string, number>> {
  await w.insertMany(
    'interviewer',
    plan.interviewers.map((name) => ({
      project_id: ctx.projectId,
      name,
      name_fold: foldName(name),
      user_id: null,
    })),
  );
  const rows = await w.trx
    .selectFrom('interviewer')
    .select(['id', 'name_fold'])
    .where('project_id', '=', ctx.projectId)
    .execute();
  return new Map(rows.map((row) => [row.name_fold, row.id]));
}

/**
 * The register as a table: one row per interview that may be used, respondents by reference and facts, never by name.
 * `withdrawn` is how many interviews are left out.
 */
export async function exportRegister(
  reader: Reader,
): Promise<{ header: string[]; rows: string[][]; withdrawn: number }> {
  const known = await knownRegister(reader);
  const withdrawn = new Set((await withdrawnIds(reader)).interviewIds);
  const byId = new Map(known.respondents.map((respondent) => [respondent.id, respondent]));
  const variables = known.variables.map(({ name }) => name);
  const used = known.interviews.filter(({ id }) => !withdrawn.has(id));
  const rows = used.map((interview) => {
    const respondents = interview.respondentIds.flatMap((id) => byId.get(id) ?? []);
    return registerRow({ ...interview, respondents }, variables);
  });
  return { header: registerHeader(variables), rows, withdrawn: withdrawn.size };
}
