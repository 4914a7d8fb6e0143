import { loadavg } from 'node:os';
import type { Insertable } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { arranged, themesCsv } from '../../src/analysis/table-files.ts';
import { countThemes } from '../../src/analysis/themes.ts';
import { loadExample } from '../../src/example/index.ts';
import { change } from '../../src/history/index.ts';
import { contextFor } from '../../src/http/index.ts';
import { DEFAULTS } from '../../views/analysis/address.ts';
import type { Choices } from '../../views/analysis/types.ts';
import { messages } from '../../views/messages/index.ts';
import { testApp } from '../factories/app.ts';
import { aCode, aGroup, aRegion, aSource } from '../factories/data.ts';
import { measure, type Figure } from './measure.ts';

/**
 * `npx tsx tests/bench/tables.ts`: how long a table of themes takes over 1,000 interviews, 300 codes and 200,000 codings:
 * counted, protected and arranged inside the process, without the page around it. It asserts nothing.
 */
const INTERVIEWS = 1_000;
const CODES = 300;
const CODINGS = 200_000;
const RUNS = 7;

const words = messages('en').analysis;
const t = await testApp();
const before = process.memoryUsage().rss;
try {
  await example();
  await prepare();
  const cold = await measure('first table after a change', 1, () => table({}), { warmUp: 0 });
  tell(cold);
  for (const [what, choices] of VIEWS()) tell(await measure(what, RUNS, () => table(choices)));
  tell(await measure('page by group', RUNS, () => page('')));
  tell(await measure('page by group and region', RUNS, () => page('?and=region')));
  const more = (process.memoryUsage().rss - before) / 2 ** 20;
  process.stdout.write(`memory ${more.toFixed(0)} MB more than at the start\n`);
  process.stdout.write(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}\n`,
  );
} finally {
  await t.close();
}

function VIEWS(): [string, Partial<Choices>][] {
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
      { filter: { ...DEFAULTS.filter, only: [{ facet: 'region', key: '1' }] } },
    ],
    ['by name, as CSV', { order: { by: 'name' } }],
  ];
}

async function table(more: Partial<Choices>): Promise<number> {
  const choices = { ...DEFAULTS, ...more };
  const { table } = await countThemes(t.ctx, choices, words);
  return themesCsv(table, arranged(table, choices), choices).length;
}

async function page(query: string): Promise<number> {
  return (await (await t.get(`/projects/${t.ctx.projectId}/themes${query}`)).text()).length;
}

async function example(): Promise<void> {
  const { id } = await loadExample(t.deps, t.userId);
  const ctx = contextFor(t.deps, t.userId, id);
  for (const and of [null, 'region'] as const) {
    const what = `worked example by group${and === null ? '' : ' and region'}`;
    tell(await measure(what, RUNS, () => countThemes(ctx, { ...DEFAULTS, and }, words)));
  }
}

function tell({ what, median, fastest, p95 }: Figure): void {
  const ms = [median, fastest, p95].map((value) => value.toFixed(1).padStart(8)).join('');
  process.stdout.write(`${what.padEnd(40)}${ms}  ms (median, fastest, p95)\n`);
}

/** Respondents over six groups and five regions, interviews over 24 months and 12 places, codings spread over all. */
async function prepare(): Promise<void> {
  const { ctx } = t;
  const groups: number[] = [];
  for (let n = 0; n < 6; n += 1) groups.push(await aGroup(ctx, `Group ${n}`));
  const regions: number[] = [];
  for (let n = 0; n < 5; n += 1) regions.push(await aRegion(ctx, `Region ${n}`));
  const codes: number[] = [];
  for (let n = 0; n < CODES; n += 1) {
    const above = n < 20 ? undefined : codes[(n * 7) % 20];
    codes.push(await aCode(ctx, `Code ${n}`, above === undefined ? {} : { parent_id: above }));
  }
  const text = 'What they say of it is said here at some length, and again. '.repeat(40);
  const first = await aSource(ctx, text, { name: 'model' });
  await change(ctx, { kind: 'test.made', entity: 'interview' }, async (w) => {
    // Past the record: what is measured is reading, and a change of 200,000 rows is none that people make.
    const add = async <
      T extends 'interview' | 'source' | 'coding' | 'respondent' | 'interview_respondent',
    >(
      table: T,
      rows: Insertable<Schema[T]>[],
    ) => {
      for (let at = 0; at < rows.length; at += 1_000)
        await w.trx
          .insertInto(table)
          .values(rows.slice(at, at + 1_000) as never)
          .execute();
    };
    const numbers = Array.from({ length: INTERVIEWS }, (_, n) => n);
    const made = { project_id: ctx.projectId, revision: 1, created_at: ctx.now() };
    await add(
      'respondent',
      numbers.map((n) => ({
        ...made,
        id: 10_000 + n,
        guid: ctx.newGuid(),
        reference: `B-${n}`,
        kind: 'person' as const,
        head_count: 1,
        role: '',
        organisation: '',
        group_id: groups[n % 6] ?? null,
        region_id: regions[n % 5] ?? null,
      })),
    );
    await add(
      'interview',
      numbers.map((n) => ({
        ...made,
        id: 10_000 + n,
        guid: ctx.newGuid(),
        reference: `B-${n}`,
        date: `${2024 + (n % 2)}-${String((n % 12) + 1).padStart(2, '0')}-05`,
        kind: 'individual' as const,
        mode: '' as const,
        location: `Place ${n % 12}`,
        language: '',
        status: 'done' as const,
        consent: 'given' as const,
        may_quote: '',
        notes: '',
        created_by: t.userId,
      })),
    );
    await add(
      'interview_respondent',
      numbers.map((n) => ({
        interview_id: 10_000 + n,
        respondent_id: 10_000 + n,
        position: 0,
      })),
    );
    const model = await w.trx
      .selectFrom('source')
      .selectAll()
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
    await add(
      'source',
      numbers.map((n) => ({
        ...model,
        id: 10_000 + n,
        guid: ctx.newGuid(),
        name: `B-${n}`,
        interview_id: 10_000 + n,
      })),
    );
    await add(
      'coding',
      Array.from({ length: CODINGS }, (_, n) => ({
        ...made,
        guid: ctx.newGuid(),
        source_id: 10_000 + (n % INTERVIEWS),
        code_id: codes[(n * 13 + Math.floor(n / INTERVIEWS)) % CODES] ?? 0,
        coder_id: t.userId,
        start: (n * 17) % 2_000,
        end: ((n * 17) % 2_000) + 40,
        quote_sha256: '0'.repeat(64),
      })),
    );
  });
}
