export * from './address.ts';
export * from './edit.ts';
export * from './find.ts';
export * from './types.ts';
export * from './within.ts';
