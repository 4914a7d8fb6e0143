export { exampleCommands } from './cli.ts';
export { loadExample } from './load.ts';
