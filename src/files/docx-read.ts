import type Mammoth from 'mammoth';
import { numberItems } from './docx-lists.ts';
import { commentDays, rewritten, TEXT_PART, trackedIn, type TrackedFacts } from './docx-review.ts';
import { docxText, wordsOf, type DocxDocument } from './docx-text.ts';
import { placed, type Review, type Tracked } from './review.ts';
import { openZip, readPart, type SafeZip } from './zip.ts';

export interface DocxOptions {
  tracked?: Tracked | undefined;
  /** See `docxText`. */
  keepsLayout?: boolean;
}

export interface DocxReading {
  text: string;
  /** What was left out, by kind and number. */
  left: Record<string, number>;
  review: Review;
}

/** Only for the process that `readApart` starts. Mammoth gets what `openZip` lets through, and nothing else. */
export async function readDocxHere(
  bytes: Buffer,
  { tracked = 'accepted', keepsLayout = false }: DocxOptions = {},
): Promise<DocxReading> {
  const zip = await openZip(bytes);
  const document = await documentOf(zip, tracked);
  numberItems(document, await partOf(zip, 'word/numbering.xml'));
  const { text, left, places } = docxText(document, { keepsLayout });
  const days = commentDays(await partOf(zip, 'word/comments.xml'));
  const comments = (document.comments ?? []).map(({ commentId: id, body, authorName }) => ({
    id,
    author: authorName ?? '',
    day: days.get(id) ?? '',
    words: wordsOf(body),
  }));
  const review = { comments: placed(comments, places), ...(await trackedOf(zip)) };
  return { text, left: { ...left, margins: await marginsOf(zip) }, review };
}

async function documentOf(zip: SafeZip, tracked: Tracked): Promise<DocxDocument> {
  const { default: mammoth } = await import('mammoth');
  let found: DocxDocument | null = null;
  // Mammoth's own way to hand it an opened archive; it is not in its types.
  const input = { file: fileFor(zip, tracked) } as unknown as Parameters<
    typeof Mammoth.convertToHtml
  >[0];
  await mammoth.convertToHtml(input, {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    transformDocument: (document: DocxDocument) => {
      found = document;
      return { ...document, children: [] };
    },
  });
  if (found === null) throw new Error('mammoth read no document');
  return found;
}

function fileFor(zip: SafeZip, tracked: Tracked) {
  return {
    exists: (name: string) => zip.names.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = await readPart(zip, name);
      if (encoding === 'base64') return bytes.toString('base64');
      if (encoding === undefined) return bytes;
      const part = new TextDecoder(encoding).decode(bytes);
      return TEXT_PART.test(name) ? rewritten(part, tracked) : part;
    },
  };
}

const partOf = async (zip: SafeZip, name: string): Promise<string> =>
  zip.names.has(name) ? (await readPart(zip, name)).toString('utf8') : '';

async function trackedOf(zip: SafeZip): Promise<TrackedFacts> {
  const sum = { insertions: 0, deletions: 0, authors: new Set<string>() };
  for (const name of [...zip.names].filter((one) => TEXT_PART.test(one))) {
    const { insertions, deletions, authors } = trackedIn(await partOf(zip, name));
    sum.insertions += insertions;
    sum.deletions += deletions;
    for (const author of authors) sum.authors.add(author);
  }
  return { ...sum, authors: [...sum.authors] };
}

/** How many headers and footers hold words, so that it can be said that they were left out. */
async function marginsOf(zip: SafeZip): Promise<number> {
  const margins = [...zip.names].filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name));
  const written = await Promise.all(
    margins.map(async (name) => (await zip.read(name)).includes('<w:t')),
  );
  return written.filter(Boolean).length;
}
