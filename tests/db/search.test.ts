import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { find, forgetRemoved, placesOf, rebuildIndex, refresh } from '../../db/search/index.ts';
import { hitsIn } from '../../src/domain/search/hits.ts';
import { parseQuery } from '../../src/domain/search/parse.ts';
import { FORMS, termsOf, type Form } from '../../src/domain/search/terms.ts';
import { change, undoLast } from '../../src/history/index.ts';
import { removeSource } from '../../src/sources/index.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { changeIdentity } from '../../src/respondents/index.ts';
import { aCode, aGroup, aRespondent, aSource } from '../factories/data.ts';
import { rawText } from '../domain/text/texts.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const PARTS = ['segment', 'answer', 'interview', 'memo', 'code', 'respondent'] as const;

async function count(text: string, form: Form = 'plain'): Promise<number> {
  const parsed = parseQuery(text, form);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  await refresh(t.ctx.db);
  const scope = {
    projectId: t.ctx.projectId,
    parts: PARTS,
    form,
    leftOut: { interviewIds: [], sourceIds: [] },
  };
  const places = await placesOf(t.ctx.db, parsed.query, scope);
  const found = await find(t.ctx.db, parsed.query, scope, places, { limit: 1000 });
  expect(found).toHaveLength(places.reduce((sum, { matches }) => sum + matches, 0));
  return found.length;
}

const aMemo = (body: string) =>
  change(t.ctx, { kind: 'test.memo', entity: 'memo' }, (w) =>
    w.insert('memo', {
      guid: t.ctx.newGuid(),
      project_id: t.ctx.projectId,
      body,
      author_id: t.userId,
      revision: 1,
      created_at: t.ctx.now(),
      updated_at: t.ctx.now(),
    }),
  );

describe('the search index', () => {
  it('finds what any command wrote, without being told', async () => {
    await aSource(t.ctx, 'Migrants moved.\n\nNobody asked.');
    await aMemo('Compare with other migrants.');
    expect(await count('migrants')).toBe(2);
  });

  it('follows a change, a removal and its undoing', async () => {
    const { value: memo } = await aMemo('first');
    expect(await count('first')).toBe(1);
    await change(t.ctx, { kind: 'test.memo', entity: 'memo' }, (w) =>
      w.update('memo', memo, { body: 'second' }),
    );
    expect([await count('first'), await count('second')]).toEqual([0, 1]);
    await undoLast(t.ctx);
    expect([await count('first'), await count('second')]).toEqual([1, 0]);

    const source = await aSource(t.ctx, 'Capacity is short.');
    expect(await count('capacity')).toBe(1);
    await removeSource(t.ctx, source);
    expect(await count('capacity')).toBe(0);
    await undoLast(t.ctx);
    expect(await count('capacity')).toBe(1);
  });

  it('holds no word of what was removed once it is told to forget', async () => {
    const source = await aSource(t.ctx, 'Zyzzyva is a weevil.');
    const { value: memo } = await aMemo('Quockerwodger is a puppet.');
    expect(await count('zyzzyva OR quockerwodger')).toBe(2);
    await removeSource(t.ctx, source);
    await change(t.ctx, { kind: 'test.memo', entity: 'memo' }, (w) => w.remove('memo', memo));
    t.opened.sqlite.exec('delete from kept_text');
    await forgetRemoved(t.ctx.db);
    const dump = t.opened.sqlite.serialize().toString('latin1').toLowerCase();
    expect(dump).not.toContain('zyzzyva');
    expect(dump).not.toContain('quockerwodger');
  });

  it('says the same after it was made anew', async () => {
    await aSource(t.ctx, 'Migrants moved.\n\nNobody asked about migration.');
    expect(await count('migra*')).toBe(2);
    t.opened.sqlite.exec('delete from search_plain');
    expect(await count('migra*')).toBe(0);
    await rebuildIndex(t.ctx.db);
    expect(await count('migra*')).toBe(2);
  });

  it('finds the same in the same order, whether it found little or more than it keeps in mind', async () => {
    const text = (n: number): string =>
      Array.from({ length: n }, (_, at) => (at % 3 === 1 ? 'Nothing.' : `Word ${at}.`)).join(
        '\n\n',
      );
    for (const [name, n] of [
      ['C', 9],
      ['A', 40],
      ['B', 1],
      ['D', 4],
    ] as const)
      // prettier-ignore
      await aSource(t.ctx, text(n), { name });
    await aMemo('A word about words.');
    await refresh(t.ctx.db);
    const parsed = parseQuery('word');
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const { query } = parsed;
    for (const narrowing of [{}, { coded: 'no' }, { sourceId: 2 }] as const) {
      const scope = {
        ...{ projectId: t.ctx.projectId, parts: PARTS, form: 'plain' as const },
        leftOut: { interviewIds: [], sourceIds: [] },
        ...narrowing,
      };
      const kept = await placesOf(t.ctx.db, query, scope);
      const counted = await placesOf(t.ctx.db, query, scope, { most: 3 });
      const bare = (places: typeof kept) => places.map(({ positions: _, ...place }) => place);
      expect(counted.map(({ positions }) => positions ?? null)).not.toContainEqual(
        expect.anything(),
      );
      expect(bare(counted)).toEqual(bare(kept));
      const total = kept.reduce((sum, { matches }) => sum + matches, 0);
      expect(total).toBeGreaterThan(20);
      for (let offset = 0; offset < total; offset += 7) {
        const page = { offset, limit: 7 };
        const found = await find(t.ctx.db, query, scope, counted, page);
        expect(found).toEqual(await find(t.ctx.db, query, scope, kept, page));
        expect(found).toHaveLength(Math.min(7, total - offset));
      }
    }
  });

  it('finds a speaker’s words and not the label before them', async () => {
    await aSource(t.ctx, 'Kovač: Yes.\n\nInterviewer: Kovač?\n\nKovač: No.');
    expect(await count('kovac')).toBe(1);
  });

  it.each([
    ['Straße', 'strasse'],
    ['Łódź and Élan', 'elan'],
    ['国際労働機関の報告書', '労働'],
    ['国際労働機関の報告書', '機関の報告'],
    ['ผมชอบอ่านหนังสือ', 'หนังสือ'],
    ['ພາສາລາວ', 'ລາວ'],
    ['이주노동자들이', '이주노동*'],
    ['трудовая миграция', 'миграц*'],
    ['العُمَّال المهاجرون', 'العمال'],
    ['👍 agreed 👍', 'agreed'],
  ])('finds in “%s” the words %s', async (text, search) => {
    await aSource(t.ctx, text);
    expect(await count(search)).toBe(1);
  });

  it.each([
    ['They came to Polish the silver.', 'polish', 'cased', 0],
    ['They came to polish the silver.', 'polish', 'cased', 1],
    ['Résumé', 'Resume', 'cased', 1],
    ['Résumé', 'resume', 'accented', 0],
    ['Résumé', 'résumé', 'accented', 1],
    ['Re\u0301sume\u0301', 'résumé', 'accented', 1],
    ['Résumé', 'résumé', 'exact', 0],
    ['Résumé', 'Résumé', 'exact', 1],
    ['ILO and Ilo', 'IL*', 'cased', 1],
    ['Ilo', 'IL*', 'cased', 0],
    ['The Labour Office', '"Labour Office"', 'cased', 1],
    ['The labour office', '"Labour Office"', 'cased', 0],
    ['ガクセイ', 'カクセイ', 'plain', 0],
  ] as const)('of “%s” finds %s %s: %i', async (text, search, form, expected) => {
    await aSource(t.ctx, text);
    expect(await count(search, form)).toBe(expected);
  });

  it('finds codes by their rules and respondents by what is known of them, and follows both', async () => {
    const code = await aCode(t.ctx, 'Remittances', { use_when: 'Money is sent home' });
    const group = await aGroup(t.ctx, 'Employers');
    await aRespondent(t.ctx, { group_id: group, role: 'Harbour master' });
    expect([await count('"sent home"'), await count('employers harbour')]).toEqual([1, 1]);
    await change(t.ctx, { kind: 'test.made', entity: 'code' }, async (w) => {
      await w.update('code', code, { use_when: '' });
      await w.update('respondent_group', group, { name: 'Workers' });
    });
    expect([await count('"sent home"'), await count('employers'), await count('workers')]).toEqual([
      0, 0, 1,
    ]);
  });

  it('has no name and no contact of anybody', async () => {
    const id = await aRespondent(t.ctx);
    await changeIdentity(t.ctx, id, { name: 'Zyzzyva', contact: 'zyzzyva@example.org', note: '' });
    expect(await count('zyzzyva*')).toBe(0);
  });

  it('and the marks on the page agree on what a search finds', async () => {
    const anyForm = fc.constantFrom(...FORMS);
    const query = fc.constantFrom(
      'Word',
      'word',
      'a',
      'w*',
      '日本',
      '"word word"',
      'word OR a',
      'word a',
      'a NEAR/2 word',
      'Ωmega',
      'é',
      'note',
    );
    await fc.assert(
      fc.asyncProperty(rawText, query, anyForm, async (text, search, form) => {
        const { value: id } = await aMemo(`x ${text}`);
        const stored = await t.ctx.db
          .selectFrom('memo')
          .select('body')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const parsed = parseQuery(search, form);
        if (!parsed.ok) throw new Error(search);
        const isFound = (await count(search, form)) > 0;
        await change(t.ctx, { kind: 'test.memo', entity: 'memo' }, (w) => w.remove('memo', id));
        const hits = hitsIn(termsOf(stored.body, form), parsed.query);
        if (isFound) expect(hits.length).toBeGreaterThan(0);
        if (parsed.query.op === 'phrase') expect(hits.length > 0).toBe(isFound);
      }),
      { numRuns: 60 },
    );
  });
});
