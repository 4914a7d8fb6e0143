export { sourceCommands } from './cli.ts';
export { addSource, type Added, type NewSource, type Original } from './commands.ts';
export { changeSource, removeSource } from './edits.ts';
export { rereadDocument, rereadSource } from './reread.ts';
export { carryMarks, removeMarks, removeSpeakers } from './marks.ts';
export { findAgain } from './found.ts';
export { insertSpeakers } from './speakers.ts';
export { nameSpeakers } from './structure.ts';
export { correctTurns } from './turns.ts';
export { type Who } from './who.ts';
export { NOTES_TYPE } from './noted.ts';
export { notesNow, sourceFromNotes } from './from-notes.ts';
export { importAll, importRead, readUpload, type Imported, type Upload } from './importing.ts';
export {
  findSource,
  findSourcesNamed,
  getSource,
  listSourcesOfInterview,
  readText,
  type Source,
} from './queries.ts';
export { listSegments, listSpeakers } from './segment-queries.ts';
export { correctText } from './versions-correct.ts';
export { placeNow, type PlaceNow } from './versions-place.ts';
export { countWaiting } from './versions-waiting.ts';
export { finishForgetting } from './forget.ts';
export { redactSource } from './redact.ts';
export { dropOriginal } from './originals.ts';
export { rebuildSources } from './rebuild.ts';
export { rebuildSegments } from './segments.ts';
export { sourceRoutes } from './routes.tsx';
