import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { boundaryBefore } from '../domain/text/snap.ts';
import { readText } from '../sources/index.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** A passage that stands as an example in the rule of its code. */
export interface PickedExample {
  codingId: number;
  codeId: number;
  sourceId: number;
  source: string;
  /** Code units of the source's text. */
  start: number;
  end: number;
  /** Its words as they stand in the text now. */
  text: string;
}

/** Code units of a passage that a rule shows. */
const SHOWN = 600;
/** Examples of one code that its rule shows, and of all codes together that a document prints. */
const OF_ONE = 20;
const OF_ALL = 2_000;

/** The picked examples of a code in the order of sources and text, from texts that may be used. */
export const examplesOf = (reader: Reader, codeId: number): Promise<PickedExample[]> =>
  readExamples(reader, codeId, OF_ONE);

/** The picked examples of every code, by code. */
export async function examplesByCode(reader: Reader): Promise<Map<number, PickedExample[]>> {
  const byCode = new Map<number, PickedExample[]>();
  for (const example of await readExamples(reader, null, OF_ALL)) {
    const own = byCode.get(example.codeId);
    if (own) own.push(example);
    else byCode.set(example.codeId, [example]);
  }
  return byCode;
}

async function readExamples(
  reader: Reader,
  codeId: number | null,
  most: number,
): Promise<PickedExample[]> {
  let query = reader.db
    .selectFrom('coding as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(['g.id as codingId', 'g.code_id as codeId', 'g.source_id as sourceId'])
    .select(['s.name as source', 'g.start', 'g.end'])
    .where('g.project_id', '=', reader.projectId)
    .where('g.is_example', '=', 1)
    .where('g.source_id', 'not in', withdrawnSources(reader))
    .orderBy('s.name')
    .orderBy('g.source_id')
    .orderBy('g.start')
    .orderBy('g.id')
    .limit(most);
  if (codeId !== null) query = query.where('g.code_id', '=', codeId);
  const rows = await query.execute();
  const texts = new Map<number, string>();
  for (const { sourceId } of rows)
    if (!texts.has(sourceId)) texts.set(sourceId, (await readText(reader, sourceId)).text);
  return rows.map((row) => ({ ...row, text: wordsOf(texts.get(row.sourceId) ?? '', row) }));
}

function wordsOf(text: string, { start, end }: { start: number; end: number }): string {
  if (end - start <= SHOWN) return text.slice(start, end).trim();
  return `${text.slice(start, boundaryBefore(text, start + SHOWN)).trim()}…`;
}
