import { Invalid } from '../domain/errors.ts';
import { readWordGuide, type GuideReading } from '../domain/guide/index.ts';
import { decodeText, FileRefused, readDocx } from '../files/index.ts';
import { readGuide } from './exchange.ts';

export interface FileText {
  text: string;
  /** The encoding its letters look most like, where the file does not tell; null when it is sure. */
  assumed: string | null;
}

/**
 * A file with a table or a text in whatever encoding a program wrote it.
 * @throws Invalid `terminal.isWorkbook` for XLSX and the like, `terminal.notText` for what is no text
 */
export function textOfFile(bytes: Uint8Array, file: string): FileText {
  if (isArchive(bytes)) throw new Invalid('terminal.isWorkbook', { file }, 'file');
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Invalid('terminal.notText', { file }, 'file');
  const isAssumed = decoded.notices.some(({ code }) => code === 'encodingAssumed');
  return { text: decoded.text, assumed: isAssumed ? decoded.encoding : null };
}

/**
 * A guide from a file: Word, Markdown or CSV, as its content shows.
 * @returns besides the reading, the encoding that had to be guessed
 * @throws Invalid as `textOfFile`, and `sources.document_*` for a Word document that is not read
 */
export async function guideOfFile(
  bytes: Uint8Array,
  file: string,
): Promise<{ reading: GuideReading; assumed: string | null }> {
  if (isArchive(bytes)) {
    const word = await wordText(Buffer.from(bytes), file);
    return { reading: readWordGuide(word), assumed: null };
  }
  const { text, assumed } = textOfFile(bytes, file);
  return { reading: readGuide(text), assumed };
}

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function wordText(bytes: Buffer, file: string): Promise<string> {
  try {
    return (await readDocx(bytes, { keepsLayout: true })).text;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    // An archive that is no Word document is most often a workbook.
    if (error.reason === 'otherKind') throw new Invalid('guide.otherFile', { file }, 'file');
    throw new Invalid(`sources.document_${error.reason}`, { name: file }, 'file');
  }
}
