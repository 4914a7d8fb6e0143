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
  /** Exactly this place. */
  location?: string | undefined;
  /** Days, both among those found; an interview of several days is found by any of them. */
  from?: string | undefined;
  to?: string | undefined;
  /** `no`: only those without a day. */
  dated?: 'no' | undefined;
}

/** The project's interviews (as `i`) that fit. */
export function filtered(reader: Reader, filter: InterviewFilter) {
  const { status, kind, consent, location, from, to, dated } = filter;
  const search = filter.search?.trim() ?? '';
  let query = all(reader);
  if (status !== undefined) query = query.where('i.status', '=', status);
  if (kind !== undefined) query = query.where('i.kind', '=', kind);
  if (consent === 'kept') query = query.where('i.consent', '<>', 'withdrawn');
  else if (consent !== undefined) query = query.where('i.consent', '=', consent);
  if (location !== undefined) query = query.where('i.location', '=', location);
  if (from !== undefined)
    query = query.where((eb) => eb(eb.fn.coalesce('i.end_date', 'i.date'), '>=', from));
  if (to !== undefined) query = query.where('i.date', '<=', to);
  if (dated === 'no') query = query.where('i.date', 'is', null);
  query = withPeople(query, filter);
  return search === '' ? query : query.where((eb) => searched(reader, eb, search));
}

type Filtered = ReturnType<typeof all>;
const all = ({ db, projectId }: Reader) =>
  db.selectFrom('interview as i').where('i.project_id', '=', projectId);

/** One respondent must fit both: an interview with a worker from Europe and an official from Africa has no worker from Africa. */
function withPeople(
  query: Filtered,
  { groupId, regionId, interviewerId }: InterviewFilter,
): Filtered {
  let fitting = query;
  if (groupId !== undefined || regionId !== undefined)
    fitting = fitting.where((eb) => {
      let respondents = eb
        .selectFrom('interview_respondent as ir')
        .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
        .select('ir.id')
        .whereRef('ir.interview_id', '=', 'i.id');
      if (groupId !== undefined) respondents = respondents.where('r.group_id', '=', groupId);
      if (regionId !== undefined) respondents = respondents.where('r.region_id', '=', regionId);
      return eb.exists(respondents);
    });
  if (interviewerId !== undefined)
    fitting = fitting.where((eb) =>
      eb.exists(
        eb
          .selectFrom('interview_interviewer as ii')
          .select('ii.id')
          .whereRef('ii.interview_id', '=', 'i.id')
          .where('ii.interviewer_id', '=', interviewerId),
      ),
    );
  return fitting;
}

/** People are looked through once each, and not once for each of their interviews. */
function searched({ projectId }: Reader, eb: Builder, search: string) {
  const respondents = eb
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .select('ir.interview_id')
    .where('r.project_id', '=', projectId)
    .where((of) =>
      of.or(['r.reference', 'r.role', 'r.organisation'].map((column) => contains(column, search))),
    );
  const interviewers = eb
    .selectFrom('interview_interviewer as ii')
    .innerJoin('interviewer as v', 'v.id', 'ii.interviewer_id')
    .select('ii.interview_id')
    .where('v.project_id', '=', projectId)
    .where(contains('v.name', search));
  return eb.or([
    contains('i.reference', search),
    contains('i.location', search),
    eb('i.id', 'in', respondents),
    eb('i.id', 'in', interviewers),
  ]);
}
