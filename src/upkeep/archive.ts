import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile as Reader } from 'yauzl';
import { ZipFile } from 'yazl';
import { z } from 'zod';

/**
 * A backup is one ZIP file that any program opens: `earmark.db`, the files that sources were read from under
 * `originals/`, and `earmark-backup.json`, which says what it is.
 */
export const DATABASE = 'earmark.db';
const MANIFEST = 'earmark-backup.json';
const MANIFEST_LIMIT = 65_536;

const manifestSchema = z.object({
  format: z.literal(1),
  created_at: z.string(),
  /** Of `earmark.db`; the original files are named by theirs. */
  database_sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** One file to put in: where it is, and what it is called inside. */
export interface Member {
  path: string;
  name: string;
}

/**
 * Writes an archive piece by piece and leaves it safely on disk.
 * @returns its size in bytes and its SHA-256
 */
export async function writeArchive(
  file: string,
  manifest: Manifest,
  members: readonly Member[],
): Promise<{ bytes: number; sha256: string }> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST);
  for (const { path, name } of members) zip.addFile(path, name, { mode: 0o100600 });
  zip.end();
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await Promise.race([pipeline(zip.outputStream as Readable, measured, out), failed]);
  return { bytes, sha256: hash.digest('hex') };
}

/** The file is no backup of ours: not a ZIP, not complete, or with something in it that does not belong there. */
export class NotABackup extends Error {
  override name = 'NotABackup';
}

/**
 * Unpacks an archive into an empty folder. Only names that a backup has are written, each once, so nothing lands outside.
 * @throws NotABackup
 */
export async function unpackArchive(file: string, folder: string): Promise<Manifest> {
  const zip = await opened(file);
  let manifest: Manifest | null = null;
  const seen = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (seen.has(entry.fileName)) throw new NotABackup(`twice: ${entry.fileName}`);
      seen.add(entry.fileName);
      if (entry.fileName === MANIFEST) manifest = await readManifest(zip, entry);
      else await unpackEntry(zip, entry, folder);
    }
  } catch (error) {
    // yauzl's errors are plain ones; those of the disk carry a code and are not the archive's fault.
    if (error instanceof Error && !('code' in error)) throw new NotABackup(error.message);
    throw error;
  } finally {
    zip.close();
  }
  if (manifest === null || !seen.has(DATABASE)) throw new NotABackup('incomplete');
  return manifest;
}

async function opened(file: string): Promise<Reader> {
  try {
    return await openPromise(file, {
      strictFileNames: true,
      validateEntrySizes: true,
      lazyEntries: true,
      autoClose: false,
    });
  } catch (error) {
    throw new NotABackup(error instanceof Error ? error.message : 'unreadable');
  }
}

async function readManifest(zip: Reader, entry: Entry): Promise<Manifest> {
  if (entry.uncompressedSize > MANIFEST_LIMIT) throw new NotABackup('manifest');
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}

async function unpackEntry(zip: Reader, entry: Entry, folder: string): Promise<void> {
  const { fileName } = entry;
  if (fileName !== DATABASE && !/^originals\/[0-9a-f]{64}$/u.test(fileName))
    throw new NotABackup(`unknown: ${fileName}`);
  const path = join(folder, fileName);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const stream = await zip.openReadStreamPromise(entry);
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
}

/** Makes the names in a folder survive a power cut, as `flush` does their contents. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there a rename is on disk when it returns.
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
