import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCode, listCodes } from '../../../src/codebook/index.ts';
import { renameCode, setKey } from '../../../src/codebook/commands.ts';
import { importCodebook, previewImport, TableRefused } from '../../../src/codebook/import.ts';
import { codebookCsv } from '../../../src/codebook/table.ts';
import type { Ctx } from '../../../src/deps.ts';
import { listChanges, undo } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const paths = async (ctx: Ctx = t.ctx) => (await listCodes(ctx)).map((code) => code.path);
const take = async (text: string, ctx: Ctx = t.ctx) => (await importCodebook(ctx, text)).value;
const errorsOf = async (text: string) => {
  const error: unknown = await importCodebook(t.ctx, text).catch((thrown: unknown) => thrown);
  if (!(error instanceof TableRefused)) throw new Error('it was not refused');
  return error.errors.map(({ line, column, code }) => [line, column, code]);
};
const anotherProject = async (): Promise<Ctx> => {
  const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
  return { ...t.ctx, projectId: value.id };
};

describe('importing a codebook', () => {
  it('is one recorded change, and one undo takes all of it back', async () => {
    const before = (await listChanges(t.ctx)).length;
    const done = await importCodebook(t.ctx, 'path\nA\nA > B\nC\n');
    expect(done.value).toMatchObject({ codes: 3, created: 3, unchanged: 0, warnings: [] });
    expect((await listChanges(t.ctx)).length).toBe(before + 1);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await paths()).toEqual([]);
  });

  it('a second time changes nothing and says so', async () => {
    const text = readFileSync('db/example/codebook.csv', 'utf8');
    const first = await take(text);
    expect(first.created).toBe(first.codes);
    const before = (await listChanges(t.ctx)).length;
    const second = await importCodebook(t.ctx, text);
    expect(second.value).toMatchObject({ created: 0, changed: 0, unchanged: first.codes });
    expect(second.changeId).toBeNull();
    expect((await listChanges(t.ctx)).length).toBe(before);
  });

  it('reads commas, semicolons and tabs, and headings in any case and order', async () => {
    await take('Colour;NAME\n#C8701A;Pay; \n');
    await take('use when\tpath\n"When pay, tips"\tPay > Low\n');
    const [pay, low] = await listCodes(t.ctx);
    expect([pay?.colour, low?.path, low?.useWhen]).toEqual([
      '#c8701a',
      'Pay > Low',
      'When pay, tips',
    ]);
  });

  it('keeps any colour exactly and lets a sub-code without one take its parent’s', async () => {
    await take('path,colour\nA,#ABCDEF\nA > B,\n');
    expect((await listCodes(t.ctx)).map((code) => code.colour)).toEqual(['#abcdef', '#abcdef']);
  });

  it('finds a code by its guid first, so that a renamed or moved one keeps its codings', async () => {
    const { value } = await addCode(t.ctx, { name: 'Ability' });
    const [code] = await listCodes(t.ctx);
    const done = await take(`guid,path\n${code?.guid},Visibility > Capacity\n`);
    expect(done).toMatchObject({ created: 1, changed: 1 });
    expect(done.warnings).toEqual([{ code: 'parentMade', params: { path: 'Visibility' } }]);
    expect((await listCodes(t.ctx)).map(({ id, path }) => [id, path])).toContainEqual([
      value.id,
      'Visibility > Capacity',
    ]);
  });

  it('lets two codes change names, places and keys with each other', async () => {
    await take('path,key\nA,1\nB,2\n');
    const [a, b] = await listCodes(t.ctx);
    const done = await importCodebook(t.ctx, `guid,name,key\n${a?.guid},B,2\n${b?.guid},A,1\n`);
    const after = await listCodes(t.ctx);
    expect(after.map(({ id, name, key }) => [id, name, key])).toEqual([
      [a?.id, 'B', '2'],
      [b?.id, 'A', '1'],
    ]);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await listCodes(t.ctx)).toMatchObject([
      { id: a?.id, name: 'A', key: '1' },
      { id: b?.id, name: 'B', key: '2' },
    ]);
  });

  it('leaves a code where it stands when its line knows it by guid and names no place', async () => {
    await take('path\nA > B\n');
    const [, b] = await listCodes(t.ctx);
    await take(`guid,name,definition\n${b?.guid},B,Rule\n`);
    expect(await paths()).toEqual(['A', 'A > B']);
  });

  it('finds a parent by its path or, where that is clear, by its name', async () => {
    await take('name,parent\nPeople,Capacity\nCapacity,Visibility\nVisibility,\n');
    expect(await paths()).toEqual([
      'Visibility',
      'Visibility > Capacity',
      'Visibility > Capacity > People',
    ]);
  });

  it('changes nothing where a cell is empty', async () => {
    await take('path,definition,key\nA,Rule,1\n');
    expect(await take('path,definition,key\nA,,\n')).toMatchObject({ unchanged: 1 });
    expect((await listCodes(t.ctx))[0]).toMatchObject({ definition: 'Rule', key: '1' });
  });

  it('says which columns it left', async () => {
    const { warnings } = await take('path,Nickname\nA,Ay\n');
    expect(warnings).toEqual([{ code: 'columnLeft', params: { column: 'Nickname' } }]);
  });
});

describe('a table that is wrong', () => {
  it.each([
    ['', [[1, '', 'tableEmpty']]],
    ['definition\nx\n', [[1, '', 'noHeading']]],
    ['path,path\nA,B\n', [[1, 'path', 'columnTwice']]],
    [
      'path,colour\nA,greenish\n\nB,#12\n',
      [
        [2, 'colour', 'colourUnknown'],
        [4, 'colour', 'colourUnknown'],
      ],
    ],
    ['path,key\nA,1\nB,1\n', [[3, 'key', 'keyTaken']]],
    ['path,key\nA,c\n', [[2, 'key', 'keyReserved']]],
    ['path,codable\nA,perhaps\n', [[2, 'codable', 'codableUnknown']]],
    ['path\nA\na\n', [[3, 'path', 'pathTwice']]],
    ['path\nA > > B\n', [[2, 'path', 'pathGap']]],
    ['path,name\nA > B,C\n', [[2, 'name', 'nameNotPath']]],
    ['path,definition\nA,one, two\n', [[2, '', 'tooManyCells']]],
    ['name,parent\nA,B\nB,A\n', [[2, 'parent', 'parentRing']]],
    ['guid,path\nx,A\n', [[2, 'guid', 'guidInvalid']]],
    ['path,definition\nA,"open\n', [[2, '2', 'quoteOpen']]],
  ])('%j is refused whole, with line and column', async (text, expected) => {
    await addCode(t.ctx, { name: 'Here' });
    const before = await listChanges(t.ctx);
    expect((await errorsOf(text)).slice(0, expected.length)).toEqual(expected);
    expect(await listChanges(t.ctx)).toEqual(before);
    expect(await paths()).toEqual(['Here']);
  });

  it('names the code that has the key already', async () => {
    const { value } = await addCode(t.ctx, { name: 'Here' });
    await setKey(t.ctx, value.id, '7');
    expect(await errorsOf('path,key\nA,7\n')).toEqual([[2, 'key', 'keyTaken']]);
  });

  it('may not rename a code to what stands there already', async () => {
    await take('path\nA\nB\n');
    const [a] = await listCodes(t.ctx);
    expect(await errorsOf(`guid,path\n${a?.guid},B\n`)).toEqual([[2, 'path', 'nameTaken']]);
  });
});

describe('a preview', () => {
  it('tells what is new, changed and unchanged, and changes nothing', async () => {
    await take('path,definition\nA,One\nB,Two\n');
    const before = await listChanges(t.ctx);
    const preview = await previewImport(t.ctx, 'path,definition\nA,One\nB,Other\nC,Three\n');
    expect(preview.rows.map(({ fate }) => fate)).toEqual(['unchanged', 'changed', 'new']);
    expect(await listChanges(t.ctx)).toEqual(before);
  });
});

describe('a codebook that was exported', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'=+-@\'">,;\\ab\té👍 ') })
    .map((s) => s.trim().replace(/\s+/gu, ' ').normalize('NFC'))
    // An apostrophe before such a sign is what keeps spreadsheets from running a cell; it cannot be told from one's own.
    .filter((s) => s !== '' && !/^'[=+\-@]/u.test(s));

  it('comes back as it was, in another project too, whatever the names hold', async () => {
    const rows = fc.array(fc.tuple(name, fc.nat(), fc.option(name, { nil: '' })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (seeds) => {
        const [from, to] = [await anotherProject(), await anotherProject()];
        const ids: number[] = [];
        for (const [codeName, seed, definition] of seeds) {
          const parentId = ids[seed % (ids.length + 1)] ?? null;
          const done = await addCode(from, { name: codeName, parentId, definition }).catch(
            () => null,
          );
          if (done) ids.push(done.value.id);
        }
        const text = codebookCsv(await listCodes(from));
        expect(await take(text, from)).toMatchObject({ created: 0, changed: 0 });
        await take(text, to);
        expect(codebookCsv(await listCodes(to))).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('finds its codes by guid in the other project after they were renamed', async () => {
    await take('path\nA\nA > B\n');
    const other = await anotherProject();
    await take(codebookCsv(await listCodes(t.ctx)), other);
    const [a] = await listCodes(t.ctx);
    await renameCode(t.ctx, a?.id ?? 0, 'Alpha');
    const done = await take(codebookCsv(await listCodes(t.ctx)), other);
    expect(done).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    expect(await paths(other)).toEqual(['Alpha', 'Alpha > B']);
  });
});
