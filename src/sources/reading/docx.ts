import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocxAnswer } from './docx-child.ts';
import { openZip } from './zip.ts';

/** How long a document may take to read, in milliseconds. */
const TIME_LIMIT_MS = 30_000;
/** Heap of the process that reads it, in megabytes. */
const MEMORY_LIMIT_MB = 512;
/** Documents read at once, so that many uploads leave the machine to others. */
const AT_ONCE = 2;

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Why a document is not read, besides what `openZip` refuses. */
export type DocxRefusal = 'notDocx' | 'macros' | 'slow' | 'broken';

export class DocxRefused extends Error {
  override name = 'DocxRefused';
  constructor(readonly reason: string) {
    super(reason);
  }
}

/**
 * A Word document's text and what was left out, read in a process of its own.
 * @throws ZipRefused, before anything is inflated
 * @throws DocxRefused
 */
export async function readDocx(
  bytes: Buffer,
): Promise<{ text: string; left: Record<string, number> }> {
  const { names } = await openZip(bytes);
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml'))
    throw new DocxRefused('notDocx');
  if (names.has('word/vbaProject.bin')) throw new DocxRefused('macros');
  const answer = await inTurn(() => ask(bytes));
  if (!answer.ok) throw new DocxRefused(answer.reason);
  return answer;
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

function ask(bytes: Buffer): Promise<DocxAnswer> {
  const child = startChild();
  return new Promise((resolve) => {
    const limit = setTimeout(() => finish({ ok: false, reason: 'slow' }), TIME_LIMIT_MS);
    const finish = (answer: DocxAnswer): void => {
      clearTimeout(limit);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(answer);
    };
    child.on('message', (answer) => finish(answer as DocxAnswer));
    child.on('error', () => finish({ ok: false, reason: 'broken' }));
    // It ends before it answers when its memory is full.
    child.on('exit', () => finish({ ok: false, reason: 'slow' }));
    child.send(bytes);
  });
}

/** From the sources it is TypeScript and needs tsx to run; the build puts it beside the program. */
function startChild(): ChildProcess {
  const isSource = fileURLToPath(import.meta.url).endsWith('.ts');
  const file = fileURLToPath(
    new URL(isSource ? './docx-child.ts' : './docx-child.js', import.meta.url),
  );
  const tsx = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(file, [], {
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`, ...(isSource ? ['--import', tsx()] : [])],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
