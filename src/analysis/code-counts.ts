import { DEFAULTS, queryOf } from '../../views/analysis/address.ts';
import type { CodeCount } from '../../views/analysis/CodeCounts.tsx';
import type { Choices } from '../../views/analysis/types.ts';
import { NotFound } from '../domain/errors.ts';
import type { Words } from './facets.ts';
import { oncePerState } from './kept.ts';
import type { Reader } from './study.ts';
import { countThemes, type Themes } from './themes.ts';

export interface CodeCounts {
  code: { id: number; name: string; path: string };
  counts: CodeCount[];
  /** Fewest respondents behind a number that is shown. */
  minCell: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
}

/** Respondents by what they are; passages by where they stand, since nearly every source has one respondent only. */
const COUNTED: readonly Pick<Choices, 'by' | 'count'>[] = [
  { by: 'group', count: 'respondents' },
  { by: 'region', count: 'respondents' },
  { by: 'source', count: 'passages' },
];

/**
 * One code's rows of the tables of themes, so that its numbers, and what is hidden of them, are the same as there.
 * @throws NotFound `codebook.noCode`
 */
export async function countCode(
  reader: Reader,
  codeId: number,
  own: boolean,
  words: Words,
): Promise<CodeCounts> {
  const tables: { choices: Choices; themes: Themes }[] = [];
  for (const counted of COUNTED) {
    const choices = { ...DEFAULTS, ...counted, own };
    tables.push({ choices, themes: await tableOf(reader, choices, words) });
  }
  const [first] = tables;
  const code = first?.themes.table.rows.find((row) => row.codeId === codeId);
  if (!first || !code) throw new NotFound('codebook.noCode');
  return {
    code: { id: codeId, name: code.name, path: code.path },
    counts: tables.map(({ choices, themes }) => ({ choices, ...rowOf(themes, codeId) })),
    minCell: first.themes.table.minCell,
    withdrawn: first.themes.withdrawn,
  };
}

/** Reckoned once for each state of the project: the next code is another row of the same. */
const tableOf = (reader: Reader, choices: Choices, words: Words): Promise<Themes> =>
  oncePerState(reader, `themes ${queryOf(choices).toString()}, ${words.notGiven}`, () =>
    countThemes(reader, choices, words),
  );

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
