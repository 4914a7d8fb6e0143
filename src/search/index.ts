export { searchCommands } from './cli.ts';
export { searchProject, type Found, type Search, type SearchResult } from './queries.ts';
export { searchRoutes } from './routes.tsx';
