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
  const rows: { id: number; found: ReadonlySet<number> }[] = [];
  for (const id of ids) {
    const { passages, code, name } = await foundBy(reader, id, whole);
    const found = passages.flatMap((passage) => passage.codings.map((one) => one.id));
    rows.push({ id, found: new Set(found) });
    codes.push({
      id: -id,
      parentId: code,
      name: words.queries.named(name),
      position: LAST,
      isPart: true,
    });
  }
  return { ...study, codes, codings: withRows(study.codings, rows) };
}

/** Kept for as long as the list is, as what is counted of it is: one table after another has the same rows. */
const kept = new WeakMap<readonly Coding[], Map<string, readonly Coding[]>>();

function withRows(
  codings: readonly Coding[],
  rows: readonly { id: number; found: ReadonlySet<number> }[],
): readonly Coding[] {
  const name = rows.map(({ id }) => id).join();
  const known = kept.get(codings) ?? new Map<string, readonly Coding[]>();
  kept.set(codings, known);
  const before = known.get(name);
  if (before) return before;
  const all = codings.flatMap((coding): Coding[] => {
    const own = rows
      .filter(({ found }) => found.has(coding.id))
      .map(({ id }): RowCoding => ({ ...coding, codeId: -id, given: coding.codeId }));
    return own.length === 0 ? [coding] : [coding, ...own];
  });
  known.set(name, all);
  return all;
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
