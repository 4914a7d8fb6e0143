import type { Child } from 'hono/jsx';
import { sayLeftOut } from '../consent/index.ts';
import type { C } from '../http/index.ts';

export async function csv(c: C, name: string, text: string): Promise<Response> {
  await sayLeftOut(c);
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.csv"`);
  return c.body(text);
}

/** A picture as a file of its own; it has no script, and no page's styles. */
export async function svg(c: C, name: string, picture: Child): Promise<Response> {
  await sayLeftOut(c);
  c.header('content-type', 'image/svg+xml; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.svg"`);
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${String(await picture)}`);
}
