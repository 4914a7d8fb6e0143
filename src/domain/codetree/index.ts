export { formatPath, parsePath, PATH_SEPARATOR } from './path.ts';
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
  STEPS,
  type Destination,
  type Shift,
  type Step,
} from './move.ts';
