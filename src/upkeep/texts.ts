import type { Db } from '../../db/schema.ts';
import { sha256 } from '../history/index.ts';
import { lostProblems } from './lost.ts';
import type { Problem } from './problems.ts';

/** Sources are read one at a time, so that memory holds one text whatever the size of the project. */
export async function textProblems(db: Db): Promise<Problem[]> {
  const sources = await db
    .selectFrom('source')
    .select(['id', 'project_id', 'version', 'length', 'code_points', 'text_sha256'])
    .orderBy('id')
    .execute();
  const problems: Problem[] = [];
  for (const source of sources) {
    const texts = await db
      .selectFrom('source_text')
      .select(['version', 'text', 'sha256'])
      .where('source_id', '=', source.id)
      .execute();
    for (const { version, text, sha256: kept } of texts)
      if (sha256(text) !== kept)
        problems.push({ kind: 'text', params: { source: source.id, version } });
    problems.push(...(await lostProblems(db, source, texts)));
    const current = texts.find(({ version }) => version === source.version);
    if (!current || !isDescribed(source, current.text))
      problems.push({ kind: 'textFacts', params: { source: source.id } });
    if (current) problems.push(...(await problemsInText(db, source, current.text)));
  }
  return problems;
}

interface SourceFacts {
  id: number;
  project_id: number;
  length: number;
  code_points: number;
  text_sha256: string;
}

function isDescribed(source: SourceFacts, text: string): boolean {
  return (
    text.length === source.length &&
    codePointsIn(text) === source.code_points &&
    sha256(text) === source.text_sha256
  );
}

/** Each pair of halves is one code point; a half alone is one too. */
function codePointsIn(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

async function problemsInText(db: Db, source: SourceFacts, text: string): Promise<Problem[]> {
  const codings = await db
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .select([
      'coding.id',
      'coding.start',
      'coding.end',
      'coding.quote_sha256',
      'coding.project_id',
      'code.project_id as code_project_id',
    ])
    .where('coding.source_id', '=', source.id)
    .orderBy('coding.id')
    .execute();
  const found = codings.flatMap((coding): Problem[] => {
    const kind = problemOfCoding(coding, source, text);
    return kind === null ? [] : [{ kind, params: { coding: coding.id, source: source.id } }];
  });
  const segments = await db
    .selectFrom('segment')
    .select(['start', 'end'])
    .where('source_id', '=', source.id)
    .orderBy('position')
    .execute();
  if (!doSegmentsCover(segments, text))
    found.push({ kind: 'segments', params: { source: source.id } });
  return found;
}

interface CodingFacts {
  start: number;
  end: number;
  quote_sha256: string;
  project_id: number;
  code_project_id: number;
}

/** What is wrong with a coding, the gravest first; null when it still reads what was coded. */
function problemOfCoding(
  coding: CodingFacts,
  source: SourceFacts,
  text: string,
): Problem['kind'] | null {
  const { start, end } = coding;
  if (coding.project_id !== source.project_id || coding.code_project_id !== source.project_id)
    return 'codingElsewhere';
  if (!(0 <= start && start < end && end <= text.length)) return 'codingOutside';
  if (sha256(text.slice(start, end)) !== coding.quote_sha256) return 'codingText';
  if (isInsideCharacter(text, start) || isInsideCharacter(text, end)) return 'codingSplits';
  return null;
}

/** Between the two halves of a character outside the basic plane. */
function isInsideCharacter(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

/** Segments follow one another without overlap, inside the text, and leave out nothing but white space. */
export function doSegmentsCover(
  segments: readonly { start: number; end: number }[],
  text: string,
): boolean {
  let reached = 0;
  for (const { start, end } of segments) {
    if (start < reached || end > text.length || !isBlank(text.slice(reached, start))) return false;
    reached = end;
  }
  return isBlank(text.slice(reached));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
