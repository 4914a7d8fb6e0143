import { Hono } from 'hono';
import { messages } from '../views/messages/index.ts';
import type { Deps } from './deps.ts';
import { NotFound } from './domain/errors.ts';
import { onError } from './http/errors.tsx';
import type { Env } from './http/env.ts';
import { hostGuard, originGuard, securityHeaders } from './http/guards.ts';
import { sizeGuard } from './http/limits.ts';
import { once } from './http/once.ts';
import { inProject, signedIn } from './http/session.ts';
import { assetTag, staticFiles } from './http/static.ts';
import { mountSlices } from './mounts.ts';

/** The program as one web application. Read it as a table of contents: guards first, then the slices. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>();
  const assets = assetTag(deps.rootDir);
  app.use(hostGuard(deps));
  app.use(originGuard());
  app.use(securityHeaders());
  app.use(async (c, next) => {
    c.set('deps', deps);
    c.set('assets', assets);
    c.set('t', messages('en'));
    await next();
  });
  app.onError(onError);
  app.notFound((c) => onError(new NotFound('http.notFound'), c));

  app.get('/health', async (c) => {
    await deps.db.selectFrom('change_head').select('project_id').limit(1).execute();
    return c.json({ status: 'ok' });
  });
  staticFiles(app, deps);
  app.use(sizeGuard(deps));
  app.use(signedIn(deps));
  app.use(once());
  app.use('/projects/:projectId{[0-9]+}/*', inProject(deps));
  app.use('/projects/:projectId{[0-9]+}', inProject(deps));
  mountSlices(app);
  return app;
}
