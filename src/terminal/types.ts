import type { ParseArgsConfig } from 'node:util';
import type { OpenDatabase } from '../../db/open.ts';
import type { Messages } from '../../views/messages/index.ts';
import type { Ctx, Deps } from '../deps.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command prints: JSON by default, or another format that it offers by name. */
export interface Result {
  /** What `--format json` prints. */
  json?: unknown;
  /** Text by format name, made only when asked for: `csv`, `text`, … The first is the default when there is no JSON. */
  formats?: Record<string, () => string | Uint8Array>;
  /** Exit code 1 although it ran to the end: `check` found something. */
  failed?: boolean;
}

/** What a command is given to work with. */
export interface Terminal {
  deps: Deps;
  t: Messages;
  opened: OpenDatabase;
  /** The project named by `--project`, or the only one there is. */
  project(): Promise<Ctx>;
  /** Someone to act as before there is a project. */
  user(): Promise<{ id: number }>;
  /** A file named on the command line, or standard input for `-`. @throws Invalid `terminal.noFile` */
  read(file: string): Promise<Buffer>;
  /** A line on standard error: progress, warnings. */
  say(line: string): void;
}

export interface Arguments {
  /** By option name; booleans for flags. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

/** One command of the command line; each calls the same commands and queries as the pages. */
export interface CliCommand {
  /** `codings import` */
  name: string;
  /** `codings import FILE [--skip-invalid]` */
  usage: string;
  /** One sentence for `earmark help`. */
  summary: string;
  /** Besides --data, --project, --format and --out, which every command takes. */
  options?: Options;
  /** Fewest and most words after the name. */
  positionals: readonly [number, number];
  run(terminal: Terminal, args: Arguments): Promise<Result | undefined>;
}
