export { accountOf, type Account } from './account.ts';
export { previewRows } from './preview.ts';
export type * from './preview.ts';
export { readBrought, type BroughtOptions } from './read.ts';
export { headerKey, headerOf, usualUse } from './rows.ts';
export type * from './types.ts';
