import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSettings, getSettings } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { attribute, elements, wordsOf } from './reading.ts';
import { aSmallStudy } from './study.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await aSmallStudy(t.ctx);
});
afterAll(() => t.close());

const page = async (rest = '') =>
  (await t.get(`/projects/${t.ctx.projectId}/overview-table${rest}`)).text();
const rows = async (rest = '') =>
  elements(await page(rest), ({ tagName }) => tagName === 'tr').map((row) =>
    row.childNodes.flatMap((cell) => ('tagName' in cell ? [wordsOf(cell)] : [])),
  );

it('shows interviews and people per group with a total', async () => {
  expect(await rows()).toEqual([
    ['Group', 'Interviews', 'People'],
    ['Workers', '3', '2'],
    ['Governments', '3', '8'],
    ['Total', '5', '10'],
  ]);
});

it('says why the rows add up to more than the total, and what is not in it', async () => {
  const text = await page();
  expect(text).toContain('counts in both and once in the total');
  expect(text).toContain('1 debrief with 1 person');
  expect(text).toContain('1 interview planned or cancelled, not counted');
});

it('counts debriefs when the project does; whoever was interviewed besides is no new person', async () => {
  const settings = await getSettings(t.ctx);
  const { name, description, date_order, min_cell, revision } = settings;
  const common = { name, description, date_order, min_cell };
  await changeSettings(t.ctx, { ...common, counts_debriefs: 1 }, revision);
  expect((await rows()).at(-1)).toEqual(['Total', '6', '10']);
  await changeSettings(t.ctx, { ...common, counts_debriefs: 0 }, revision + 1);
});

it('has rows by region and location, each at its own address', async () => {
  expect((await rows('?rows=location')).map(([label]) => label)).toEqual([
    'Location',
    'Bangkok',
    'Geneva',
    'not given',
    'Total',
  ]);
  const current = elements(
    await page('?rows=region'),
    (element) => attribute(element, 'class') === 'tab',
  )
    .filter((element) => attribute(element, 'aria-current') === 'page')
    .map(wordsOf);
  expect(current).toEqual(['Interviews and people', 'Region']);
});

it('comes as CSV', async () => {
  expect(await page('.csv?rows=region')).toBe(
    'region,interviews,participants\r\nAfrica,3,2\r\nEurope,1,2\r\nnot given,1,6\r\nTotal,5,10\r\n',
  );
});

it('offers the first step when there is no interview', async () => {
  const empty = await testApp();
  const text = await (await empty.get(`/projects/${empty.ctx.projectId}/overview-table`)).text();
  expect(text).toContain('No interview has been held yet');
  await empty.close();
});
