import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCode, codeOf, listCodes } from '../../../src/codebook/index.ts';
import {
  changeCode,
  moveCode,
  recolour,
  renameCode,
  setKey,
} from '../../../src/codebook/commands.ts';
import { deleteCode } from '../../../src/codebook/remove.ts';
import { Conflict, Invalid, NotFound } from '../../../src/domain/errors.ts';
import { change, listChanges, undo } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCoding, aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const add = async (name: string, parentId: number | null = null) =>
  (await addCode(t.ctx, { name, parentId })).value.id;
const paths = async () => (await listCodes(t.ctx)).map((code) => code.path);
const changes = async () => (await listChanges(t.ctx)).length;

describe('adding a code', () => {
  it('puts it last among its siblings, in one recorded change', async () => {
    const visibility = await add('Visibility');
    const before = await changes();
    await add('Capacity', visibility);
    await add('Communication', visibility);
    expect(await changes()).toBe(before + 2);
    expect(await paths()).toEqual([
      'Visibility',
      'Visibility > Capacity',
      'Visibility > Communication',
    ]);
  });

  it('gives each theme the next colour, and a sub-code its theme’s', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await add('A1', a);
    const [rowA, rowA1, rowB] = await listCodes(t.ctx);
    expect(rowA?.colour).not.toBe(rowB?.colour);
    expect(rowA1?.colour).toBe(rowA?.colour);
    await recolour(t.ctx, a, '#BF4438');
    const after = await listCodes(t.ctx);
    expect(after.map((code) => code.colour)).toEqual(['#bf4438', rowA1?.colour, rowB?.colour]);
    expect(b).toBe(rowB?.id);
  });

  it('refuses the name of a sibling, however written, and takes it elsewhere', async () => {
    const a = await add('Visibility');
    await expect(add('  VISIBILITY ')).rejects.toThrow(Conflict);
    await add('Visibility', a);
    await expect(add(' ')).rejects.toThrow(Invalid);
  });

  it('shows a colour of its own in the nearest of the eight', async () => {
    await addCode(t.ctx, { name: 'A', colour: '#c8701a' });
    expect((await listCodes(t.ctx))[0]).toMatchObject({
      colour: '#c8701a',
      colourClass: 'code-colour-2',
    });
  });
});

describe('a key', () => {
  it('belongs to one code, and the refusal says to which', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await setKey(t.ctx, a, 'X');
    await expect(setKey(t.ctx, b, 'x')).rejects.toMatchObject({
      code: 'codebook.keyTaken',
      params: { key: 'x', code: 'A' },
    });
    await setKey(t.ctx, a, null);
    await setKey(t.ctx, b, 'x');
    expect((await listCodes(t.ctx)).map((code) => code.key)).toEqual([null, 'x']);
  });

  it.each(['ab', 'é', ' !', 'c', 'j'])('cannot be %j', async (key) => {
    const a = await add('A');
    await expect(setKey(t.ctx, a, key)).rejects.toThrow(Invalid);
  });
});

describe('changing a code', () => {
  it('refuses a save on top of a version the person never saw', async () => {
    const a = await add('A');
    await changeCode(t.ctx, a, { definition: 'One' }, 1);
    await expect(changeCode(t.ctx, a, { definition: 'Two' }, 1)).rejects.toMatchObject({
      code: 'history.stale',
      current: { definition: 'One' },
    });
  });

  it('keeps its codings when it is renamed or moved', async () => {
    const [a, b] = [await add('A'), await add('B')];
    const source = await aSource(t.ctx, 'Nobody knows us.');
    const coding = await aCoding(t.ctx, { source, code: b, start: 0, end: 6 });
    await renameCode(t.ctx, b, 'Unseen');
    await moveCode(t.ctx, b, { parentId: a, beforeId: null });
    expect(await paths()).toEqual(['A', 'A > Unseen']);
    const row = await t.ctx.db.selectFrom('coding').selectAll().executeTakeFirstOrThrow();
    expect([row.id, row.code_id]).toEqual([coding, b]);
  });
});

describe('moving a code', () => {
  it('goes up, down, in and out, each one change that undo takes back', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await add('C');
    const states = [await paths()];
    const ids: (number | null)[] = [];
    for (const [id, step] of [
      [b, 'up'],
      [a, 'down'],
      [a, 'in'],
      [a, 'out'],
    ] as const) {
      ids.push((await moveCode(t.ctx, id, step)).changeId);
      states.push(await paths());
    }
    expect(states).toEqual([
      ['A', 'B', 'C'],
      ['B', 'A', 'C'],
      ['B', 'C', 'A'],
      ['B', 'C', 'C > A'],
      ['B', 'C', 'A'],
    ]);
    for (const id of ids.reverse()) await undo(t.ctx, id ?? 0);
    expect(await paths()).toEqual(['A', 'B', 'C']);
  });

  it('is refused under itself, under its own sub-code, and where its name is taken', async () => {
    const a = await add('A');
    const below = await add('B', a);
    const to = (parentId: number) => moveCode(t.ctx, a, { parentId, beforeId: null });
    await expect(to(a)).rejects.toMatchObject({ code: 'codebook.moveUnderItself' });
    await expect(to(below)).rejects.toMatchObject({ code: 'codebook.moveUnderItself' });
    await add('B');
    await expect(moveCode(t.ctx, below, { parentId: null, beforeId: null })).rejects.toMatchObject({
      code: 'codebook.nameTaken',
    });
  });
});

describe('deleting a code', () => {
  it('takes its sub-codes, codings and memos along, and one undo brings all of them back', async () => {
    const a = await add('A');
    const b = await add('B', a);
    await add('C', b);
    const source = await aSource(t.ctx, 'Nobody knows us. Nobody at all.');
    await aCoding(t.ctx, { source, code: a, start: 0, end: 6 });
    const coding = await aCoding(t.ctx, { source, code: b, start: 0, end: 6 });
    const memo = { project_id: t.ctx.projectId, author_id: t.userId, revision: 1 };
    const times = { created_at: t.ctx.now(), updated_at: t.ctx.now() };
    await change(t.ctx, { kind: 'test.memo', entity: 'memo' }, async (w) => {
      await w.insert('memo', { ...memo, ...times, guid: 'm1', code_id: a, body: 'On A' });
      await w.insert('memo', { ...memo, ...times, guid: 'm2', coding_id: coding, body: 'Here' });
    });
    const everything = async () => ({
      codes: await t.ctx.db.selectFrom('code').selectAll().orderBy('id').execute(),
      codings: await t.ctx.db.selectFrom('coding').selectAll().orderBy('id').execute(),
      memos: await t.ctx.db.selectFrom('memo').selectAll().orderBy('id').execute(),
    });
    const before = await everything();
    const done = await deleteCode(t.ctx, a);
    expect(done.value).toMatchObject({ subCodes: 2, codings: 2, memos: 2 });
    expect(await everything()).toEqual({ codes: [], codings: [], memos: [] });
    await undo(t.ctx, done.changeId ?? 0);
    expect(await everything()).toEqual(before);
  });
});

describe('a code of another project', () => {
  it('is as unknown as one that does not exist', async () => {
    const a = await add('A');
    const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
    const other = { ...t.ctx, projectId: value.id };
    for (const attempt of [
      () => codeOf(other.db, other.projectId, a),
      () => changeCode(other, a, { name: 'X' }),
      () => moveCode(other, a, 'up'),
      () => deleteCode(other, a),
      () => addCode(other, { name: 'X', parentId: a }),
    ])
      await expect(attempt()).rejects.toThrow(NotFound);
  });
});
