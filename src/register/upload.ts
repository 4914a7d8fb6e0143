import { readCsv } from '../domain/csv/read.ts';
import { Invalid } from '../domain/errors.ts';
import { decodeText, FileRefused, readXlsx, sniff, type Sheet } from '../files/index.ts';

/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 20_000_000;
/** Largest text that is read as a pasted register, in code units; the longest registers are a hundredth of it. */
export const LONGEST_PASTE = 1_000_000;

export interface TableFile {
  /** The sheets of a workbook; of CSV one without a name. */
  sheets: Sheet[];
  /** The encoding its letters look most like, where the file does not tell; null when it is sure. */
  assumed: string | null;
}

/**
 * A register in a file, CSV or XLSX as its content says.
 * @throws Invalid with a sentence that says what the file is instead, and what to do
 */
export async function readTableFile(name: string, bytes: Buffer): Promise<TableFile> {
  checkSize(name, bytes);
  if (sniff(bytes) === 'zip') return { sheets: await workbook(name, bytes), assumed: null };
  const { text, assumed } = textOf(name, bytes);
  const reading = readCsv(text);
  if (!reading.ok)
    throw new Invalid(
      'register.csvQuote',
      { name, line: reading.line, column: reading.column },
      'file',
    );
  return { sheets: [{ name: '', rows: reading.rows }], assumed };
}

/**
 * A register in a text file, as it was pasted from a document.
 * @throws Invalid as `readTableFile`
 */
export function readPasteFile(
  name: string,
  bytes: Buffer,
): { text: string; assumed: string | null } {
  checkSize(name, bytes);
  const read = textOf(name, bytes);
  checkPaste(read.text);
  return read;
}

/** @throws Invalid `register.pasteTooLong` */
export function checkPaste(text: string): void {
  if (text.length > LONGEST_PASTE)
    throw new Invalid('register.pasteTooLong', { most: LONGEST_PASTE }, 'text');
}

function checkSize(name: string, bytes: Buffer): void {
  if (bytes.length > LARGEST_FILE)
    throw new Invalid('register.fileTooLarge', { name, megabytes: LARGEST_FILE / 1e6 }, 'file');
  if (bytes.length === 0) throw new Invalid('register.emptyFile', { name }, 'file');
}

async function workbook(name: string, bytes: Buffer): Promise<Sheet[]> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new Invalid(`register.xlsx_${error.reason}`, { name }, 'file');
  }
}

function textOf(name: string, bytes: Buffer): { text: string; assumed: string | null } {
  const kind = sniff(bytes);
  const decoded = kind === 'text' ? decodeText(bytes) : null;
  if (decoded === null) throw new Invalid('register.notTable', { name, kind }, 'file');
  const isAssumed = decoded.notices.some(({ code }) => code === 'encodingAssumed');
  return { text: decoded.text, assumed: isAssumed ? decoded.encoding : null };
}
