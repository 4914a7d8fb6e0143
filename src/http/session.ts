import { createMiddleware } from 'hono/factory';
import { NotFound, Forbidden } from '../domain/errors.ts';
import type { Ctx, Deps } from '../deps.ts';
import type { Env } from './env.ts';
import { SAFE_METHODS } from './guards.ts';
import { mayWrite } from './permissions.ts';

/** Who is asking. In local mode it is the one local user; accounts come later and change only this. */
export function signedIn(deps: Deps) {
  return createMiddleware<Env>(async (c, next) => {
    const user = await deps.db
      .selectFrom('user')
      .select(['id', 'name', 'initials'])
      .where('is_local', '=', 1)
      .executeTakeFirst();
    if (!user) throw new Forbidden('http.noUser');
    c.set('user', user);
    await next();
  });
}

/**
 * The one place where access to a project is decided: every address under `/projects/:projectId` passes it, so that a new
 * route cannot miss it. A project that is not theirs is as unknown as one that does not exist.
 */
export function inProject(deps: Deps) {
  return createMiddleware<Env>(async (c, next) => {
    const projectId = Number(c.req.param('projectId'));
    const user = c.get('user');
    const project = await deps.db
      .selectFrom('project')
      .innerJoin('member', 'member.project_id', 'project.id')
      .select(['project.id', 'project.name', 'member.role'])
      .where('project.id', '=', Number.isSafeInteger(projectId) ? projectId : -1)
      .where('member.user_id', '=', user.id)
      .executeTakeFirst();
    if (!project) throw new NotFound('http.notFound');
    if (!SAFE_METHODS.has(c.req.method) && !mayWrite(project.role))
      throw new Forbidden('http.readOnly');
    c.set('project', project);
    c.set('ctx', { ...contextFor(deps, user.id, project.id), request: c.get('request') });
    await next();
  });
}

/** What commands and queries of one project take. */
export function contextFor(deps: Deps, userId: number, projectId: number): Ctx {
  const { db, now, newGuid, dataDir, rebuild } = deps;
  return { db, now, newGuid, dataDir, rebuild, userId, projectId };
}
