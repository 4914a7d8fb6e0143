import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { AnyCommand, Arguments } from './types.ts';

/** What every command takes. */
export const COMMON_OPTIONS = {
  data: { type: 'string' },
  project: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/** The command whose name the words begin with; of several the longest. */
export function findCommand(
  commands: readonly AnyCommand[],
  words: readonly string[],
): AnyCommand | undefined {
  const matches = (command: AnyCommand) =>
    command.name.split(' ').every((word, n) => words[n] === word);
  return commands.filter(matches).sort((a, b) => b.name.length - a.name.length)[0];
}

/** The words after a command's name as options and the rest; null when they do not fit its usage. */
export function readArguments(command: AnyCommand, words: readonly string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...COMMON_OPTIONS, ...command.options },
      allowPositionals: true,
    });
    const [fewest, most] = command.positionals;
    const fits = positionals.length >= fewest && positionals.length <= most;
    return fits || values.help === true ? { values, positionals } : null;
  } catch {
    // parseArgs says in technical words what the usage line says better.
    return null;
  }
}
