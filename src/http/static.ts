import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Env } from './env.ts';

/** Style sheets, scripts, fonts and icons; they hold no one's words, so browsers may keep them. */
export function staticFiles(app: Hono<Env>, deps: Deps): void {
  app.use(
    '/static/*',
    serveStatic({
      root: deps.rootDir,
      onFound: (path, c) => {
        const isFont = path.endsWith('.woff2');
        c.header('cache-control', isFont ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
}
