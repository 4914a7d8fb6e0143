import type { ExpressionBuilder } from 'kysely';
import type {
  Consent,
  InterviewKind,
  InterviewStatus,
  InterviewTable,
  Schema,
} from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { contains } from '../../db/fold.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;
type Builder = ExpressionBuilder<Schema & { i: InterviewTable }, 'i'>;

export interface InterviewFilter {
  /** Part of a reference, place, role, organisation or interviewer; never of a respondent's name. */
  search?: string | undefined;
  status?: InterviewStatus | undefined;
  kind?: InterviewKind | undefined;
  /** `kept`: any but withdrawn. */
  consent?: Consent | 'kept' | undefined;
  groupId?: number | undefined;
  regionId?: number | undefined;
  interviewerId?: number | undefined;
}

/** The project's interviews (as `i`) that fit. */
export function filtered({ db, projectId }: Reader, filter: InterviewFilter) {
  const { status, kind, consent, groupId, regionId, interviewerId } = filter;
  const search = filter.search?.trim() ?? '';
  let query = db.selectFrom('interview as i').where('i.project_id', '=', projectId);
  if (status !== undefined) query = query.where('i.status', '=', status);
  if (kind !== undefined) query = query.where('i.kind', '=', kind);
  if (consent === 'kept') query = query.where('i.consent', '<>', 'withdrawn');
  else if (consent !== undefined) query = query.where('i.consent', '=', consent);
  if (groupId !== undefined || regionId !== undefined)
    query = query.where((eb) => eb.exists(respondentsIn(eb, groupId, regionId)));
  if (interviewerId !== undefined)
    query = query.where((eb) =>
      eb.exists(interviewersIn(eb).where('interviewer.id', '=', interviewerId)),
    );
  return search === '' ? query : query.where((eb) => searched(eb, search));
}

/** One respondent must fit both: an interview with a worker from Europe and an official from Africa has no worker from Africa. */
function respondentsIn(eb: Builder, groupId?: number, regionId?: number) {
  let query = eb
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .select('ir.id')
    .whereRef('ir.interview_id', '=', 'i.id');
  if (groupId !== undefined) query = query.where('r.group_id', '=', groupId);
  if (regionId !== undefined) query = query.where('r.region_id', '=', regionId);
  return query;
}

function interviewersIn(eb: Builder) {
  return eb
    .selectFrom('interview_interviewer as ii')
    .innerJoin('interviewer', 'interviewer.id', 'ii.interviewer_id')
    .select('ii.id')
    .whereRef('ii.interview_id', '=', 'i.id');
}

function searched(eb: Builder, search: string) {
  return eb.or([
    contains('i.reference', search),
    contains('i.location', search),
    eb.exists(
      respondentsIn(eb).where((of) =>
        of.or(
          ['r.reference', 'r.role', 'r.organisation'].map((column) => contains(column, search)),
        ),
      ),
    ),
    eb.exists(interviewersIn(eb).where(contains('interviewer.name', search))),
  ]);
}
