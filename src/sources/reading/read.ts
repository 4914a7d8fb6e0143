import { Invalid } from '../../domain/errors.ts';
import { canonicalText } from '../../domain/text/canonical.ts';
import { readCaptions } from '../../domain/text/captions.ts';
import { plainMarkdown } from '../../domain/text/markdown.ts';
import {
  decodeAs,
  decodeHtml,
  decodeText,
  FileRefused,
  readDocument,
  readHtml,
  sniff,
  type FileKind,
  type Notice,
  type Tracked,
} from '../../files/index.ts';
import { LARGEST_FILE, type Reading } from './types.ts';

/** What a name claims to hold, by its extension in lower case. */
const CLAIMS: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  srt: 'text',
  vtt: 'text',
  docx: 'zip',
  odt: 'zip',
  ott: 'zip',
  rtf: 'rtf',
  pdf: 'pdf',
  doc: 'rtf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};
const MARKDOWN = new Set(['md', 'markdown']);
const READ: ReadonlySet<FileKind> = new Set(['html', 'rtf', 'pdf']);
/** Formats that exist in this field and are not read yet: their text would come out with its marks. */
const NOT_YET = new Set(['docm', 'xlsx', 'pptx', 'json', 'xml']);

export interface ReadOptions {
  /** Reads a text file in this encoding instead of finding out. */
  encoding?: string | undefined;
  /** How tracked changes of a document are taken; accepted unless told otherwise. */
  tracked?: Tracked | undefined;
}

/**
 * A file as canonical text, judged by what it holds and not by its name.
 * @throws Invalid with a sentence that says what the file is instead, and what to do
 */
export async function readFile(
  name: string,
  bytes: Buffer,
  { encoding, tracked }: ReadOptions = {},
): Promise<Reading> {
  if (bytes.length > LARGEST_FILE)
    throw new Invalid('sources.fileTooLarge', { name, megabytes: LARGEST_FILE / 1_000_000 });
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = kindOf(bytes, extension);
  checkClaim(name, extension, kind);
  const reading = await read(kind, { name, extension, bytes, encoding, tracked });
  if (reading.text.trim() === '') throw new Invalid('sources.noWords', { name });
  return reading;
}

/** A part of a page, and a page that is XML, are web pages when they are called so. */
function kindOf(bytes: Buffer, extension: string): FileKind {
  const kind = sniff(bytes);
  return CLAIMS[extension] === 'html' && (kind === 'text' || kind === 'xml') ? 'html' : kind;
}

interface File {
  name: string;
  extension: string;
  bytes: Buffer;
  encoding: string | undefined;
  tracked: Tracked | undefined;
}

function read(kind: FileKind, file: File): Reading | Promise<Reading> {
  if (kind === 'zip' || kind === 'rtf' || kind === 'pdf') return asDocument(file);
  return kind === 'html' ? asHtml(file) : asText(file);
}

function checkClaim(name: string, extension: string, kind: FileKind): void {
  if (kind === 'empty') throw new Invalid('sources.emptyFile', { name });
  if (NOT_YET.has(extension)) throw new Invalid('sources.notYet', { name, extension });
  const claim = CLAIMS[extension];
  // Under the name of another kind, someone means them otherwise; a name that says nothing is no reason.
  const isRead = READ.has(kind) && (claim === kind || claim === undefined);
  if (kind !== 'text' && kind !== 'zip' && !isRead)
    throw new Invalid('sources.notReadable', { name, kind });
  if (claim === undefined || claim === kind) return;
  throw new Invalid(kind === 'zip' ? 'sources.zipAsText' : 'sources.textAsDocx', { name });
}

function asText({ name, extension, bytes, encoding }: File): Reading {
  const decoded = encoding === undefined ? decodeText(bytes) : decodeAs(bytes, encoding);
  if (decoded === null) throw new Invalid('sources.notReadable', { name, kind: 'binary' });
  const { encoding: found, notices } = decoded;
  const text = canonicalText(decoded.text);
  const captions = readCaptions(text);
  if (captions) {
    const { cues, turns } = captions;
    const joined: Notice = { code: 'captions', params: { cues, turns } };
    const type = extension === 'srt' ? 'application/x-subrip' : 'text/vtt';
    return {
      text: canonicalText(captions.text),
      type,
      encoding: found,
      notices: [...notices, joined],
      review: null,
    };
  }
  const isMarkdown = MARKDOWN.has(extension);
  return {
    text: isMarkdown ? plainMarkdown(text) : text,
    type: isMarkdown ? 'text/markdown' : 'text/plain',
    encoding: found,
    notices,
    review: null,
  };
}

/** What was left out, in words. */
const noticesOf = (left: Readonly<Record<string, number>>): Notice[] =>
  Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({ code: `left_${what}`, params: { count } }));

async function asHtml({ name, bytes, encoding }: File): Promise<Reading> {
  const decoded = encoding === undefined ? decodeHtml(bytes) : decodeAs(bytes, encoding);
  if (decoded === null) throw new Invalid('sources.notReadable', { name, kind: 'binary' });
  try {
    const { text, left } = await readHtml(decoded.text);
    return {
      text: canonicalText(text),
      type: 'text/html',
      encoding: decoded.encoding,
      notices: [...decoded.notices, ...noticesOf({ ...left })],
      review: null,
    };
  } catch (error) {
    if (error instanceof FileRefused) throw new Invalid('sources.html_slow', { name });
    throw error;
  }
}

async function asDocument({ name, bytes, tracked }: File): Promise<Reading> {
  try {
    const { text, type, left, review } = await readDocument(bytes, { tracked });
    const notices = noticesOf(left);
    return { text: canonicalText(text), type, encoding: null, notices, review };
  } catch (error) {
    if (error instanceof FileRefused)
      throw new Invalid(`sources.document_${error.reason}`, { name });
    throw error;
  }
}
