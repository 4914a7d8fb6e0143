import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs one command of the built program. @throws when it fails, with what it said */
export function earmark(dataDir: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, ...args, '--data', dataDir],
    {
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    },
  );
  if (status !== 0) throw new Error(`earmark ${args.join(' ')}: ${stderr}`);
  return stdout;
}

export interface BenchServer {
  url: string;
  /** Resident memory in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** The built program, serving in a process of its own. */
export async function serveBuilt(dataDir: string): Promise<BenchServer> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  return {
    url,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1]) / 1_024;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/\S+/u.exec(printed)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}
