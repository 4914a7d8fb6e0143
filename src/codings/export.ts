import { codesIn } from '../codebook/index.ts';
import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { toCsv, type CsvValue } from '../domain/csv/write.ts';
import { shortHash } from '../domain/text/hash.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { spokenBy } from './spoken.ts';
import { textOf } from './texts.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** Stable once released; new ones are added at the end. */
export const EXPORT_COLUMNS = [
  'id',
  'source',
  'interview',
  'respondents',
  'group',
  'region',
  'code',
  'coder',
  'start',
  'end',
  'quote',
  'memo',
  'created_at',
  'source_id',
  'guid',
  'for_report',
  'speaker',
  'text_hash',
] as const;

/**
 * One coding as the border sees it: `start` and `end` in code points, the end exclusive; several respondents, groups
 * or regions with `; ` between them. `respondents` are those of the interview, `speaker` the labels of those who speak in
 * the passage, `text_hash` the short mark of the text that the offsets are places in.
 */
export type ExportedCoding = Record<(typeof EXPORT_COLUMNS)[number], string | number | null>;

/** Every coding of the project that may be used, by source and place. */
export async function exportCodings(ctx: Reader): Promise<ExportedCoding[]> {
  const paths = new Map((await codesIn(ctx.db, ctx.projectId)).map(({ id, path }) => [id, path]));
  const people = await peopleByInterview(ctx);
  const memos = await memosByCoding(ctx);
  const codings = await codingsBySource(ctx);
  const speakersIn = await spokenBy(ctx);
  const rows: ExportedCoding[] = [];
  for (const source of await sourcesByName(ctx)) {
    const own = codings.get(source.id);
    if (own === undefined) continue;
    const text = await textOf(ctx.db, ctx.db, source);
    const index = createOffsetIndex(text);
    const listed = people.get(source.interviewId ?? 0);
    for (const coding of own)
      rows.push({
        id: coding.id,
        source: source.name,
        interview: source.interview,
        respondents: listed?.respondents ?? null,
        group: listed?.group ?? null,
        region: listed?.region ?? null,
        code: paths.get(coding.code_id) ?? '',
        coder: coding.coder,
        start: index.toCodePoints(coding.start),
        end: index.toCodePoints(coding.end),
        quote: text.slice(coding.start, coding.end),
        memo: memos.get(coding.id) ?? null,
        created_at: coding.created_at,
        source_id: source.id,
        guid: coding.guid,
        for_report: coding.for_report === 1 ? 'yes' : 'no',
        speaker: speakersIn(source.id, coding.start, coding.end),
        text_hash: shortHash(source.textSha256),
      });
  }
  return rows;
}

export const codingsCsv = (codings: readonly ExportedCoding[]): string =>
  toCsv(
    EXPORT_COLUMNS,
    codings.map((coding) => EXPORT_COLUMNS.map((column): CsvValue => coding[column])),
  );

function sourcesByName(ctx: Reader) {
  return ctx.db
    .selectFrom('source as s')
    .innerJoin('source_text as t', (join) =>
      join.onRef('t.source_id', '=', 's.id').onRef('t.version', '=', 's.version'),
    )
    .leftJoin('interview as i', 'i.id', 's.interview_id')
    .select(['s.id', 's.name', 's.version', 't.sha256 as textSha256'])
    .select(['s.interview_id as interviewId', 'i.reference as interview'])
    .where('s.project_id', '=', ctx.projectId)
    .where('s.id', 'not in', withdrawnSources(ctx))
    .orderBy('s.name')
    .orderBy('s.id')
    .execute();
}

/** All codings at once: a query for each of a hundred sources takes longer than all the rest. */
async function codingsBySource({ db, projectId }: Reader) {
  const rows = await db
    .selectFrom('coding as c')
    .innerJoin('user as u', 'u.id', 'c.coder_id')
    .select(['c.id', 'c.guid', 'c.code_id', 'c.start', 'c.end', 'c.created_at', 'u.name as coder'])
    .select(['c.source_id', 'c.for_report'])
    .where('c.project_id', '=', projectId)
    .orderBy('c.source_id')
    .orderBy('c.start')
    .orderBy('c.end')
    .orderBy('c.id')
    .execute();
  const bySource = new Map<number, typeof rows>();
  for (const row of rows) {
    const own = bySource.get(row.source_id);
    if (own === undefined) bySource.set(row.source_id, [row]);
    else own.push(row);
  }
  return bySource;
}

interface People {
  respondents: string;
  group: string;
  region: string;
}

async function peopleByInterview({ db, projectId }: Reader): Promise<Map<number, People>> {
  const rows = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region as n', 'n.id', 'r.region_id')
    .select(['ir.interview_id', 'r.reference', 'g.name as group', 'n.name as region'])
    .where('r.project_id', '=', projectId)
    .orderBy('ir.interview_id')
    .orderBy('ir.position')
    .execute();
  const listed = (values: readonly (string | null)[]): string =>
    [...new Set(values.filter((value) => value !== null))].join('; ');
  const grouped = new Map<number, typeof rows>();
  for (const row of rows)
    grouped.set(row.interview_id, [...(grouped.get(row.interview_id) ?? []), row]);
  return new Map(
    [...grouped].map(([id, own]) => [
      id,
      {
        respondents: listed(own.map(({ reference }) => reference)),
        group: listed(own.map(({ group }) => group)),
        region: listed(own.map(({ region }) => region)),
      },
    ]),
  );
}

/** The memos on each coding, oldest first, a blank line between them. */
async function memosByCoding({ db, projectId }: Reader): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('memo')
    .select(['coding_id', 'body'])
    .where('project_id', '=', projectId)
    .where('coding_id', 'is not', null)
    .orderBy('id')
    .execute();
  const memos = new Map<number, string>();
  for (const { coding_id, body } of rows) {
    if (coding_id === null) continue;
    const before = memos.get(coding_id);
    memos.set(coding_id, before === undefined ? body : `${before}\n\n${body}`);
  }
  return memos;
}
