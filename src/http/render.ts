import type { Child } from 'hono/jsx';
import type { StatusCode } from 'hono/utils/http-status';
import type { ShellProps } from '../../views/layout/types.ts';
import { takeToast } from './flash.ts';
import type { C } from './env.ts';
import { withKeys } from './once.ts';

export type Node = Child | Promise<Child>;

/** Whether htmx asked for a part of a page, rather than a person or a boosted link for the whole. */
export function wantsFragment(c: C): boolean {
  return c.req.header('hx-request') === 'true' && c.req.header('hx-request-type') !== 'full';
}

/** A whole document as it is sent. hono/jsx prints no doctype, so it is put here. */
export const documentOf = async (node: Node): Promise<string> =>
  `<!doctype html>${String(await node)}`;

/** Answers with a whole document. */
export async function page(c: C, node: Node, status: StatusCode = 200): Promise<Response> {
  c.status(status);
  return c.html(withKeys(await documentOf(node), c.get('deps').newGuid));
}

/** Answers with a piece of a page for htmx to swap. */
export async function fragment(c: C, node: Node, status: StatusCode = 200): Promise<Response> {
  c.status(status);
  return c.html(withKeys(String(await node), c.get('deps').newGuid));
}

/** What the page shell needs, whatever the page. */
export async function shellProps(c: C): Promise<ShellProps> {
  const project = c.get('project') as C['var']['project'] | undefined;
  return {
    t: c.get('t'),
    user: c.get('user') ?? null,
    project: project ? { id: project.id, name: project.name } : null,
    path: c.req.path,
    assets: c.get('assets'),
    toast: await takeToast(c),
  };
}
