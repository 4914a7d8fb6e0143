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

/** What every command is given to work with. */
export interface BareTerminal {
  t: Messages;
  /** The folder named by --data or EARMARK_DATA, which need not exist yet. */
  dataDir: string;
  /** A file named on the command line, or standard input for `-`. @throws Invalid `terminal.noFile` */
  read(file: string): Promise<Buffer>;
  /** A line on standard error: progress, warnings. */
  say(line: string): void;
}

/** What a command is given that works on an open database. */
export interface Terminal extends BareTerminal {
  deps: Deps;
  opened: OpenDatabase;
  /** The project named by `--project`, or the only one there is. */
  project(): Promise<Ctx>;
  /** Someone to act as before there is a project. */
  user(): Promise<{ id: number }>;
}

export interface Arguments {
  /** By option name; booleans for flags. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

interface CommandFrame {
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
}

/** One command of the command line; each calls the same commands and queries as the pages. */
export interface CliCommand extends CommandFrame {
  isBare?: false;
  /** Refuses a data folder without a database, instead of making one: a mistyped name must not look well. */
  needsData?: boolean;
  run(terminal: Terminal, args: Arguments): Promise<Result | undefined>;
}

/** A command that must not have the database opened for it: `restore` replaces it. */
export interface BareCommand extends CommandFrame {
  isBare: true;
  run(terminal: BareTerminal, args: Arguments): Promise<Result | undefined>;
}

export type AnyCommand = CliCommand | BareCommand;
