export {
  formatPath,
  isSeparator,
  parsePath,
  PATH_SEPARATOR,
  SEPARATORS,
  separatorsIn,
  type Separator,
} from './path.ts';
export {
  childrenOf,
  descendantsOf,
  namesake,
  nextPosition,
  placeAll,
  type CodeNode,
  type Placed,
} from './tree.ts';
export {
  destinationOf,
  mayMoveUnder,
  shiftsFor,
  shiftsForMany,
  STEPS,
  topmost,
  type Destination,
  type Shift,
  type Step,
} from './move.ts';
export { COLUMNS, readHeading, type Column, type Heading, type TableError } from './columns.ts';
export {
  readColour,
  readLines,
  readPlaced,
  type CellRules,
  type CodeFields,
  type CodeLine,
} from './lines.ts';
export { joiningOf, type Joining, type Twin } from './twins.ts';
export { siblingsBy } from './order.ts';
export { slotKey } from './clashes.ts';
export { mergeCodes, type Merged, type MergePlan, type StandingCode } from './merge.ts';
export { compareBooks, type BookCode, type BookDifference, type Differing } from './compare.ts';
export { stepBack, type RowChange } from './past.ts';
