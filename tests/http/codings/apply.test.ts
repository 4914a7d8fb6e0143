import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, listChanges, sha256 } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aSource } from '../../factories/data.ts';

const TEXT =
  'MS: What works?\n\nR-09: We do good things 👍 and nobody hears.\n\nMS: Why?\n\nR-09: Ask them.\n';
const WORDS = 'We do good things';
const START = TEXT.indexOf(WORDS);
const HTMX = { 'hx-request': 'true', 'hx-request-type': 'partial' };

let t: TestApp;
let source: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  source = await aSource(t.ctx, TEXT);
  code = await aCode(t.ctx, 'Capacity', { key: '1' });
});
afterEach(() => t.close());

const at = (path = '') => `/projects/${t.ctx.projectId}/sources/${source}${path}`;
const codings = () => t.ctx.db.selectFrom('coding').selectAll().orderBy('id').execute();
const passage = (more: object = {}) => ({
  start: START,
  end: START + WORDS.length,
  version: 1,
  ...more,
});
const codeIt = (form: object = {}) => t.post(at('/codings'), { ...passage(), code, ...form }, HTMX);

/** Posts what must be refused, and proves that nothing changed. */
async function refused(
  form: object,
  status: number,
  sentence: RegExp,
  path = '/codings',
): Promise<void> {
  const before = { codings: await codings(), changes: await listChanges(t.ctx) };
  const answer = await t.post(at(path), { ...passage(), code, ...form }, HTMX);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toMatch(sentence);
  expect({ codings: await codings(), changes: await listChanges(t.ctx) }).toEqual(before);
}

describe('applying a code', () => {
  it('stores the passage and the hash of its words, as one recorded change', async () => {
    const before = (await listChanges(t.ctx)).length;
    expect((await codeIt()).status).toBe(200);
    const [coding] = await codings();
    expect(coding).toMatchObject({
      start: START,
      end: START + WORDS.length,
      code_id: code,
      coder_id: t.userId,
    });
    expect(coding?.quote_sha256).toBe(sha256(WORDS));
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('answers only the segments it touched, the counts, a toast that undoes it, and how many codes are there', async () => {
    const html = await (await codeIt()).text();
    expect(html.match(/hx-target="#segment-\d+"/g)).toHaveLength(1);
    expect(html).toContain('1 / 1');
    expect(html).toContain('Coded “Capacity”, 1 code on this passage');
    expect(html).toMatch(/hx-post="[^"]*\/changes\/\d+\/undo"/);
    expect(html).not.toContain('Ask them.');
  });

  it('across several turns answers each of them', async () => {
    const html = await (await codeIt({ start: 4, end: TEXT.indexOf('Why') + 3 })).text();
    expect(html.match(/hx-target="#segment-\d+"/g)).toHaveLength(3);
  });

  it('counts a sub-code under its theme as well', async () => {
    const part = await aCode(t.ctx, 'People', { parent_id: code });
    const html = await (await codeIt({ code: part })).text();
    expect(html).toContain(`hx-target="#count-${part}"`);
    expect(html).toContain(`hx-target="#count-${code}"`);
  });

  it('the same again is not doubled, and the page says so', async () => {
    await codeIt();
    const html = await (await codeIt()).text();
    expect(html).toContain('already coded this passage as “Capacity”');
    expect(html).not.toContain('/undo"');
    expect(await codings()).toHaveLength(1);
  });

  it('without script leads back to the place', async () => {
    const answer = await t.post(at('/codings'), { ...passage(), code });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${at()}?at=${START}-${START + WORDS.length}#at`);
  });
});

describe('what is refused changes nothing and says what to do', () => {
  it('an empty selection', () => refused({ end: START }, 422, /Nothing is marked/));
  it('blank space', () => refused({ start: START - 1, end: START }, 422, /Only blank space/));
  it('a selection that ends before it begins', () =>
    refused({ end: START - 3 }, 422, /ends before it begins/));
  it('a passage beyond the text', () => refused({ end: TEXT.length + 5 }, 422, /beyond the text/));
  it('an offset that is no whole number', () => refused({ start: '1.5' }, 422, /whole numbers/));
  it('an offset that is no number', () => refused({ start: 'x' }, 422, /whole numbers/));
  it('half an emoji', () => {
    const half = TEXT.indexOf('👍') + 1;
    return refused({ end: half }, 422, /cuts a character in two/);
  });
  it('a code that only gathers others', async () => {
    const group = await aCode(t.ctx, 'Themes', { is_codable: 0 });
    await refused({ code: group }, 422, /only gathers other codes/);
  });
  it('a code of another project', async () => {
    const elsewhere = await otherProject();
    const foreign = await aCode(elsewhere, 'Theirs');
    await refused({ code: foreign }, 404, /no such code in this project/);
  });
  it('an unknown code', () => refused({ code: 999_999 }, 404, /no such code/));
  it('a text that was corrected since', () => refused({ version: 2 }, 409, /corrected since/));
  it('a deleted source', async () => {
    const answer = await t.post(
      `/projects/${t.ctx.projectId}/sources/999999/codings`,
      { ...passage(), code },
      HTMX,
    );
    expect(answer.status).toBe(404);
    expect(await codings()).toEqual([]);
  });
  it('a source of another project', async () => {
    const elsewhere = await otherProject();
    const foreign = await aSource(elsewhere, TEXT);
    const answer = await t.post(
      `/projects/${t.ctx.projectId}/sources/${foreign}/codings`,
      { ...passage(), code },
      HTMX,
    );
    expect(answer.status).toBe(404);
    expect(await codings()).toEqual([]);
  });
  it('a form without a passage', async () => {
    const answer = await t.post(at('/codings'), {}, HTMX);
    expect(answer.status).toBe(422);
    expect(await codings()).toEqual([]);
  });
});

async function otherProject() {
  const { value } = await change(t.ctx, { kind: 'test.made', entity: 'project' }, (w) =>
    w.insert('project', {
      guid: t.ctx.newGuid(),
      name: 'Other',
      description: '',
      date_order: 'day',
      min_cell: 5,
      counts_debriefs: 0,
      revision: 1,
      created_at: t.ctx.now(),
    }),
  );
  return { ...t.ctx, projectId: value };
}

describe('a new code, already applied', () => {
  const make = (name: string) => t.post(at('/codings/new-code'), { ...passage(), name }, HTMX);
  const names = async () =>
    (await t.ctx.db.selectFrom('code').select('name').orderBy('id').execute()).map(
      ({ name }) => name,
    );

  it('is one change: undo takes both back, redo brings both again', async () => {
    const before = (await listChanges(t.ctx)).length;
    const html = await (await make('Being seen')).text();
    expect(html).toContain('New code “Being seen” made and applied');
    expect(html).toContain('hx-target="#code-tree"');
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    await t.post(at('/undo'), {}, HTMX);
    expect([await names(), await codings()]).toEqual([['Capacity'], []]);
    await t.post(at('/redo'), {}, HTMX);
    expect(await names()).toEqual(['Capacity', 'Being seen']);
    expect(await codings()).toHaveLength(1);
  });
  it('can be made below another by its path', async () => {
    await make('Capacity > People');
    const child = await t.ctx.db
      .selectFrom('code')
      .selectAll()
      .where('name', '=', 'People')
      .executeTakeFirst();
    expect(child).toMatchObject({ parent_id: code });
  });
  it('that is there already is applied, however it is written', async () => {
    await make('  CAPACITY ');
    expect(await names()).toEqual(['Capacity']);
    expect(await codings()).toHaveLength(1);
  });
  it('without a name is refused', () => refused({ name: '   ' }, 422, /\S/, '/codings/new-code'));
});

describe('taking a code off, resizing, a memo', () => {
  let id: number;
  beforeEach(async () => {
    await codeIt();
    id = (await codings())[0]?.id ?? 0;
  });
  const memos = () => t.ctx.db.selectFrom('memo').selectAll().execute();

  it('takes it off with its memo, and undo brings both back as they were', async () => {
    await t.post(at(`/codings/${id}/memo`), { body: 'Says it **twice**.', revision: '' }, HTMX);
    const before = [await codings(), await memos()];
    await t.post(at(`/codings/${id}/remove`), {}, HTMX);
    expect([await codings(), await memos()]).toEqual([[], []]);
    await t.post(at('/undo'), {}, HTMX);
    expect([await codings(), await memos()]).toEqual(before);
  });
  it('resizes it, and the hash follows', async () => {
    await t.post(at(`/codings/${id}/resize`), passage({ end: START + 5 }), HTMX);
    expect((await codings())[0]).toMatchObject({
      id,
      end: START + 5,
      quote_sha256: sha256('We do'),
    });
  });
  it('does not resize it onto another of the same code', async () => {
    await codeIt({ end: START + 5 });
    const answer = await t.post(at(`/codings/${id}/resize`), passage({ end: START + 5 }), HTMX);
    expect(answer.status).toBe(409);
    expect((await codings())[0]?.end).toBe(START + WORDS.length);
  });
  it('refuses a memo over one that this person changed elsewhere, and keeps that', async () => {
    await t.post(at(`/codings/${id}/memo`), { body: 'First', revision: '' }, HTMX);
    const answer = await t.post(at(`/codings/${id}/memo`), { body: 'Second', revision: '' }, HTMX);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toMatch(/<blockquote>First<\/blockquote>[\s\S]*Second<\/textarea>/);
    expect((await memos())[0]?.body).toBe('First');
  });
  it('an emptied memo is gone', async () => {
    await t.post(at(`/codings/${id}/memo`), { body: 'First', revision: '' }, HTMX);
    await t.post(at(`/codings/${id}/memo`), { body: ' ', revision: 1 }, HTMX);
    expect(await memos()).toEqual([]);
  });
  it('says when the coding is gone already', async () => {
    await t.post(at(`/codings/${id}/remove`), {}, HTMX);
    const answer = await t.post(at(`/codings/${id}/remove`), {}, HTMX);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('has been taken off');
  });
  it('shows who coded it, when, and the memo', async () => {
    await t.post(at(`/codings/${id}/memo`), { body: 'Says it <b>twice</b>.', revision: '' }, HTMX);
    const html = await (await t.get(at(`/codings/${id}`), HTMX)).text();
    expect(html).toContain('Says it &lt;b&gt;twice&lt;/b&gt;.');
    expect(html).toContain('5 January 2026');
  });
});

describe('undo from the workbench', () => {
  it('answers just the segments that the undone coding lay on', async () => {
    await codeIt();
    const html = await (await t.post(at('/undo'), {}, HTMX)).text();
    expect(html.match(/hx-target="#segment-\d+"/g)).toHaveLength(1);
    expect(html).toContain('0 / 0');
    expect(html).not.toContain('<mark');
  });
  it('of a resize answers where it was and where it is', async () => {
    await codeIt();
    const [coding] = await codings();
    const far = TEXT.indexOf('Ask');
    await t.post(
      at(`/codings/${coding?.id}/resize`),
      { start: far, end: far + 3, version: 1 },
      HTMX,
    );
    const html = await (await t.post(at('/undo'), {}, HTMX)).text();
    expect(html.match(/hx-target="#segment-\d+"/g)).toHaveLength(2);
  });
  it('with nothing to undo says so', async () => {
    const fresh = await testApp();
    const id = await aSource(fresh.ctx, TEXT);
    await fresh.ctx.db.updateTable('change').set({ rows: '[]' }).execute();
    const answer = await fresh.post(
      `/projects/${fresh.ctx.projectId}/sources/${id}/undo`,
      {},
      HTMX,
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('nothing of yours to undo');
    await fresh.close();
  });
  it('of something beyond this text opens the page anew', async () => {
    await change(t.ctx, { kind: 'test.renamed', entity: 'code' }, (w) =>
      w.update('code', code, { name: 'Capacities', name_fold: 'capacities' }),
    );
    const answer = await t.post(at('/undo'), {}, HTMX);
    expect(answer.headers.get('hx-refresh')).toBe('true');
  });
});
