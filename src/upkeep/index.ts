export { backup, type BackedUp } from './backup.ts';
export { check, type Holding } from './check.ts';
export { upkeepCommands } from './cli.ts';
export type { Problem } from './problems.ts';
export { restore } from './restore.ts';
