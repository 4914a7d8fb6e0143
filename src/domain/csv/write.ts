/** What a cell may hold. `null` is an empty cell. */
export type CsvValue = string | number | boolean | null;

const LINE_END = '\r\n';

/** A spreadsheet reads a cell that begins with one of these as a formula, or lets it through to the next cell. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;
/** So does this when one of our apostrophes is taken away, so that it gets another. */
const STARTS_LIKE_INERT = /^'+[=+\-@\t\r]/;

/** RFC 4180, section 2, rule 6: these force quotes around the field. */
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One field as RFC 4180 writes it.
 *
 * Text that a spreadsheet would run is prefixed with an apostrophe (promise 14), so `-2` as text becomes `'-2`.
 * Numbers are written as numbers, negative ones too; those that are not finite become empty.
 */
export function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  const isCovered = STARTS_FORMULA.test(value) || STARTS_LIKE_INERT.test(value);
  const inert = isCovered ? `'${value}` : value;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** One line with its CRLF. A line of a single empty field is quoted, since readers skip blank lines. */
export function csvLine(values: readonly CsvValue[]): string {
  const line = values.map(csvField).join(',');
  return (values.length === 1 && line === '' ? '""' : line) + LINE_END;
}

/** The lines one by one, for an answer that is sent while it is read. */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
): Generator<string, void, undefined> {
  yield csvLine(header);
  for (const row of rows) yield csvLine(row);
}

/** A whole table as RFC 4180 text: CRLF after every line, the last one too; no byte order mark. */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  let text = csvLine(header);
  for (const row of rows) text += csvLine(row);
  return text;
}
