import type { CliCommand } from '../terminal/index.ts';
import { createProject } from './commands.ts';
import { listProjects } from './queries.ts';

export const projectCommands: CliCommand[] = [
  {
    name: 'project new',
    usage: 'project new NAME',
    summary: 'makes an empty project',
    positionals: [1, 1],
    run: async ({ deps, user }, { positionals: [name = ''] }) => {
      const { id: userId } = await user();
      const { value } = await createProject({ ...deps, userId }, { name });
      return { json: value };
    },
  },
  {
    name: 'project list',
    usage: 'project list',
    summary: 'names every project',
    positionals: [0, 0],
    run: async ({ deps, user }) => {
      const { id } = await user();
      const projects = await listProjects(deps.db, id);
      return {
        json: projects.map(({ id, name, interviews, sources, codings, lastChange }) => ({
          id,
          name,
          interviews,
          sources,
          codings,
          last_change: lastChange,
        })),
      };
    },
  },
];
