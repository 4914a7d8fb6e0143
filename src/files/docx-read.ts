import type Mammoth from 'mammoth';
import { docxText, type DocxDocument } from './docx-text.ts';
import { openZip, readPart, type SafeZip } from './zip.ts';

export interface DocxReading {
  text: string;
  /** What was left out, by kind and number. */
  left: Record<string, number>;
}

/** Only for the process that `readApart` starts. Mammoth gets what `openZip` lets through, and nothing else. */
export async function readDocxHere(bytes: Buffer): Promise<DocxReading> {
  const zip = await openZip(bytes);
  const { text, left } = docxText(await documentOf(zip));
  return { text, left: { ...left, ...(await partsLeft(zip)) } };
}

/** The same with its layout: see `docxText`. */
export async function readDocxLayoutHere(bytes: Buffer): Promise<DocxReading> {
  return docxText(await documentOf(await openZip(bytes)), { keepsLayout: true });
}

async function documentOf(zip: SafeZip): Promise<DocxDocument> {
  const { default: mammoth } = await import('mammoth');
  let found: DocxDocument | null = null;
  // Mammoth's own way to hand it an opened archive; it is not in its types.
  const input = { file: fileFor(zip) } as unknown as Parameters<typeof Mammoth.convertToHtml>[0];
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

function fileFor(zip: SafeZip) {
  return {
    exists: (name: string) => zip.names.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = await readPart(zip, name);
      if (encoding === 'base64') return bytes.toString('base64');
      return encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes);
    },
  };
}

/** What mammoth does not hand on, so that it can be said that it was left out. */
async function partsLeft(zip: SafeZip): Promise<Record<string, number>> {
  const document = (await zip.read('word/document.xml')).toString('utf8');
  const margins = [...zip.names].filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name));
  const written = await Promise.all(
    margins.map(async (name) => (await zip.read(name)).includes('<w:t')),
  );
  return {
    deletions: document.match(/<w:del /gu)?.length ?? 0,
    margins: written.filter(Boolean).length,
  };
}
