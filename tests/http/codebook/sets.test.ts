import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { importCodebook, listCodes } from '../../../src/codebook/index.ts';
import { previewImport } from '../../../src/codebook/import.ts';
import { mergeCode } from '../../../src/codebook/merge.ts';
import { bringIn } from '../../../src/codebook/reading.ts';
import { deleteCode } from '../../../src/codebook/remove.ts';
import { setsAt, setsIn } from '../../../src/codebook/sets.ts';
import { codebookQdc } from '../../../src/codebook/table.ts';
import type { Ctx } from '../../../src/deps.ts';
import { undo } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { snapshot } from '../security/rows.ts';

const SCHEMA = fileURLToPath(new URL('../../factories/refi/Codebook.xsd', import.meta.url));
const ATLAS = fileURLToPath(
  new URL('../../../../shared/data/refi/atlasti-mac8.4-specexample.qde', import.meta.url),
);

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const guidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const quoted = (text: string) =>
  text.replace(/[&<"\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

interface Written {
  guid: string;
  name: string;
  description?: string;
  members: readonly number[];
}

/** A codebook of `codes` codes in a row, A to Z, with these sets. */
const book = (codes: number, sets: readonly Written[]) =>
  `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${Array.from(
    { length: codes },
    (_one, n) =>
      `<Code guid="${guidOf(n)}" name="${String.fromCharCode(65 + n)}" isCodable="true"/>`,
  ).join('')}</Codes><Sets>${sets
    .map(
      ({ guid, name, description = '', members }) =>
        `<Set guid="${guid}" name="${quoted(name)}">${
          description === '' ? '' : `<Description>${quoted(description)}</Description>`
        }${members.map((n) => `<MemberCode guid="{${guidOf(n).toUpperCase()}}"/>`).join('')}</Set>`,
    )
    .join('')}</Sets></CodeBook>`;

async function take(ctx: Ctx, xml: string) {
  const { text, warnings } = await bringIn(Buffer.from(xml));
  return { ...(await importCodebook(ctx, text)), warnings: warnings.map(({ code }) => code) };
}

const written = async (ctx: Ctx): Promise<string> =>
  codebookQdc(await listCodes(ctx), await setsIn(ctx.db, ctx.projectId));

/** The sets by the names of their codes. */
async function sets(ctx: Ctx): Promise<{ guid: string; name: string; codes: string[] }[]> {
  const names = new Map((await listCodes(ctx)).map((code) => [code.id, code.name]));
  return (await setsIn(ctx.db, ctx.projectId)).map(({ guid, name, members }) => {
    return { guid, name, codes: members.map((id) => names.get(id) ?? '') };
  });
}

async function anotherProject(): Promise<Ctx> {
  const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Another' });
  return { ...t.ctx, projectId: value.id };
}

async function idOf(name: string): Promise<number> {
  return (await listCodes(t.ctx)).find((code) => code.name === name)?.id ?? 0;
}

async function state(): Promise<string[]> {
  const rows = await snapshot(t.deps.db);
  return [...rows].map(([key, row]) => key + row.replace(/"revision":\d+/u, '')).sort();
}

const S = guidOf(900);
const FEELINGS: Written = {
  guid: S,
  name: 'Feelings',
  description: 'Of any kind',
  members: [0, 2],
};

describe('sets of codes', () => {
  it('come in, are stored, and leave as valid REFI-QDA with the guids they had', async () => {
    const { value } = await take(t.ctx, book(3, [FEELINGS]));
    expect(value.sets).toBe(1);
    expect(await sets(t.ctx)).toEqual([{ guid: S, name: 'Feelings', codes: ['A', 'C'] }]);
    const xml = await written(t.ctx);
    const told = await validateXML({
      xml: [{ fileName: 'out.qdc', contents: xml }],
      schema: [readFileSync(SCHEMA, 'utf8')],
    });
    expect(told.errors).toEqual([]);
    expect(xml).toContain(`<Set guid="${S}" name="Feelings">`);
    expect(xml).toContain('<Description>Of any kind</Description>');
    for (const n of [0, 2]) expect(xml).toContain(`<MemberCode guid="${guidOf(n)}"/>`);
    const page = await t.get(`/projects/${t.ctx.projectId}/codebook/export?format=qdc`);
    expect(await page.text()).toBe(xml);
  });

  it('whatever they are called and hold, survive the way out and in again', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const writable = (text: string) => text.replace(/[^\P{C}\n\t]/gu, '').trim() || 'x';
    const aSet = fc.record({
      name: word.map(writable),
      description: word.map(writable),
      members: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aSet, { maxLength: 4 }), async (wanted) => {
        const [first, second] = [await anotherProject(), await anotherProject()];
        const all = wanted.map((one, n) => ({ ...one, guid: guidOf(900 + n) }));
        await take(first, book(6, all));
        const xml = await written(first);
        await take(second, xml);
        expect(await sets(second)).toEqual(await sets(first));
        expect(await written(second)).toBe(xml);
        expect((await take(second, xml)).changeId).toBe(null);
      }),
      { numRuns: 25 },
    );
  });

  it('are never written empty: neither a set without codes nor a list without sets', async () => {
    const empty = { guid: guidOf(901), name: 'Empty', members: [] };
    const elsewhere = { guid: guidOf(902), name: 'Elsewhere', members: [77] };
    const done = await take(t.ctx, book(2, [empty, elsewhere]));
    expect(done.warnings).toEqual(expect.arrayContaining(['qdcSetEmpty']));
    expect(await written(t.ctx)).not.toContain('<Set');
  });

  it('leave out members that are no codes of the file, and say so', async () => {
    const done = await take(t.ctx, book(2, [{ ...FEELINGS, members: [0, 77] }]));
    expect(done.warnings).toContain('qdcSetMembers');
    expect((await sets(t.ctx))[0]?.codes).toEqual(['A']);
  });

  it('have of the codes in a file those that the file says; codes that it does not name stay', async () => {
    await take(t.ctx, book(3, [FEELINGS]));
    const smaller = book(2, [{ ...FEELINGS, name: 'Moods', members: [1] }]);
    const { text } = await bringIn(Buffer.from(smaller));
    const seen = await previewImport(t.ctx, text);
    expect(seen).toMatchObject({ created: 0, changed: 0, sets: 1 });
    expect(seen.setRows).toEqual([{ name: 'Moods', codes: 2, fate: 'changed' }]);
    const before = await state();
    const done = await take(t.ctx, smaller);
    expect(await sets(t.ctx)).toEqual([{ guid: S, name: 'Moods', codes: ['C', 'B'] }]);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('of a project are read too, without those that only hold its sources', async () => {
    if (!existsSync(ATLAS)) return;
    const { text, warnings } = await bringIn(readFileSync(ATLAS));
    await importCodebook(t.ctx, text);
    expect(warnings).toEqual([]);
    const found = await sets(t.ctx);
    expect(found.flatMap(({ codes }) => codes).length).toBe(19);
    expect(found.every(({ codes }) => codes.length > 0)).toBe(true);
  });

  it('are seen before the import and on the codebook’s page', async () => {
    const base = `/projects/${t.ctx.projectId}/codebook`;
    const text = book(3, [{ ...FEELINGS, name: '<b>Feelings' }]);
    const seen = await (await t.post(`${base}/import`, { text })).text();
    expect(seen).toContain('3 new codes, 0 changed, 0 unchanged; 1 set of codes new or changed.');
    expect(seen).toContain('&lt;b&gt;Feelings');
    expect(await (await t.get(base)).text()).not.toContain('Sets of codes');
    await t.post(`${base}/import`, { text, confirm: 'yes' });
    const html = await (await t.get(base)).text();
    expect(html).toContain('Sets of codes (1)');
    expect(html).not.toContain('<b>Feelings');
  });
});

describe('rework and sets', () => {
  it.each([
    ['a merge puts the other code in the place of the one that goes', 'A', 'B', ['B', 'C']],
    ['a merge of two members leaves one', 'A', 'C', ['C']],
  ])('%s, and undo brings back both', async (_what, from, into, left) => {
    await take(t.ctx, book(3, [FEELINGS]));
    const before = await state();
    const done = await mergeCode(t.ctx, await idOf(from), await idOf(into));
    expect((await sets(t.ctx))[0]?.codes).toEqual(left);
    await undo(t.ctx, done.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('a deleted code leaves its sets, a set goes with its last code, and undo brings back both', async () => {
    await take(t.ctx, book(3, [FEELINGS]));
    const before = await state();
    const first = await deleteCode(t.ctx, await idOf('A'));
    expect((await sets(t.ctx))[0]?.codes).toEqual(['C']);
    const second = await deleteCode(t.ctx, await idOf('C'));
    expect(await sets(t.ctx)).toEqual([]);
    await undo(t.ctx, second.changeId ?? 0);
    await undo(t.ctx, first.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('an older state of the codebook is exported with the sets it had', async () => {
    await take(t.ctx, book(3, [FEELINGS]));
    const was = await written(t.ctx);
    const seq = Number(
      (await t.ctx.db.selectFrom('change_head').select('seq').execute()).at(-1)?.seq,
    );
    await take(t.ctx, book(3, [{ ...FEELINGS, name: 'Moods', members: [1] }]));
    await deleteCode(t.ctx, await idOf('A'));
    expect(await setsAt(t.ctx, seq)).toMatchObject([{ name: 'Feelings' }]);
    const page = `/projects/${t.ctx.projectId}/codebook/export?format=qdc&at=${seq}`;
    expect(await (await t.get(page)).text()).toBe(was);
  });
});
