import type { Db } from '../../db/schema.ts';
import { sha256 } from '../history/index.ts';
import type { Problem } from './problems.ts';

/** Codings kept as lost: each still has the words that were coded, in the version of the text that it names. */
export async function lostProblems(
  db: Db,
  source: { id: number; project_id: number },
  texts: readonly { version: number; text: string }[],
): Promise<Problem[]> {
  const rows = await db
    .selectFrom('lost_coding as l')
    .innerJoin('code as c', 'c.id', 'l.code_id')
    .select(['l.id', 'l.version', 'l.start', 'l.end', 'l.quote_sha256', 'l.project_id'])
    .select('c.project_id as codeProject')
    .where('l.source_id', '=', source.id)
    .orderBy('l.id')
    .execute();
  const byVersion = new Map(texts.map(({ version, text }) => [version, text]));
  return rows.flatMap(({ id, version, start, end, ...row }): Problem[] => {
    const params = { lost: id, source: source.id };
    if (row.project_id !== source.project_id || row.codeProject !== source.project_id)
      return [{ kind: 'lostElsewhere', params }];
    const text = byVersion.get(version);
    const isThere = text !== undefined && end <= text.length;
    if (isThere && sha256(text.slice(start, end)) === row.quote_sha256) return [];
    return [{ kind: 'lostText', params: { ...params, version } }];
  });
}
