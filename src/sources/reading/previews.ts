import { canonicalText } from '../../domain/text/canonical.ts';
import { boundaryBefore } from '../../domain/text/snap.ts';
import { decodeAs, ENCODINGS } from '../../files/index.ts';

/** Shown of each reading, in code units, and the bytes that surely hold as much. */
const SHOWN = 240;
const BYTES = 4000;

/** Characters that no text has: damaged, unassigned, private. */
const NONSENSE = /[\uFFFD\p{Cn}\p{Co}]/u;

/** How a file begins in each encoding in which it makes sense, the present one first. */
export function previewsOf(
  bytes: Buffer,
  present: string,
): { encoding: string; beginning: string }[] {
  const head = interesting(bytes);
  const order = [present, ...ENCODINGS.filter((encoding) => encoding !== present)];
  return order
    .map((encoding) => ({ encoding, beginning: beginningOf(head, encoding) }))
    .filter(({ encoding, beginning }) => encoding === present || !NONSENSE.test(beginning));
}

/** From a little before the first byte beyond ASCII: before it, all encodings read alike. */
function interesting(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte > 127);
  // An even offset, so that UTF-16 is not cut in the middle of a unit.
  const from = first > 120 ? (first - 100) & ~1 : 0;
  return bytes.subarray(from, from + BYTES);
}

function beginningOf(head: Buffer, encoding: string): string {
  const text = canonicalText(decodeAs(head, encoding).text).trimStart();
  return text.length <= SHOWN ? text : text.slice(0, boundaryBefore(text, SHOWN));
}
