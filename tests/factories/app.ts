import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { openDatabase, type OpenDatabase } from '../../db/open.ts';
import { createApp } from '../../src/app.ts';
import type { Ctx, Deps } from '../../src/deps.ts';
import { contextFor, type Env } from '../../src/http/index.ts';
import { createProject, ensureLocalUser } from '../../src/projects/index.ts';
import { rebuildDerived } from '../../src/rebuild.ts';

const HOST = '127.0.0.1:4000';

/** The whole program on a database in memory and a data folder of its own. */
export interface TestApp {
  app: Hono<Env>;
  deps: Deps;
  opened: OpenDatabase;
  userId: number;
  /** A project of the local user's, and what its commands take. */
  ctx: Ctx;
  /** Logged errors, so that a test can see what a page hides. */
  logged: { fields: object; message: string }[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form as a browser would from our own page; a list sends its field several times. */
  post(
    path: string,
    form?: FormFields | FormData,
    headers?: Record<string, string>,
  ): Promise<Response>;
  close(): Promise<void>;
}

export type FormFields = Record<string, string | number | readonly (string | number)[]>;

/** A fresh program with one empty project. Time moves on by a second with each look at the clock. */
export async function testApp({ file = ':memory:' }: { file?: string } = {}): Promise<TestApp> {
  const opened = await openDatabase(file);
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-test-'));
  const logged: TestApp['logged'] = [];
  const log = (fields: object, message: string) => logged.push({ fields, message });
  const stopping = new AbortController();
  let seconds = 0;
  const deps: Deps = {
    db: opened.db,
    now: () => new Date(Date.UTC(2026, 0, 5, 9, 0, seconds++)).toISOString(),
    newGuid: randomUUID,
    log: { info: () => undefined, warn: () => undefined, error: log },
    dataDir,
    rootDir: fileURLToPath(new URL('../..', import.meta.url)),
    allowedHosts: new Set([HOST]),
    limits: { form: 2_000_000, upload: 50_000_000 },
    stopping: stopping.signal,
    rebuild: rebuildDerived,
  };
  const { id: userId } = await ensureLocalUser(deps);
  const { value: project } = await createProject({ ...deps, userId }, { name: 'Migration study' });
  const app = createApp(deps);
  return {
    app,
    deps,
    opened,
    userId,
    ctx: contextFor(deps, userId, project.id),
    logged,
    get: async (path, headers = {}) => app.request(path, { headers: { host: HOST, ...headers } }),
    post: async (path, form = {}, headers = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { host: HOST, origin: `http://${HOST}`, ...headers },
        body: form instanceof FormData ? form : encoded(form),
      }),
    close: async () => {
      stopping.abort();
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function encoded(form: FormFields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, String(one));
  return body;
}
