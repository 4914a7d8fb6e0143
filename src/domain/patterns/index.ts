export * from './cooccurrence.ts';
export * from './coverage.ts';
export * from './pairs.ts';
export * from './saturation.ts';
export * from './stop-words.ts';
export * from './words.ts';
