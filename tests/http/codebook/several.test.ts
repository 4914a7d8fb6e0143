import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCode, listCodes } from '../../../src/codebook/index.ts';
import { deleteCodes, moveCodes, recolourCodes } from '../../../src/codebook/many.ts';
import { shiftsForMany, topmost, type CodeNode } from '../../../src/domain/codetree/index.ts';
import { undo } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCoding, aSource } from '../../factories/data.ts';
import { newestChange, snapshot } from '../security/rows.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const add = async (name: string, parentId: number | null = null) =>
  (await addCode(t.ctx, { name, parentId })).value.id;
const paths = async () => (await listCodes(t.ctx)).map((code) => code.path);
const book = (path = '') => `/projects/${t.ctx.projectId}/codebook${path}`;
async function state(): Promise<string[]> {
  const rows = await snapshot(t.deps.db);
  return [...rows].map(([key, row]) => key + row.replace(/"revision":\d+/u, '')).sort();
}

describe('several codes at once', () => {
  it('move together in the order of the codebook, sub-codes along with theirs, as one change that undo takes back', async () => {
    const [a, b] = [await add('A'), await add('B')];
    const [sub, c, d] = [await add('Sub', a), await add('C'), await add('D')];
    const before = await state();
    const last = await newestChange(t.deps.db);
    const done = await moveCodes(t.ctx, [c, a, sub], { place: 'after', targetId: d });
    expect(done.value).toEqual({ codes: 2 });
    expect(await paths()).toEqual(['B', 'D', 'A', 'A > Sub', 'C']);
    expect(await newestChange(t.deps.db)).toBe(last + 1);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await state()).toEqual(before);
    await moveCodes(t.ctx, [c, a], { place: 'into', targetId: b });
    expect(await paths()).toEqual(['B', 'B > A', 'B > A > Sub', 'B > C', 'D']);
    await moveCodes(t.ctx, [a, c], { place: 'before', targetId: b });
    expect(await paths()).toEqual(['A', 'A > Sub', 'C', 'B', 'D']);
  });

  it('are recoloured and deleted as one change each, with their codings, and brought back', async () => {
    const source = await aSource(t.ctx, 'We lack people.');
    const [a, b] = [await add('A'), await add('B')];
    const sub = await add('Sub', a);
    await aCoding(t.ctx, { source, code: sub, start: 0, end: 2 });
    await aCoding(t.ctx, { source, code: b, start: 3, end: 7 });
    const before = await state();
    const coloured = await recolourCodes(t.ctx, [a, b], '#B4412F');
    const colours = (await listCodes(t.ctx)).map(({ colour }) => colour);
    expect(colours).toEqual(['#b4412f', colours[1], '#b4412f']);
    await undo(t.ctx, coloured.changeId ?? 0);
    const deleted = await deleteCodes(t.ctx, [sub, a, b]);
    expect(await paths()).toEqual([]);
    await undo(t.ctx, deleted.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it.each([
    ['none at all', { do: 'delete' }, 422, 'Choose at least one code'],
    ['what is no number', { do: 'delete', code: 'x' }, 422, 'Choose at least one code'],
    ['a code under itself', { do: 'move', code: 'A', target: 'Sub' }, 409, 'cannot stand under'],
    ['one beside its namesake', { do: 'move', code: 'Sub', target: 'B' }, 409, 'There is a “SUB”'],
    ['two of one name together', { do: 'move', code: ['Sub', 'SUB'] }, 409, 'There is a “Sub”'],
    ['without a colour', { do: 'recolour', code: 'A' }, 422, 'Choose one of the eight colours'],
  ])('are refused: %s, and nothing is changed', async (_what, form, status, words) => {
    const [a, b] = [await add('A'), await add('B')];
    const ids: Record<string, number> = { A: a, B: b };
    ids['Sub'] = await add('Sub', a);
    ids['SUB'] = await add('SUB', b);
    const idOf = (name: string) => ids[name] ?? name;
    const sent = Object.fromEntries(
      Object.entries(form).map(([field, value]) => [field, [value].flat().map(idOf)]),
    );
    const before = await state();
    const answer = await t.post(book('/several'), sent);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
    expect(await state()).toEqual(before);
  });

  it('of another project are not found', async () => {
    await add('A');
    expect((await t.post(book('/several'), { do: 'delete', code: 999 })).status).toBe(404);
  });

  it('are chosen on a page that works by its address, and dropped by script for a new tree', async () => {
    const [a, b] = [await add('A'), await add('B')];
    const page = await (await t.get(book(`/several?code=${b}`))).text();
    expect(page).toMatch(new RegExp(`value="${b}" checked`, 'u'));
    expect(page).not.toMatch(new RegExp(`value="${a}" checked`, 'u'));
    const answer = await t.post(
      book('/several'),
      { do: 'move', code: b, place: 'before', target: a, current: '' },
      { 'hx-request': 'true' },
    );
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('“B” moved among the themes');
    expect(await paths()).toEqual(['B', 'A']);
  });
});

describe('where several codes go', () => {
  const tree = fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }).map((parents) =>
    parents.map((parent, at): CodeNode => {
      const parentId = at === 0 || parent >= at ? null : parent + 1;
      return { id: at + 1, parentId, name: `Code ${at}`, position: at };
    }),
  );

  it('they stand together in their order, and the others keep theirs', () => {
    fc.assert(
      fc.property(tree, fc.array(fc.nat(9)), fc.nat(10), (codes, picks, at) => {
        const moving = topmost(
          codes,
          picks.map((pick) => (pick % codes.length) + 1),
        ).map(({ id }) => id);
        const themes = codes.filter(({ parentId }) => parentId === null);
        const before = themes[at % (themes.length + 1)]?.id ?? null;
        const shifts = shiftsForMany(codes, moving, { parentId: null, beforeId: before });
        const to = new Map(shifts.map((shift) => [shift.id, shift]));
        const after = codes
          .map((code) => ({ ...code, ...to.get(code.id) }))
          .filter(({ parentId }) => parentId === null)
          .sort((a, b) => a.position - b.position || a.id - b.id)
          .map(({ id }) => id);
        const rest = themes.map(({ id }) => id).filter((id) => !moving.includes(id));
        expect(after.filter((id) => rest.includes(id))).toEqual(rest);
        const from = moving.length === 0 ? 0 : after.indexOf(moving[0] ?? 0);
        expect(after.slice(from, from + moving.length)).toEqual(moving);
      }),
    );
  });
});
