import { Hono } from 'hono';
import type { Env } from '../http/index.ts';
import { searchPages } from './routes.tsx';

export type { Search } from './address.ts';
export { searchCommands } from './cli.ts';
export { searchProject, type Found, type SearchResult } from './queries.ts';

export const searchRoutes = new Hono<Env>();
searchRoutes.route('/', searchPages);
