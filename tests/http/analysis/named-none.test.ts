import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCell, readChoices } from '../../../src/analysis/forms.ts';
import { DEFAULTS, queryOf, themesHref } from '../../../views/analysis/address.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';
import { attribute, elements, heatTable, wordsOf } from './reading.ts';

let t: TestApp;
let code: number;
beforeAll(async () => {
  t = await testApp();
  code = await aCode(t.ctx, 'Capacity');
  await said('Said in a village called None.', 'None');
  await said('Said nobody knows where.', '');
});
afterAll(() => t.close());

async function said(text: string, location: string) {
  const interview = await anInterview(t.ctx, [await aRespondent(t.ctx)], { location });
  const source = await aSource(t.ctx, text, { interview_id: interview });
  await aCoding(t.ctx, { source, code, start: 0, end: text.length });
}

const themes = (rest: string) => `/projects/${t.ctx.projectId}/themes${rest}`;
const html = async (path: string) => (await t.get(path)).text();
const passages = async (path: string) =>
  elements(await html(path), (element) => attribute(element, 'class') === 'evidence-text').map(
    wordsOf,
  );

describe('a location that is called “none”', () => {
  it('has passages of its own, apart from those said nobody knows where', async () => {
    const { head, rows } = heatTable(await html(themes('?by=location&minCell=0')));
    expect(head.slice(1, 3)).toEqual(['None, 1 interviewed', 'not given, 1 interviewed']);
    const [none, notGiven] = rows['Capacity'] ?? [];
    expect(await passages(none?.href ?? '')).toEqual(['Said in a village called None.']);
    expect(await passages(notGiven?.href ?? '')).toEqual(['Said nobody knows where.']);
  });

  it('leaves an address that somebody kept what it was: column=none is what is not given', async () => {
    const kept = themes(`/passages?by=location&minCell=0&code=${code}&column=none`);
    expect(await passages(kept)).toEqual(['Said nobody knows where.']);
    const order = (text: string) => readChoices(new URLSearchParams({ order: text })).order;
    expect(order('column-none')).toEqual({ by: 'column', key: '' });
    expect(order('column-')).toEqual({ by: 'column', key: '' });
  });

  it.each(['', 'none', '~none', '~~none', 'geneva', '=none', '7'])(
    'every key of a column is read as it was written: “%s”',
    (key) => {
      const open = new URL(themesHref(1, DEFAULTS, { codeId: 3, column: key }), 'http://local');
      expect(readCell(open.searchParams)?.column).toBe(key);
      const order = { by: 'column' as const, key };
      expect(readChoices(queryOf({ ...DEFAULTS, order })).order).toEqual(order);
    },
  );
});
