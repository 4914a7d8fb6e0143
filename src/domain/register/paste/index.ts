export { accounts, type Accounts } from './accounts.ts';
export { buildPastedRegister } from './read.ts';
export { pastedTable } from './table.ts';
export { DOUBT_REASONS, LINE_KINDS } from './types.ts';
export type * from './types.ts';
