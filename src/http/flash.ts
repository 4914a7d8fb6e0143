import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { findChange } from '../history/index.ts';
import type { C } from './env.ts';
import type { ToastProps } from '../../views/layout/types.ts';

const COOKIE = 'earmark_done';

/** Remembers, for the page that follows a redirect, which change was just made. */
export function flashDone(c: C, changeId: number | null): void {
  if (changeId === null) return;
  setCookie(c, COOKIE, String(changeId), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: 30,
  });
}

/** The toast for the change that the last request made, once. */
export async function takeToast(c: C): Promise<ToastProps | null> {
  const value = getCookie(c, COOKIE);
  if (value === undefined) return null;
  deleteCookie(c, COOKIE, { path: '/' });
  return toastFor(c, Number(value));
}

/** Says what a change did and offers to undo it; null when the project has no such change. */
export async function toastFor(c: C, changeId: number | null): Promise<ToastProps | null> {
  const ctx = c.get('ctx') as C['var']['ctx'] | undefined;
  if (ctx === undefined || changeId === null || !Number.isSafeInteger(changeId)) return null;
  const entry = await findChange(ctx, changeId);
  if (entry === null) return null;
  return {
    message: c.get('t').sentenceOf(entry),
    undoAction:
      entry.hasRows && !entry.isReversed && !entry.isErased
        ? `/projects/${ctx.projectId}/changes/${entry.id}/undo`
        : null,
  };
}
