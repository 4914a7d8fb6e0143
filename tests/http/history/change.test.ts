import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../../src/domain/errors.ts';
import {
  change,
  checkChains,
  listChanges,
  redoLast,
  undo,
  undoLast,
} from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const codes = () => t.ctx.db.selectFrom('code').selectAll().orderBy('id').execute();

describe('the change record', () => {
  it('holds one entry for each intent, written with it', async () => {
    const before = (await listChanges(t.ctx)).length;
    await aCode(t.ctx, 'Capacity');
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('says nothing when nothing changed', async () => {
    const id = await aCode(t.ctx, 'Capacity');
    const before = (await listChanges(t.ctx)).length;
    const done = await change(t.ctx, { kind: 'test.same', entity: 'code' }, (w) =>
      w.update('code', id, { name: 'Capacity' }),
    );
    expect(done.changeId).toBeNull();
    expect(await listChanges(t.ctx)).toHaveLength(before);
  });

  it('leaves nothing behind when the work fails half-way', async () => {
    const before = await listChanges(t.ctx);
    await expect(
      change(t.ctx, { kind: 'test.fails', entity: 'code' }, async (w) => {
        await w.insert('respondent_group', {
          project_id: t.ctx.projectId,
          name: 'A',
          name_fold: 'a',
          position: 1,
        });
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await listChanges(t.ctx)).toEqual(before);
    expect(await t.ctx.db.selectFrom('respondent_group').selectAll().execute()).toEqual([]);
  });

  it('holds hashes instead of interview text', async () => {
    await aSource(t.ctx, 'R-07: Nobody has ever heard of us.');
    const rows = await t.ctx.db.selectFrom('change').select('rows').execute();
    expect(JSON.stringify(rows)).not.toContain('Nobody has ever heard');
  });

  it('refuses a save on top of a version the person never saw', async () => {
    const id = await aCode(t.ctx, 'Capacity');
    const rename = (name: string, revision: number) =>
      change(t.ctx, { kind: 'test.renamed', entity: 'code' }, (w) =>
        w.update('code', id, { name }, revision),
      );
    await rename('Capacities', 1);
    await expect(rename('Ability', 1)).rejects.toThrow(Conflict);
    expect((await codes())[0]?.name).toBe('Capacities');
  });
});

describe('undo', () => {
  it('takes back a new row, and redo brings it back with the same id', async () => {
    const id = await aCode(t.ctx, 'Capacity');
    const made = await codes();
    await undoLast(t.ctx);
    expect(await codes()).toEqual([]);
    await redoLast(t.ctx);
    expect(await codes()).toEqual(made);
    expect(made[0]?.id).toBe(id);
  });

  it('goes back one change at a time, and redo forward again', async () => {
    await aCode(t.ctx, 'A');
    await aCode(t.ctx, 'B');
    await undoLast(t.ctx);
    await undoLast(t.ctx);
    expect(await codes()).toEqual([]);
    await redoLast(t.ctx);
    expect((await codes()).map((code) => code.name)).toEqual(['A']);
    await redoLast(t.ctx);
    expect((await codes()).map((code) => code.name)).toEqual(['A', 'B']);
    await undoLast(t.ctx);
    expect((await codes()).map((code) => code.name)).toEqual(['A']);
  });

  it('forgets what could be redone once something new is done', async () => {
    await aCode(t.ctx, 'A');
    await undoLast(t.ctx);
    await aCode(t.ctx, 'B');
    expect(await redoLast(t.ctx)).toBeNull();
  });

  it('refuses when something was built on it, and changes nothing', async () => {
    const code = await aCode(t.ctx, 'Capacity');
    const made = (await listChanges(t.ctx))[0];
    const source = await aSource(t.ctx, 'Two desks, and one of them empty.');
    await aCoding(t.ctx, { source, code, start: 0, end: 9 });
    const before = await listChanges(t.ctx);
    await expect(undo(t.ctx, made?.id ?? 0)).rejects.toThrow(Conflict);
    expect(await codes()).toHaveLength(1);
    expect(await listChanges(t.ctx)).toEqual(before);
  });

  it('brings back the words of a memo that was removed', async () => {
    const memo = await change(t.ctx, { kind: 'test.memo', entity: 'memo' }, (w) =>
      w.insert('memo', {
        guid: t.ctx.newGuid(),
        project_id: t.ctx.projectId,
        body: 'Compare with R-12.',
        author_id: t.ctx.userId,
        revision: 1,
        created_at: t.ctx.now(),
        updated_at: t.ctx.now(),
      }),
    );
    await change(t.ctx, { kind: 'test.gone', entity: 'memo' }, (w) => w.remove('memo', memo.value));
    await undoLast(t.ctx);
    const row = await t.ctx.db.selectFrom('memo').select('body').executeTakeFirstOrThrow();
    expect(row.body).toBe('Compare with R-12.');
  });
});

describe('the chain of changes', () => {
  beforeEach(async () => {
    for (const name of ['A', 'B', 'C', 'D']) await aCode(t.ctx, name);
  });

  it('holds when nobody touched it', async () => {
    await undoLast(t.ctx);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });

  const tampering: [string, (t: TestApp) => unknown][] = [
    [
      'edited',
      (t) => t.opened.sqlite.exec(`update change set detail = '{"name":"X"}' where seq = 3`),
    ],
    ['removed', (t) => t.opened.sqlite.exec('delete from change where seq = 3')],
    [
      'reordered',
      (t) =>
        t.opened.sqlite.exec(
          'update change set seq = 99 where seq = 2; update change set seq = 2 where seq = 3; update change set seq = 3 where seq = 99',
        ),
    ],
    ['cut off at the end', (t) => t.opened.sqlite.exec('delete from change where seq = 5')],
  ];
  it.each(tampering)('shows when an entry was %s', async (_how, tamper) => {
    tamper(t);
    expect(await checkChains(t.ctx.db)).not.toEqual([]);
  });
});
