import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { copyDatabase } from '../../db/upkeep.ts';
import { Invalid } from '../domain/errors.ts';
import { DATABASE, syncFolder, writeArchive, type Member } from './archive.ts';
import { check, type Holding } from './check.ts';
import { hashOfFile, originalHashes, originalsIn } from './originals.ts';
import type { Problem } from './problems.ts';

export interface BackedUp {
  bytes: number;
  /** SHA-256 of the backup file, hexadecimal. */
  sha256: string;
  /** What `check` says of the copy: a backup of a damaged database is made all the same, and says so. */
  problems: Problem[];
}

/**
 * Copies database and original files, as they stand at one moment, into one file; others may go on writing meanwhile.
 * A file already there is replaced only when the new one is complete.
 * @throws Invalid `upkeep.cannotWrite`
 */
export async function backup(holding: Holding, file: string, now: string): Promise<BackedUp> {
  const target = resolve(file);
  const draft = await draftFolder(target);
  try {
    const copy = join(draft, DATABASE);
    await copyDatabase(holding.opened.sqlite, copy);
    const { members, problems } = await contents(copy, holding.dataDir);
    const manifest = {
      format: 1 as const,
      created_at: now,
      database_sha256: (await hashOfFile(copy)) ?? '',
    };
    const archive = join(draft, basename(target));
    const written = await writeArchive(archive, manifest, members);
    await rename(archive, target);
    await syncFolder(dirname(target));
    return { ...written, problems };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Beside the file to be: on the same disk, so that the last step is a rename, and nowhere that others may read. */
async function draftFolder(target: string): Promise<string> {
  const there = await stat(target).catch(() => null);
  if (there !== null && !there.isFile()) throw new Invalid('upkeep.cannotWrite', { file: target });
  return mkdtemp(join(dirname(target), '.earmark-backup-')).catch(() => {
    throw new Invalid('upkeep.cannotWrite', { file: target });
  });
}

/** What goes in: the copy, and each original file that the copy knows and the folder still has. */
async function contents(
  copy: string,
  dataDir: string,
): Promise<{ members: Member[]; problems: Problem[] }> {
  const opened = await openDatabase(copy);
  try {
    const problems = await check({ opened, dataDir });
    const gone = new Set(
      problems
        .filter(({ kind }) => kind === 'originalMissing')
        .map(({ params }) => params['sha256']),
    );
    const members = (await originalHashes(opened.db))
      .filter((sha256) => !gone.has(sha256))
      .map((sha256) => ({ path: join(originalsIn(dataDir), sha256), name: `originals/${sha256}` }));
    return { members: [{ path: copy, name: DATABASE }, ...members], problems };
  } finally {
    await opened.close();
  }
}
