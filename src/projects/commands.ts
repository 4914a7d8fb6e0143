import type { Ctx, Deps } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';

/** What a command needs before there is a project to work in. */
type Starter = Omit<Ctx, 'projectId'>;

/**
 * Makes an empty project; whoever makes it leads it.
 * @throws Invalid `projects.nameEmpty`
 */
export async function createProject(
  by: Starter,
  input: { name: string; description?: string },
): Promise<Done<{ id: number; name: string }>> {
  const name = tidyName(input.name);
  if (name === '') throw new Invalid('projects.nameEmpty', {}, 'name');
  return change(
    { ...by, projectId: 0 },
    { kind: 'project.created', entity: 'project' },
    async (w) => {
      const id = await w.insert('project', {
        guid: by.newGuid(),
        name,
        description: input.description?.trim() ?? '',
        date_order: 'day',
        min_cell: 5,
        counts_debriefs: 0,
        revision: 1,
        created_at: by.now(),
      });
      w.projectId = id;
      await w.insert('member', { project_id: id, user_id: by.userId, role: 'lead' });
      w.about(id, { name });
      return { id, name };
    },
  );
}

export interface ProjectSettings {
  name: string;
  description: string;
  date_order: 'day' | 'month';
  min_cell: number;
  counts_debriefs: 0 | 1;
}

/**
 * Changes the project's name, description and rules of counting.
 * @throws Conflict when someone changed them since
 */
export async function changeSettings(
  ctx: Ctx,
  input: ProjectSettings,
  expectedRevision: number,
): Promise<Done<void>> {
  const name = tidyName(input.name);
  if (name === '') throw new Invalid('projects.nameEmpty', {}, 'name');
  return change(ctx, { kind: 'project.changed', entity: 'project' }, async (w) => {
    await w.update('project', ctx.projectId, { ...input, name }, expectedRevision);
    w.about(ctx.projectId, { name });
  });
}

/** The one local user, made when the database is new; there is no project yet to record it in. */
export async function ensureLocalUser(
  deps: Pick<Deps, 'db' | 'now' | 'newGuid'>,
): Promise<{ id: number }> {
  const found = await deps.db
    .selectFrom('user')
    .select('id')
    .where('is_local', '=', 1)
    .executeTakeFirst();
  if (found) return found;
  return deps.db
    .insertInto('user')
    .values({
      guid: deps.newGuid(),
      name: 'You',
      initials: 'Me',
      is_local: 1,
      created_at: deps.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

/**
 * The user with this name or these initials, made a member of the project if need be: for imports that name their coders.
 * @param w the writer of the change that needs the coder
 */
export async function coderNamed(
  ctx: Ctx,
  w: ChangeWriter,
  named: { name: string; initials?: string },
): Promise<number> {
  const name = tidyName(named.name);
  if (name === '') throw new Invalid('projects.noCoderName');
  const found = await w.trx
    .selectFrom('user')
    .select('id')
    .where((eb) => eb.or([eb('name', '=', name), eb('initials', '=', name)]))
    .executeTakeFirst();
  const userId =
    found?.id ??
    (await w.insert('user', {
      guid: ctx.newGuid(),
      name,
      initials: named.initials ?? initialsOf(name),
      is_local: 0,
      created_at: ctx.now(),
    }));
  const member = await w.trx
    .selectFrom('member')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!member)
    await w.insert('member', { project_id: ctx.projectId, user_id: userId, role: 'coder' });
  return userId;
}

/** `Ada Kovač` is AK; a name that is already initials stays. */
function initialsOf(name: string): string {
  const words = name.split(' ');
  if (words.length === 1) return [...name].slice(0, 4).join('');
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4);
}
