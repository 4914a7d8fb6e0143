import { contextFor } from '../../src/http/index.ts';
import { ensureLocalUser, listProjects } from '../../src/projects/index.ts';
import { runCommand } from '../../src/terminal/run.ts';
import type { AnyCommand } from '../../src/terminal/index.ts';
import type { TestApp } from './app.ts';

/** Runs one command on the database of a test, `input` being what `-` reads. */
export async function runCli(
  t: TestApp,
  commands: readonly AnyCommand[],
  argv: readonly string[],
  input: string | Buffer = '',
): Promise<{ code: number; out: string; err: string; json: () => unknown }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommand(commands, argv, {
    stdout: (chunk) => void out.push(String(chunk)),
    stderr: (line) => void err.push(line),
    stdin: async () => (typeof input === 'string' ? Buffer.from(input) : input),
    env: {},
    // The database stays open for the next command.
    open: async () => ({ deps: t.deps, opened: { ...t.opened, close: async () => undefined } }),
    user: ensureLocalUser,
    projects: (deps, userId) => listProjects(deps.db, userId),
    context: contextFor,
  });
  const text = out.join('');
  return { code, out: text, err: err.join('\n'), json: () => JSON.parse(text) as unknown };
}
