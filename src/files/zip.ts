import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { FileRefused } from './refused.ts';

/** Caps on an archive. Office programs stay far below each; bombs do not. */
const MOST_ENTRIES = 5000;
/** Inflated bytes, over all entries. */
const LARGEST_TOTAL = 100_000_000;
/** An entry that inflates to more than this many times its size is refused, unless it stays small. */
const HIGHEST_RATIO = 100;
const SMALL_ENTRY = 1_000_000;

/** An archive whose directory was looked at before anything was inflated. */
export interface SafeZip {
  names: ReadonlySet<string>;
  /**
   * One entry's bytes; inflating stops as soon as it yields more than the directory said.
   * @throws FileRefused
   */
  read(name: string): Promise<Buffer>;
}

/**
 * Opens an archive held in memory and refuses it by its directory alone: too many entries, too large, too well packed,
 * names that leave the folder, absolute or with backslashes, one name twice, links, encrypted. Nothing is inflated here.
 * @throws FileRefused
 */
export async function openZip(bytes: Buffer): Promise<SafeZip> {
  const zip = await opened(bytes);
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    total += entry.uncompressedSize;
    if (entries.has(entry.fileName) || isLink(entry)) throw new FileRefused('unsafe');
    if (entry.isEncrypted()) throw new FileRefused('locked');
    if (entries.size >= MOST_ENTRIES || total > LARGEST_TOTAL || isTooDense(entry))
      throw new FileRefused('bomb');
    entries.set(entry.fileName, entry);
  }
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new FileRefused('broken');
      return inflated(zip, entry);
    },
  };
}

/**
 * One part of an office document. Office never writes a document type; entities, and attacks by them, live there.
 * @throws FileRefused
 */
export async function readPart(zip: SafeZip, name: string): Promise<Buffer> {
  const bytes = await zip.read(name);
  if (/\.(?:xml|rels)$/iu.test(name) && bytes.includes('<!DOCTYPE'))
    throw new FileRefused('unsafe');
  return bytes;
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, {
      strictFileNames: true,
      validateEntrySizes: true,
      lazyEntries: true,
      autoClose: false,
    });
  } catch {
    throw new FileRefused('broken');
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    // yauzl's words for a name with `..`, a backslash or a leading slash.
    const isName =
      error instanceof Error &&
      /invalid characters|absolute path|relative path/u.test(error.message);
    throw new FileRefused(isName ? 'unsafe' : 'broken');
  }
}

/** Unix keeps the kind of a file in the upper half of the attributes; office programs write no links. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function isTooDense({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > SMALL_ENTRY && uncompressedSize > compressedSize * HIGHEST_RATIO;
}

async function inflated(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > entry.uncompressedSize) throw new FileRefused('bomb');
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const isFalseSize = error instanceof Error && /too many bytes/u.test(error.message);
    throw new FileRefused(isFalseSize ? 'bomb' : 'broken');
  }
}
