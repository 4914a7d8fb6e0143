import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { serve, type ServerType } from '@hono/node-server';
import { pino } from 'pino';
import { openDatabase, type OpenDatabase } from '../db/open.ts';
import { NewerDatabaseError } from '../db/migrate.ts';
import { createApp } from './app.ts';
import type { Deps, Log } from './deps.ts';
import { Invalid } from './domain/errors.ts';
import { loadExample } from './example/index.ts';
import { ensureLocalUser, listProjects } from './projects/index.ts';
import { rebuildDerived } from './rebuild.ts';
import { finishForgetting } from './sources/index.ts';
import type { CliCommand } from './terminal/index.ts';

/** Everything but the network: the database opened, and the dependencies that commands and pages take. */
export interface Program {
  deps: Deps;
  opened: OpenDatabase;
}

/** From `src/` as from `dist/`, the folder with `static/`, `docs/` and `db/`. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MEGABYTE = 1_000_000;

/**
 * Opens the data folder, making it when it is new.
 * @throws Invalid `terminal.newerDatabase`
 */
export async function openProgram(dataDir: string, log: Log = silentLog()): Promise<Program> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'earmark.db');
  const opened = await openDatabase(file).catch((error: unknown) => {
    throw error instanceof NewerDatabaseError
      ? new Invalid('terminal.newerDatabase', { file })
      : error;
  });
  const deps: Deps = {
    db: opened.db,
    now: () => new Date().toISOString(),
    newGuid: randomUUID,
    log,
    dataDir,
    rootDir: ROOT,
    allowedHosts: new Set(),
    limits: { form: 2 * MEGABYTE, upload: 50 * MEGABYTE },
    stopping: new AbortController().signal,
    rebuild: rebuildDerived,
  };
  return { deps, opened };
}

export interface Running {
  url: string;
  stop(): Promise<void>;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Serves the program on this machine only; requests wait until it is ready.
 * @throws Invalid `terminal.notLoopback`, `terminal.portInUse`
 */
export async function startServer(
  program: Program,
  { host, port, isReady }: { host: string; port: number; isReady?: Promise<void> },
): Promise<Running> {
  if (!LOOPBACK.has(host)) throw new Invalid('terminal.notLoopback', { host });
  const allowedHosts = new Set<string>();
  const stopping = new AbortController();
  const app = createApp({ ...program.deps, allowedHosts, stopping: stopping.signal });
  const answer: Fetch = async (...request) => {
    await isReady;
    return app.fetch(...request);
  };
  const server = await listen(answer, host, port);
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) allowedHosts.add(`${name}:${actual}`);
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${actual}`,
    stop: () =>
      new Promise<void>((resolve) => {
        stopping.abort();
        const late = setTimeout(() => closeAll(server), LONGEST_STOP);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

/** What is still being answered when the server stops has this long; milliseconds. */
const LONGEST_STOP = 5_000;

function closeAll(server: ServerType): void {
  if ('closeAllConnections' in server) server.closeAllConnections();
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

function listen(fetch: Fetch, hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Invalid('terminal.portInUse', { port }) : error),
    );
  });
}

/** A logger for the server's own events; it never sees interview text, identities or bodies. */
export function serverLog(level = 'info'): Log {
  return pino({ level, base: null }, pino.destination(2));
}

function silentLog(): Log {
  return { info: () => undefined, warn: () => undefined, error: () => undefined };
}

/** `earmark serve`: runs until it is told to stop, finishing what is under way. */
export const serveCommand: CliCommand = {
  name: 'serve',
  usage: 'serve [--host 127.0.0.1] [--port 4000] [--open]',
  summary: 'starts the server on this machine and prints its address',
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '4000' },
    open: { type: 'boolean', default: false },
  },
  positionals: [0, 0],
  run: async ({ deps, opened, t, say }, { values }) => {
    const port = Number(values['port']);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Invalid('terminal.badPort', { port: String(values['port']) });
    keepHeapSmall();
    const { isReady, ready } = readiness();
    await finishForgetting(deps);
    const running = await startServer(
      { deps, opened },
      { host: String(values['host']), port, isReady },
    );
    try {
      await welcome({ deps, opened }, (name) => say(t.terminal.exampleLoaded(name)));
      ready();
      process.stdout.write(`${t.terminal.serving(running.url)}\n`);
      if (values['open'] === true) openInBrowser(running.url);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
    } finally {
      await running.stop();
    }
    return undefined;
  },
};

/**
 * A team's server stands beside other programs on a small machine. By itself V8 lets the heap grow to twice what lives in
 * it, and its young part to 16 MB; with these it collects a little earlier (bench: 160 MB instead of 205, no slower).
 */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** A promise to wait for, and what keeps it. */
function readiness(): { isReady: Promise<void>; ready: () => void } {
  let ready: () => void = () => undefined;
  const isReady = new Promise<void>((resolve) => (ready = resolve));
  return { isReady, ready };
}

/**
 * A data folder without a project gets the worked example, so that the first page is not an empty one: all of it, since a
 * start that was cut short begins anew.
 */
async function welcome({ deps, opened }: Program, loaded: (name: string) => void): Promise<void> {
  const { id } = await ensureLocalUser(deps);
  if ((await listProjects(deps.db, id)).length > 0) return;
  const { name } = await opened.allOrNothing(() => loadExample(deps, id));
  loaded(name);
}

/** Asks the desktop to open the address; where there is none, the printed address remains. */
function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
