import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arranged, themesCsv } from '../../src/analysis/table-files.ts';
import { countThemes } from '../../src/analysis/themes.ts';
import type { Ctx } from '../../src/deps.ts';
import { loadExample } from '../../src/example/index.ts';
import { contextFor } from '../../src/http/index.ts';
import { DEFAULTS } from '../../views/analysis/address.ts';
import type { Choices } from '../../views/analysis/types.ts';
import { messages } from '../../views/messages/index.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { writeCodedStudy } from './coded-study.ts';
import { measure, type Figure } from './measure.ts';
import { yardstick } from './yardstick.tsx';

/**
 * `npx tsx tests/bench/tables.ts`: how long a table of themes takes over 1,000 interviews, 300 codes and 200,000 codings:
 * counted, protected and arranged inside the process; the page with all around it; and what memory it takes. The study is
 * written by a process of its own, so that the memory is that of reading. It asserts nothing.
 */
const RUNS = 7;
const words = messages('en').analysis;

const [, , task, written = ''] = process.argv;
if (task === 'write') await write(written);
else await run();

async function write(file: string): Promise<void> {
  const t = await testApp({ file });
  try {
    await writeCodedStudy(t);
    await loadExample(t.deps, t.userId);
  } finally {
    await t.close();
  }
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-'));
  const file = join(folder, 'earmark.db');
  await once(fork(fileURLToPath(import.meta.url), ['write', file]), 'exit');
  const t = await testApp({ file });
  try {
    await figures(t);
  } finally {
    await t.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figures(t: TestApp): Promise<void> {
  const [study, example] = await t.deps.db
    .selectFrom('project')
    .select('id')
    .orderBy('id')
    .execute();
  const ctx = contextFor(t.deps, t.userId, study?.id ?? 0);
  const small = contextFor(t.deps, t.userId, example?.id ?? 0);
  for (const and of [null, 'region'] as const) {
    const what = `worked example by group${and === null ? '' : ' and region'}`;
    tell(await measure(what, RUNS, () => table(small, { and })));
  }
  const before = process.memoryUsage().rss;
  tell(await measure('first table after a change', 1, () => table(ctx, {}), { warmUp: 0 }));
  const region = await ctx.db
    .selectFrom('region')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirstOrThrow();
  for (const [what, choices] of views(region.id))
    tell(await measure(what, RUNS, () => table(ctx, choices)));
  const page = async (query: string) =>
    (await (await t.get(`/projects/${ctx.projectId}/themes${query}`)).text()).length;
  tell(await measure('page by group', RUNS, () => page('')));
  tell(await measure('page by group and region', RUNS, () => page('?and=region')));
  const whole = (await yardstick()).reduce((sum, { median }) => sum + median, 0);
  process.stdout.write(`yardstick ${whole.toFixed(0)} ms\n`);
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const after = process.memoryUsage().rss;
  process.stdout.write(`memory ${megabytes(before)} MB before, ${megabytes(after)} MB after\n`);
  process.stdout.write(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}\n`,
  );
}

function views(region: number): [string, Partial<Choices>][] {
  return [
    ['by group', {}],
    ['by group, nothing hidden', { minCell: 0 }],
    ['by group and region', { and: 'region' }],
    ['by location', { by: 'location' }],
    ['by month, interviews', { by: 'month', count: 'interviews' }],
    ['by group, passages', { count: 'passages' }],
    ['by group, people out of everyone', { count: 'people', over: 'everyone' }],
    [
      'part of the study',
      { filter: { ...DEFAULTS.filter, only: [{ facet: 'region', key: String(region) }] } },
    ],
    ['by name, as CSV', { order: { by: 'name' } }],
  ];
}

async function table(ctx: Ctx, more: Partial<Choices>): Promise<number> {
  const choices = { ...DEFAULTS, ...more };
  const { table } = await countThemes(ctx, choices, words);
  return themesCsv(table, arranged(table, choices), choices).length;
}

function tell({ what, median, fastest, p95 }: Figure): void {
  const ms = [median, fastest, p95].map((value) => value.toFixed(1).padStart(8)).join('');
  process.stdout.write(`${what.padEnd(40)}${ms}  ms (median, fastest, p95)\n`);
}
