import { Invalid } from '../domain/errors.ts';
import { decodeText } from '../files/index.ts';

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
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Invalid('terminal.isWorkbook', { file }, 'file');
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Invalid('terminal.notText', { file }, 'file');
  const isAssumed = decoded.notices.some(({ code }) => code === 'encodingAssumed');
  return { text: decoded.text, assumed: isAssumed ? decoded.encoding : null };
}
