import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/domain/guide/index.ts';
import { saveSummary } from '../../../src/framework/index.ts';
import { change } from '../../../src/history/index.ts';
import { messages } from '../../../views/messages/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aGroup, anInterview, aRespondent, aSource } from '../../factories/data.ts';

const words = messages('en').framework;
const TEXT = 'Pay comes late. Nobody hears us. Money is short.';

let t: TestApp;
let anna: number;
let ben: number;
let interview: number;
let source: number;
let pay: number;
let voice: number;
let salary: number;
beforeEach(async () => {
  t = await testApp();
  const group = await aGroup(t.ctx, 'Workers');
  anna = await aRespondent(t.ctx, { reference: 'R-01', group_id: group });
  ben = await aRespondent(t.ctx, { reference: 'R-02' });
  interview = await anInterview(t.ctx, [anna], { reference: 'I-01' });
  await anInterview(t.ctx, [ben], { reference: 'I-02' });
  source = await aSource(t.ctx, TEXT, { interview_id: interview, name: 'Talk' });
  pay = await aCode(t.ctx, 'Pay');
  salary = await aCode(t.ctx, 'Salary', { parent_id: pay });
  voice = await aCode(t.ctx, 'Voice');
  await aCoding(t.ctx, { source, code: salary, start: 0, end: 15 });
});
afterEach(() => t.close());

const base = () => `/projects/${t.ctx.projectId}/framework`;
const cell = (respondent = anna, code = pay) => `${base()}/${respondent}/${code}`;
const page = async (path = '') => (await t.get(`${base()}${path}`)).text();
const save = (body: string, before = '', at = { respondentId: anna, codeId: pay }) =>
  saveSummary(t.ctx, at, { body, seen: fingerprint(before), seenAt: t.ctx.now() });
const body = async () =>
  (
    await t.ctx.db
      .selectFrom('framework_summary')
      .select('body')
      .where('respondent_id', '=', anna)
      .executeTakeFirst()
  )?.body;

/** What the links of the cells in each row say, tags left out. */
async function cells(path = ''): Promise<string[][]> {
  const html = await page(path);
  const rows = html.split('<tr>').slice(2);
  return rows.map((row) =>
    [...row.matchAll(/<a class="framework-cell[^>]*>(.*?)<\/a>/gsu)].map(([, link = '']) =>
      link.replaceAll(/<[^>]*>/gu, ''),
    ),
  );
}

describe('the grid', () => {
  it('has a row for each respondent and a column for each theme, and says how each cell stands', async () => {
    expect(await cells()).toEqual([
      [words.states.waiting, words.states.empty],
      [words.states.empty, words.states.empty],
    ]);
    await save('Says that pay is late.');
    expect((await cells())[0]?.[0]).toContain('Says that pay is late.');
    await aCoding(t.ctx, { source, code: pay, start: 33, end: 48 });
    expect((await cells())[0]?.[0]).toBe(`Says that pay is late.${words.states.newer}`);
  });

  it('takes codes, group and state from the address', async () => {
    expect(await cells(`?code=${salary}&code=${voice}`)).toHaveLength(2);
    expect(await cells('?own=1')).toEqual([
      [words.states.empty, words.states.empty],
      [words.states.empty, words.states.empty],
    ]);
    expect(await cells('?state=waiting')).toHaveLength(1);
    const { id } = await t.ctx.db
      .selectFrom('respondent_group')
      .select('id')
      .executeTakeFirstOrThrow();
    expect(await page(`?group=${id}`)).not.toContain('R-02');
  });

  it('shows eight columns at once, and the others by address', async () => {
    for (let n = 0; n < 8; n += 1) await aCode(t.ctx);
    expect((await cells())[0]).toHaveLength(8);
    expect((await cells('?from=8'))[0]).toHaveLength(2);
  });

  it('shows neither names nor a number of passages', async () => {
    await change(t.ctx, { kind: 'test.made', entity: 'respondent_identity' }, (w) =>
      w.insert('respondent_identity', {
        respondent_id: anna,
        name: 'Anna Quillon',
        contact: '',
        note: '',
      }),
    );
    for (const path of ['', '/document?with=passages', '/export'])
      expect(await page(path)).not.toContain('Quillon');
    expect(JSON.stringify(await cells())).not.toMatch(/\d/u);
  });

  it('has no row for someone whose every interview was withdrawn, and no passage of such an interview', async () => {
    await save('Says that pay is late.');
    await anInterview(t.ctx, [anna], { reference: 'I-03' });
    const withdraw = (id: number) =>
      change(t.ctx, { kind: 'test.made', entity: 'interview' }, (w) =>
        w.update('interview', id, { consent: 'withdrawn' }),
      );
    await withdraw(interview);
    const partly = await (await t.get(cell())).text();
    expect(partly).not.toContain('Pay comes late');
    expect(partly).toContain(words.cell.partly);
    const { id } = await t.ctx.db
      .selectFrom('interview')
      .select('id')
      .where('reference', '=', 'I-03')
      .executeTakeFirstOrThrow();
    await withdraw(id);
    expect(await page()).not.toContain('R-01');
    expect((await t.get(cell())).status).toBe(404);
    expect((await t.post(cell(), { 'notes-free': 'x' })).status).toBe(404);
    expect(await page('/export')).not.toContain('pay is late');
  });
});

describe('a cell', () => {
  it('shows the passages with those of sub-codes, a link to the place of each, and the ways on', async () => {
    const html = await (await t.get(cell())).text();
    expect(html).toContain('Pay comes late.');
    expect(html).toContain(`/sources/${source}?at=0-15`);
    expect(html).toContain(`rel="next" href="${cell(anna, voice)}"`);
    expect(await (await t.get(`${cell()}?own=1`)).text()).not.toContain('Pay comes late.');
  });

  it('is saved by a plain form, sent again without harm, and goes on to the next', async () => {
    const form = { 'notes-free': 'Late pay.', 'revision-free': fingerprint(''), then: 'next' };
    for (let n = 0; n < 2; n += 1) {
      const answer = await t.post(cell(), form);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, cell(anna, voice)]);
    }
    expect(await body()).toBe('Late pay.');
    const { n } = await t.ctx.db
      .selectFrom('change')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('kind', '=', 'summary.saved')
      .executeTakeFirstOrThrow();
    expect(n).toBe(1);
  });

  it('shows both versions when somebody else wrote meanwhile, and keeps what was chosen', async () => {
    await save('Theirs.');
    const mine = { 'notes-free': 'Mine.', 'revision-free': fingerprint('') };
    const answer = await t.post(cell(), mine);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    for (const text of ['Mine.', 'Theirs.', words.cell.stale]) expect(html).toContain(text);
    expect(await body()).toBe('Theirs.');
    await t.post(cell(), {
      ...mine,
      'token-free': fingerprint('Theirs.'),
      'resolve-free': 'both',
    });
    expect(await body()).toBe('Theirs.\n\nMine.');
  });

  it('that is too long is refused, and what was typed stays in the field', async () => {
    const long = 'word '.repeat(4001);
    const answer = await t.post(cell(), { 'notes-free': long, 'revision-free': fingerprint('') });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(long);
  });

  it('with newer passages marks them, until somebody says that the summary holds', async () => {
    await save('Late pay.');
    await aCoding(t.ctx, { source, code: pay, start: 33, end: 48 });
    expect(await (await t.get(cell())).text()).toContain(words.cell.isNew);
    await t.post(`${cell()}?seen=2099-01-01`, {
      'notes-free': 'Late pay.',
      'revision-free': fingerprint('Late pay.'),
      holds: '1',
    });
    expect(await (await t.get(cell())).text()).not.toContain(words.cell.isNew);
  });

  it('can be read, not written, by a reader', async () => {
    await save('**Late** pay.');
    await change(t.ctx, { kind: 'test.made', entity: 'member' }, async (w) => {
      const { id } = await w.trx
        .selectFrom('member')
        .select('id')
        .where('project_id', '=', t.ctx.projectId)
        .executeTakeFirstOrThrow();
      await w.update('member', id, { role: 'reader' });
    });
    const html = await (await t.get(cell())).text();
    expect(html).toContain('<strong>Late</strong> pay.');
    expect(html).not.toContain('<textarea');
    expect((await t.post(cell(), { 'notes-free': 'x' })).status).toBe(403);
  });
});

describe('the grid as a document', () => {
  beforeEach(() => save('=Late *pay*.'));

  it('says what is in it, and has the passages when they are asked for', async () => {
    const plain = await page('/document');
    expect(plain).toContain('<em>pay</em>');
    expect(plain).toContain(words.document.withoutPassages);
    expect(plain).not.toContain('Pay comes late.');
    const whole = await page('/document?with=passages&by=code');
    expect(whole).toContain('Pay comes late.');
    expect(whole).toContain(words.document.nothing);
  });

  it('is a table of every cell, in which no summary is a formula', async () => {
    const csv = (await page(`/export?format=csv&code=${pay}`)).trim().split('\r\n');
    expect(csv).toHaveLength(3);
    expect(csv[1]).toMatch(/^R-01,Workers,,Pay,written,'=Late \*pay\*\.,2026-/u);
    expect(csv[2]).toBe('R-02,,,Pay,empty,,');
  });

  it('is a Word document, and nothing else', async () => {
    const answer = await t.get(`${base()}/export?format=docx&with=passages`);
    expect(answer.headers.get('content-disposition')).toContain('framework.docx');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await t.get(`${base()}/export?format=pdf`)).status).toBe(404);
  });
});
