import { parseDate, type DateReading, type DayOrder } from '../dates/index.ts';
import type { RowReader } from './reader.ts';

export interface When {
  date: string | null;
  endDate: string | null;
}

const span = ({ date, end }: DateReading): string => (end === undefined ? date : `${date}/${end}`);

function readCell(
  reader: RowReader,
  field: 'date' | 'end_date',
  order: DayOrder | null,
): DateReading | null {
  const text = reader.text(field);
  if (text === '') return null;
  const parsed = parseDate(text, { order });
  if (parsed.kind === 'date') return parsed;
  if (parsed.kind === 'unknown') reader.problem(field, text, parsed.reason);
  else reader.doubt(field, text, parsed.readings.map(span).join(' or '), parsed.reason, true);
  return null;
}

/** The day or days of an interview, from one column with a range or from two. */
export function readWhen(reader: RowReader, order: DayOrder | null): When {
  const start = readCell(reader, 'date', order);
  const end = readCell(reader, 'end_date', order);
  const none = { date: null, endDate: null };
  if (reader.isStopped) return none;
  if (!start) {
    if (end) reader.problem('end_date', reader.text('end_date'), 'end-without-date');
    return none;
  }
  if (!end) return { date: start.date, endDate: start.end ?? null };
  const last = end.end ?? end.date;
  if (start.end !== undefined && start.end !== last)
    reader.problem('end_date', reader.text('end_date'), 'end-twice');
  else if (last < start.date) reader.problem('end_date', reader.text('end_date'), 'backwards');
  return { date: start.date, endDate: last === start.date ? null : last };
}
