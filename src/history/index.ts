export { change, type ChangeWriter, type Detail, type Done } from './change.ts';
export { removedRows, type RemovedRow } from './erase.ts';
export { sha256, type RecordedTable, type RowImage } from './images.ts';
export {
  checkChains,
  findChange,
  listChanges,
  listChangesOfCode,
  listChangesOfCoding,
  listCodeChanges,
  type ChangeEntry,
} from './queries.ts';
export type { RequestOnce } from './once.ts';
export {
  changesOfSets,
  codeChanges,
  codeChangesByOthers,
  lastCodeChange,
  type CodeChange,
} from './touching.ts';
export { redoLast, undo, undoLast } from './undo.ts';
