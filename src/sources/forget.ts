import { hasToForget, originalsToForget, writeAnew } from '../../db/forget.ts';
import type { Deps } from '../deps.ts';
import { dropOriginal } from './originals.ts';
import { dropWaiting } from './waiting-files.ts';

/**
 * Does what an erasing left to do outside of its transaction: original files go, those that wait for their preview too, and the database's file is written anew.
 * @returns false when another program is using the database; then it is done when Earmark starts the next time
 */
export async function finishForgetting({
  db,
  dataDir,
}: Pick<Deps, 'db' | 'dataDir'>): Promise<boolean> {
  if (!(await hasToForget(db))) return true;
  await dropWaiting(dataDir);
  for (const sha256 of await originalsToForget(db)) await dropOriginal(dataDir, sha256);
  return writeAnew(db);
}
