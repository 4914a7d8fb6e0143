import { readApart } from './apart.ts';
import { FileRefused } from './refused.ts';
import type { Sheet } from './xlsx-read.ts';
import { openZip } from './zip.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The sheets of a workbook with their rows; dates as ISO 8601.
 * @throws FileRefused, in most cases before anything is inflated
 */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const { names } = await openZip(bytes);
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml'))
    throw new FileRefused('otherKind');
  if (names.has('xl/vbaProject.bin')) throw new FileRefused('macros');
  return readApart('xlsx', bytes);
}

/** A sheet to write: text and numbers only, so that nothing in it can be a formula. */
export interface SheetToWrite {
  name: string;
  header: readonly string[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
  /** Widths of the columns in characters. */
  widths?: readonly number[];
}

/** The only place that knows the library which writes workbooks. */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const library = await import('hucre/xlsx');
  const bold = { font: { bold: true } };
  return library.writeXlsx({
    // The same cells make the same file.
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: sheets.map(({ name, header, rows, widths = [] }) => ({
      name,
      columns: header.map((title, i) => ({ header: title, width: widths[i] ?? 16 })),
      rows: [[...header], ...rows.map((row) => [...row])],
      freezePane: { rows: 1 },
      cells: new Map(header.map((value, column) => [`0,${column}`, { value, style: bold }])),
    })),
  });
}
