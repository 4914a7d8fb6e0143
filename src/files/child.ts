/** Runs in a process of its own, which `apart.ts` starts: reads one file sent over the channel, answers, and ends. */
import { randomUUID } from 'node:crypto';
import type { Answer, Question } from './apart.ts';
import { readDocxHere } from './docx-read.ts';
import { htmlText } from './html-text.ts';
import { watchMemory } from './memory.ts';
import { readOdtHere } from './odt-read.ts';
import { readPdfHere } from './pdf/read.ts';
import { readQdcHere } from './qdc/read.ts';
import type { QdcLimits } from './qdc/types.ts';
import { FileRefused } from './refused.ts';
import { rtfText } from './rtf-text.ts';
import { readXlsxHere } from './xlsx-read.ts';

const readers = {
  docx: readDocxHere,
  /** @param page UTF-8 */
  html: (page: Buffer, _options: object) => Promise.resolve(htmlText(page.toString('utf8'))),
  odt: readOdtHere,
  pdf: (bytes: Buffer, _options: object) => readPdfHere(bytes),
  qdc: (bytes: Buffer, limits: QdcLimits) =>
    Promise.resolve(readQdcHere(bytes.toString('utf8'), limits, randomUUID)),
  rtf: (bytes: Buffer, _options: object) => Promise.resolve().then(() => rtfText(bytes)),
  xlsx: (bytes: Buffer, _options: object) => readXlsxHere(bytes),
};
export type Readers = typeof readers;

watchMemory();
process.once('message', (question: Question) => {
  void answerTo(question).then((answer) => {
    process.send?.(answer, () => process.exit(0));
  });
});

async function answerTo({ format, bytes, options }: Question): Promise<Answer> {
  try {
    return { ok: true, value: await readers[format](Buffer.from(bytes), options as QdcLimits) };
  } catch (error) {
    return { ok: false, reason: error instanceof FileRefused ? error.reason : 'broken' };
  }
}
