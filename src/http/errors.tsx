import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ErrorFragment, ErrorPage } from '../../views/layout/ErrorPage.tsx';
import { messages } from '../../views/messages/index.ts';
import { Conflict, DomainError, Forbidden, Invalid, NotFound, TooLarge } from '../domain/errors.ts';
import type { C } from './env.ts';
import { fragment, page, shellProps, wantsFragment } from './render.ts';

/** The HTTP status of each way to refuse. */
export function statusOf(error: unknown): ContentfulStatusCode {
  if (error instanceof NotFound) return 404;
  if (error instanceof Forbidden) return 403;
  if (error instanceof Conflict) return 409;
  if (error instanceof Invalid) return 422;
  if (error instanceof TooLarge) return 413;
  if (isBusy(error)) return 503;
  return 500;
}

/** The one place where an error becomes an answer. What went wrong inside is logged, not shown. */
export async function onError(error: Error, c: C): Promise<Response> {
  const status = statusOf(error);
  const t = (c.get('t') as C['var']['t'] | undefined) ?? messages('en');
  if (status === 500) c.get('deps').log.error({ err: error, path: c.req.path }, 'unexpected error');
  const sentence =
    error instanceof DomainError
      ? t.errorSentence(error.code, error.params)
      : t.errorSentence(status === 503 ? 'http.busy' : 'http.unexpected', {});
  if (wantsFragment(c)) return fragment(c, <ErrorFragment message={sentence} />, status);
  const shell = await shellProps(c);
  return page(c, <ErrorPage shell={{ ...shell, t }} message={sentence} />, status);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
