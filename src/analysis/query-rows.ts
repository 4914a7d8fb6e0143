import type { Behind } from '../domain/crosstab/behind.ts';
import type { Study, StudyCode } from '../domain/crosstab/study.ts';
import type { Words } from './facets.ts';
import { foundBy, type Whole } from './query-facets.ts';
import type { Coding, Reader } from './study.ts';

/** After every code beside it. */
const LAST = Number.MAX_SAFE_INTEGER;

/** A coding that counts in the row of a saved query, with the code it was given. */
interface RowCoding extends Coding {
  readonly given: number;
}

/**
 * The study with a row for each of these saved queries: a code with the query's id, negative, under the code it looks for
 * (at the end where it looks for several), whose codings are those of the passages found. As a sub-code it is protected
 * with the code above it.
 * @param whole the project, of which `study` is the part that counts
 * @throws NotFound `analysis.noQuery`
 */
export async function withQueryRows(
  reader: Reader,
  study: Study<Coding>,
  whole: Whole,
  ids: readonly number[],
  words: Pick<Words, 'queries'>,
): Promise<Study<Coding>> {
  if (ids.length === 0) return study;
  const codes: StudyCode[] = [...study.codes];
  const codings: Coding[] = [...study.codings];
  for (const id of ids) {
    const { passages, code, name } = await foundBy(reader, id, whole);
    const found = new Set(passages.flatMap((passage) => passage.codings.map((one) => one.id)));
    codes.push({
      id: -id,
      parentId: code,
      name: words.queries.named(name),
      position: LAST,
      isPart: true,
    });
    for (const coding of study.codings) {
      if (!found.has(coding.id)) continue;
      const own: RowCoding = { ...coding, codeId: -id, given: coding.codeId };
      codings.push(own);
    }
  }
  return { ...study, codes, codings };
}

/** What stands behind a number of such a row, under the codes that were given. */
export const asGiven = (behind: Behind<Coding>): Behind<Coding> => ({
  ...behind,
  passages: behind.passages.map((passage) => ({
    ...passage,
    codings: passage.codings.map((coding) =>
      'given' in coding ? { ...coding, codeId: (coding as RowCoding).given } : coding,
    ),
  })),
});
