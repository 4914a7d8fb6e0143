import type { Selectable } from 'kysely';
import type { CodeTable } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { stepBack } from '../domain/codetree/index.ts';
import { NotFound } from '../domain/errors.ts';
import { codeChanges, type CodeChange } from '../history/index.ts';
import { inTheirPlaces, type CodeRow } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;
type StoredCode = Selectable<CodeTable>;

/** Rows of codes by id, as the database has them. */
export type Rows = Map<number, Readonly<Record<string, unknown>>>;

/**
 * The codebook as it was right after a change of the project, reckoned back from what stands now: see decision 11.
 * @param seq the change's number in the project; 0 is before the first
 * @throws NotFound `codebook.noState` for a number that no change has had yet
 */
export async function codesAt(reader: Reader, seq: number): Promise<CodeRow[]> {
  const [codes] = await statesAt(reader, [seq], () => undefined);
  return codes ?? [];
}

/**
 * The codebook as it was at several points.
 * @param stops numbers of changes, the newest first
 * @param passed is handed each change of codes between the first stop and the last, newest first, with the codes before it
 * @throws NotFound `codebook.noState`
 */
export async function statesAt(
  reader: Reader,
  stops: readonly number[],
  passed: (change: CodeChange, rows: Rows) => void,
): Promise<CodeRow[][]> {
  const { head, rows } = await standing(reader);
  if (stops.some((seq) => !Number.isSafeInteger(seq) || seq < 0 || seq > head))
    throw new NotFound('codebook.noState');
  const states: CodeRow[][] = [];
  let upTo = head;
  for (const after of stops) {
    for await (const change of codeChanges(reader.db, reader.projectId, { after, upTo })) {
      stepBack(
        rows,
        change.images.filter(({ table }) => table === 'code'),
      );
      if (states.length > 0) passed(change, rows);
    }
    upTo = after;
    // The images of a row have all its columns but the counter of revisions, which the past does not need.
    states.push(inTheirPlaces([...rows.values()] as StoredCode[]));
  }
  return states;
}

/** The codes as they stand and the number of the last change, in one statement: nothing can come in between. */
async function standing({ db, projectId }: Reader) {
  const found = await db
    .selectFrom('change_head as h')
    .leftJoin('code as c', 'c.project_id', 'h.project_id')
    .selectAll('c')
    .select('h.seq')
    .where('h.project_id', '=', projectId)
    .execute();
  const rows: Rows = new Map();
  for (const row of found) if (row.id !== null) rows.set(row.id, { ...row });
  return { head: found[0]?.seq ?? 0, rows };
}
