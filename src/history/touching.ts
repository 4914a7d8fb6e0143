import { sql } from 'kysely';
import type { Db } from '../../db/schema.ts';
import type { Detail } from './change.ts';
import type { RowImage } from './images.ts';

/** A change that touched codes, with the images of every row it wrote. */
export interface CodeChange {
  seq: number;
  at: string;
  kind: string;
  actorId: number;
  entityId: number | null;
  detail: Detail;
  undoDepth: number;
  images: RowImage[];
}

/** Whether a change touched a code: word for word the expression of the index `change_of_codes`, or it is not used. */
export const touchesCodes = sql<boolean>`instr(${sql.ref('change.rows')}, '"table":"code"') > 0`;

/** Changes read from the record at a time. */
const BATCH = 50;

/** The changes of codes after `after` up to `upTo`, newest first. */
export function codeChanges(
  db: Db,
  projectId: number,
  span: { after: number; upTo: number },
): AsyncGenerator<CodeChange> {
  return changesWhere(db, projectId, span, touchesCodes);
}

/** Word for word the expression of the index `change_of_sets`. */
const touchesSets = sql<boolean>`instr(${sql.ref('change.rows')}, '"table":"code_set') > 0`;

/** The changes of sets of codes after `after`, newest first. */
export function changesOfSets(
  db: Db,
  projectId: number,
  after: number,
): AsyncGenerator<CodeChange> {
  return changesWhere(db, projectId, { after, upTo: Number.MAX_SAFE_INTEGER - 1 }, touchesSets);
}

async function* changesWhere(
  db: Db,
  projectId: number,
  { after, upTo }: { after: number; upTo: number },
  touches: typeof touchesCodes,
): AsyncGenerator<CodeChange> {
  for (let below = upTo + 1; ;) {
    const rows = await db
      .selectFrom('change')
      .select(['seq', 'at', 'kind', 'actor_id', 'entity_id', 'detail', 'undo_depth', 'rows'])
      .where('project_id', '=', projectId)
      .where('seq', '>', after)
      .where('seq', '<', below)
      .where(touches)
      .orderBy('seq', 'desc')
      .limit(BATCH)
      .execute();
    for (const row of rows) yield asChange(row);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    below = last.seq;
  }
}

interface Recorded {
  seq: number;
  at: string;
  kind: string;
  actor_id: number;
  entity_id: number | null;
  detail: string;
  undo_depth: number;
  rows: string;
}

const asChange = (row: Recorded): CodeChange => ({
  seq: row.seq,
  at: row.at,
  kind: row.kind,
  actorId: row.actor_id,
  entityId: row.entity_id,
  detail: JSON.parse(row.detail) as Detail,
  undoDepth: row.undo_depth,
  images: JSON.parse(row.rows) as RowImage[],
});

/** The number of the last change of codes that is not after `upTo`; 0 when there is none. */
export async function lastCodeChange(
  db: Db,
  projectId: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select('seq')
    .where('project_id', '=', projectId)
    .where('seq', '<=', upTo)
    .where(touchesCodes)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** How many changes of codes others than this person made after `after`, counted up to `most`. */
export async function codeChangesByOthers(
  db: Db,
  projectId: number,
  { after, userId, most }: { after: number; userId: number; most: number },
): Promise<number> {
  const rows = await db
    .selectFrom('change')
    .select('seq')
    .where('project_id', '=', projectId)
    .where('seq', '>', after)
    .where('actor_id', '<>', userId)
    .where(touchesCodes)
    .limit(most)
    .execute();
  return rows.length;
}
