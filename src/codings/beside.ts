/** What stands beside a text besides its interview's facts: its memos, the texts around it, others of the same people. */
import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { boundaryBefore } from '../domain/text/snap.ts';
import type { Source } from '../sources/index.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

export interface Neighbour {
  id: number;
  name: string;
}

export interface Neighbours {
  before: Neighbour | null;
  after: Neighbour | null;
}

/** The texts before and after it in the list of sources, which goes by name; those that may be used. */
export async function neighboursOf(ctx: Reader, source: Source): Promise<Neighbours> {
  const usable = ctx.db
    .selectFrom('source as s')
    .select(['s.id', 's.name'])
    .where('s.project_id', '=', ctx.projectId)
    .where('s.id', 'not in', withdrawnSources(ctx));
  const { id, name } = source;
  const before = await usable
    .where((eb) =>
      eb.or([eb('s.name', '<', name), eb.and([eb('s.name', '=', name), eb('s.id', '<', id)])]),
    )
    .orderBy('s.name', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const after = await usable
    .where((eb) =>
      eb.or([eb('s.name', '>', name), eb.and([eb('s.name', '=', name), eb('s.id', '>', id)])]),
    )
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(1)
    .executeTakeFirst();
  return { before: before ?? null, after: after ?? null };
}

export interface OtherSource extends Neighbour {
  interview: string;
  date: string | null;
}

/** Other texts of this interview and of its respondents' other interviews, oldest first; at most 30. */
export function otherSourcesOf(ctx: Reader, source: Source): Promise<OtherSource[]> {
  return ctx.db
    .selectFrom('source as s')
    .innerJoin('interview as i', 'i.id', 's.interview_id')
    .select(['s.id', 's.name', 'i.reference as interview', 'i.date'])
    .where('s.project_id', '=', ctx.projectId)
    .where('s.id', '!=', source.id)
    .where('s.id', 'not in', withdrawnSources(ctx))
    .where((eb) =>
      eb.or([
        eb('s.interview_id', '=', source.interviewId ?? -1),
        eb(
          's.interview_id',
          'in',
          eb
            .selectFrom('interview_respondent as theirs')
            .innerJoin('interview_respondent as ours', 'ours.respondent_id', 'theirs.respondent_id')
            .select('theirs.interview_id')
            .where('ours.interview_id', '=', source.interviewId ?? -1),
        ),
      ]),
    )
    .orderBy('i.date')
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(30)
    .execute();
}

/** Code units of a memo shown beside the text. */
const SHOWN = 280;

export interface SourceMemo {
  id: number;
  author: string;
  /** ISO 8601 */
  updatedAt: string;
  /** Its beginning. */
  body: string;
  /** What it is on; null for the text as a whole. */
  coding: { id: number; codeId: number; start: number; end: number } | null;
}

/** Memos on the text and on its codings, in the order of the text; at most 100. */
export async function memosOf(ctx: Reader, sourceId: number): Promise<SourceMemo[]> {
  const rows = await ctx.db
    .selectFrom('memo as m')
    .innerJoin('user as u', 'u.id', 'm.author_id')
    .leftJoin('coding as c', 'c.id', 'm.coding_id')
    .select(['m.id', 'm.body', 'm.updated_at', 'u.name as author'])
    .select(['c.id as coding', 'c.code_id', 'c.start', 'c.end'])
    .where('m.project_id', '=', ctx.projectId)
    .where((eb) => eb.or([eb('m.source_id', '=', sourceId), eb('c.source_id', '=', sourceId)]))
    .orderBy((eb) => eb.fn.coalesce('c.start', eb.lit(-1)))
    .orderBy('m.id')
    .limit(100)
    .execute();
  return rows.map(({ id, body, updated_at, author, coding, code_id, start, end }) => ({
    id,
    author,
    updatedAt: updated_at,
    body: body.length > SHOWN ? `${body.slice(0, boundaryBefore(body, SHOWN))}…` : body,
    coding:
      coding === null || code_id === null || start === null || end === null
        ? null
        : { id: coding, codeId: code_id, start, end },
  }));
}
