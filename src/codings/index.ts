export { codingCommands } from './cli.ts';
export { addCoding, applyNewCode, removeCoding, resizeCoding, writeMemo } from './commands.ts';
export { codingsCsv, EXPORT_COLUMNS, exportCodings, type ExportedCoding } from './export.ts';
export { CodingsRefused, importCodings } from './import.ts';
export { addCodings, type ManyCoded } from './many.ts';
export { codeCalled, pickOf, readPicks } from './picks.ts';
export type { Wanted } from './passage.ts';
export { placeHref } from './page.tsx';
export { codingRoutes } from './routes.tsx';
