import type { PassageBehind } from '../domain/crosstab/behind.ts';
import { toCsv, type CsvValue } from '../domain/csv/write.ts';
import { createOffsetIndex, type OffsetIndex } from '../domain/text/offsets.ts';
import { markedCodings } from './marks.ts';
import { loadTexts, peopleNamed, type Names } from './passages.ts';
import type { Coding, Reader } from './study.ts';

/** New ones are added at the end. */
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
  'for_report',
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
  const forReport = await markedCodings(reader, 'for_report');
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
      forReport.has(coding.id) ? 'yes' : 'no',
    ]);
  });
  return toCsv(PASSAGE_COLUMNS, lines);
}
