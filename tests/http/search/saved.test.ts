import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aSource } from '../../factories/data.ts';

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}/searches`;
});
afterEach(() => t.close());

const list = async (): Promise<string> => (await t.get(base)).text();
const save = (name: string, search = 'q=visa*&in=sources&voice=respondents') =>
  t.post(base, { name, search });

async function savedId(): Promise<number> {
  const row = await t.ctx.db.selectFrom('saved_search').select('id').executeTakeFirstOrThrow();
  return row.id;
}

describe('a saved search', () => {
  it('is listed with what it finds now, and leads to the search with all it is narrowed to', async () => {
    const answer = await save('Papers', 'q=visa*&in=sources&coded=no');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/search?q=visa*&in=sources&coded=no');
    expect(await list()).toContain('0 found now');
    await aSource(t.ctx, 'A visa.\n\nTwo visas.');
    const html = await list();
    expect(html).toContain('2 found now');
    expect(html).toContain('/search?q=visa*&amp;in=sources&amp;coded=no"');
    expect(html).toContain('visa* · Sources · narrowed down');
  });

  it('is renamed and removed, and undo takes each back', async () => {
    await save('Papers');
    const id = await savedId();
    await t.post(`${base}/${id}`, { name: 'Permits', revision: 1 });
    expect(await list()).toContain('>Permits</a>');
    await undoLast(t.ctx);
    expect(await list()).toContain('>Papers</a>');
    await t.post(`${base}/${id}/delete`);
    expect(await list()).toContain('No search is saved yet');
    await undoLast(t.ctx);
    expect(await list()).toContain('voice=respondents');
  });

  it.each([
    ['', 'q=visa', 'Give the search a name.'],
    ['x'.repeat(201), 'q=visa', 'too long'],
    ['PAPERS', 'q=visa', 'Another saved search is called'],
    ['New', 'q=%22open', 'no search here that could be saved'],
    ['New', '', 'no search here that could be saved'],
  ])(
    'called “%s” of %s is refused with what to do, and what was typed is kept',
    async (name, search, sentence) => {
      await save('Papers');
      const answer = await save(name, search);
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain(sentence);
      expect(html).toContain(`value="${name}"`);
      expect((await t.ctx.db.selectFrom('saved_search').select('id').execute()).length).toBe(1);
    },
  );

  it('renamed by two people at once keeps the first name and tells the second', async () => {
    await save('Papers');
    const id = await savedId();
    await t.post(`${base}/${id}`, { name: 'Permits', revision: 1 });
    const answer = await t.post(`${base}/${id}`, { name: 'Passes', revision: 1 });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('value="Passes"');
    expect(await list()).toContain('>Permits</a>');
  });

  it('leaves its words out of the record', async () => {
    await save('Papers', 'q=zyzzyva');
    const rows = await t.ctx.db.selectFrom('change').select(['rows', 'detail']).execute();
    expect(JSON.stringify(rows)).not.toContain('zyzzyva');
  });
});
