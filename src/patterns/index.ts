export { patternCommands } from './cli.ts';
export { patternRoutes } from './routes.tsx';
