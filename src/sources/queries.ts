import type { SourceKind } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Forbidden, Invalid, NotFound } from '../domain/errors.ts';

/** Who reads, and where: what each query of the slice takes. */
export type Reader = Pick<Ctx, 'db' | 'projectId'>;

export interface Source {
  id: number;
  guid: string;
  name: string;
  kind: SourceKind;
  language: string;
  interviewId: number | null;
  /** I-07 */
  interview: string | null;
  /** Consent for its interview was withdrawn: it is read on its own page only. */
  isWithdrawn: boolean;
  /** The version of its text that is current. */
  version: number;
  /** Of the current text, in UTF-16 code units. */
  length: number;
  /** Of the current text, in Unicode code points. */
  codePoints: number;
  textSha256: string;
  /** Line ends inside a segment only mean that a line was full; a page shows them as spaces. */
  isWrapped: boolean;
  originalName: string | null;
  originalType: string | null;
  originalSha256: string | null;
  originalBytes: number | null;
  /** The encoding a text file was read in; null when that is no question (DOCX, pasted text). */
  encoding: string | null;
  revision: number;
  createdAt: string;
}

function sources({ db, projectId }: Reader) {
  return db
    .selectFrom('source as s')
    .leftJoin('interview as i', 'i.id', 's.interview_id')
    .where('s.project_id', '=', projectId)
    .select([
      's.id',
      's.guid',
      's.name',
      's.kind',
      's.language',
      's.interview_id as interviewId',
      'i.reference as interview',
      'i.consent',
      's.version',
      's.length',
      's.code_points as codePoints',
      's.text_sha256 as textSha256',
      's.is_wrapped as isWrapped',
      's.original_name as originalName',
      's.original_type as originalType',
      's.original_sha256 as originalSha256',
      's.original_bytes as originalBytes',
      's.encoding',
      's.revision',
      's.created_at as createdAt',
    ]);
}

type SourceRow = Awaited<ReturnType<ReturnType<typeof sources>['executeTakeFirstOrThrow']>>;

function asSource({ consent, ...row }: SourceRow): Source {
  return { ...row, isWrapped: row.isWrapped === 1, isWithdrawn: consent === 'withdrawn' };
}

/** @throws NotFound `sources.notFound`, also when it is another project's */
export async function getSource(ctx: Reader, id: number): Promise<Source> {
  const row = await sources(ctx).where('s.id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound('sources.notFound');
  return asSource(row);
}

/**
 * The source, when its text or its file may leave the program.
 * @throws Forbidden `sources.withdrawn`
 */
export function givenOut(source: Source): Source {
  if (source.isWithdrawn)
    throw new Forbidden('sources.withdrawn', { interview: source.interview ?? '' });
  return source;
}

/** Sources of this name (as compared exactly), oldest first; at most 10. For imports that name their source. */
export async function findSourcesNamed(ctx: Reader, name: string): Promise<Source[]> {
  const rows = await sources(ctx).where('s.name', '=', name).orderBy('s.id').limit(10).execute();
  return rows.map(asSource);
}

/**
 * The source that someone means: by its number, else by its name. For imports and the command line.
 * @throws NotFound `sources.notFound`; Invalid `sources.ambiguous` when several have the name
 */
export async function findSource(ctx: Reader, wanted: string): Promise<Source> {
  const id = /^\d{1,15}$/u.test(wanted) ? Number(wanted) : -1;
  const row = await sources(ctx).where('s.id', '=', id).executeTakeFirst();
  if (row) return asSource(row);
  const [only, another] = await findSourcesNamed(ctx, wanted);
  if (another) throw new Invalid('sources.ambiguous', { name: wanted });
  if (!only) throw new NotFound('sources.noneNamed', { name: wanted });
  return only;
}

/** The interview's sources, by name; at most 100. */
export async function listSourcesOfInterview(ctx: Reader, interviewId: number): Promise<Source[]> {
  const rows = await sources(ctx)
    .where('s.interview_id', '=', interviewId)
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(100)
    .execute();
  return rows.map(asSource);
}

/**
 * The current text, whole, as every offset counts in it.
 * @throws NotFound `sources.notFound`, also when it is another project's
 */
export async function readText(
  { db, projectId }: Reader,
  sourceId: number,
): Promise<{ text: string; version: number; sha256: string }> {
  const row = await db
    .selectFrom('source as s')
    .innerJoin('source_text as t', (join) =>
      join.onRef('t.source_id', '=', 's.id').onRef('t.version', '=', 's.version'),
    )
    .select(['t.text', 't.version', 't.sha256'])
    .where('s.project_id', '=', projectId)
    .where('s.id', '=', sourceId)
    .executeTakeFirst();
  if (!row) throw new NotFound('sources.notFound');
  return row;
}
