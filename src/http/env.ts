import type { Context } from 'hono';
import type { Role } from '../../db/schema.ts';
import type { Messages } from '../../views/messages/index.ts';
import type { Ctx, Deps } from '../deps.ts';

export interface CurrentUser {
  id: number;
  name: string;
  initials: string;
}

export interface CurrentProject {
  id: number;
  name: string;
  role: Role;
}

/** What the middleware has found out by the time a route runs. */
export interface Variables {
  deps: Deps;
  t: Messages;
  /** Tag of the style sheets and scripts as they are now; see `assetTag`. */
  assets: string;
  user: CurrentUser;
  /** Set on every address under `/projects/:projectId`; asking for them elsewhere is a programming error. */
  project: CurrentProject;
  ctx: Ctx;
  /** Set where a request that changes something carries a key, so that it can come again. */
  request: Ctx['request'];
}

export interface Env {
  Variables: Variables;
}

export type C = Context<Env>;
