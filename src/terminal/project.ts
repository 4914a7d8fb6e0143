import { Invalid, NotFound } from '../domain/errors.ts';

/**
 * The project named by `--project` (id or name), or the only one there is.
 * @throws NotFound `terminal.unknownProject`; Invalid `terminal.noProject`, `terminal.whichProject`
 */
export function chosenProject(
  projects: readonly { id: number; name: string }[],
  wanted: string | undefined,
): number {
  const names = () => projects.map(({ id, name }) => `${name} (${id})`).join(', ');
  if (wanted !== undefined) {
    const found = projects.filter(({ id, name }) => String(id) === wanted || name === wanted);
    if (found.length > 1) throw new Invalid('terminal.whichProject', { names: names() });
    if (!found[0]) throw new NotFound('terminal.unknownProject', { name: wanted });
    return found[0].id;
  }
  const [only, ...others] = projects;
  if (!only) throw new Invalid('terminal.noProject');
  if (others.length > 0) throw new Invalid('terminal.whichProject', { names: names() });
  return only.id;
}
