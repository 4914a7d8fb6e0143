import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { testApp, type TestApp } from '../../factories/app.ts';
import { CASES } from './cases.ts';
import { addressOf, isUnsafe, nameOf, routesOf, type RouteEntry } from './routes.ts';
import { aStudy, type Study } from './study.ts';

/** Tables that the record itself is made of, that search is made of, or that hold what can be made anew. */
const DERIVED = /^(change|change_head|kept_text|segment|kysely_.*|sqlite_.*|search.*)$/u;

let t: TestApp;
let study: Study;
beforeEach(async () => {
  t = await testApp();
  study = await aStudy(t, 'Recorded');
});
afterEach(() => t.close());

const probe = await testApp();
const unsafe = routesOf(probe).filter(isUnsafe);
await probe.close();

/** Every row of every recorded table, by table and id. */
async function snapshot(): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  const { rows: tables } = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table'`.execute(t.deps.db);
  for (const { name } of tables) {
    if (DERIVED.test(name)) continue;
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      t.deps.db,
    );
    for (const row of found.rows) rows.set(`${name} ${String(row['id'])}`, JSON.stringify(row));
  }
  return rows;
}

/** Rows that are new, gone or different. */
function changedRows(before: Map<string, string>, after: Map<string, string>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** Rows that the changes after `lastId` name. */
async function recordedRows(lastId: number): Promise<string[]> {
  const changes = await t.deps.db
    .selectFrom('change')
    .select('rows')
    .where('id', '>', lastId)
    .execute();
  const images = changes.flatMap(({ rows }) => JSON.parse(rows) as { table: string; id: number }[]);
  return [...new Set(images.map(({ table, id }) => `${table} ${id}`))].sort();
}

async function newestChange(): Promise<number> {
  const row = await t.deps.db
    .selectFrom('change')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

describe('every action that changes something leaves one change that names each row it touched', () => {
  it.each(unsafe.map((route): [string, RouteEntry] => [nameOf(route), route]))(
    '%s',
    async (name, route) => {
      const make = CASES[name];
      expect(make, `tests/http/security/cases.ts has no case for ${name}`).toBeDefined();
      const { form, ids } = (await make?.(t, study)) ?? {};
      const [before, lastId] = [await snapshot(), await newestChange()];
      const answer = await t.post(addressOf(route.path, { ...study, ...ids }), form ?? {});
      expect(answer.status, await answer.clone().text()).toBeLessThan(400);
      const touched = changedRows(before, await snapshot());
      expect(touched, 'the case changes nothing, so it proves nothing').not.toEqual([]);
      expect(await recordedRows(lastId)).toEqual(touched);
    },
  );

  it('and no case is left of a route that is gone', () => {
    const names = new Set(unsafe.map(nameOf));
    expect(Object.keys(CASES).filter((name) => !names.has(name))).toEqual([]);
  });
});
