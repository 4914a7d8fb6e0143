import { DEFAULTS } from '../../views/analysis/address.ts';
import type { CodeCount, SourceCounts } from '../../views/analysis/CodeCounts.tsx';
import type { Choices } from '../../views/analysis/types.ts';
import { behindCell } from '../domain/crosstab/behind.ts';
import { NotFound } from '../domain/errors.ts';
import { getSettings } from '../projects/index.ts';
import { classificationOf } from './columns.ts';
import type { Words } from './facets.ts';
import type { Reader } from './study.ts';
import { countThemes, loadStudy, type Themes } from './themes.ts';

export interface CodeCounts {
  code: { id: number; name: string; path: string };
  counts: CodeCount[];
  sources: SourceCounts;
  /** Fewest respondents behind a number that is shown. */
  minCell: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
}

/**
 * One code's rows of the tables of themes by group and region, so that its numbers, and what is hidden of them, are the
 * same as there; and its passages by source.
 * @throws NotFound `codebook.noCode`
 */
export async function countCode(
  reader: Reader,
  codeId: number,
  own: boolean,
  words: Words,
): Promise<CodeCounts> {
  const tables: { choices: Choices; themes: Themes }[] = [];
  for (const by of ['group', 'region'] as const) {
    const choices = { ...DEFAULTS, by, own };
    tables.push({ choices, themes: await countThemes(reader, choices, words, { theme: codeId }) });
  }
  const [first] = tables;
  const code = first?.themes.table.rows.find((row) => row.codeId === codeId);
  if (!first || !code) throw new NotFound('codebook.noCode');
  return {
    code: { id: codeId, name: code.name, path: code.path },
    counts: tables.map(({ choices, themes }) => ({ choices, ...rowOf(themes, codeId) })),
    sources: await countSources(reader, codeId, own, words, first.themes.table.minCell),
    minCell: first.themes.table.minCell,
    withdrawn: first.themes.withdrawn,
  };
}

/**
 * Passages by source. In most interviews one respondent speaks: where small groups are hidden, interviews are not shown
 * one by one, whatever the number, and how many are left out is said of all of them, not of those that have the code.
 */
async function countSources(
  reader: Reader,
  codeId: number,
  own: boolean,
  words: Words,
  minCell: number,
): Promise<SourceCounts> {
  const { study, facets } = await loadStudy(reader, DEFAULTS, words);
  const settings = await getSettings(reader);
  const options = {
    unit: 'passages',
    over: 'all',
    withSubcodes: !own,
    countDebriefs: settings.counts_debriefs === 1,
  } as const;
  const counting = { options, sources: study.sources, interviews: study.interviews };
  const by = classificationOf(facets, { by: 'source', and: null }, counting, words);
  const counts = new Map<number, number>();
  for (const { sourceId } of behindCell(study, by, options, { codeId, column: null }).passages)
    counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  const documents = study.sources.filter(({ interviewId }) => interviewId === null);
  const open = new Set(documents.map(({ id }) => id));
  const columns = facets.get('source')?.columns ?? [];
  const shown = columns
    .map(({ key, label }) => ({ id: Number(key), name: label }))
    .filter(({ id }) => counts.has(id) && (minCell <= 1 || open.has(id)));
  return {
    lines: shown
      .map((source) => ({ ...source, count: counts.get(source.id) ?? 0 }))
      .sort((a, b) => b.count - a.count),
    hidden: minCell <= 1 ? 0 : study.sources.length - documents.length,
  };
}

function rowOf({ table }: Themes, codeId: number): Pick<CodeCount, 'lines' | 'total'> {
  const row = table.rows.find((one) => one.codeId === codeId);
  const at = (place: number) => ({
    value: (place < table.columns.length ? row?.cells[place] : row?.total) ?? null,
    of: row?.of[place] ?? 0,
    isSmall: row?.small[place] ?? false,
  });
  return {
    lines: table.columns.map(({ key, label }, place) => ({ key, label, ...at(place) })),
    total: { key: null, label: null, ...at(table.columns.length) },
  };
}
