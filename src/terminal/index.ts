export { tableOf } from './table.ts';
export type {
  AnyCommand,
  Arguments,
  BareCommand,
  BareTerminal,
  CliCommand,
  Result,
  Terminal,
} from './types.ts';
