import { analysisCommands } from './analysis/index.ts';
import { projectCommands } from './projects/index.ts';
import type { AnyCommand } from './terminal/index.ts';
import { upkeepCommands } from './upkeep/index.ts';

/** Every command of the command line, in the order that help shows them. */
export const COMMANDS: readonly AnyCommand[] = [
  ...projectCommands,
  ...analysisCommands,
  ...upkeepCommands,
];
