import type { CliCommand } from './terminal/index.ts';

/** Every command of the command line, in the order that help shows them. */
export const COMMANDS: readonly CliCommand[] = [];
