import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Messages } from '../../views/messages/index.ts';
import type { Ctx, Deps } from '../deps.ts';
import { readCsv } from '../domain/csv/read.ts';
import { toCsv } from '../domain/csv/write.ts';
import { NotFound } from '../domain/errors.ts';
import { listProjects } from '../projects/index.ts';
import { listCodes } from './queries.ts';
import { codebookCsv } from './table.ts';

/** A codebook to begin with, by the word that its address has. */
export interface StartingPoint {
  /** `criteria`, `migration` or `project-7`. */
  from: string;
  name: string;
  source: string;
}

type Reader = Pick<Ctx, 'db' | 'projectId' | 'userId'>;

/** Projects offered at once. */
const MOST_PROJECTS = 50;

/** The built-in codebooks, and those of this person's other projects. */
export async function startingPoints(ctx: Reader, t: Messages): Promise<StartingPoint[]> {
  const { criteria, migration, project } = t.codebook.starting;
  const projects = (await listProjects(ctx.db, ctx.userId))
    .filter(({ id }) => id !== ctx.projectId)
    .slice(0, MOST_PROJECTS);
  const counts = await ctx.db
    .selectFrom('code')
    .select(['project_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where(
      'project_id',
      'in',
      projects.map(({ id }) => id),
    )
    .groupBy('project_id')
    .execute();
  const codesOf = new Map(counts.map((row) => [row.project_id, row.n]));
  return [
    { from: 'criteria', name: criteria.name, source: criteria.source },
    { from: 'migration', name: migration.name, source: migration.source },
    ...projects.flatMap(({ id, name }) => {
      const codes = codesOf.get(id);
      return codes === undefined ? [] : [{ from: `project-${id}`, name, source: project(codes) }];
    }),
  ];
}

/**
 * The codebook to begin with, as text to be looked at. A key that a code here has already is left out.
 * @throws NotFound `codebook.noStart` when there is none of that name, or it is a project this person has no part in
 */
export async function startingText(
  ctx: Reader,
  { rootDir }: Pick<Deps, 'rootDir'>,
  from: string,
  t: Messages,
): Promise<string> {
  if (from === 'criteria') return t.codebook.starting.criteria.text;
  if (from === 'migration') return migrationThemes(rootDir);
  const projects = await listProjects(ctx.db, ctx.userId);
  const project = projects.find(({ id }) => `project-${id}` === from);
  if (!project) throw new NotFound('codebook.noStart');
  const codes = await listCodes({ db: ctx.db, projectId: project.id });
  const taken = new Set((await listCodes(ctx)).map(({ key }) => key));
  return codebookCsv(codes.map((code) => (taken.has(code.key) ? { ...code, key: null } : code)));
}

/** The themes of the worked example, without its examples, which nobody in the new study said, and without its keys. */
async function migrationThemes(rootDir: string): Promise<string> {
  const text = await readFile(join(rootDir, 'db/example/codebook.csv'), 'utf8');
  const read = readCsv(text);
  if (!read.ok) throw new Error('the codebook of the example cannot be read');
  const [heading, ...rows] = read.rows;
  const left = ['example', 'key'].map((column) => heading?.cells.indexOf(column));
  const without = (cells: readonly string[]) => cells.filter((_cell, at) => !left.includes(at));
  return toCsv(
    without(heading?.cells ?? []),
    rows.map(({ cells }) => without(cells)),
  );
}
