import { ZipFile } from 'yazl';
import { FileRefused } from './refused.ts';
import { openZip, readPart } from './zip.ts';

/** One row of a sheet and the line it stands on, from 1. */
export interface SheetRow {
  line: number;
  cells: string[];
}

export interface Sheet {
  name: string;
  rows: SheetRow[];
}

/** Cells of a workbook that are read; one that claims more is no register. */
const MOST_CELLS = 2_000_000;
const MIDNIGHT = 'T00:00:00.000Z';
/** Cells with a time and no day lie on the day before the first one Excel knows. */
const NO_DAY = /^(?:1899-12-3[01]|1904-01-01|1900-01-00)T/;

/**
 * Only for the process that `readApart` starts. The parser gets a new archive of the parts it needs, each taken out of
 * the old one within its limits: it would not look at the directory itself.
 */
export async function readXlsxHere(bytes: Buffer): Promise<Sheet[]> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const workbook = await readSheets(new Blob([await plainArchive(bytes)]), { trim: false });
  return workbook.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row, i) => ({ line: i + 1, cells: row.map(cellText) })),
  }));
}

async function plainArchive(bytes: Buffer): Promise<Buffer<ArrayBuffer>> {
  const zip = await openZip(bytes);
  const packed = new ZipFile();
  let cells = 0;
  for (const name of zip.names) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    const part = await readPart(zip, name);
    if (name.startsWith('xl/worksheets/')) cells += cellsClaimed(part.toString('latin1'));
    if (cells > MOST_CELLS) throw new FileRefused('slow');
    packed.addBuffer(part, name, { compress: false });
  }
  packed.end();
  const chunks: Buffer[] = [];
  for await (const chunk of packed.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Cells between the first and the last that a sheet names: the parser makes them all, however few are filled. */
function cellsClaimed(xml: string): number {
  let [rows, columns] = [0, 0];
  for (const [, row] of xml.matchAll(/<row\b[^>]*?\br="(\d+)"/gu))
    rows = Math.max(rows, Number(row));
  for (const [, letters = '', row] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]+)(\d+)"/gu)) {
    columns = Math.max(columns, columnNumber(letters));
    rows = Math.max(rows, Number(row));
  }
  return rows * columns;
}

/** `A` 1, `Z` 26, `AA` 27. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

/** A cell as text. A date cell holds a day, whatever it looks like in the program, and comes out as that day. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value as string | number);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Excel counts days, so that half past nine comes out a part of a second early.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  if (NO_DAY.test(iso)) return iso.slice(11, 16);
  return iso.endsWith(MIDNIGHT) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
