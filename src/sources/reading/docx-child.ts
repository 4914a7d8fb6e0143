/**
 * Runs in a process of its own, with its memory capped and its time limited by `docx.ts`: reads one Word document sent
 * over the channel, answers with its text, and ends. Mammoth gets only what `openZip` lets through.
 */
import mammoth from 'mammoth';
import { docxText, type DocxDocument } from './docx-text.ts';
import { openZip, ZipRefused, type SafeZip } from './zip.ts';

export type DocxAnswer =
  { ok: true; text: string; left: Record<string, number> } | { ok: false; reason: string };

process.once('message', (bytes: Uint8Array) => {
  void answerTo(Buffer.from(bytes)).then((answer) => {
    process.send?.(answer, () => process.exit(0));
  });
});

async function answerTo(bytes: Buffer): Promise<DocxAnswer> {
  try {
    const zip = await openZip(bytes);
    const document = await documentOf(zip);
    const { text, left } = docxText(document);
    return { ok: true, text, left: { ...left, ...(await partsLeft(zip)) } };
  } catch (error) {
    return { ok: false, reason: error instanceof ZipRefused ? error.reason : 'broken' };
  }
}

async function documentOf(zip: SafeZip): Promise<DocxDocument> {
  let found: DocxDocument | null = null;
  // Mammoth's own way to hand it an opened archive; it is not in its types.
  const input = { file: fileFor(zip) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
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
      const bytes = await zip.read(name);
      // Office never writes a document type; entities, and attacks by them, live there.
      if (/\.(?:xml|rels)$/iu.test(name) && bytes.includes('<!DOCTYPE'))
        throw new ZipRefused('unsafe');
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
