import { sql } from 'kysely';
import type { SourceKind } from '../../db/schema.ts';
import { withdrawnSources } from '../consent/index.ts';
import type { Reader } from './queries.ts';

/** Sources on one page of the list. */
export const PAGE = 50;

export const SORTS = ['name', 'length', 'codings', 'added'] as const;
export type SourceSort = (typeof SORTS)[number];

export interface SourceFilter {
  /** A part of the name, without regard to case. */
  name?: string | undefined;
  kind?: SourceKind | undefined;
  /** `none`: sources that belong to no interview. */
  interview?: number | 'none' | undefined;
}

export interface SourceEntry {
  id: number;
  name: string;
  kind: SourceKind;
  interviewId: number | null;
  interview: string | null;
  /** In code points. */
  characters: number;
  /** By everyone. */
  codings: number;
  textSha256: string;
  createdAt: string;
}

/** One page (from 1) of the sources that fit and may be used, and how many these are. */
export async function listSources(
  ctx: Reader,
  filter: SourceFilter = {},
  {
    sort = 'name',
    isDescending = false,
    page = 1,
  }: { sort?: SourceSort; isDescending?: boolean; page?: number } = {},
): Promise<{ entries: SourceEntry[]; total: number }> {
  const fitting = filtered(ctx, filter);
  const { total } = await fitting
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const column = {
    name: 's.name',
    length: 's.code_points',
    codings: 'codings',
    added: 's.created_at',
  } as const;
  const rows = await fitting
    .leftJoin('interview as i', 'i.id', 's.interview_id')
    .select((eb) => [
      's.id',
      's.name',
      's.kind',
      's.interview_id as interviewId',
      'i.reference as interview',
      's.code_points as characters',
      's.text_sha256 as textSha256',
      's.created_at as createdAt',
      eb
        .selectFrom('coding')
        .whereRef('coding.source_id', '=', 's.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('codings'),
    ])
    .orderBy(column[sort], isDescending ? 'desc' : 'asc')
    .orderBy('s.id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  return { entries: rows, total };
}

function filtered(reader: Reader, { name, kind, interview }: SourceFilter) {
  let query = reader.db
    .selectFrom('source as s')
    .where('s.project_id', '=', reader.projectId)
    .where('s.id', 'not in', withdrawnSources(reader));
  if (kind !== undefined) query = query.where('s.kind', '=', kind);
  if (interview === 'none') query = query.where('s.interview_id', 'is', null);
  else if (interview !== undefined) query = query.where('s.interview_id', '=', interview);
  if (name !== undefined && name !== '') query = query.where(nameHas(name));
  return query;
}

/** Without regard to case for plain Latin letters; others as typed, since the database folds no more than those. */
function nameHas(part: string) {
  const pattern = `%${part.replace(/[\\%_]/gu, '\\$&')}%`;
  return sql<boolean>`(s.name like ${pattern} escape '\\' or lower(s.name) like ${pattern.toLowerCase()} escape '\\')`;
}

/** How many sources the project has that may be used. */
export async function countSources(reader: Reader): Promise<number> {
  const { n } = await reader.db
    .selectFrom('source')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('project_id', '=', reader.projectId)
    .where('id', 'not in', withdrawnSources(reader))
    .executeTakeFirstOrThrow();
  return n;
}

/** How many codings stand in the source, by everyone. */
export async function countCodings({ db, projectId }: Reader, sourceId: number): Promise<number> {
  const { n } = await db
    .selectFrom('coding')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('project_id', '=', projectId)
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return n;
}

export interface InterviewChoice {
  id: number;
  /** I-07 */
  reference: string;
  date: string | null;
  /** References, never names. */
  respondents: string[];
}

/** Interviews to choose from, the latest first; at most 1,000. */
export async function interviewChoices({ db, projectId }: Reader): Promise<InterviewChoice[]> {
  const interviews = await db
    .selectFrom('interview')
    .select(['id', 'reference', 'date'])
    .where('project_id', '=', projectId)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  const people = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .select(['ir.interview_id', 'r.reference'])
    .where('r.project_id', '=', projectId)
    .orderBy('ir.position')
    .limit(10_000)
    .execute();
  const by = new Map<number, string[]>();
  for (const { interview_id, reference } of people)
    by.set(interview_id, [...(by.get(interview_id) ?? []), reference]);
  return interviews.map((interview) => ({ ...interview, respondents: by.get(interview.id) ?? [] }));
}

export interface RespondentChoice {
  id: number;
  /** */
  reference: string;
  /** Role and organisation, to tell them apart; never a name. */
  hint: string;
}

/** Whose words may stand in the source: the respondents of its interview, or all when it has none; at most 1,000. */
export async function respondentChoices(
  { db, projectId }: Reader,
  interviewId: number | null,
): Promise<RespondentChoice[]> {
  let query = db
    .selectFrom('respondent as r')
    .select(['r.id', 'r.reference', 'r.role', 'r.organisation'])
    .where('r.project_id', '=', projectId)
    .orderBy('r.reference')
    .limit(1000);
  if (interviewId !== null)
    query = query
      .innerJoin('interview_respondent as ir', 'ir.respondent_id', 'r.id')
      .where('ir.interview_id', '=', interviewId);
  const rows = await query.execute();
  return rows.map(({ id, reference, role, organisation }) => ({
    id,
    reference,
    hint: [role, organisation].filter((part) => part !== '').join(', '),
  }));
}

/** The interview of this reference, or null. */
export async function interviewByReference(
  { db, projectId }: Reader,
  reference: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('interview')
    .select('id')
    .where('project_id', '=', projectId)
    .where(sql<string>`lower(reference)`, '=', reference.trim().toLowerCase())
    .executeTakeFirst();
  return row?.id ?? null;
}
