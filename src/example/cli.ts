import type { CliCommand } from '../terminal/index.ts';
import { loadExample } from './load.ts';

export const exampleCommands: CliCommand[] = [
  {
    name: 'example',
    usage: 'example',
    summary: 'loads the worked example as a new project',
    positionals: [0, 0],
    run: async ({ deps, opened, user }) => {
      const { id } = await user();
      return { json: await opened.allOrNothing(() => loadExample(deps, id)) };
    },
  },
];
