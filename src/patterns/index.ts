export { patternCommands } from './cli.ts';
export { loadMaterial, type Material } from './material.ts';
export { patternRoutes } from './routes.tsx';
export { grouped } from './together-passages.ts';
