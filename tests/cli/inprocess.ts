import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/commands.ts';
import { contextFor } from '../../src/http/index.ts';
import { ensureLocalUser, listProjects } from '../../src/projects/index.ts';
import { runCommand } from '../../src/terminal/run.ts';
import type { TestApp } from '../factories/app.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command on the test's own database, which stays open; `folder` holds the files it names. */
export async function runIn(t: TestApp, words: readonly string[], stdin = ''): Promise<Ran> {
  const ran: Ran = { code: -1, stdout: '', stderr: '' };
  ran.code = await runCommand(COMMANDS, [...words, '--data', t.deps.dataDir], {
    stdout: (chunk) =>
      (ran.stdout += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()),
    stderr: (line) => (ran.stderr += `${line}\n`),
    stdin: async () => Buffer.from(stdin),
    env: {},
    open: async () => ({
      deps: t.deps,
      opened: { ...t.opened, close: () => Promise.resolve() },
    }),
    user: ensureLocalUser,
    projects: (deps, userId) => listProjects(deps.db, userId),
    context: contextFor,
  });
  return ran;
}

/** A file in the test's own folder. @returns its path */
export function aFile(t: TestApp, name: string, text: string): string {
  const folder = join(t.deps.dataDir, 'files');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
