import type { Child } from 'hono/jsx';
import type { C } from '../http/index.ts';
import { countWithdrawn } from './queries.ts';

/** Says in a header of a file how many interviews it leaves out: a table has no line for that, and a script reads headers. */
export async function sayLeftOut(c: C): Promise<void> {
  const n = await countWithdrawn(c.get('ctx'));
  if (n > 0) c.header('earmark-left-out', c.get('t').consent.leftOut(n));
}

/** A table as a file, with what it leaves out in its header. `name` without its ending. */
export async function csvFile(c: C, name: string, text: string): Promise<Response> {
  await sayLeftOut(c);
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.csv"`);
  return c.body(text);
}

/** A picture as a file of its own; it has no script, and no page's styles. */
export async function svgFile(c: C, name: string, picture: Child): Promise<Response> {
  await sayLeftOut(c);
  c.header('content-type', 'image/svg+xml; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.svg"`);
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${String(await picture)}`);
}
