import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../views/messages/index.ts';
import type { OpenDatabase } from '../../db/open.ts';
import { isBusy, isRefusedByDisk, isUnreadable } from '../../db/upkeep.ts';
import type { Ctx, Deps } from '../deps.ts';
import { DomainError, Invalid } from '../domain/errors.ts';
import { printResult } from './print.ts';
import { chosenProject } from './project.ts';
import type { AnyCommand, Arguments, BareTerminal, CliCommand, Result } from './types.ts';
import { findCommand, readArguments } from './words.ts';

/** What running a command needs from the process around it. */
export interface Outside {
  stdout: (chunk: string | Uint8Array) => void;
  stderr: (line: string) => void;
  stdin: () => Promise<Buffer>;
  env: Readonly<Record<string, string | undefined>>;
  open: (dataDir: string) => Promise<{ deps: Deps; opened: OpenDatabase }>;
  /** The local user, made when the database is new. */
  user: (deps: Deps) => Promise<{ id: number }>;
  projects: (deps: Deps, userId: number) => Promise<{ id: number; name: string }[]>;
  context: (deps: Deps, userId: number, projectId: number) => Ctx;
}

const t = messages('en');

/** @returns the exit code: 0 done, 1 refused or failed, 2 usage */
export async function runCommand(
  commands: readonly AnyCommand[],
  argv: readonly string[],
  outside: Outside,
): Promise<number> {
  const command = findCommand(commands, argv);
  if (!command) return usage(commands, argv, outside);
  const args = readArguments(command, argv.slice(command.name.split(' ').length));
  if (args === null) {
    outside.stderr(t.errorSentence('terminal.usage', { usage: command.usage }));
    return 2;
  }
  if (args.values['help'] === true) {
    outside.stdout(`${t.terminal.usageOf(command.usage, command.summary)}\n`);
    return 0;
  }
  const dataDir = String(args.values['data'] ?? outside.env['EARMARK_DATA'] ?? 'data');
  try {
    const result = await runIn(dataDir, command, args, outside);
    return result?.failed === true ? 1 : 0;
  } catch (error) {
    outside.stderr(sentenceFor(error, dataDir));
    return 1;
  }
}

async function runIn(
  dataDir: string,
  command: AnyCommand,
  args: Arguments,
  outside: Outside,
): Promise<Result | undefined> {
  const bare = bareTerminal(dataDir, outside);
  if (command.isBare === true) {
    const result = await command.run(bare, args);
    if (result) await printResult(result, args, outside.stdout);
    return result;
  }
  if (command.needsData === true && !existsSync(join(dataDir, 'earmark.db')))
    throw new Invalid('terminal.noData', { folder: dataDir });
  return runOpen(bare, command, args, outside);
}

async function runOpen(
  bare: BareTerminal,
  command: CliCommand,
  args: Arguments,
  outside: Outside,
): Promise<Result | undefined> {
  const { deps, opened } = await outside.open(bare.dataDir);
  try {
    const user = () => outside.user(deps);
    const project = async () => {
      const { id } = await user();
      const wanted = args.values['project'];
      const projects = await outside.projects(deps, id);
      const chosen = chosenProject(projects, typeof wanted === 'string' ? wanted : undefined);
      return outside.context(deps, id, chosen);
    };
    const result = await command.run({ ...bare, deps, opened, user, project }, args);
    // Formats may still read the database, so it is closed only when they are written.
    if (result) await printResult(result, args, outside.stdout);
    return result;
  } finally {
    await opened.close();
  }
}

function bareTerminal(dataDir: string, outside: Outside): BareTerminal {
  return {
    t,
    dataDir,
    read: async (file) => {
      if (file === '-') return outside.stdin();
      return readFile(file).catch(() => {
        throw new Invalid('terminal.noFile', { file });
      });
    },
    say: outside.stderr,
  };
}

/** One line that says what went wrong and what to do. What we did not foresee says so, with the technical words. */
function sentenceFor(error: unknown, folder: string): string {
  if (error instanceof DomainError) return t.errorSentence(error.code, error.params);
  if (isBusy(error)) return t.errorSentence('http.busy', {});
  if (isUnreadable(error)) return t.errorSentence('terminal.notADatabase', { folder });
  const detail = error instanceof Error ? error.message : String(error);
  if (isRefusedByDisk(error)) return t.errorSentence('terminal.cannotOpen', { folder, detail });
  return t.errorSentence('terminal.unexpected', { detail });
}

function usage(commands: readonly AnyCommand[], argv: readonly string[], outside: Outside): number {
  const lines = commands.map((command) => `  earmark ${command.usage}\n      ${command.summary}`);
  const isAskedFor = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '');
  const text = [t.terminal.usageTitle, ...lines, '', t.terminal.commonOptions].join('\n');
  if (isAskedFor) outside.stdout(`${text}\n`);
  else outside.stderr(`${t.terminal.unknownCommand(argv.join(' '))}\n${text}`);
  return isAskedFor ? 0 : 2;
}
