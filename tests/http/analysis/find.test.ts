import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
});
afterAll(() => t.close());

const base = () => `/projects/${t.ctx.projectId}`;
const html = async (path: string) => (await t.get(base() + path)).text();
/** The passages of a query, each as its source and its first words. */
async function found(query: string): Promise<string[]> {
  const response = await t.get(`${base()}/passages/find.csv?minCell=0&${query}`);
  const lines = (await response.text()).trim().split(/\r?\n/u).slice(1);
  const passages = lines.map((line) => {
    const cells = line.split(',');
    return `${cells[0] ?? ''}: ${(cells.at(-2) ?? '').replaceAll('"', '').slice(0, 12)}`;
  });
  return [...new Set(passages)].sort();
}

describe('passages found by their codes', () => {
  it('the codings of a passage are one passage; other codes narrow it down, in the same source', async () => {
    const { capacity, money, visibility } = study.codes;
    expect(await found(`of=${capacity}`)).toEqual([
      'I-01 transcript: Two desks ca',
      'I-02 transcript: Nobody plans',
      'I-03 transcript: Two desks ca',
      'Project paper: one of them ',
    ]);
    expect(await found(`of=${capacity}&if=overlaps.${money}`)).toEqual([
      'I-01 transcript: Two desks ca',
    ]);
    expect(await found(`of=${capacity}&if=not.with.${money}`)).not.toContain(
      'I-01 transcript: Two desks ca',
    );
    expect(await found(`of=${visibility}-own`)).toEqual(['I-05 transcript: one of them ']);
  });

  it('near counts turns of the text', async () => {
    const { money, capacity } = study.codes;
    const query = (far: number) => found(`of=${money}&if=near${far}.${capacity}-own`);
    expect(await query(0)).toEqual(['I-01 transcript: Two desks ca']);
    expect(await query(2)).toEqual([
      'I-01 transcript: Two desks ca',
      'I-01 transcript: 👍 We have e',
    ]);
  });

  it('groups are those of whoever speaks: of everyone in a joint interview, unless it is known', async () => {
    const { capacity, tripartism } = study.codes;
    const { workers } = study.groups;
    expect(await found(`of=${capacity}&if=group.${workers}`)).toHaveLength(3);
    // Known to be said by R-03, of the governments, though a worker sat in the same interview.
    expect(await found(`of=${tripartism}&if=group.${workers}`)).toEqual([]);
    expect(await found(`of=${tripartism}&if=not.group.${workers}`)).toHaveLength(2);
  });

  it('the page says the query in a sentence and links each passage into its text', async () => {
    const { visibility, money } = study.codes;
    const page = await html(
      `/passages/find?of=${visibility}&if=not.near2.${money}&if=group.${study.groups.workers}&minCell=0`,
    );
    expect(page).toContain(
      'Passages coded “Visibility” with sub-codes, not within 2 segments of “Visibility &gt; Money” and said by the group Workers.',
    );
    expect(page).toContain('2 passages of 3 respondents, in 2 interviews and 2 sources');
    expect(page).toMatch(/sources\/\d+\?at=\d+-\d+/u);
  });

  it('below the minimum neither the number nor the passages are shown, until that is set aside', async () => {
    const query = `of=${study.codes.money}`;
    const page = await html(`/passages/find?${query}`);
    expect(page).toContain('Fewer than 5 respondents');
    expect(page).not.toContain('We have eight months');
    expect((await t.get(`${base()}/passages/find.csv?${query}`)).status).toBe(404);
    const shown = await html(`/passages/find?${query}&minCell=0`);
    expect(shown).toContain('We have eight months');
    expect(shown).toContain('do not publish it');
  });

  it('a button adds to the query without script, and the address is then that of the query', async () => {
    const { capacity, money } = study.codes;
    const start = await t.get(`${base()}/passages/find?code=${capacity}&own=&add=code`);
    expect(start.headers.get('location')).toBe(`${base()}/passages/find?of=${capacity}`);
    const more = await t.get(
      `${base()}/passages/find?of=${capacity}&relationNot=1&how=near&far=02&other=${money}&otherOwn=1&add=relation`,
    );
    expect(more.headers.get('location')).toBe(
      `${base()}/passages/find?of=${capacity}&if=not.near2.${money}-own`,
    );
  });

  it('what cannot be added is said beside its field, and the query stays', async () => {
    const { capacity } = study.codes;
    const page = await t.get(`${base()}/passages/find?of=${capacity}&facetNot=&facet=&add=facet`);
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain('Choose what to add.');
    expect(text).toContain('Passages coded “Visibility &gt; Capacity”');
    const wrong = await t.get(`${base()}/passages/find?of=${capacity}&if=behind.3x`);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('“behind.3x” is not a part of a query');
  });
});

describe('a saved query', () => {
  it('keeps the query and not the answer, is renamed and removed, and undo brings it back', async () => {
    const query = `of=${study.codes.money}&if=overlaps.${study.codes.capacity}`;
    const home = `${base()}/passages/queries`;
    expect((await t.post(home, { name: 'Money and desks', query })).status).toBe(303);
    expect((await t.post(home, { name: 'money AND desks', query })).status).toBe(422);
    const { id } = await t.ctx.db.selectFrom('saved_query').select('id').executeTakeFirstOrThrow();
    const leads = await t.get(`${home}/${id}`);
    expect(leads.headers.get('location')).toBe(`${base()}/passages/find?${query}`);
    await t.post(`${home}/${id}`, { name: 'Desks and money', revision: 1 });
    expect(await html('/passages/queries')).toContain('Desks and money');
    await t.post(`${home}/${id}/delete`);
    expect(await html('/passages/queries')).toContain('No query is saved yet');
    await t.post(`${base()}/undo`);
    expect(await html('/passages/queries')).toContain('Desks and money');
  });

  it('says so when a code it names is no longer there', async () => {
    await t.post(`${base()}/passages/queries`, { name: 'Of a code that was', query: 'of=9999' });
    const list = await html('/passages/queries');
    expect(list).toContain('Passages coded a code that is no longer there.');
    expect(list).toContain('A code or a value in it is no longer there.');
    expect(await html('/passages/find?of=9999')).toContain('nothing is found by it');
  });
});
