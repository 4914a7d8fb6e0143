export { readBrought, type BroughtOptions } from './read.ts';
export { headerKey, headerOf, isBlank, usualUse } from './rows.ts';
export type * from './types.ts';
