import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markForReport } from '../../../src/codings/commands-coding.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { attribute, elements, heatTable, wordsOf } from './reading.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  await mark(study.sources.s1, study.codes.capacity);
});
afterAll(() => t.close());

/** Marks the first coding of a code in a source for the report. */
async function mark(source: number, code: number) {
  const { id } = await t.ctx.db
    .selectFrom('coding')
    .select('id')
    .where('source_id', '=', source)
    .where('code_id', '=', code)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  await markForReport(t.ctx, id, true);
}

const themes = (path: string) => `/projects/${t.ctx.projectId}/themes${path}`;
const html = async (path: string) => (await t.get(path)).text();
const withClass = (page: string, name: string) =>
  elements(page, (element) => attribute(element, 'class') === name).map(wordsOf);
const links = (page: string) =>
  elements(page, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href'));
const capacity = (query = '') => `minCell=0&code=${study.codes.capacity}${query}`;

describe('passages marked for the report', () => {
  it('carry the mark wherever the passages behind a number are listed', async () => {
    const places = withClass(await html(themes(`/passages?${capacity()}`)), 'evidence-source');
    expect(places.filter((place) => place.endsWith('for the report'))).toEqual([
      'I-01 transcript · I-01 · coded by Me, JM for the report',
    ]);
    expect(places).toHaveLength(3);
    const beside = withClass(await html(themes(`?${capacity()}`)), 'evidence-source');
    expect(beside).toEqual(places);
  });

  it('can be listed alone: the number stays, and the heading says how many of how many are listed', async () => {
    const all = await html(themes(`/passages?${capacity()}`));
    expect(links(all)).toContain(themes(`/passages?${capacity('&report=1')}`));
    const only = await html(themes(`/passages?${capacity('&report=1')}`));
    expect(withClass(only, 'lead')).toEqual([
      '3 of 5 respondents, in 3 passages. For the report only: 1 of 3 passages.',
    ]);
    expect(withClass(only, 'evidence-item')).toHaveLength(1);
    expect(links(only)).toContain(themes(`/passages?${capacity()}`));
  });

  it('where there is none, the page says where the mark is made', async () => {
    const page = await html(themes(`/passages?minCell=0&code=${study.codes.tripartism}&report=1`));
    expect(page).toContain('For the report only: 0 of 1 passage.');
    expect(page).toContain('None of these passages is marked for the report.');
    expect(withClass(page, 'evidence-item')).toEqual([]);
  });

  it('come alone as a file too, which says of each coding whether it is marked', async () => {
    const file = themes(`/passages.csv?${capacity('&report=1')}`);
    expect(links(await html(themes(`/passages?${capacity('&report=1')}`)))).toContain(file);
    const [head, ...lines] = (await html(file)).trimEnd().split('\r\n');
    expect(head?.endsWith(',quote,for_report')).toBe(true);
    // One passage, coded by two.
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['yes', 'no']);
  });
});

describe('the filter and protected numbers', () => {
  it('a hidden number stays hidden, and nothing tells whether anything in it is marked', async () => {
    const { rows } = heatTable(await html(themes('?minCell=0&show=count')));
    const addresses = Object.values(rows)
      .flat()
      .flatMap(({ href }) => href?.replace('minCell=0&', 'minCell=3&') ?? []);
    let hidden = 0;
    for (const address of addresses) {
      const all = await html(address);
      const only = await html(`${address}&report=1`);
      if (withClass(all, 'lead')[0] !== 'This number is hidden') continue;
      hidden += 1;
      expect(pageOf(only)).toBe(pageOf(all));
      const csv = `${address.replace('/passages?', '/passages.csv?')}&report=1`;
      expect((await t.get(csv)).status).toBe(404);
    }
    // The number with the marked passage is one of them.
    expect(hidden).toBeGreaterThan(4);
    const marked = `/passages?minCell=3&show=count&code=${study.codes.capacity}&column=${study.groups.workers}`;
    expect(withClass(await html(themes(`${marked}&report=1`)), 'lead')).toEqual([
      'This number is hidden',
    ]);
  });

  it('of a number that is shown, only passages are listed that are listed without it', async () => {
    const all = await html(themes(`/passages?minCell=3&code=${study.codes.capacity}`));
    const only = await html(themes(`/passages?minCell=3&code=${study.codes.capacity}&report=1`));
    const [item = ''] = withClass(only, 'evidence-item');
    expect(withClass(all, 'evidence-item')).toContain(item);
  });
});

/** What the page says, without the address it was asked by. */
const pageOf = (page: string): string =>
  elements(page, ({ tagName }) => tagName === 'main')
    .map(wordsOf)
    .join('');
