import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FileRefused, type FileRefusal } from './refused.ts';
import type { Readers } from './child.ts';

/** How long a file may take to read, in milliseconds. */
const TIME_LIMIT_MS = 30_000;
/** Heap of the process that reads it, in megabytes. */
const MEMORY_LIMIT_MB = 512;
/** Files read at once, so that many uploads leave the machine to others. */
const AT_ONCE = 2;

/** What the process that reads is asked, and what it answers. */
export interface Question {
  format: keyof Readers;
  bytes: Uint8Array;
  options: object;
}
export type Answer = { ok: true; value: unknown } | { ok: false; reason: FileRefusal };

/**
 * What a file holds, read in a process of its own, with its memory capped and its time limited: nothing that a parser
 * does there reaches this program. Look into archives with `openZip` before.
 * @throws FileRefused
 */
export async function readApart<F extends keyof Readers>(
  format: F,
  bytes: Buffer,
  options: Parameters<Readers[F]>[1] & object = {},
): Promise<Awaited<ReturnType<Readers[F]>>> {
  const answer = await inTurn(() => ask({ format, bytes, options }));
  if (!answer.ok) throw new FileRefused(answer.reason);
  return answer.value as Awaited<ReturnType<Readers[F]>>;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function ask(question: Question): Promise<Answer> {
  const child = startChild();
  return new Promise((resolve) => {
    const limit = setTimeout(() => finish({ ok: false, reason: 'slow' }), TIME_LIMIT_MS);
    const finish = (answer: Answer): void => {
      clearTimeout(limit);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(answer);
    };
    child.on('message', (answer) => finish(answer as Answer));
    child.on('error', () => finish({ ok: false, reason: 'broken' }));
    // It ends before it answers when its memory is full.
    child.on('exit', () => finish({ ok: false, reason: 'slow' }));
    child.send(question);
  });
}

/** From the sources it is TypeScript and needs tsx to run; the build puts it beside the program. */
function startChild(): ChildProcess {
  const isSource = fileURLToPath(import.meta.url).endsWith('.ts');
  const file = fileURLToPath(
    new URL(isSource ? './child.ts' : './files-child.js', import.meta.url),
  );
  const tsx = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(file, [], {
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`, ...(isSource ? ['--import', tsx()] : [])],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
