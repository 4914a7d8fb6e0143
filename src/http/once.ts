import { createHash } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { C, Env } from './env.ts';
import { SAFE_METHODS } from './guards.ts';

/** The field of a form that carries its key; `withKeys` puts it in. */
export const KEY_FIELD = 'request_key';
/** The header that carries it when a script sends. */
const KEY_HEADER = 'idempotency-key';
const IS_KEY = /^[\w-]{8,100}$/u;
/** Of a large file only its ends are looked at, in bytes: a retry is the same file, and two files of one size differ there. */
const END = 1_000_000;

/**
 * Recognises a request that comes again because its answer got lost: the browser sends the same key with the same content.
 * The same key with other content is another intent (someone went back, changed a word and sent again).
 * `change` does the rest, so that no route needs to know.
 */
export function once() {
  return createMiddleware<Env>(async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method)) {
      const key = await requestKey(c);
      if (key !== null) c.set('request', { key, parts: 0 });
    }
    await next();
  });
}

/** @returns SHA-256 over the key, the address and what was sent; null for a request without a key */
async function requestKey(c: C): Promise<string | null> {
  const body = await c.req.parseBody({ all: true });
  const key = c.req.header(KEY_HEADER) ?? body[KEY_FIELD];
  if (typeof key !== 'string' || !IS_KEY.test(key)) return null;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([key, c.req.method, c.req.path]));
  for (const [name, value] of Object.entries(body))
    for (const one of Array.isArray(value) ? value : [value]) {
      const isText = typeof one === 'string';
      hash.update(JSON.stringify(isText ? [name, one] : [name, one.name, one.size]));
      if (isText) continue;
      hash.update(new Uint8Array(await one.slice(0, END).arrayBuffer()));
      hash.update(new Uint8Array(await one.slice(-END).arrayBuffer()));
    }
  return hash.digest('hex');
}

const POSTING_FORM = /<form\b[^>]*\bmethod="post"[^>]*>/gu;

/** Puts a key into every form that changes something, whoever wrote it, so that none can be forgotten. */
export function withKeys(html: string, newGuid: () => string): string {
  const field = `<input type="hidden" name="${KEY_FIELD}" value="${newGuid()}"/>`;
  return html.replaceAll(POSTING_FORM, (form) => form + field);
}
