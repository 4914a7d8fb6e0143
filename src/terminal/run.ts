import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { messages } from '../../views/messages/index.ts';
import type { Ctx, Deps } from '../deps.ts';
import { DomainError, Invalid, NotFound } from '../domain/errors.ts';
import type { OpenDatabase } from '../../db/open.ts';
import type { Arguments, CliCommand, Result, Terminal } from './types.ts';

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

const COMMON = {
  data: { type: 'string' },
  project: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const;

const t = messages('en');

/** @returns the exit code: 0 done, 1 refused or failed, 2 usage */
export async function runCommand(
  commands: readonly CliCommand[],
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
  const dataDir = String(args.values['data'] ?? outside.env['EARMARK_DATA'] ?? 'data');
  try {
    const program = await outside.open(dataDir);
    try {
      const result = await command.run(terminalFor(program, args, outside), args);
      if (result) await print(result, args, outside);
      return result?.failed === true ? 1 : 0;
    } finally {
      await program.opened.close();
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    outside.stderr(t.errorSentence(error.code, error.params));
    return 1;
  }
}

function findCommand(
  commands: readonly CliCommand[],
  argv: readonly string[],
): CliCommand | undefined {
  const matches = (command: CliCommand) =>
    command.name.split(' ').every((word, n) => argv[n] === word);
  return commands.filter(matches).sort((a, b) => b.name.length - a.name.length)[0];
}

function readArguments(command: CliCommand, words: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
    });
    const [fewest, most] = command.positionals;
    if (positionals.length < fewest || positionals.length > most) return null;
    return { values, positionals };
  } catch {
    // parseArgs says in technical words what the usage line says better.
    return null;
  }
}

function usage(commands: readonly CliCommand[], argv: readonly string[], outside: Outside): number {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map(
    (command) => `  earmark ${command.usage.padEnd(width)}  ${command.summary}`,
  );
  const isAskedFor = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '');
  const text = [t.terminal.usageTitle, ...lines, '', t.terminal.commonOptions].join('\n');
  if (isAskedFor) outside.stdout(`${text}\n`);
  else outside.stderr(`${t.terminal.unknownCommand(argv.join(' '))}\n${text}`);
  return isAskedFor ? 0 : 2;
}

function terminalFor(
  { deps, opened }: { deps: Deps; opened: OpenDatabase },
  args: Arguments,
  outside: Outside,
): Terminal {
  const user = () => outside.user(deps);
  return {
    deps,
    opened,
    t,
    user,
    project: async () => {
      const { id } = await user();
      const projects = await outside.projects(deps, id);
      return outside.context(deps, id, chosenProject(projects, args.values['project']));
    },
    read: async (file) => {
      if (file === '-') return outside.stdin();
      return readFile(file).catch(() => {
        throw new Invalid('terminal.noFile', { file });
      });
    },
    say: outside.stderr,
  };
}

function chosenProject(
  projects: readonly { id: number; name: string }[],
  wanted: Arguments['values'][string],
): number {
  if (typeof wanted === 'string') {
    const found = projects.filter(({ id, name }) => String(id) === wanted || name === wanted);
    if (found.length === 1 && found[0]) return found[0].id;
    throw new NotFound('terminal.unknownProject', { name: wanted });
  }
  const [only, ...others] = projects;
  if (!only) throw new Invalid('terminal.noProject');
  if (others.length > 0)
    throw new Invalid('terminal.whichProject', {
      names: projects.map(({ id, name }) => `${name} (${id})`).join(', '),
    });
  return only.id;
}

/** Writes the result, and nothing else, to standard output or to the file named by `--out`. */
async function print(result: Result, args: Arguments, outside: Outside): Promise<void> {
  const { format, out } = args.values;
  const text = inFormat(result, typeof format === 'string' ? format : null);
  if (typeof out === 'string') await writeFile(out, text);
  else outside.stdout(text);
}

function inFormat({ json, formats = {} }: Result, wanted: string | null): string | Uint8Array {
  const offered = [...(json === undefined ? [] : ['json']), ...Object.keys(formats)];
  const format = wanted ?? offered[0] ?? 'json';
  if (format === 'json' && json !== undefined) return `${JSON.stringify(json, null, 2)}\n`;
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!write) throw new Invalid('terminal.unknownFormat', { format, known: offered.join(', ') });
  return write();
}
