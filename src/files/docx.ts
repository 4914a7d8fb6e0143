import { readApart } from './apart.ts';
import type { DocxOptions, DocxReading } from './docx-read.ts';
import { FileRefused } from './refused.ts';
import { openZip } from './zip.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A Word document's text, what was left out, and what people left in it while they worked on it.
 * @throws FileRefused, in most cases before anything is inflated
 */
export async function readDocx(bytes: Buffer, options: DocxOptions = {}): Promise<DocxReading> {
  const { names } = await openZip(bytes);
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml'))
    throw new FileRefused('otherKind');
  if (names.has('word/vbaProject.bin')) throw new FileRefused('macros');
  return readApart('docx', bytes, options);
}
