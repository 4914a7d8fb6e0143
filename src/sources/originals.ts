import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFound } from '../domain/errors.ts';

/** SHA-256 of bytes, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps a file byte for byte under its own hash; the same file is kept once. It is on disk when this returns.
 * @returns its SHA-256
 */
export async function keepOriginal(dataDir: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  const folder = join(dataDir, 'originals');
  const place = join(folder, sha256);
  const there = await stat(place).catch(() => null);
  if (there?.size === bytes.length) return sha256;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return sha256;
}

/** A new name is on disk only once its folder is; systems that cannot sync a folder do without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** @throws NotFound `sources.noOriginal` when the file is gone from the data folder, or is no longer what was kept */
export async function readOriginal(dataDir: string, sha256: string): Promise<Buffer> {
  const bytes = /^[0-9a-f]{64}$/u.test(sha256)
    ? await readFile(join(dataDir, 'originals', sha256)).catch(() => null)
    : null;
  if (bytes === null || hashOf(bytes) !== sha256) throw new NotFound('sources.noOriginal');
  return bytes;
}

/** Deletes a kept file for good: for erasing only, once no source needs it. */
export async function dropOriginal(dataDir: string, sha256: string): Promise<void> {
  if (/^[0-9a-f]{64}$/u.test(sha256)) await rm(join(dataDir, 'originals', sha256), { force: true });
  await syncFolder(join(dataDir, 'originals'));
}
