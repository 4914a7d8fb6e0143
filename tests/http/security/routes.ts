import type { TestApp } from '../../factories/app.ts';
import type { Study } from './study.ts';

/** One address of the program as it was registered: `POST /projects/:projectId/undo`. */
export interface RouteEntry {
  method: string;
  path: string;
}

/** Every page and every action; middleware, which stands under ALL, is left out. */
export function routesOf(t: TestApp): RouteEntry[] {
  const seen = new Map<string, RouteEntry>();
  for (const { method, path } of t.app.routes)
    if (method !== 'ALL') seen.set(`${method} ${path}`, { method, path });
  return [...seen.values()];
}

export const isUnsafe = ({ method }: RouteEntry): boolean => method !== 'GET' && method !== 'HEAD';
export const nameOf = ({ method, path }: RouteEntry): string => `${method} ${plain(path)}`;
export const isInProject = ({ path }: RouteEntry): boolean =>
  /^\/projects\/:projectId(\/|$|\{)/u.test(path);

/** The path without the patterns of its parameters: `/sources/:sourceId`. */
export function plain(path: string): string {
  return path.replace(/\{[^}]*\}/gu, '');
}

/** Names of the parameters in the path, in order. */
export function parametersOf(path: string): string[] {
  return [...plain(path).matchAll(/:(\w+)/gu)].map(([, name]) => name ?? '');
}

type Ids = Omit<Study, 'ctx'>;

/**
 * The address with the study's ids in it.
 * @throws Error for a parameter that the study has no row for: give it one
 */
export function addressOf(path: string, ids: Ids): string {
  return plain(path).replace(/([\w-]+)\/:(\w+)|:(\w+)/gu, (_whole, before, name, alone) => {
    const parameter = String(name ?? alone);
    const id = idFor(String(before ?? ''), parameter, ids);
    return before === undefined ? String(id) : `${String(before)}/${String(id)}`;
  });
}

/** `:id` is of whatever the word before it says. */
const LISTS: Record<string, keyof Ids> = {
  groups: 'groupId',
  regions: 'regionId',
  variables: 'variableId',
};

export function idFor(before: string, parameter: string, ids: Ids): number | string {
  if (parameter === 'page') return 'index';
  const key = parameter === 'id' ? LISTS[before] : parameter;
  const id = key === undefined ? undefined : (ids as unknown as Record<string, number>)[key];
  if (id === undefined)
    throw new Error(`tests/http/security/study.ts has no row for :${parameter}`);
  return id;
}

/** Pages that show most of what they can show only when they are asked for it. */
export const ASKED_FOR: readonly string[] = [
  '/projects/:projectId/search?q=ran',
  '/projects/:projectId/search?q=ran&in=notes',
  '/projects/:projectId/search?q=ran&in=memos',
  '/projects/:projectId/codebook/past?at=:changeId',
  '/projects/:projectId/themes?by=variable-:variableId&count=passages',
  '/projects/:projectId/themes?by=document-:sourceVariableId',
  '/projects/:projectId/themes?by=location&and=interviewer&minCell=0&over=tied&interval=1&turn=1',
  '/projects/:projectId/themes?only=variable-:variableId.x&by=question&count=people',
  '/projects/:projectId/themes/passages?code=:codeId',
  '/projects/:projectId/themes?by=query-:queryId&only=found.:queryId&row=:queryId&minCell=0',
  '/projects/:projectId/passages/find?of=:codeId&if=variable-:variableId.x&if=or&if=near2.:codeId&minCell=0',
  '/projects/:projectId/passages/find?of=:codeId&minCell=0',
  '/projects/:projectId/analysis/cooccurrence/passages?a=:codeId&b=:codeId',
  '/projects/:projectId/analysis/compare?code=:codeId',
  '/projects/:projectId/analysis/compare.svg?code=:codeId',
  '/projects/:projectId/framework/document?with=passages',
  '/projects/:projectId/sources/:sourceId?coding=:codingId',
  '/projects/:projectId/sources/:sourceId?code=:codeId',
  '/projects/:projectId/sources/:sourceId/structure/turn?at=1',
  '/projects/:projectId/sources/:sourceId/correct?at=0',
  '/projects/:projectId/sources/:sourceId/versions/compare?version=1',
];
