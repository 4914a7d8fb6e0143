import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import { TooLarge } from '../domain/errors.ts';
import type { Env } from './env.ts';

/** Addresses that take files. */
const TAKES_FILES = /\/(upload|import)$/u;

/** Refuses a body over the limit before it is read; files get a higher one than forms. */
export function sizeGuard(deps: Deps) {
  const guard = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new TooLarge('http.tooLarge', { megabytes: Math.round(maxSize / 1_000_000) });
      },
    });
  const forms = guard(deps.limits.form);
  const files = guard(deps.limits.upload);
  return createMiddleware<Env>((c, next) =>
    TAKES_FILES.test(c.req.path) ? files(c, next) : forms(c, next),
  );
}
