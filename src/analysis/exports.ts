import { shareOf } from '../../views/analysis/share.ts';
import type { Show } from '../../views/analysis/types.ts';
import type { PassageBehind } from '../domain/crosstab/behind.ts';
import type { Crosstab } from '../domain/crosstab/crosstab.ts';
import { toCsv, type CsvValue } from '../domain/csv/write.ts';
import { createOffsetIndex, type OffsetIndex } from '../domain/text/offsets.ts';
import { loadTexts, peopleNamed, type Names } from './passages.ts';
import type { Coding, Reader } from './study.ts';

/**
 * A table as CSV: a line for each code, a column for each column and `total`; the first line, `denominator`, says out
 * of how many. A protected cell is empty. Shares are fractions from 0 to 1, in columns of their own.
 */
export function themesCsv(table: Crosstab, show: Show): string {
  const denominators = [...table.columns.map((column) => column.denominator), table.denominator];
  const labels = [...table.columns.map((column) => column.label), 'total'];
  const kinds = show === 'both' ? (['count', 'percent'] as const) : [show];
  const header = [
    'code',
    ...labels.flatMap((label) =>
      kinds.map((kind) => (kind === 'count' ? label : `${label} share`)),
    ),
  ];
  const cellsOf = (values: readonly (number | null)[]): CsvValue[] =>
    values.flatMap((value, at) =>
      kinds.map((kind) =>
        kind === 'count' ? value : rounded(shareOf(value, denominators[at] ?? 0)),
      ),
    );
  const denominatorLine: CsvValue[] = denominators.flatMap((value) =>
    kinds.map((kind) => (kind === 'count' || show === 'percent' ? value : null)),
  );
  return toCsv(header, [
    ['denominator', ...denominatorLine],
    ...table.rows.map((row) => [row.path, ...cellsOf([...row.cells, row.total])]),
  ]);
}

/** To four decimals: more would be a show of exactness. */
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 10_000;

const PASSAGE_COLUMNS = [
  'source',
  'interview',
  'respondents',
  'group',
  'region',
  'code',
  'coder',
  'start',
  'end',
  'quote',
];

/**
 * The passages behind one number: a line for each coding of each passage. Offsets are code points, the end exclusive;
 * several respondents, groups or regions stand with `;` between them.
 */
export async function passagesCsv(
  reader: Reader,
  passages: readonly PassageBehind<Coding>[],
  names: Names,
): Promise<string> {
  const texts = await loadTexts(reader, [...new Set(passages.map((one) => one.sourceId))]);
  const indexes = new Map<number, OffsetIndex>();
  const indexOf = (sourceId: number): OffsetIndex => {
    const index = indexes.get(sourceId) ?? createOffsetIndex(texts.get(sourceId) ?? '');
    indexes.set(sourceId, index);
    return index;
  };
  const lines = passages.flatMap(({ sourceId, start, end, respondentIds, codings }) => {
    const people = peopleNamed(respondentIds, names);
    const listed = (values: readonly (string | null)[]) =>
      [...new Set(values.filter((value) => value !== null))].join('; ');
    return codings.map((coding): CsvValue[] => [
      names.sources.get(sourceId) ?? '',
      names.interviews.get(coding.interviewId ?? 0) ?? null,
      listed(people.map((person) => person.reference)),
      listed(people.map((person) => person.group)),
      listed(people.map((person) => person.region)),
      names.codes.get(coding.codeId)?.path ?? '',
      names.coders.get(coding.coderId) ?? '',
      indexOf(sourceId).toCodePoints(start),
      indexOf(sourceId).toCodePoints(end),
      (texts.get(sourceId) ?? '').slice(start, end),
    ]);
  });
  return toCsv(PASSAGE_COLUMNS, lines);
}
