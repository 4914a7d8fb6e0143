import type { OpenPassages } from '../../views/analysis/Passages.tsx';
import type { MarkedPassages } from '../../views/analysis/PassagesPage.tsx';
import type { CellName } from '../../views/analysis/types.ts';
import { behindCell } from '../domain/crosstab/behind.ts';
import { NotFound } from '../domain/errors.ts';
import { loadForReport } from './marks.ts';
import { loadNames, peopleNamed, readPassages, sortedPassages, type Names } from './passages.ts';
import type { Reader } from './study.ts';
import { openCell, type Themes } from './themes.ts';

/** Of those who did not mention it, at most so many are listed. */
const LISTED = 300;

/** All that is said of a number that is protected. */
const HIDDEN = {
  count: null,
  passageCount: 0,
  forReport: 0,
  from: 0,
  passages: [],
  notMentioned: { of: 'people', n: 0, listed: [] },
} as const;

/**
 * One page of the passages behind a number, ready to show.
 * @param size passages on a page
 * @param report only those marked for the report
 * @throws NotFound `analysis.noCell`
 */
export async function openPassages(
  reader: Reader,
  themes: Themes,
  cell: CellName,
  { page, size, report = false }: { page: number; size: number; report?: boolean },
): Promise<MarkedPassages> {
  const found = openCell(themes, cell);
  if (found === null) throw new NotFound('analysis.noCell');
  const { behind, name: code, path, column } = found;
  const shown = { cell, code, path, column, unit: themes.options.unit, over: themes.options.over };
  if (behind === null) return { ...shown, ...HIDDEN };
  const names = await loadNames(reader);
  const first = (page - 1) * size;
  const all = sortedPassages(behind, names);
  const isForReport = await loadForReport(reader);
  const marked = all.filter(isForReport);
  const part = (report ? marked : all).slice(first, first + size);
  return {
    ...shown,
    count: { value: behind.count, of: behind.denominator },
    passageCount: all.length,
    forReport: marked.length,
    from: first + 1,
    passages: await readPassages(reader, part, names, isForReport),
    notMentioned: notMentioned(reader, themes, cell, names),
  };
}

/**
 * Respondents, interviews or documents that could have been counted and are not, by reference. Passages have no list of
 * their own: there it is respondents too, who are never fewer than the minimum where a number is shown.
 */
function notMentioned(
  { projectId }: Reader,
  { study, by, options }: Themes,
  cell: CellName,
  names: Names,
): OpenPassages['notMentioned'] {
  const base = `/projects/${projectId}`;
  const unit = options.unit === 'passages' ? 'respondents' : options.unit;
  const ids = behindCell(study, by, { ...options, unit }, cell).notCounted;
  const n = ids.length;
  if (unit === 'respondents' || unit === 'people') {
    const people = peopleNamed(ids, names).slice(0, LISTED);
    const listed = people.map(({ id, reference }) => ({
      href: `${base}/respondents/${id}`,
      reference,
    }));
    return { of: 'people', n, listed };
  }
  const [place, of] =
    unit === 'interviews'
      ? (['interviews', names.interviews] as const)
      : (['sources', names.sources] as const);
  const listed = ids
    .map((id) => ({ href: `${base}/${place}/${id}`, reference: of.get(id) ?? '' }))
    .sort((a, b) => a.reference.localeCompare(b.reference, 'en', { numeric: true }))
    .slice(0, LISTED);
  return { of: unit, n, listed };
}
