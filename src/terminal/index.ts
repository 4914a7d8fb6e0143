export type { Arguments, CliCommand, Result, Terminal } from './types.ts';
