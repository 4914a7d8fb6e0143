import type { DayOrder } from '../dates/index.ts';
import { readHeadCount, splitList, type Mention } from './cells.ts';
import type { Field } from './columns.ts';
import type { Names } from './names.ts';
import type { RowReader } from './reader.ts';
import type { Facts, Known } from './types.ts';
import { readValue } from './values.ts';

/** The names an import may use or add, and how it reads dates. */
export interface Vocabulary {
  groups: Names;
  regions: Names;
  variables: Names;
  known: Known['variables'];
  order: DayOrder | null;
}

/** One value per respondent; a single one is said of all of them. */
function spread(reader: RowReader, field: string, text: string, count: number): string[] {
  const parts = splitList(text);
  if (count > 1 && parts.length === count) return parts;
  if (count > 1 && parts.length > 1) reader.doubt(field, text, text, 'list-length');
  return Array.from({ length: count }, () => text);
}

/** @param column the variable's name as the file has it */
function readVariable(
  reader: RowReader,
  column: string,
  name: string,
  text: string,
  words: Vocabulary,
): string {
  const shape = words.known.find((variable) => variable.name === name);
  const reading = readValue(shape ?? { type: 'text', options: [] }, text, words.order);
  if (reading.ok) return reading.value;
  if (reading.reason === 'day-or-month') {
    const days = reading.readings.map((r) => r.date).join(' or ');
    reader.doubt(column, text, days, reading.reason, true);
  } else
    reader.problem(
      column,
      text,
      reading.reason,
      shape?.type === 'list' ? shape.options : undefined,
    );
  return '';
}

/** Per respondent, the values the row gives, by the variable's name. */
function readVariables(
  reader: RowReader,
  count: number,
  words: Vocabulary,
): Record<string, string>[] {
  const all = Array.from({ length: count }, (): Record<string, string> => ({}));
  for (const { name: column, text } of reader.variables()) {
    if (text === '') continue;
    const name = words.variables.name(reader, column, column);
    spread(reader, column, text, count).forEach((part, i) => {
      const value = readVariable(reader, column, name, part, words);
      const values = all[i];
      if (values && value !== '') values[name] = value;
    });
  }
  return all;
}

/** What the row says of each of its respondents, in the order they are named in. */
export function readFacts(reader: RowReader, count: number, words: Vocabulary): Facts[] {
  const each = (field: Field): string[] => spread(reader, field, reader.text(field), count);
  const [roles, organisations, groups, regions] = [
    each('role'),
    each('organisation'),
    each('group'),
    each('region'),
  ];
  return readVariables(reader, count, words).map((values, i) => ({
    role: roles[i] ?? '',
    organisation: organisations[i] ?? '',
    group: words.groups.name(reader, 'group', groups[i] ?? ''),
    region: words.regions.name(reader, 'region', regions[i] ?? ''),
    values,
  }));
}

/** How many people each respondent is; null where neither the column nor `(6 people)` says. */
export function readHeadCounts(reader: RowReader, mentions: readonly Mention[]): (number | null)[] {
  const text = reader.text('head_count');
  const own = mentions.map((mention) => mention.headCount);
  if (text === '') return own;
  const parts = splitList(text).map(readHeadCount);
  if (parts.some((count) => count === null)) {
    reader.problem('head_count', text, 'not-a-count');
    return own;
  }
  if (parts.length === mentions.length) {
    const differs = own.some((count, i) => count !== null && count !== parts[i]);
    if (differs)
      reader.doubt(
        'head_count',
        text,
        own.map((count, i) => count ?? parts[i]).join(';'),
        'head-count',
      );
    return own.map((count, i) => count ?? parts[i] ?? null);
  }
  // One number for several respondents is their total, and says nothing new when it is.
  const total = own.reduce<number>((sum, count) => sum + (count ?? 1), 0);
  if (parts[0] !== total) reader.doubt('head_count', text, String(total), 'head-count');
  return own;
}
