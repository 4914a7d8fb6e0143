import { readPlaced, type Separator } from '../domain/codetree/index.ts';
import { isMarkdown, readMarkdown } from '../domain/codetree/markdown.ts';
import { writeQdc, type QdcSet } from '../domain/codetree/qdc.ts';
import { toCsv } from '../domain/csv/write.ts';
import { Invalid } from '../domain/errors.ts';
import {
  decodeText,
  FileRefused,
  openZip,
  readQdc,
  readXlsx,
  sniff,
  type ReadCode,
  type Sheet,
} from '../files/index.ts';
import { MEMBER_LIMIT, NAME_LIMIT, ROW_LIMIT, TEXT_LIMIT } from './rules.ts';
import { LINE_COLUMN, readTable, RULES, type ReadTable } from './table.ts';
import type { Warning } from './warnings.ts';

/** A codebook on its way in, as text that can be looked at, sent along and read again. */
export interface Brought {
  /** CSV, Markdown or REFI-QDA. */
  text: string;
  /** What reading the file itself had to say. */
  warnings: Warning[];
}

/** Longest XML in code units. */
const LONGEST = 100_000_000;

const isXml = (text: string): boolean => /^\uFEFF?\s*</u.test(text);

/**
 * A codebook from the bytes of a file, whatever it is called: CSV or Markdown in any encoding, XLSX, a REFI-QDA codebook,
 * or the codes of a REFI-QDA project.
 * @throws Invalid `codebook.notText`, `fileRefused`, `qdcLarge`, and the reasons of `readQdc`
 */
export async function bringIn(bytes: Buffer): Promise<Brought> {
  try {
    if (sniff(bytes) === 'zip') return await fromArchive(bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw new Invalid('codebook.fileRefused', {}, 'file');
    throw error;
  }
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Invalid('codebook.notText', {}, 'file');
  if (!isXml(decoded.text)) return { text: decoded.text, warnings: [] };
  const brought = await fromXml(decoded.text);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb;
  if (hasMark) brought.warnings.unshift({ code: 'qdcMark', params: {} });
  return brought;
}

async function fromArchive(bytes: Buffer): Promise<Brought> {
  const zip = await openZip(bytes);
  if (zip.names.has('xl/workbook.xml')) return fromWorkbook(await readXlsx(bytes));
  const [project, second] = [...zip.names].filter((name) => /^[^/]+\.qde$/iu.test(name));
  if (project === undefined || second !== undefined)
    throw new Invalid('codebook.notText', {}, 'file');
  const decoded = decodeText(await zip.read(project));
  if (decoded === null) throw new Invalid('codebook.notText', {}, 'file');
  return fromXml(decoded.text);
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

/** Only the codes and their sets are kept of a file that may hold a whole project. */
async function fromXml(xml: string): Promise<Brought> {
  const { codes, sets, warnings } = await codesOf(xml);
  return { text: writeQdc(codes, 'Earmark', sets), warnings };
}

const LIMITS = { codes: ROW_LIMIT, members: MEMBER_LIMIT, name: NAME_LIMIT, text: TEXT_LIMIT };

async function codesOf(xml: string) {
  if (xml.length > LONGEST) throw new Invalid('codebook.qdcLarge', {}, 'file');
  const answer = await readQdc(xml, LIMITS).catch((error: unknown) => {
    if (error instanceof FileRefused) throw new Invalid('codebook.qdcLarge', {}, 'file');
    throw error;
  });
  if (answer.refused === null) return answer;
  throw new Invalid(answer.refused.code, answer.refused.params, 'file');
}

/** What a text says of codes, whichever of the formats it is in. */
export interface ReadBook extends ReadTable {
  /** Sets of codes; only REFI-QDA has any. */
  sets: QdcSet[];
  warnings: Warning[];
}

/**
 * Reads a codebook from text. What is wrong with a table is in `errors`.
 * @throws Invalid as `bringIn`, for XML that cannot be read
 */
export async function readBook(text: string, separator: Separator | null): Promise<ReadBook> {
  if (isXml(text)) {
    const { codes, sets, warnings } = await codesOf(text);
    return { ...placed(codes.map(cellsOf)), sets, warnings };
  }
  if (!isMarkdown(text)) return { ...readTable(text, separator), sets: [], warnings: [] };
  const codes = readMarkdown(text).map(({ line, names, ...cells }) => ({ line, names, cells }));
  return { ...placed(codes), sets: [], warnings: [] };
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

function placed(codes: Parameters<typeof readPlaced>[0]): Omit<ReadBook, 'warnings' | 'sets'> {
  const { lines, errors } = readPlaced(codes, { ...RULES, separator: '>' });
  return { lines, errors, unknownColumns: [], separator: '>', separators: new Map() };
}
