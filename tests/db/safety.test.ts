import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';

/** Promise 2: what was answered is on disk, and survives a power cut. */
it('a change is on disk before it is acknowledged, and erased words are overwritten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earmark-safety-'));
  const { sqlite, close } = await openDatabase(join(folder, 'earmark.db'));
  const setting = (name: string) => sqlite.pragma(name, { simple: true });
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous'), '2 is FULL').toBe(2);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('secure_delete')).toBe(1);
  await close();
  rmSync(folder, { recursive: true, force: true });
});

it('work of many changes is kept whole or not at all, and a change of it that fails undoes only itself', async () => {
  const { db, allOrNothing, close } = await openDatabase(':memory:');
  const add = (name: string, fails = false) =>
    db.transaction().execute(async (trx) => {
      const user = {
        guid: name,
        name,
        initials: name,
        is_local: 0 as const,
        created_at: '2026-01-05',
      };
      await trx.insertInto('user').values(user).execute();
      if (fails) throw new Error('refused');
    });
  const names = async () =>
    (await db.selectFrom('user').select('name').execute()).map((user) => user.name);

  await expect(
    allOrNothing(async () => {
      await add('A');
      await add('B', true);
    }),
  ).rejects.toThrow('refused');
  expect(await names()).toEqual([]);

  await allOrNothing(async () => {
    await add('A');
    await expect(add('B', true)).rejects.toThrow('refused');
    await add('C');
  });
  expect(await names()).toEqual(['A', 'C']);
  await close();
});
