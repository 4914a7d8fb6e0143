import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import type { Env } from './env.ts';

/** Methods that change nothing, and so need no proof of where they come from. */
export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses any request whose `Host` is not one of ours: a page elsewhere that points its name at this machine gets nothing. */
export function hostGuard(deps: Deps) {
  return createMiddleware<Env>(async (c, next) => {
    const host = c.req.header('host')?.toLowerCase();
    if (host === undefined || !deps.allowedHosts.has(host))
      return c.text('Misdirected request.', 421);
    await next();
    return undefined;
  });
}

/**
 * Refuses unsafe methods that do not come from our own pages. A browser always names the origin of such a request;
 * one without is refused too, since only a browser needs this door.
 */
export function originGuard() {
  return createMiddleware<Env>(async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !comesFromUs(c.req.raw.headers))
      return c.text(
        'This request did not come from Earmark’s own pages, so nothing was changed.',
        403,
      );
    await next();
    return undefined;
  });
}

function comesFromUs(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  const site = headers.get('sec-fetch-site');
  if (origin === null || host === null) return false;
  if (site !== null && site !== 'same-origin') return false;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** No inline script or style, nothing from elsewhere, no framing. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Record<string, string> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Security headers on every answer; pages are never kept by caches, since they hold confidential words. */
export function securityHeaders() {
  return createMiddleware<Env>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
}
