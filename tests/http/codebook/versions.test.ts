import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCode, importCodebook, listCodes, type CodeRow } from '../../../src/codebook/index.ts';
import { changeCode, moveCode, recolour, renameCode } from '../../../src/codebook/commands.ts';
import { compareStates } from '../../../src/codebook/compare.ts';
import { mergeCode } from '../../../src/codebook/merge.ts';
import { codesAt } from '../../../src/codebook/past.ts';
import { deleteCode } from '../../../src/codebook/remove.ts';
import { finishSplit } from '../../../src/codebook/split.ts';
import { beginSplit, sendToPart } from '../../../src/codebook/split-draft.ts';
import { listVersions, nameVersion, unnameVersion } from '../../../src/codebook/versions.ts';
import type { Ctx } from '../../../src/deps.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import { contextFor } from '../../../src/http/index.ts';
import { undo, undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCoding, aSource } from '../../factories/data.ts';
import { runIn } from '../../cli/inprocess.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const add = async (name: string, parentId: number | null = null) =>
  (await addCode(t.ctx, { name, parentId })).value.id;
const book = (path = '') => `/projects/${t.ctx.projectId}/codebook${path}`;
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/gu, ' ');
const shown = async (path: string) => (await textOf(await t.get(book(path)))).replace(/\s+/gu, ' ');
/** The number of the project's last change. */
const head = async (): Promise<number> => {
  const row = await t.ctx.db
    .selectFrom('change_head')
    .select('seq')
    .where('project_id', '=', t.ctx.projectId)
    .executeTakeFirstOrThrow();
  return row.seq;
};
const paths = (codes: readonly CodeRow[]) => codes.map(({ path }) => path);
/** A codebook as it is compared: all but the counter of revisions. */
const asWas = (codes: readonly CodeRow[]) => codes.map(({ revision: _, ...code }) => code);

describe('a past state of the codebook', () => {
  const step = fc.record({
    do: fc.constantFrom(
      'add',
      'name',
      'rule',
      'move',
      'merge',
      'delete',
      'import',
      'undo',
      'colour',
    ),
    a: fc.nat(9),
    b: fc.nat(9),
  });

  it('is what it was, at every point of any sequence of rework', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const states = [{ seq: await head(), codes: await listCodes(t.ctx) }];
        for (const [n, { do: what, a, b }] of steps.entries()) {
          await perform(what, a, b, n).catch((error: unknown) => {
            if (!(error instanceof DomainError)) throw error;
          });
          states.push({ seq: await head(), codes: await listCodes(t.ctx) });
        }
        for (const { seq, codes } of states)
          expect(asWas(await codesAt(t.ctx, seq))).toEqual(asWas(codes));
      }),
      { numRuns: 30 },
    );
  });

  async function perform(what: string, a: number, b: number, n: number): Promise<unknown> {
    const codes = await listCodes(t.ctx);
    const idAt = (at: number) => codes[at % Math.max(1, codes.length)]?.id ?? 0;
    const [one, other] = [idAt(a), idAt(b)];
    switch (what) {
      case 'name':
        return renameCode(t.ctx, one, `Name ${b}`);
      case 'rule':
        return changeCode(t.ctx, one, { definition: `Means ${n}`, key: b > 6 ? '5' : null });
      case 'move':
        return moveCode(t.ctx, one, { parentId: a > 6 ? null : other, beforeId: null });
      case 'merge':
        return mergeCode(t.ctx, one, other);
      case 'delete':
        return deleteCode(t.ctx, one);
      case 'import':
        return importCodebook(t.ctx, `path,definition\nName ${a} > Name ${b},Brought ${n}\n`);
      case 'undo':
        return undoLast(t.ctx);
      case 'colour':
        return recolour(t.ctx, one, b > 4 ? '#b4412f' : '#3b6fb6');
      default:
        return addCode(t.ctx, { name: `Name ${b}`, parentId: a > 5 ? null : one || null });
    }
  }

  it('before the first code is an empty codebook, and one that is still to come is refused', async () => {
    const before = await head();
    await add('Visibility');
    expect(await codesAt(t.ctx, before)).toEqual([]);
    await expect(codesAt(t.ctx, (await head()) + 1)).rejects.toMatchObject({
      code: 'codebook.noState',
    });
    for (const at of ['9999', '-1', 'x', ''])
      expect((await t.get(book(`/past?at=${at}`))).status).toBe(404);
  });

  it('is found by an index, however many other changes there are', () => {
    const plan = t.opened.sqlite
      .prepare(
        `explain query plan select rows from change where project_id = 1 and seq > 0
         and instr("change"."rows", '"table":"code"') > 0 order by seq desc limit 50`,
      )
      .all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain('change_of_codes');
  });
});

describe('naming a state', () => {
  it('is one change, taking the name away another, and both are undone', async () => {
    await add('Visibility');
    const done = await nameVersion(t.ctx, ' After  pilot ');
    const named = async () => (await listVersions(t.ctx)).map(({ name }) => name);
    expect(await named()).toEqual(['After pilot']);
    const away = await unnameVersion(t.ctx, done.value.id);
    expect(await named()).toEqual([]);
    await undo(t.ctx, away.changeId ?? 0);
    expect(await named()).toEqual(['After pilot']);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await named()).toEqual([]);
  });

  it('goes by the last change of a code, so that what happens elsewhere makes no other state', async () => {
    await add('Visibility');
    const seq = await head();
    await aSource(t.ctx, 'Something else.');
    expect((await nameVersion(t.ctx, 'Now')).value.seq).toBe(seq);
    expect((await nameVersion(t.ctx, 'Then', await head())).value.seq).toBe(seq);
  });

  it.each([
    ['without a name', ' ', 422, 'Write a name'],
    ['with a name another state has', 'AFTER PILOT', 409, 'Another state is called “After pilot”'],
    ['with a name too long', 'a'.repeat(201), 422, 'longer than 200'],
  ])('is refused %s, beside the field, with what was typed', async (_how, name, status, words) => {
    await add('Visibility');
    await nameVersion(t.ctx, 'After pilot');
    for (const form of [{ name }, { name, at: await head() }]) {
      const before = await head();
      const answer = await t.post(book('/history'), form);
      expect(answer.status).toBe(status);
      const html = await answer.text();
      expect(html).toContain(words);
      if (name.trim() !== '') expect(html).toContain(`value="${name}"`);
      expect(await head()).toBe(before);
    }
  });
});

describe('the pages of the history', () => {
  it('list every change of a code as a sentence, by whom, page after page, and no other change', async () => {
    const visibility = await add('Visibility');
    await renameCode(t.ctx, visibility, 'Being seen');
    await aSource(t.ctx, 'Something else.');
    await t.post(book('/history'), { name: 'After pilot' });
    const page = await shown('/history');
    expect(page).toContain('Theme “Visibility” added');
    expect(page).toContain('Code “Visibility” renamed to “Being seen”');
    expect(page).not.toContain('test.made');
    for (let n = 0; n < 50; n += 1) await renameCode(t.ctx, visibility, `Name ${n}`);
    const newest = await (await t.get(book('/history'))).text();
    expect(newest).not.toContain('Theme “Visibility” added');
    const older = /href="[^"]*(\/history\?before=\d+)"/u.exec(newest)?.[1] ?? '';
    expect(await shown(older)).toContain('Theme “Visibility” added');
    expect(await shown(older)).toContain('Being seen');
  });

  it('show a state as it was, with its rules, and export it so in every format', async () => {
    const visibility = await add('Visibility');
    await changeCode(t.ctx, visibility, { definition: 'Whether anyone sees it.' });
    await add('Capacity', visibility);
    const { value } = await nameVersion(t.ctx, 'After pilot');
    const then = await (await t.get(book('/export?format=csv'))).text();
    await deleteCode(t.ctx, visibility);
    await add('Something new');
    const page = await shown(`/past?at=${value.seq}`);
    expect(page).toContain('The codebook “After pilot”');
    expect(page).toContain('Whether anyone sees it.');
    expect(page).not.toContain('Something new');
    const exported = await t.get(book(`/export?format=csv&at=${value.seq}`));
    expect(exported.headers.get('content-disposition')).toContain(`after-change-${value.seq}.csv`);
    expect(await exported.text()).toBe(then);
    for (const format of ['xlsx', 'md', 'qdc', 'docx'])
      expect((await t.get(book(`/export?format=${format}&at=${value.seq}`))).status).toBe(200);
    expect((await t.get(book('/export?format=csv&at=x'))).status).toBe(404);
  });

  it('the command line names, lists and exports the same', async () => {
    await add('Visibility');
    const seq = await head();
    const project = ['--project', String(t.ctx.projectId)];
    const named = await runIn(t, ['codebook', 'name', 'After pilot', ...project]);
    expect(JSON.parse(named.stdout)).toEqual({ name: 'After pilot', change: seq });
    await add('Something new');
    const listed = await runIn(t, ['codebook', 'versions', ...project]);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'After pilot', change: seq }]);
    for (const at of ['after PILOT', String(seq)]) {
      const { stdout } = await runIn(t, ['codebook', 'export', '--at', at, ...project]);
      expect(stdout).toContain('Visibility');
      expect(stdout).not.toContain('Something new');
    }
    const unknown = await runIn(t, ['codebook', 'export', '--at', 'never', ...project]);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('no such state');
  });
});

describe('comparing two states', () => {
  it('tells what was added, renamed, redefined, moved, merged, split and deleted, and the codings of each', async () => {
    const source = await aSource(t.ctx, 'a b c d e f g h i j k l');
    const top = await add('Top');
    const names = ['Renamed', 'Redefined', 'Moved', 'Merged', 'Split', 'Deleted'];
    const ids: number[] = [];
    for (const [n, name] of names.entries()) {
      const code = await add(name);
      ids.push(code);
      await aCoding(t.ctx, { source, code, start: 2 * n, end: 2 * n + 1 });
    }
    const [renamed = 0, redefined = 0, moved = 0, merged = 0, split = 0, deleted = 0] = ids;
    const splitCoding = await aCoding(t.ctx, { source, code: split, start: 20, end: 21 });
    const { value: before } = await nameVersion(t.ctx, 'Before');
    await renameCode(t.ctx, renamed, 'New name');
    await changeCode(t.ctx, redefined, { definition: 'Another meaning.' });
    await moveCode(t.ctx, moved, { parentId: top, beforeId: null });
    await mergeCode(t.ctx, merged, top);
    await beginSplit(t.ctx, split, 'Part', 'beside');
    await sendToPart(t.ctx, split, splitCoding, 1);
    await finishSplit(t.ctx, split);
    await deleteCode(t.ctx, deleted);
    await add('Added');
    const told = await compareStates(t.ctx, before.seq, await head());
    expect(told.added.map(({ code, fate }) => [code.path, fate])).toEqual([
      ['Part', { how: 'split', other: 'Split', codings: 1 }],
      ['Added', { how: 'added', other: '', codings: 0 }],
    ]);
    expect(told.gone.map(({ code, fate }) => [code.path, fate])).toEqual([
      ['Merged', { how: 'merged', other: 'Top', codings: 1 }],
      ['Deleted', { how: 'deleted', other: '', codings: 1 }],
    ]);
    expect(told.differing.map(({ code, codings }) => [code.path, codings])).toEqual([
      ['Top > Moved', 1],
      ['New name', 1],
      ['Redefined', 1],
    ]);
    const page = await shown(`/compare?from=${before.seq}&to=now`);
    for (const words of [
      'merged into “Top” with 1 coding',
      'split off from “Split” with 1 coding',
      'deleted with 1 coding',
      'was “Renamed”',
      'was a theme',
      'Another meaning.',
      'From “Before” to “Now”',
    ])
      expect(page).toContain(words);
  });

  it('tells nothing where what was done was undone, and order only of those that stayed', async () => {
    const [a] = [await add('A'), await add('B'), await add('C')];
    const before = await head();
    await renameCode(t.ctx, a, 'Z');
    await undoLast(t.ctx);
    expect(await shown(`/compare?from=${before}&to=now`)).toContain('Nothing is different');
    await moveCode(t.ctx, a, 'down');
    const told = await compareStates(t.ctx, before, await head());
    expect([told.added, told.gone, told.differing, told.reordered]).toEqual([[], [], [], [null]]);
  });

  it('asked for backwards is told forwards, and at every point gives what lies between', async () => {
    await add('A');
    const one = await head();
    await add('B');
    const two = await head();
    const page = await shown(`/compare?from=${two}&to=${one}`);
    expect(page).toContain('Added (1)');
    expect(paths((await compareStates(t.ctx, one, two)).added.map(({ code }) => code))).toEqual([
      'B',
    ]);
    expect((await t.get(book('/compare?from=x'))).status).toBe(404);
    expect((await t.get(book('/compare?from=0&to=99'))).status).toBe(404);
  });
});

describe('what changed since a coder last read the rules', () => {
  /** Somebody else in the same project. */
  async function another(): Promise<Ctx> {
    const { id } = await t.ctx.db
      .insertInto('user')
      .values({
        guid: t.ctx.newGuid(),
        name: 'Lee',
        initials: 'LE',
        is_local: 0,
        created_at: t.ctx.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return contextFor(t.deps, id, t.ctx.projectId);
  }

  it('is shown to them until they say that they have read it, and their own changes are not', async () => {
    const other = await another();
    await add('My own');
    expect(await shown('')).not.toContain('See what changed');
    const { value: theirs } = await addCode(other, { name: 'Theirs' });
    expect(await shown('')).toContain('You have not read these rules yet.');
    const first = await shown('/changed');
    expect(first).toContain('Theirs');
    expect(first).not.toContain('My own');
    expect((await t.post(book('/read'), { at: await head() })).status).toBe(303);
    expect(await shown('')).not.toContain('See what changed');
    expect(await shown('/changed')).toContain('You have read the rules as they stand.');
    await changeCode(other, theirs.id, { definition: 'What they mean.' });
    await changeCode(t.ctx, theirs.id, { notWhen: 'What I added.' });
    expect(await shown('')).toContain('Others changed the codebook once');
    const page = await shown('/changed');
    expect(page).toContain('What they mean.');
    expect(page).not.toContain('What I added.');
  });

  it('leaves out what was changed back, colours and order, and counts only up to what was shown', async () => {
    const other = await another();
    const [a] = [await add('A'), await add('B')];
    const seq = await head();
    await t.post(book('/read'), { at: seq });
    await recolour(other, a, '#b4412f');
    await moveCode(other, a, 'down');
    expect(await shown('/changed')).toContain('Nothing is different for you');
    await renameCode(other, a, 'Z');
    // Read before the last change came: that one is still to be seen.
    await t.post(book('/read'), { at: (await head()) - 1 });
    expect(await shown('')).toContain('Others changed the codebook once');
    expect(await shown('/changed')).toContain('was “A”');
    expect((await t.post(book('/read'), { at: 9999 })).status).toBe(404);
  });
});
