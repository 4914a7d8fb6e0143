import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Env } from './env.ts';

/** Folders of `static/` whose files pages name. */
const FOLDERS = ['build', 'vendor', 'icons'];
const FOR_GOOD = 'public, max-age=31536000, immutable';

/**
 * Style sheets, scripts, fonts and icons; they hold no one's words, so browsers may keep them. An address with the tag
 * (`?v=…`) never shows anything else, so nobody asks for it twice.
 */
export function staticFiles(app: Hono<Env>, deps: Deps): void {
  app.use('/static/*', async (c, next) => {
    await next();
    const isKept = c.req.path.endsWith('.woff2') || c.req.query('v') === c.get('assets');
    if (c.res.ok) c.header('cache-control', isKept ? FOR_GOOD : 'no-cache');
  });
  app.use('/static/*', serveStatic({ root: deps.rootDir }));
}

/** A short name for the files as they are now: another when one of them changes. */
export function assetTag(rootDir: string): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS)
    for (const name of filesIn(join(rootDir, 'static', folder))) hash.update(readFileSync(name));
  return hash.digest('hex').slice(0, 10);
}

/** Those that pages ask for; fonts are named by the style sheet and change with it. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:css|js|svg)$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}
