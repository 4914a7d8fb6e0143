import type { Db } from '../../db/schema.ts';
import type { Reader } from './study.ts';

/** Projects whose numbers are kept. */
const MOST = 4;

/** What was read of one state of a project, by name. */
interface State {
  /** Of the last change: it names the state, since nothing that is counted changes without a recorded change. */
  hash: string;
  known: Map<string, Promise<unknown>>;
}

const statesOf = new WeakMap<Db, Map<number, State>>();

/**
 * What `load` gives, read once for each state of the project: an analyst opens one number after another of the same table,
 * and reading ten thousand codings for each takes longer than counting them. Never change what comes out.
 */
export async function oncePerState<T>(
  { db, projectId }: Reader,
  name: string,
  load: () => Promise<T>,
): Promise<T> {
  const states = statesOf.get(db) ?? new Map<number, State>();
  statesOf.set(db, states);
  const head = await db
    .selectFrom('change_head')
    .select('hash')
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  const hash = head?.hash ?? '';
  const before = states.get(projectId);
  const state =
    before?.hash === hash ? before : { hash, known: new Map<string, Promise<unknown>>() };
  states.delete(projectId);
  states.set(projectId, state);
  const oldest = states.keys().next().value;
  if (states.size > MOST && oldest !== undefined) states.delete(oldest);
  const found = (state.known.get(name) as Promise<T> | undefined) ?? load();
  state.known.set(name, found);
  // A reading that failed is tried again.
  found.catch(() => state.known.delete(name));
  return found;
}
