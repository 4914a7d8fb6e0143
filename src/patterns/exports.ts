import { toCsv, type CsvValue } from '../domain/csv/write.ts';
import type { Covered } from '../domain/patterns/index.ts';
import type { ComparedTable } from './compare.ts';
import type { CoverageTable } from './coverage.ts';
import type { SaturationTable } from './saturation.ts';
import { pairAt, type TogetherTable } from './together.ts';
import type { SaidTable } from './words.ts';

/** A line for every two codes that come together; a hidden number is empty. */
export function togetherCsv(table: TogetherTable): string {
  return toCsv(
    ['code', 'other', 'count', 'jaccard'],
    togetherLines(table).map(({ code, other, count, jaccard }) => [code, other, count, jaccard]),
  );
}

export interface TogetherLine {
  code: string;
  other: string;
  count: number | null;
  jaccard: number | null;
}

/** Every two codes that come together, each two once. */
export function togetherLines(table: TogetherTable): TogetherLine[] {
  const lines: TogetherLine[] = [];
  for (let a = 0; a < table.rows.length; a += 1) {
    for (let b = a + 1; b < table.rows.length; b += 1) {
      const pair = pairAt(table, a, b);
      if (pair.count === 0) continue;
      const { count } = pair;
      lines.push({
        code: pair.a?.path ?? '',
        other: pair.b?.path ?? '',
        count,
        jaccard: rounded(pair.jaccard),
      });
    }
  }
  return lines;
}

export function saturationCsv({ rows }: SaturationTable): string {
  return toCsv(
    ['interview', 'date', 'new_codes', 'codes_so_far', 'codings', 'codings_so_far'],
    rows.map((row) => [
      row.reference,
      row.date,
      row.newCodes.length,
      row.codesSoFar,
      row.codings,
      row.codingsSoFar,
    ]),
  );
}

/** Characters are code units; the first line says out of how many. */
export function coverageCsv({ rows, whole }: CoverageTable): string {
  const numbers = (covered: Covered | null): CsvValue[] =>
    (['text', 'segments', 'said'] as const).flatMap((of) => [
      covered?.[of] ?? null,
      covered === null || whole[of] === 0 ? null : rounded(covered[of] / whole[of]),
    ]);
  return toCsv(
    [
      'code',
      'characters',
      'share of text',
      'segments',
      'share of segments',
      'respondents’ characters',
      'share of respondents’ words',
    ],
    [
      ['whole', ...numbers(whole)],
      ...rows.map((row): CsvValue[] => [row.path, ...numbers(row.covered)]),
    ],
  );
}

/** The first line, `words`, says out of how many; a hidden number is empty. */
export function saidCsv({ columns, rows, words }: SaidTable): string {
  return toCsv(
    ['word', ...columns.map(({ label }) => label), 'total'],
    [
      ['words', ...columns.map((column) => column.words), words],
      ...rows.map(({ word, cells, total }): CsvValue[] => [word, ...cells, total]),
    ],
  );
}

/** The first line, `respondents`, says out of how many; a row with a hidden number has no test. */
export function comparedCsv({ groups, rows }: ComparedTable): string {
  return toCsv(
    ['code', ...groups.map(({ label }) => label), 'test', 'statistic', 'degrees', 'p', 'v'],
    [
      ['respondents', ...groups.map(({ n }) => n)],
      ...rows.map(({ path, counts, comparison }): CsvValue[] => [
        path,
        ...counts,
        ...testCells(comparison),
      ]),
    ],
  );
}

function testCells(comparison: ComparedTable['rows'][number]['comparison']): CsvValue[] {
  if (comparison === null) return ['hidden', null, null, null, null];
  if (comparison.test === 'none') return [comparison.because, null, null, null, null];
  const isChiSquare = comparison.test === 'chi-square';
  return [
    comparison.test,
    isChiSquare ? rounded(comparison.statistic) : null,
    isChiSquare ? comparison.degrees : null,
    Number(comparison.p.toPrecision(4)),
    rounded(comparison.effect),
  ];
}

/** To four decimals: more would be a show of exactness. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;
