import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NewerDatabaseError } from '../../db/migrate.ts';
import { openDatabase } from '../../db/open.ts';
import { foldLog, isUnreadable } from '../../db/upkeep.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { DATABASE, NotABackup, syncFolder, unpackArchive } from './archive.ts';
import { check } from './check.ts';
import { hashOfFile, originalHashes, originalsIn } from './originals.ts';
import type { Problem } from './problems.ts';

/** A backup that was refused because of what `check` found in it. */
export class Unsound extends Invalid {
  constructor(readonly problems: readonly Problem[]) {
    super('upkeep.unsound', { count: problems.length });
  }
}

/**
 * Puts a backup into a data folder. Everything is unpacked and checked beside what is there; then one rename puts the
 * database in place, so that whatever happens the folder holds either the old database, whole, or the new one.
 * @returns size in bytes and SHA-256 of the backup file
 * @throws Invalid `upkeep.noBackup`, `upkeep.notABackup`, `upkeep.newerBackup`; Unsound
 * @throws Conflict `upkeep.exists` without `force`; `upkeep.inUse` while another program has the database open
 */
export async function restore(
  file: string,
  dataDir: string,
  { force }: { force: boolean },
): Promise<{ bytes: number; sha256: string }> {
  const measured = await measure(file);
  const target = resolve(dataDir, DATABASE);
  const exists = (await stat(target).catch(() => null)) !== null;
  if (exists && !force) throw new Conflict('upkeep.exists', { folder: dataDir });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const staged = await mkdtemp(join(dataDir, '.restoring-'));
  try {
    const originals = await stage(file, staged);
    if (exists && foldLog(target) === 'in use')
      throw new Conflict('upkeep.inUse', { folder: dataDir });
    await bringOriginals(staged, dataDir, originals);
    await dropLog(target);
    await rename(join(staged, DATABASE), target);
    await syncFolder(dataDir);
    await dropOtherOriginals(dataDir, new Set(originals));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  return measured;
}

async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch {
    throw new Invalid('upkeep.noBackup', { file });
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Unpacks and proves the backup in a folder of its own. @returns the hashes of its original files */
async function stage(file: string, staged: string): Promise<string[]> {
  try {
    const manifest = await unpackArchive(file, staged);
    const database = join(staged, DATABASE);
    if ((await hashOfFile(database)) !== manifest.database_sha256) throw new NotABackup('altered');
    const opened = await openDatabase(database);
    try {
      const problems = await check({ opened, dataDir: staged });
      if (problems.length > 0) throw new Unsound(problems);
      return await originalHashes(opened.db);
    } finally {
      await opened.close();
      foldLog(database);
    }
  } catch (error) {
    if (error instanceof NotABackup || isUnreadable(error))
      throw new Invalid('upkeep.notABackup', { file });
    if (error instanceof NewerDatabaseError) throw new Invalid('upkeep.newerBackup', { file });
    throw error;
  }
}

/** Named by their hashes, they harm nothing when the restore stops here. */
async function bringOriginals(
  staged: string,
  dataDir: string,
  originals: readonly string[],
): Promise<void> {
  const folder = originalsIn(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const sha256 of originals) {
    const place = join(folder, sha256);
    if ((await hashOfFile(place)) === sha256) continue;
    await rm(place, { force: true });
    await rename(join(originalsIn(staged), sha256), place);
  }
  await syncFolder(folder);
}

/** What an unreadable old database left; a log must not be read into a database it does not belong to. */
async function dropLog(target: string): Promise<void> {
  for (const ending of ['-wal', '-shm']) await rm(target + ending, { force: true });
}

/** What was there before is gone for good, its files too: they hold what people said. */
async function dropOtherOriginals(dataDir: string, kept: ReadonlySet<string>): Promise<void> {
  const folder = originalsIn(dataDir);
  for (const name of await readdir(folder)) if (!kept.has(name)) await rm(join(folder, name));
}
