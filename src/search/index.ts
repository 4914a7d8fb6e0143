import { Hono } from 'hono';
import type { Env } from '../http/index.ts';
import { codePages } from './code-routes.tsx';
import { searchPages } from './routes.tsx';
import { savedPages } from './saved-routes.tsx';

export type { Search } from './address.ts';
export { previewCoding } from './coding.ts';
export { searchCommands } from './cli.ts';
export { searchProject, type Found, type SearchResult } from './queries.ts';

export { listSaved, removeSearch, renameSearch, saveSearch } from './saved.ts';

export const searchRoutes = new Hono<Env>();
searchRoutes.route('/', codePages);
searchRoutes.route('/', savedPages);
searchRoutes.route('/', searchPages);
