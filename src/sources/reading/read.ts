import { Invalid } from '../../domain/errors.ts';
import { canonicalText } from '../../domain/text/canonical.ts';
import { readCaptions } from '../../domain/text/captions.ts';
import {
  decodeAs,
  decodeText,
  DOCX_TYPE,
  FileRefused,
  readDocx,
  sniff,
  type FileKind,
  type Notice,
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
};
const MARKDOWN = new Set(['md', 'markdown']);
/** Formats that exist in this field and are not read yet: their text would come out with its marks. */
const NOT_YET = new Set([
  'pdf',
  'rtf',
  'odt',
  'html',
  'htm',
  'doc',
  'docm',
  'xlsx',
  'pptx',
  'json',
  'xml',
]);

/**
 * A file as canonical text, judged by what it holds and not by its name.
 * @param encoding reads a text file in this encoding instead of finding out
 * @throws Invalid with a sentence that says what the file is instead, and what to do
 */
export async function readFile(
  name: string,
  bytes: Buffer,
  { encoding }: { encoding?: string } = {},
): Promise<Reading> {
  if (bytes.length > LARGEST_FILE)
    throw new Invalid('sources.fileTooLarge', { name, megabytes: LARGEST_FILE / 1_000_000 });
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = sniff(bytes);
  checkClaim(name, extension, kind);
  const reading =
    kind === 'zip' ? await asDocx(name, bytes) : asText(name, extension, bytes, encoding);
  if (reading.text.trim() === '') throw new Invalid('sources.noWords', { name });
  return reading;
}

function checkClaim(name: string, extension: string, kind: FileKind): void {
  if (kind === 'empty') throw new Invalid('sources.emptyFile', { name });
  if (kind !== 'text' && kind !== 'zip') throw new Invalid('sources.notReadable', { name, kind });
  if (NOT_YET.has(extension)) throw new Invalid('sources.notYet', { name, extension });
  const claim = CLAIMS[extension];
  if (claim === undefined || claim === kind) return;
  throw new Invalid(kind === 'zip' ? 'sources.zipAsText' : 'sources.textAsDocx', { name });
}

function asText(name: string, extension: string, bytes: Buffer, encoding?: string): Reading {
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
    };
  }
  return {
    text,
    type: MARKDOWN.has(extension) ? 'text/markdown' : 'text/plain',
    encoding: found,
    notices,
  };
}

async function asDocx(name: string, bytes: Buffer): Promise<Reading> {
  try {
    const { text, left } = await readDocx(bytes);
    const notices: Notice[] = Object.entries(left)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => ({ code: `left_${what}`, params: { count } }));
    return { text: canonicalText(text), type: DOCX_TYPE, encoding: null, notices };
  } catch (error) {
    if (error instanceof FileRefused) throw new Invalid(`sources.docx_${error.reason}`, { name });
    throw error;
  }
}
