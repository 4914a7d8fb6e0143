import { sql } from 'kysely';
import { speakersByPassage } from './speakers.ts';
import type { Coding, HeldInterview, Reader } from './study.ts';

export interface SourceOfInterview {
  id: number;
  interviewId: number | null;
}

/**
 * The codings of these sources with the interview each comes from and, in a joint interview, who is known to speak.
 * @param codeIds of these codes alone, at the cost of their codings; of all when left out
 */
export async function readCodings(
  reader: Reader,
  sources: readonly SourceOfInterview[],
  interviews: readonly HeldInterview[],
  codeIds?: readonly number[],
): Promise<Coding[]> {
  const bySource = await codingsBySource(reader, codeIds);
  const coded = new Set(bySource.map(({ sourceId }) => sourceId));
  const interviewOf = new Map(sources.map((source) => [source.id, source.interviewId]));
  const joint = new Set(
    interviews.filter((one) => one.respondentIds.length > 1).map(({ id }) => id),
  );
  const jointSources = sources.filter(
    ({ id, interviewId }) => joint.has(interviewId ?? 0) && coded.has(id),
  );
  const speakersOf = await speakersByPassage(
    reader,
    jointSources.map(({ id }) => id),
  );
  return bySource.flatMap(({ sourceId, codings }) => {
    const interviewId = interviewOf.get(sourceId);
    if (interviewId === undefined) return [];
    const parsed = JSON.parse(codings) as CodingNumbers[];
    return parsed.map(([id, codeId, coderId, start, end]) => {
      const respondentIds = speakersOf(sourceId, start, end);
      return { id, codeId, sourceId, interviewId, coderId, start, end, respondentIds };
    });
  });
}

/** Id, code, coder, start and end. */
type CodingNumbers = [number, number, number, number, number];

/**
 * The codings of each source as one text: a third of the time that as many rows take. All of it stands in the index of
 * spans, which is gone through source by source, so that it comes in the order of the texts.
 */
const codingsBySource = (reader: Reader, codeIds?: readonly number[]) =>
  reader.db
    .selectFrom('coding')
    .select([
      'source_id as sourceId',
      sql<string>`json_group_array(json_array(id, code_id, coder_id, "start", "end"))`.as(
        'codings',
      ),
    ])
    .$if(codeIds === undefined, (q) =>
      q.where('source_id', 'in', (eb) =>
        eb.selectFrom('source').select('id').where('project_id', '=', reader.projectId),
      ),
    )
    .$if(codeIds !== undefined, (q) => q.where('code_id', 'in', codesOf(reader, codeIds ?? [])))
    .groupBy('source_id')
    .execute();

/** Those of these codes that are the project's. It is asked for by code alone, so that the index of codes is what is used. */
const codesOf = ({ db, projectId }: Reader, ids: readonly number[]) =>
  db.selectFrom('code').select('id').where('project_id', '=', projectId).where('id', 'in', ids);
