import type { C } from '../http/index.ts';
import { countWithdrawn } from './queries.ts';

/** Says in a header of a file how many interviews it leaves out: a table has no line for that, and a script reads headers. */
export async function sayLeftOut(c: C): Promise<void> {
  const n = await countWithdrawn(c.get('ctx'));
  if (n > 0) c.header('earmark-left-out', c.get('t').consent.leftOut(n));
}
