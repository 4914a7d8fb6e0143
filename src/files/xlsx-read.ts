import { ZipFile } from 'yazl';
import { FileRefused } from './refused.ts';
import { openZip, readPart } from './zip.ts';

/** One row of a sheet and the line it stands on, from 1. */
export interface SheetRow {
  line: number;
  cells: string[];
}

export interface XlsxReading {
  /** The names of all sheets, in their order. */
  sheets: string[];
  /** The one that was read. */
  sheet: string;
  rows: SheetRow[];
}

/** Cells of a sheet that are read; a sheet that claims more is no register. */
const MOST_CELLS = 2_000_000;
const MIDNIGHT = 'T00:00:00.000Z';
/** Cells with a time and no day lie on the day before the first one Excel knows. */
const NO_DAY = /^(?:1899-12-3[01]|1904-01-01|1900-01-00)T/;

/**
 * Only for the process that `readApart` starts. The parser gets a new archive of the parts it needs, each taken out of
 * the old one within its limits: it would not look at the directory itself.
 */
export async function readXlsxHere(bytes: Buffer, wanted: string | null): Promise<XlsxReading> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const workbook = await readSheets(new Blob([await plainArchive(bytes)]), { trim: false });
  const sheets = workbook.map(({ sheet }) => sheet);
  const found = wanted === null ? workbook[0] : workbook.find(({ sheet }) => sheet === wanted);
  if (!found) throw new FileRefused('noSheet');
  const width = found.data.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * found.data.length > MOST_CELLS) throw new FileRefused('slow');
  const rows = found.data.map((row, i) => ({ line: i + 1, cells: row.map(cellText) }));
  return { sheets, sheet: found.sheet, rows };
}

async function plainArchive(bytes: Buffer): Promise<Buffer<ArrayBuffer>> {
  const zip = await openZip(bytes);
  const packed = new ZipFile();
  for (const name of zip.names)
    if (/\.(?:xml|rels)$/iu.test(name))
      packed.addBuffer(await readPart(zip, name), name, { compress: false });
  packed.end();
  const chunks: Buffer[] = [];
  for await (const chunk of packed.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A cell as text. A date cell holds a day, whatever it looks like in the program, and comes out as that day. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value as string | number);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  if (NO_DAY.test(iso)) return iso.slice(11, 16);
  return iso.endsWith(MIDNIGHT) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
