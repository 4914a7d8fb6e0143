import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '../deps.ts';
import { hashOf } from './originals.ts';

/** A file that was previewed waits this long for its preview to be acted on, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;

type Owner = Pick<Ctx, 'dataDir' | 'projectId' | 'userId'>;

/** Each project and each person has files of their own, so that nobody comes by another's by its hash. */
const folderOf = ({ dataDir, projectId }: Owner): string =>
  join(dataDir, 'waiting', String(projectId));
const nameOf = ({ userId }: Owner, sha256: string): string => `${userId}-${sha256}`;

/**
 * Keeps a file that was previewed until somebody acts on the preview: what was shown is then exactly what is taken, and
 * nobody has to choose it again. It is no part of the project yet, and goes by itself after a day.
 * @returns its SHA-256
 */
export async function keepWaiting(owner: Owner, bytes: Uint8Array): Promise<string> {
  const folder = folderOf(owner);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);
  const sha256 = hashOf(bytes);
  const draft = join(folder, `.${randomUUID()}`);
  await writeFile(draft, bytes, { mode: 0o600, flag: 'wx' });
  await rename(draft, join(folder, nameOf(owner, sha256)));
  return sha256;
}

/** The file's bytes; null when it waited too long, or is not what was kept. It stays, for a request that comes again. */
export async function readWaiting(owner: Owner, sha256: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return null;
  const bytes = await readFile(join(folderOf(owner), nameOf(owner, sha256))).catch(() => null);
  return bytes !== null && hashOf(bytes) === sha256 ? bytes : null;
}

/** Takes every waiting file away: words are erased, and may stand in them. Who previewed one chooses it again. */
export async function dropWaiting(dataDir: string): Promise<void> {
  await rm(join(dataDir, 'waiting'), { recursive: true, force: true });
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const place = join(folder, name);
    const found = await stat(place).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > KEPT_MS) await rm(place, { force: true });
  }
}
