import type { Messages } from '../../views/messages/index.ts';
import type { AnyCommand } from '../terminal/index.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import type { Problem } from './problems.ts';
import { restore, Unsound } from './restore.ts';

export const upkeepCommands: AnyCommand[] = [
  {
    name: 'check',
    usage: 'check',
    summary: 'proves that the database, every coding’s text and the record of changes are sound',
    positionals: [0, 0],
    needsData: true,
    run: async ({ opened, dataDir, t, say }) => {
      const problems = await check({ opened, dataDir });
      if (problems.length === 0) say(t.upkeep.checked);
      const json = {
        ok: problems.length === 0,
        problems: problems.map((problem) => ({
          kind: problem.kind,
          message: sentence(t, problem),
          ...problem.params,
        })),
      };
      return { json, failed: !json.ok };
    },
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    summary: 'copies database and original files into one file, also while the server runs',
    positionals: [1, 1],
    needsData: true,
    run: async ({ opened, dataDir, deps, t, say }, { positionals: [file = ''] }) => {
      const { problems, ...written } = await backup({ opened, dataDir }, file, deps.now());
      if (problems.length > 0) say(t.upkeep.problemsInCopy(problems.length));
      return { json: written };
    },
  },
  {
    name: 'restore',
    usage: 'restore FILE [--force]',
    summary: 'checks a backup and puts it into the data folder',
    options: { force: { type: 'boolean', default: false } },
    positionals: [1, 1],
    isBare: true,
    run: async ({ dataDir, t, say }, { positionals: [file = ''], values }) => {
      try {
        return { json: await restore(file, dataDir, { force: values['force'] === true }) };
      } catch (error) {
        if (error instanceof Unsound)
          for (const problem of error.problems) say(sentence(t, problem));
        throw error;
      }
    },
  },
];

function sentence(t: Messages, { kind, params }: Problem): string {
  return t.upkeep.problems[kind](params);
}
