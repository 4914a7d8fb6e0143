import { hasToForget } from '../../db/forget.ts';
import { foreignKeyProblems, integrityProblems, isUnreadable } from '../../db/upkeep.ts';
import type { OpenDatabase } from '../../db/open.ts';
import type { Db } from '../../db/schema.ts';
import { checkChains, sha256 } from '../history/index.ts';
import { originalProblems } from './originals.ts';
import type { Problem } from './problems.ts';
import { textProblems } from './texts.ts';

/** A data folder with its database open. */
export interface Holding {
  opened: OpenDatabase;
  dataDir: string;
}

/**
 * Proves what the program relies on: the file is sound, nothing points to nothing, every text and every coding still
 * reads what it read, segments cover their texts, no change was altered or cut off, and the original files are there.
 * Reads only. An empty list when all is well.
 */
export async function check({ opened, dataDir }: Holding): Promise<Problem[]> {
  const { db, sqlite } = opened;
  const steps: (() => Promise<Problem[]> | Problem[])[] = [
    () => integrityProblems(sqlite).map((detail) => ({ kind: 'database', params: { detail } })),
    () => foreignKeyProblems(sqlite).map((found) => ({ kind: 'foreignKey', params: { ...found } })),
    () => textProblems(db),
    () => chainProblems(db),
    () => keptProblems(db),
    () => originalProblems(db, dataDir),
    () => unforgotten(db),
  ];
  const problems: Problem[] = [];
  for (const step of steps) problems.push(...(await attempt(step)));
  return problems;
}

/** A damaged file fails in the middle of a step; that is a finding, and the other steps still run. */
async function attempt(step: () => Promise<Problem[]> | Problem[]): Promise<Problem[]> {
  try {
    return await step();
  } catch (error) {
    if (!isUnreadable(error) || !(error instanceof Error)) throw error;
    return [{ kind: 'database', params: { detail: error.message } }];
  }
}

async function chainProblems(db: Db): Promise<Problem[]> {
  const found = await checkChains(db);
  return found.map(({ project, seq, problem }) => ({
    kind: 'chain',
    params: { project, seq, how: problem },
  }));
}

/** An erasing that another program kept from writing the database's file anew. */
async function unforgotten(db: Db): Promise<Problem[]> {
  return (await hasToForget(db)) ? [{ kind: 'unforgotten', params: {} }] : [];
}

/** Words kept for undo that are no longer what the record says they were. */
async function keptProblems(db: Db): Promise<Problem[]> {
  const kept = await db.selectFrom('kept_text').selectAll().execute();
  return kept
    .filter((row) => sha256(row.body) !== row.sha256)
    .map((row) => ({ kind: 'kept', params: { project: row.project_id, sha256: row.sha256 } }));
}
