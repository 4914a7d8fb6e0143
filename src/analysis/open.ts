import type { OpenPassages } from '../../views/analysis/Passages.tsx';
import type { CellName } from '../../views/analysis/types.ts';
import { NotFound } from '../domain/errors.ts';
import { loadNames, peopleNamed, readPassages, sortedPassages, type Names } from './passages.ts';
import type { Reader } from './study.ts';
import { openCell, type OpenCell, type Themes } from './themes.ts';

/**
 * One page of the passages behind a number, ready to show.
 * @param size passages on a page
 * @throws NotFound `analysis.noCell`
 */
export async function openPassages(
  reader: Reader,
  themes: Themes,
  cell: CellName,
  { page, size }: { page: number; size: number },
): Promise<OpenPassages> {
  const found = openCell(themes, cell);
  if (found === null) throw new NotFound('analysis.noCell');
  const { behind, name: code, path, column } = found;
  const shown = { cell, code, path, column, unit: themes.options.unit, over: themes.options.over };
  if (behind === null)
    return { ...shown, count: null, passageCount: 0, from: 0, passages: [], notMentioned: [] };
  const names = await loadNames(reader);
  const first = (page - 1) * size;
  const part = sortedPassages(behind, names).slice(first, first + size);
  return {
    ...shown,
    count: { value: behind.count, of: behind.denominator },
    passageCount: behind.passages.length,
    from: first + 1,
    passages: await readPassages(reader, part, names),
    notMentioned: themes.options.over === 'asked' ? notMentioned(reader, found, themes, names) : [],
  };
}

/** Respondents or interviews that were asked and are not counted, by reference. */
function notMentioned(
  { projectId }: Reader,
  { behind }: OpenCell,
  { options }: Themes,
  names: Names,
): OpenPassages['notMentioned'] {
  const ids = behind?.notCounted ?? [];
  const base = `/projects/${projectId}`;
  if (options.unit === 'respondents')
    return peopleNamed(ids, names).map(({ id, reference }) => ({
      href: `${base}/respondents/${id}`,
      reference,
    }));
  return ids
    .map((id) => ({
      href: `${base}/interviews/${id}`,
      reference: names.interviews.get(id) ?? '',
    }))
    .sort((a, b) => a.reference.localeCompare(b.reference, 'en', { numeric: true }));
}
