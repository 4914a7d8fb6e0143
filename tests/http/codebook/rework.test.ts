import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCode, importCodebook, listCodes, type CodeRow } from '../../../src/codebook/index.ts';
import { changeCode, moveCode } from '../../../src/codebook/commands.ts';
import { addCodeMemo, memosOf } from '../../../src/codebook/memos.ts';
import { mergeCode, previewMerge } from '../../../src/codebook/merge.ts';
import { codebookQdc } from '../../../src/codebook/table.ts';
import { deleteCode } from '../../../src/codebook/remove.ts';
import { finishSplit } from '../../../src/codebook/split.ts';
import { beginSplit, sendToPart } from '../../../src/codebook/split-draft.ts';
import { markForReport } from '../../../src/codings/commands-coding.ts';
import { writeMemo } from '../../../src/codings/index.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import { listChanges, undo } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aSource } from '../../factories/data.ts';
import { snapshot } from '../security/rows.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const add = async (name: string, parentId: number | null = null) =>
  (await addCode(t.ctx, { name, parentId })).value.id;
const paths = async () => (await listCodes(t.ctx)).map((code) => code.path);
const codings = () =>
  t.ctx.db.selectFrom('coding').select(['id', 'code_id', 'start', 'end']).orderBy('id').execute();

/** Rows as they are compared: undo puts back everything but the counters of revisions. */
async function state(): Promise<string[]> {
  const rows = await snapshot(t.deps.db);
  return [...rows].map(([key, row]) => key + row.replace(/"revision":\d+/u, '')).sort();
}

describe('merging a code into another', () => {
  it('takes its codings, memos and sub-codes over, and fills in what the other lacks, as one change', async () => {
    const source = await aSource(t.ctx, 'We lack people and money to do it.');
    const [capacity, staff] = [await add('Capacity'), await add('Staff')];
    await addCode(t.ctx, { name: 'Pay', parentId: staff });
    await changeCode(t.ctx, staff, { definition: 'Who does the work.', key: '4' });
    await addCodeMemo(t.ctx, staff, 'Too narrow?');
    await aCoding(t.ctx, { source, code: staff, start: 3, end: 14 });
    const before = (await listChanges(t.ctx)).length;
    const { value } = await mergeCode(t.ctx, staff, capacity);
    expect(value).toEqual({ codings: 1, same: 0, subCodes: 1, joined: 0, memos: 1, summaries: 0 });
    expect((await listChanges(t.ctx)).length).toBe(before + 1);
    expect(await paths()).toEqual(['Capacity', 'Capacity > Pay']);
    const [code] = await listCodes(t.ctx);
    expect([code?.definition, code?.key]).toEqual(['Who does the work.', '4']);
    expect((await codings()).map((one) => one.code_id)).toEqual([capacity]);
    expect((await memosOf(t.ctx, capacity)).map((memo) => memo.body)).toEqual(['Too narrow?']);
  });

  it('makes one of two codings by one coder on one passage, and joins their memos', async () => {
    const source = await aSource(t.ctx, 'We lack people and money to do it.');
    const [a, b] = [await add('A'), await add('B')];
    const gone = await aCoding(t.ctx, { source, code: a, start: 3, end: 14 });
    const kept = await aCoding(t.ctx, { source, code: b, start: 3, end: 14 });
    await writeMemo(t.ctx, gone, 'From A', null);
    await writeMemo(t.ctx, kept, 'From B', null);
    const seen = await previewMerge(t.ctx, a, b);
    expect(seen).toEqual({
      codings: 0,
      same: 1,
      subCodes: 0,
      joined: 0,
      memos: 0,
      summaries: 0,
      twins: [],
    });
    expect(seen).toMatchObject((await mergeCode(t.ctx, a, b)).value);
    expect((await codings()).map((one) => one.id)).toEqual([kept]);
    const memos = await t.ctx.db.selectFrom('memo').select(['coding_id', 'body']).execute();
    expect(memos).toEqual([{ coding_id: kept, body: 'From B\n\nFrom A' }]);
  });

  it('leaves what was marked for the report, or an example, marked in the coding that is left', async () => {
    const source = await aSource(t.ctx, 'We lack people and money to do it.');
    const [a, b] = [await add('A'), await add('B')];
    const gone = await aCoding(t.ctx, { source, code: a, start: 3, end: 14 });
    const kept = await aCoding(t.ctx, { source, code: b, start: 3, end: 14 });
    await markForReport(t.ctx, gone, true);
    const marksOf = () =>
      t.ctx.db.selectFrom('coding').select(['id', 'for_report', 'is_example']).execute();
    const before = await marksOf();
    const { changeId } = await mergeCode(t.ctx, a, b);
    expect(await marksOf()).toEqual([{ id: kept, for_report: 1, is_example: 0 }]);
    await undo(t.ctx, changeId ?? 0);
    expect(await marksOf()).toEqual(before);
  });

  it('keeps both rules, and what changes nothing is not said twice', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await changeCode(t.ctx, a, { definition: 'One thing.', useWhen: 'Always' });
    await changeCode(t.ctx, b, { definition: 'Another.', useWhen: 'Always' });
    await mergeCode(t.ctx, a, b);
    const [code] = await listCodes(t.ctx);
    expect([code?.definition, code?.useWhen]).toEqual(['Another.\n\nOne thing.', 'Always']);
  });

  it('takes over a sub-code that is called as the code that goes', async () => {
    const parent = await add('Capacity');
    const child = await add('Staff', parent);
    await add('Staff', child);
    await mergeCode(t.ctx, child, parent);
    expect(await paths()).toEqual(['Capacity', 'Capacity > Staff']);
  });

  it.each([
    ['into itself', 'A', 'A', 'mergeItself'],
    ['into a code below it', 'A', 'A > Sub', 'mergeBelow'],
    ['into a code for structure only, with codings', 'A', 'Frame', 'mergeStructure'],
    [
      'where a sub-code would go into one for structure only, with codings',
      'C',
      'D',
      'mergeStructure',
    ],
  ])('is refused %s, and changes nothing', async (_what, from, into, reason) => {
    const [a, b] = [await add('A'), await add('B')];
    await add('Sub', a);
    await add('SUB', b);
    await addCode(t.ctx, { name: 'Frame', isCodable: false });
    const source = await aSource(t.ctx, 'We lack people.');
    await aCoding(t.ctx, { source, code: a, start: 0, end: 2 });
    const [c, d] = [await add('C'), await add('D')];
    const under = await add('Held', c);
    await addCode(t.ctx, { name: 'held', parentId: d, isCodable: false });
    await aCoding(t.ctx, { source, code: under, start: 0, end: 2 });
    const before = await state();
    const codes = await listCodes(t.ctx);
    const idOf = (path: string) => codes.find((code) => code.path === path)?.id ?? 0;
    await expect(mergeCode(t.ctx, idOf(from), idOf(into))).rejects.toMatchObject({
      code: `codebook.${reason}`,
    });
    expect(await state()).toEqual(before);
  });

  it('merges sub-codes of the same name too, to any depth, says so before, and is undone by one step', async () => {
    const source = await aSource(t.ctx, 'We lack people and money to do it.');
    const [a, b] = [await add('A'), await add('B')];
    const [pay, paid] = [await add('Pay', a), await add('PAY', b)];
    const [late, lateThere] = [await add('Late', pay), await add('late', paid)];
    await add('Never', pay);
    await add('Staff', a);
    await changeCode(t.ctx, late, { definition: 'After the month.', key: '5' });
    await addCodeMemo(t.ctx, pay, 'Wages too?');
    const gone = await aCoding(t.ctx, { source, code: late, start: 3, end: 14 });
    const kept = await aCoding(t.ctx, { source, code: lateThere, start: 3, end: 14 });
    const over = await aCoding(t.ctx, { source, code: late, start: 19, end: 24 });
    await writeMemo(t.ctx, gone, 'From A', null);
    const before = await state();
    const seen = await previewMerge(t.ctx, a, b);
    expect(seen).toEqual({
      ...{ codings: 1, same: 1, subCodes: 2, joined: 2, memos: 1, summaries: 0 },
      twins: [
        { path: 'A > Pay', into: 'B > PAY' },
        { path: 'A > Pay > Late', into: 'B > PAY > late' },
      ],
    });
    const page = `/projects/${t.ctx.projectId}/codebook/${a}/merge?into=${b}`;
    expect(await (await t.get(page)).text()).toContain('A &gt; Pay &gt; Late into B &gt; PAY');
    const done = await mergeCode(t.ctx, a, b);
    expect(seen).toMatchObject(done.value);
    expect(await paths()).toEqual([
      ...['B', 'B > PAY', 'B > PAY > late', 'B > PAY > Never', 'B > Staff'],
    ]);
    const code = (await listCodes(t.ctx)).find(({ id }) => id === lateThere);
    expect([code?.definition, code?.key]).toEqual(['After the month.', '5']);
    expect(await codings()).toMatchObject([
      { id: kept, code_id: lateThere },
      { id: over, code_id: lateThere },
    ]);
    expect((await memosOf(t.ctx, paid)).map((memo) => memo.body)).toEqual(['Wages too?']);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('is refused when the two rules are too long for one', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await changeCode(t.ctx, a, { definition: 'a'.repeat(15_000) });
    await changeCode(t.ctx, b, { definition: 'b'.repeat(15_000) });
    await expect(mergeCode(t.ctx, a, b)).rejects.toMatchObject({ code: 'codebook.mergeLong' });
  });
});

describe('splitting a code', () => {
  const text = 'We lack people and money to do it.';

  it('makes the parts and sends each coding where it was told, as one change; the rest stays', async () => {
    const source = await aSource(t.ctx, text);
    const [code] = [await add('Capacity'), await add('Other')];
    const [people, money, it_] = [
      await aCoding(t.ctx, { source, code, start: 8, end: 14 }),
      await aCoding(t.ctx, { source, code, start: 19, end: 24 }),
      await aCoding(t.ctx, { source, code, start: 31, end: 33 }),
    ];
    await beginSplit(t.ctx, code, ' Staff \n\nMoney', 'beside');
    await sendToPart(t.ctx, code, people, 2);
    await sendToPart(t.ctx, code, people, 1);
    await sendToPart(t.ctx, code, money, 2);
    const before = await state();
    const done = await finishSplit(t.ctx, code);
    expect(done.value).toEqual({ parts: 2, codings: 2 });
    expect(await paths()).toEqual(['Capacity', 'Staff', 'Money', 'Other']);
    const ids = new Map((await listCodes(t.ctx)).map((one) => [one.path, one.id]));
    expect(await codings()).toMatchObject([
      { id: people, code_id: ids.get('Staff') },
      { id: money, code_id: ids.get('Money') },
      { id: it_, code_id: code },
    ]);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('is left and resumed: what was sent is still sent, until it is made', async () => {
    const source = await aSource(t.ctx, text);
    const code = await add('Capacity');
    const first = await aCoding(t.ctx, { source, code, start: 8, end: 14 });
    const second = await aCoding(t.ctx, { source, code, start: 19, end: 24 });
    const page = `/projects/${t.ctx.projectId}/codebook/${code}/split`;
    await t.post(page, { parts: 'Staff\nMoney', place: 'under' });
    const sent = await t.post(`${page}/send`, { coding: first, part: 1 });
    expect(sent.headers.get('location')).toBe(`${page}?after=${first}`);
    const html = await (await t.get(page)).text();
    expect(html).toContain('Coding 2 of 2, 1 sent');
    expect(html).toContain(`name="coding" value="${second}"`);
    const back = await (await t.get(`${page}?at=${first}`)).text();
    expect(back).toMatch(/value="1" data-page-key="1" aria-pressed="true"/u);
    await t.post(`${page}/send`, { coding: second, part: 0 });
    expect(await (await t.get(page)).text()).toContain('All 2 codings are sent.');
    expect((await t.post(`${page}/finish`)).status).toBe(303);
    expect(await paths()).toEqual(['Capacity', 'Capacity > Staff', 'Capacity > Money']);
    expect((await t.post(`${page}/finish`)).status).toBe(404);
  });

  it('says of each wrong name what is wrong beside the field, and keeps what was typed', async () => {
    const code = await add('Capacity');
    await add('Staff', code);
    const page = `/projects/${t.ctx.projectId}/codebook/${code}/split`;
    for (const [parts, status, words] of [
      ['', 422, 'Name one to 9 parts'],
      ['A\na', 422, 'Name one to 9 parts'],
      ['x'.repeat(201), 422, 'longer than 200'],
      ['Staff', 409, 'There is a “Staff” at this place already.'],
    ] as const) {
      const answer = await t.post(page, { parts, place: 'under' });
      expect(answer.status).toBe(status);
      const html = await answer.text();
      expect(html).toContain(words);
      expect(html).toContain(`${parts}</textarea>`);
    }
  });

  it('leaves out codings of an interview whose consent was withdrawn: they stay with the code', async () => {
    const interview = await anInterview(t.ctx, [], { consent: 'withdrawn' });
    const source = await aSource(t.ctx, text, { interview_id: interview });
    const code = await add('Capacity');
    const coding = await aCoding(t.ctx, { source, code, start: 8, end: 14 });
    await beginSplit(t.ctx, code, 'Staff', 'under');
    await expect(sendToPart(t.ctx, code, coding, 1)).rejects.toMatchObject({
      code: 'codebook.noCoding',
    });
    await finishSplit(t.ctx, code);
    expect((await codings())[0]?.code_id).toBe(code);
  });

  it('is given up without a trace', async () => {
    const code = await add('Capacity');
    const before = await state();
    const page = `/projects/${t.ctx.projectId}/codebook/${code}/split`;
    await t.post(page, { parts: 'Staff', place: 'under' });
    await t.post(`${page}/discard`);
    expect(await state()).toEqual(before);
    expect(await (await t.get(page)).text()).toContain('name="parts"');
  });
});

describe('the pages of a merge', () => {
  it('say what will happen before anything does, and why not where it cannot', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await add('Sub', a);
    const page = `/projects/${t.ctx.projectId}/codebook/${a}/merge`;
    const seen = await (await t.get(`${page}?into=${b}`)).text();
    expect(seen).toContain('1 sub-code will stand under “B”.');
    expect(await paths()).toEqual(['A', 'A > Sub', 'B']);
    const refused = await t.get(`${page}?into=${a}`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('cannot be merged into itself');
    expect((await t.get(`${page}?into=999999`)).status).toBe(404);
    expect((await t.post(page, {})).status).toBe(422);
    const done = await t.post(page, { into: b });
    expect(done.headers.get('location')).toBe(`/projects/${t.ctx.projectId}/codebook/${b}`);
    expect(await paths()).toEqual(['B', 'B > Sub']);
  });
});

/** The codebook with three of its codes in a set. */
function inSet(codes: readonly CodeRow[], members: readonly number[]): string {
  const set = { id: 0, guid: codes[0]?.guid ?? '', name: 'A set', description: '', members };
  return codebookQdc(codes, [set]);
}

/** One step of rework, on codes and codings chosen by number among those there are. */
type Step =
  | { do: 'merge' | 'move' | 'under'; a: number; b: number }
  | { do: 'delete' | 'theme'; a: number; b: number }
  | { do: 'split'; a: number; sent: number[] };

const at = fc.nat(11);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('merge', 'move', 'under'), a: at, b: at }),
  fc.record({ do: fc.constantFrom('delete', 'theme'), a: at, b: at }),
  fc.record({
    do: fc.constant('split' as const),
    a: at,
    sent: fc.array(fc.nat(2), { maxLength: 6 }),
  }),
);

describe('any sequence of rework', () => {
  it(
    'keeps a tree, loses no coding that was not deleted, and is undone exactly, step by step',
    { timeout: 120_000 },
    async () => {
      let round = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
          round += 1;
          await seed(`Round ${round}`);
          const done: { changeId: number; before: string[] }[] = [];
          for (const one of steps) {
            const before = await state();
            const [had, places] = [await codings(), await coded()];
            const result = await perform(one, round);
            if (result === null) {
              expect(await state()).toEqual(before);
              continue;
            }
            await expectTree();
            if (one.do !== 'delete') expect(await coded()).toEqual(places);
            if (one.do !== 'delete' && one.do !== 'merge')
              expect((await codings()).length).toBe(had.length);
            done.push({ changeId: result, before });
          }
          for (const { changeId, before } of done.reverse()) {
            await undo(t.ctx, changeId ?? 0);
            expect(await state()).toEqual(before);
          }
          await clear();
        }),
        { numRuns: 25 },
      );
    },
  );

  /** Passages that have any code at all. */
  async function coded(): Promise<string[]> {
    return [...new Set((await codings()).map(({ start, end }) => `${start}-${end}`))].sort();
  }

  async function seed(name: string): Promise<void> {
    const source = await aSource(t.ctx, 'a b c d e f g h i j k l m n o p q r s t u v w x y z');
    const top = await add(name);
    const [one, two] = [await add('One', top), await add('Two', top)];
    const deep = await add('Deep', one);
    const [inner, other] = [await add('One', two), await aCode(t.ctx, `${name} other`)];
    // Namesakes at every depth, also of the codes above them.
    const ids = [
      top,
      one,
      two,
      deep,
      inner,
      other,
      await add('deep', inner),
      await add('ONE', other),
    ];
    await add('Two', deep);
    for (const [n, code] of ids.entries())
      for (const start of [2 * n, 2 * n + 2]) {
        const coding = await aCoding(t.ctx, { source, code, start, end: start + 1 });
        await writeMemo(t.ctx, coding, `Memo ${n} ${start}`, null);
      }
    await addCodeMemo(t.ctx, deep, 'On the code');
    await importCodebook(t.ctx, inSet(await listCodes(t.ctx), [one, deep, inner]));
  }

  async function clear(): Promise<void> {
    for (const code of await listCodes(t.ctx))
      if (code.depth === 0) await deleteCode(t.ctx, code.id);
  }

  /** The change that was made; null when it was refused or was none. */
  async function perform(one: Step, round: number): Promise<number | null> {
    const codes = await listCodes(t.ctx);
    const idAt = (n: number) => codes[n % Math.max(1, codes.length)]?.id ?? 0;
    const a = idAt(one.a);
    try {
      if (one.do === 'merge') return (await mergeCode(t.ctx, a, idAt(one.b))).changeId;
      if (one.do === 'delete') return (await deleteCode(t.ctx, a)).changeId;
      if (one.do === 'split') return await split(a, one.sent, round);
      const parentId = one.do === 'theme' ? null : idAt(one.b);
      const beforeId = one.do === 'move' ? idAt(one.b) : null;
      const under =
        one.do === 'move' ? (codes.find(({ id }) => id === beforeId)?.parentId ?? null) : parentId;
      return (await moveCode(t.ctx, a, { parentId: under, beforeId })).changeId;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  async function split(code: number, sent: readonly number[], round: number) {
    const own = (await codings()).filter((one) => one.code_id === code);
    await beginSplit(t.ctx, code, `Part ${round} a\nPart ${round} b`, 'under');
    for (const [n, part] of sent.entries()) {
      const coding = own[n];
      if (coding) await sendToPart(t.ctx, code, coding.id, part);
    }
    return (await finishSplit(t.ctx, code)).changeId;
  }

  async function expectTree(): Promise<void> {
    const codes = await listCodes(t.ctx);
    const rows = await t.ctx.db.selectFrom('code').select(['id', 'parent_id']).execute();
    const parentOf = new Map(rows.map((row) => [row.id, row.parent_id]));
    expect(codes.length).toBe(rows.length);
    for (const { id } of rows) {
      const seen = new Set<number>();
      for (let up: number | null = id; up !== null; up = parentOf.get(up) ?? null) {
        expect(seen.has(up)).toBe(false);
        seen.add(up);
      }
    }
    const held = (await codings()).map((one) => one.code_id);
    expect(held.filter((id) => !parentOf.has(id))).toEqual([]);
  }
});
