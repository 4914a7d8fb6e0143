import type { ExpressionBuilder } from 'kysely';
import type { InterviewStatus, InterviewTable, Schema } from '../../db/schema.ts';
import { withdrawnInterviews } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { CONSENTS, KINDS, MODES, STATUSES } from '../domain/register/index.ts';
import { filtered, type InterviewFilter } from './filter.ts';
import { FACTS, peopleOf } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;
type Builder = ExpressionBuilder<Schema & { i: InterviewTable }, 'i'>;

/** Every column of the list, in the order they stand in; each sorts. */
export const INTERVIEW_COLUMNS = [
  'reference',
  'date',
  'respondents',
  'group',
  'region',
  'location',
  'interviewers',
  'kind',
  'mode',
  'language',
  'status',
  'consent',
] as const;
export type InterviewColumn = (typeof INTERVIEW_COLUMNS)[number];

/** Rows on one page of the list. */
export const PAGE = 50;

interface Order {
  sort: { key: InterviewColumn; isDescending: boolean };
  page: number;
}

/** One page of interviews with their respondents (by reference and facts) and interviewers. */
export async function listInterviews(reader: Reader, filter: InterviewFilter, order: Order) {
  const { sort, page } = order;
  const { total } = await filtered(reader, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const direction = sort.isDescending ? 'desc' : 'asc';
  let query = filtered(reader, filter).select(FACTS).select('i.may_quote');
  for (const expression of orderOf(sort.key))
    query = query.orderBy((eb) => expression(eb), direction);
  const rows = await query
    .orderBy('i.id', direction)
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  const people = await peopleOf(
    reader,
    rows.map(({ id }) => id),
  );
  return { total, rows: rows.map((row) => ({ ...row, ...people(row.id) })) };
}

/** Ids of all interviews that fit, for changing them together; at most 20,000. */
export async function interviewIds(reader: Reader, filter: InterviewFilter): Promise<number[]> {
  const rows = await filtered(reader, filter)
    .select('i.id')
    .orderBy('i.id')
    .limit(20_000)
    .execute();
  return rows.map(({ id }) => id);
}

/** Planned interviews that have a day and may be used, the next first; at most 5,000. For a calendar: no names, no groups. */
export async function plannedInterviews(reader: Reader) {
  return reader.db
    .selectFrom('interview')
    .select(['guid', 'reference', 'date', 'end_date', 'location', 'created_at'])
    .where('project_id', '=', reader.projectId)
    .where('status', '=', 'planned')
    .where('date', 'is not', null)
    .where('id', 'not in', withdrawnInterviews(reader))
    .orderBy('date')
    .orderBy('id')
    .limit(5000)
    .execute();
}

/** How many of the project's interviews are how far. */
export async function interviewProgress({
  db,
  projectId,
}: Reader): Promise<Record<InterviewStatus, number>> {
  const rows = await db
    .selectFrom('interview')
    .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
    .where('project_id', '=', projectId)
    .groupBy('status')
    .execute();
  const progress = { planned: 0, done: 0, transcribed: 0, coded: 0, cancelled: 0 };
  for (const { status, n } of rows) progress[status] = n;
  return progress;
}

/** What a column sorts by, the first first. Words of a list sort in the list's order, which is the order of the work. */
function orderOf(key: InterviewColumn) {
  switch (key) {
    case 'kind':
      return [words('kind', KINDS)];
    case 'mode':
      return [words('mode', MODES)];
    case 'status':
      return [words('status', STATUSES)];
    case 'consent':
      return [words('consent', CONSENTS)];
    case 'reference':
      // I-9 before I-10: shorter references first.
      return [(eb: Builder) => eb.fn<number>('length', ['i.reference']), column('reference')];
    case 'respondents':
      return [firstRespondent('length'), firstRespondent('r.reference')];
    case 'group':
      return [firstRespondent('g.position')];
    case 'region':
      return [firstRespondent('n.position')];
    case 'interviewers':
      return [firstInterviewer];
    default:
      return [column(key)];
  }
}

/** The place of a word in its list. */
const words =
  (name: 'kind' | 'mode' | 'status' | 'consent', list: readonly string[]) => (eb: Builder) => {
    const is = (word: string) => eb(eb.ref(`i.${name}`).$castTo<string>(), '=', word);
    const [first = '', ...others] = list;
    return others
      .reduce(
        (cases, word, n) => cases.when(is(word)).then(n + 1),
        eb.case().when(is(first)).then(0),
      )
      .else(list.length)
      .end();
  };

const column = (name: 'reference' | 'date' | 'location' | 'language') => (eb: Builder) =>
  eb.ref(`i.${name}`);

/** Of the first respondent: reference or its length, or the place of group or region in the project's order. */
const firstRespondent =
  (what: 'length' | 'r.reference' | 'g.position' | 'n.position') => (eb: Builder) =>
    eb
      .selectFrom('interview_respondent as ir')
      .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
      .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
      .leftJoin('region as n', 'n.id', 'r.region_id')
      .select((of) =>
        (what === 'length'
          ? of.fn<number | string>('length', ['r.reference'])
          : of.ref(what).$castTo<number | string>()
        ).as('by'),
      )
      .whereRef('ir.interview_id', '=', 'i.id')
      .orderBy('ir.position')
      .limit(1);

const firstInterviewer = (eb: Builder) =>
  eb
    .selectFrom('interview_interviewer as ii')
    .innerJoin('interviewer as v', 'v.id', 'ii.interviewer_id')
    .select('v.name_fold as by')
    .whereRef('ii.interview_id', '=', 'i.id')
    .orderBy('ii.position')
    .limit(1);
