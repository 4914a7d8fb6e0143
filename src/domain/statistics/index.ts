export * from './chi-square.ts';
export * from './compare.ts';
export * from './difference.ts';
export * from './fisher.ts';
export * from './wilson.ts';
