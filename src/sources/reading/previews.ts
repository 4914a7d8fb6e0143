import { canonicalText } from '../../domain/text/canonical.ts';
import { decodeAs, ENCODINGS, likeness } from '../../files/index.ts';

/** Passages shown of each reading, and bytes on both sides of what is in doubt. */
const PASSAGES = 5;
const AROUND = 60;
/** Further than this apart, in bytes, two places make two passages. */
const APART = 400;

/** Characters that no text has: damaged, unassigned, private. */
const NONSENSE = /[\uFFFD\p{Cn}\p{Co}]/u;

export interface Preview {
  encoding: string;
  /** Doubtful passages: those with letters that encodings read differently. */
  passages: string[];
}

/** How the doubtful passages of a file read in each encoding in which they make sense: the present one, then the likeliest. */
export function previewsOf(bytes: Buffer, present: string): Preview[] {
  const pieces = doubtful(bytes, present.startsWith('UTF-16'));
  const order = [present, ...ENCODINGS.filter((encoding) => encoding !== present)];
  const seen = new Set<string>();
  return order
    .map((encoding) => ({ encoding, passages: pieces.map((piece) => read(piece, encoding)) }))
    .filter(({ encoding, passages }) => {
      const words = passages.join('\n');
      // Two encodings that read all of it alike are no choice.
      const isNew = !seen.has(words);
      seen.add(words);
      return encoding === present || (isNew && !NONSENSE.test(words));
    })
    .map((preview) => ({ ...preview, score: scoreOf(preview, present) }))
    .sort((a, b) => b.score - a.score)
    .map(({ encoding, passages }) => ({ encoding, passages }));
}

const scoreOf = ({ encoding, passages }: Preview, present: string): number =>
  encoding === present ? Infinity : likeness(passages.join(' '));

/** Bytes around places beyond ASCII, spread over the file; its beginning when there are none. */
function doubtful(bytes: Buffer, isUtf16: boolean): Buffer[] {
  const places: number[] = [];
  for (let at = 0; at < bytes.length && places.length < PASSAGES * 40; at += 1)
    if ((bytes[at] ?? 0) > 127 && at - (places.at(-1) ?? -APART) >= APART) places.push(at);
  if (places.length === 0 || isUtf16) places.splice(0, places.length, 0);
  const step = Math.max(1, Math.floor(places.length / PASSAGES));
  return places
    .filter((_, n) => n % step === 0)
    .slice(0, PASSAGES)
    .map((at) => passageAt(bytes, at, isUtf16 ? AROUND * 4 : AROUND));
}

/** From a space to a space where there is one, so that no letter of several bytes is cut. */
function passageAt(bytes: Buffer, at: number, around: number): Buffer {
  const isSpace = (index: number): boolean => (bytes[index] ?? 32) <= 32;
  let start = Math.max(0, at - around);
  // Before the place all is ASCII or was shown, so it begins at a space or not far from one.
  while (start > 0 && start < at && !isSpace(start - 1)) start += 1;
  let end = Math.min(bytes.length, at + around * 2);
  while (end < bytes.length && end < at + around * 4 && !isSpace(end)) end += 1;
  const odd = start % 2;
  return bytes.subarray(around > AROUND ? start - odd : start, end);
}

const read = (piece: Buffer, encoding: string): string =>
  canonicalText(decodeAs(piece, encoding).text).replace(/\s+/gu, ' ').trim();
