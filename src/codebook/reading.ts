import { readPlaced, type Separator } from '../domain/codetree/index.ts';
import { isMarkdown, readMarkdown } from '../domain/codetree/markdown.ts';
import { writeQdc } from '../domain/codetree/qdc.ts';
import { toCsv } from '../domain/csv/write.ts';
import { Invalid } from '../domain/errors.ts';
import { decodeText, FileRefused, openZip, readXlsx, sniff, type Sheet } from '../files/index.ts';
import { readQdc, readQdcNow, type ReadCode } from './qdc-read.ts';
import { LINE_COLUMN, readTable, RULES, type ReadTable } from './table.ts';
import type { Warning } from './warnings.ts';

/** A codebook on its way in, as text that can be looked at, sent along and read again. */
export interface Brought {
  /** CSV, Markdown or REFI-QDA. */
  text: string;
  /** What reading the file itself had to say. */
  warnings: Warning[];
}

/** Longest XML in code units: of a file, which is read a piece at a time, and of text read at once. */
const LONGEST_FILE = 100_000_000;
const LONGEST_TEXT = 10_000_000;

const isXml = (text: string): boolean => /^\uFEFF?\s*</u.test(text);

/**
 * A codebook from the bytes of a file, whatever it is called: CSV or Markdown in any encoding, XLSX, a REFI-QDA codebook,
 * or the codes of a REFI-QDA project.
 * @throws Invalid `codebook.notText`, `fileRefused`, and as `readQdc`
 */
export async function bringIn(bytes: Buffer, newGuid: () => string): Promise<Brought> {
  try {
    if (sniff(bytes) === 'zip') return await fromArchive(bytes, newGuid);
  } catch (error) {
    if (error instanceof FileRefused) throw new Invalid('codebook.fileRefused', {}, 'file');
    throw error;
  }
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Invalid('codebook.notText', {}, 'file');
  if (!isXml(decoded.text)) return { text: decoded.text, warnings: [] };
  const brought = await fromXml(decoded.text, newGuid);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb;
  if (hasMark) brought.warnings.unshift({ code: 'qdcMark', params: {} });
  return brought;
}

async function fromArchive(bytes: Buffer, newGuid: () => string): Promise<Brought> {
  const zip = await openZip(bytes);
  if (zip.names.has('xl/workbook.xml')) return fromWorkbook(await readXlsx(bytes));
  const [project, second] = [...zip.names].filter((name) => /^[^/]+\.qde$/iu.test(name));
  if (project === undefined || second !== undefined)
    throw new Invalid('codebook.notText', {}, 'file');
  const decoded = decodeText(await zip.read(project));
  if (decoded === null) throw new Invalid('codebook.notText', {}, 'file');
  return fromXml(decoded.text, newGuid);
}

/** The first sheet with anything in it, with the lines its rows stand on. */
function fromWorkbook(sheets: readonly Sheet[]): Brought {
  const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');
  const rows = sheets
    .map((sheet) => sheet.rows.filter(({ cells }) => isFilled(cells)))
    .find((filled) => filled.length > 0);
  const [heading, ...rest] = rows ?? [];
  const numbered = rest.map(({ line, cells }) => [String(line), ...cells]);
  return { text: toCsv([LINE_COLUMN, ...(heading?.cells ?? [])], numbered), warnings: [] };
}

/** Only the codes are kept of a file that may hold a whole project. */
async function fromXml(xml: string, newGuid: () => string): Promise<Brought> {
  if (xml.length > LONGEST_FILE) throw new Invalid('codebook.qdcLarge', {}, 'file');
  const { codes, warnings } = await readQdc(xml, newGuid);
  return { text: writeQdc(codes, 'Earmark'), warnings };
}

/** What a text says of codes, whichever of the formats it is in. */
export interface ReadBook extends ReadTable {
  warnings: Warning[];
}

/**
 * Reads a codebook from text. What is wrong with a table is in `errors`.
 * @throws Invalid as `readQdc`, for XML that cannot be read
 */
export function readBook(
  text: string,
  separator: Separator | null,
  newGuid: () => string,
): ReadBook {
  if (isXml(text)) return fromCodes(text, newGuid);
  if (!isMarkdown(text)) return { ...readTable(text, separator), warnings: [] };
  const codes = readMarkdown(text).map(({ line, names, ...cells }) => ({ line, names, cells }));
  return { ...placed(codes), warnings: [] };
}

function fromCodes(text: string, newGuid: () => string): ReadBook {
  if (text.length > LONGEST_TEXT) throw new Invalid('codebook.qdcLarge', {}, 'file');
  const { codes, warnings } = readQdcNow(text, newGuid);
  return { ...placed(codes.map(cellsOf)), warnings };
}

const cellsOf = (code: ReadCode) => ({
  line: code.line,
  names: code.names,
  cells: {
    guid: code.guid,
    definition: code.definition,
    use_when: code.use_when,
    not_when: code.not_when,
    example: code.example,
    colour: code.colour ?? '',
    key: code.key ?? '',
    codable: code.isCodable ? 'yes' : 'no',
  },
});

function placed(codes: Parameters<typeof readPlaced>[0]): Omit<ReadBook, 'warnings'> {
  const { lines, errors } = readPlaced(codes, { ...RULES, separator: '>' });
  return { lines, errors, unknownColumns: [], separator: '>', separators: new Map() };
}
