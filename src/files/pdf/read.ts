import { FileRefused } from '../refused.ts';
import type { PdfPage, Piece } from './pieces.ts';
import { pdfText, type PdfText } from './text.ts';

/** Caps on a PDF; books stay below each. */
const MOST_PAGES = 3000;
const MOST_PIECES = 3_000_000;
/** Share of letters without a meaning from which a PDF is taken to have no text. */
const MOST_NONSENSE = 0.3;
/** Letters without a meaning: fonts that do not say which letters they draw. */
const NONSENSE = /[\0\uFFFD\p{Co}\p{Cn}]/gu;

export interface PdfReading extends PdfText {
  left: PdfText['left'] & { turned: number; unreadable: number };
}

/** Only for the process that `readApart` starts: the library unpacks as much as a file asks for. */
export async function readPdfHere(bytes: Buffer): Promise<PdfReading> {
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Nothing is fetched, drawn, run or looked for on this machine.
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    disableAutoFetch: true,
    verbosity: 0,
  });
  const document = await task.promise.catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new FileRefused(isLocked ? 'locked' : 'broken');
  });
  if (document.numPages > MOST_PAGES) throw new FileRefused('bomb');
  const pages: PdfPage[] = [];
  let turned = 0;
  let pieces = 0;
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const read = await piecesOf(page as unknown as PageOfPdf);
    turned += read.turned;
    pieces += read.page.pieces.length;
    if (pieces > MOST_PIECES) throw new FileRefused('bomb');
    pages.push(read.page);
    page.cleanup();
  }
  const { text, left } = pdfText(pages);
  const unreadable = text.match(NONSENSE)?.length ?? 0;
  if (unreadable > text.length * MOST_NONSENSE || !/[\p{L}\p{N}]/u.test(text))
    throw new FileRefused('noText');
  return { text: text.replace(NONSENSE, '\uFFFD'), left: { ...left, turned, unreadable } };
}

/** What is used of the library's page. */
interface PageOfPdf {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getTextContent(): Promise<{ items: (Item | { type: string })[] }>;
}
interface Item {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
}

async function piecesOf(page: PageOfPdf): Promise<{ page: PdfPage; turned: number }> {
  const { width, height, transform: view } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces: Piece[] = [];
  let turned = 0;
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiplied(view, item.transform);
    // Words set upwards or aslant: stamps, watermarks, the axes of pictures.
    if (Math.abs(b) > Math.abs(a) * 0.05) {
      if (item.str.trim() !== '') turned += 1;
      continue;
    }
    const size = Math.hypot(c, d);
    pieces.push({ text: item.str, x, y, width: item.width, size, isRtl: item.dir === 'rtl' });
  }
  return { page: { pieces, width, height }, turned };
}

/** Two transformations of the plane, one after the other, as PDF writes them (ISO 32000-1, 8.3.3). */
function multiplied(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}
