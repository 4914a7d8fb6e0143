import { readApart } from './apart.ts';
import { DOCX_TYPE, readDocx } from './docx.ts';
import { FileRefused } from './refused.ts';
import { NO_REVIEW, type Review, type Tracked } from './review.ts';
import { sniff } from './sniff.ts';
import { openZip, readPart } from './zip.ts';

export const ODT_TYPE = 'application/vnd.oasis.opendocument.text';

export interface DocumentReading {
  text: string;
  /** Media type by content. */
  type: string;
  /** What was left out, by kind and number. */
  left: Readonly<Record<string, number>>;
  /** Comments and tracked changes; neither is mixed into the text. */
  review: Review;
}

/**
 * The text of a PDF or of a document of a word processor (.docx, .odt, .rtf), whatever its name, and what was left out.
 * @param tracked how tracked changes are taken; accepted unless told otherwise
 * @throws FileRefused, in most cases before anything is inflated
 */
export async function readDocument(
  bytes: Buffer,
  { tracked }: { tracked?: Tracked | undefined } = {},
): Promise<DocumentReading> {
  if (sniff(bytes) === 'rtf') {
    const { text, left } = await readApart('rtf', bytes);
    return { text, left: { ...left }, type: 'application/rtf', review: NO_REVIEW };
  }
  if (sniff(bytes) === 'pdf') {
    const { text, left } = await readApart('pdf', bytes);
    return { text, left: { ...left }, type: 'application/pdf', review: NO_REVIEW };
  }
  const zip = await openZip(bytes);
  if (!zip.names.has('content.xml') || !zip.names.has('mimetype'))
    return { ...(await readDocx(bytes, { tracked })), type: DOCX_TYPE };
  const says = (await readPart(zip, 'mimetype')).toString('latin1').trim();
  // A template holds what its documents hold.
  if (says !== ODT_TYPE && says !== `${ODT_TYPE}-template`) throw new FileRefused('otherKind');
  const { text, left, review } = await readApart('odt', bytes, { tracked });
  return { text, left: { ...left }, type: ODT_TYPE, review };
}
