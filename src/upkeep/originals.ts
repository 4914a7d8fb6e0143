import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../../db/schema.ts';
import type { Problem } from './problems.ts';

/** The folder of the files that sources were read from, each under its own SHA-256. */
export function originalsIn(dataDir: string): string {
  return join(dataDir, 'originals');
}

/** SHA-256 of every file that a source was read from, each once, in order. */
export async function originalHashes(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('source')
    .select('original_sha256')
    .distinct()
    .where('original_sha256', 'is not', null)
    .orderBy('original_sha256')
    .execute();
  return rows.flatMap(({ original_sha256 }) => (original_sha256 === null ? [] : [original_sha256]));
}

/** Files that are gone, or are no longer what was brought in. */
export async function originalProblems(db: Db, dataDir: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const sha256 of await originalHashes(db)) {
    const now = await hashOfFile(join(originalsIn(dataDir), sha256));
    if (now === null) problems.push({ kind: 'originalMissing', params: { sha256 } });
    else if (now !== sha256) problems.push({ kind: 'originalChanged', params: { sha256 } });
  }
  return problems;
}

/** SHA-256 of a file, read piece by piece; null when it cannot be read. */
export async function hashOfFile(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return null;
  }
  return hash.digest('hex');
}
