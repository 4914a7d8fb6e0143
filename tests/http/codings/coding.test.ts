import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportCodings } from '../../../src/codings/index.ts';
import { change, checkChains, listChanges, sha256 } from '../../../src/history/index.ts';
import { correctText } from '../../../src/sources/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';

const TEXT =
  'Ann Lee: What works?\n\nBo Ray: We do good things 👍 and nobody hears.\n\nBo Ray: Ask them.\n';
const WORDS = 'We do good things';
const START = TEXT.indexOf(WORDS);
const HTMX = { 'hx-request': 'true', 'hx-request-type': 'partial' };

let t: TestApp;
let source: number;
let interview: number;
let capacity: number;
let people: number;
let id: number;
beforeEach(async () => {
  t = await testApp();
  interview = await anInterview(t.ctx, [await aRespondent(t.ctx, { reference: 'R-09' })], {
    reference: 'I-07',
    may_quote: 'Only without the town',
  });
  source = await aSource(t.ctx, TEXT, { name: 'Talk', interview_id: interview });
  capacity = await aCode(t.ctx, 'Capacity');
  people = await aCode(t.ctx, 'People', { parent_id: capacity });
  id = await aCoding(t.ctx, { source, code: capacity, start: START, end: START + WORDS.length });
});
afterEach(() => t.close());

const at = (path = '', coding = id) =>
  `/projects/${t.ctx.projectId}/sources/${source}/codings/${coding}${path}`;
const send = (path: string, form = {}) => t.post(at(path), form, HTMX);
const coding = () =>
  t.ctx.db.selectFrom('coding').selectAll().where('id', '=', id).executeTakeFirst();
const back = (what: 'undo' | 'redo') => t.post(`/projects/${t.ctx.projectId}/${what}`);

describe('replacing a code', () => {
  it('is one change: the passage, the coder and the memo stay, and undo is exact', async () => {
    await send('/memo', { body: 'Says it twice.', revision: '' });
    const [before, changes] = [await coding(), (await listChanges(t.ctx)).length];
    const html = await (await send('/replace', { code: people })).text();
    expect(html).toContain('Replaced “Capacity” by “People” in Talk');
    expect(html).toContain(`hx-target="#count-${capacity}"`);
    expect(html).toContain(`hx-target="#count-${people}"`);
    expect(await coding()).toMatchObject({ code_id: people, start: START, coder_id: t.userId });
    expect(await t.ctx.db.selectFrom('memo').select('coding_id').execute()).toEqual([
      { coding_id: id },
    ]);
    expect(await listChanges(t.ctx)).toHaveLength(changes + 1);
    await back('undo');
    expect({ ...(await coding()), revision: 0 }).toEqual({ ...before, revision: 0 });
  });

  it('by one that stands on just that passage already is refused, and nothing changes', async () => {
    await aCoding(t.ctx, { source, code: people, start: START, end: START + WORDS.length });
    const answer = await send('/replace', { code: people });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('coded “People” by the same person already');
    expect((await coding())?.code_id).toBe(capacity);
  });

  it('by one that only gathers others, or by none, is refused', async () => {
    const group = await aCode(t.ctx, 'Themes', { is_codable: 0 });
    expect((await send('/replace', { code: group })).status).toBe(422);
    expect((await send('/replace', {})).status).toBe(422);
    expect((await coding())?.code_id).toBe(capacity);
  });
});

describe('marking for the report', () => {
  it('is recorded, shown, exported, undone, and the same again is no change', async () => {
    const html = await (await send('/report', { on: 'yes' })).text();
    expect(html).toContain('for the report');
    expect((await exportCodings(t.ctx))[0]).toMatchObject({ for_report: 'yes' });
    const changes = (await listChanges(t.ctx)).length;
    await send('/report', { on: 'yes' });
    expect(await listChanges(t.ctx)).toHaveLength(changes);
    await back('undo');
    expect((await exportCodings(t.ctx))[0]).toMatchObject({ for_report: 'no' });
  });

  it('outlives a correction that takes the words away', async () => {
    await send('/report', { on: 'yes' });
    const start = TEXT.indexOf('Bo Ray: We');
    await correctText(
      t.ctx,
      source,
      { sha256: sha256(TEXT), start, end: TEXT.indexOf('hears.') },
      'Bo Ray: None ',
    );
    const lost = await t.ctx.db.selectFrom('lost_coding').select('for_report').execute();
    expect([...lost, ...((await coding()) ? [{ for_report: 1 }] : [])]).toEqual([
      { for_report: 1 },
    ]);
  });
});

describe('a coding as a quote', () => {
  const quote = async (coding = id) => (await t.get(at('/quote', coding))).text();

  it('says who by reference, where in characters, and which version; labels and names stay out', async () => {
    const from = [...TEXT.slice(0, START)].length;
    expect(await quote()).toBe(
      `“We do good things” (R-09, interview I-07, Talk, characters ${from}–${from + 17}, version 1, text ${sha256(TEXT).slice(0, 7)})`,
    );
    const long = await aCoding(t.ctx, {
      source,
      code: people,
      start: START,
      end: TEXT.indexOf('them.') + 5,
    });
    expect(await quote(long)).toMatch(
      /^“We do good things 👍 and nobody hears\. \/ Ask them\.” \(/u,
    );
    expect(await quote(long)).not.toContain('Bo Ray');
  });

  it('of an interview whose consent was withdrawn is refused, on its page too', async () => {
    await change(t.ctx, { kind: 'test.made', entity: 'interview' }, (w) =>
      w.update('interview', interview, { consent: 'withdrawn' }),
    );
    expect((await t.get(at('/quote'))).status).toBe(409);
    const html = await (await t.get(at())).text();
    expect(html).toContain('cannot be quoted');
    expect(html).not.toContain('name="quote"');
  });
});

describe('the history of a coding', () => {
  it('tells who did what, newest first, undone things as undone', async () => {
    await send('/report', { on: 'yes' });
    await send('/replace', { code: people });
    await back('undo');
    const html = await (await t.get(at('/history'), HTMX)).text();
    const told = [...html.matchAll(/activity-what">([^<]*)/gu)].map(([, what]) => what);
    expect(told).toEqual([
      'Undone: Replaced “Capacity” by “People” in Talk',
      'Replaced “Capacity” by “People” in Talk',
      'Marked a passage with “Capacity” in Talk for the report',
      'test.made',
    ]);
    expect(html.match(/activity-note">You/gu)).toHaveLength(4);
  });

  it('does not tell of an earlier coding that had its number', async () => {
    await send('/remove');
    const next = await aCoding(t.ctx, { source, code: people, start: 9, end: 13 });
    expect(next).toBe(id);
    const html = await (await t.get(at('/history'), HTMX)).text();
    expect(html.match(/activity-what/gu)).toHaveLength(1);
  });
});

describe('the page of a coding, for whoever works without script', () => {
  it('has every act as a plain form, and leads back to the place', async () => {
    const html = await (await t.get(at())).text();
    for (const action of [at('/replace'), at('/report'), at('/remove'), at('/memo')])
      expect(html).toContain(`action="${action}"`);
    expect(html).not.toMatch(/<form[^>]*hx-post/u);
    expect(html).toContain('Only without the town');
    const answer = await t.post(at('/replace'), { code: people });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain(`?at=${START}-${START + WORDS.length}#at`);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });
});
