import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { elements, wordsOf } from './reading.ts';
import { aSmallStudy } from './study.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  await aSmallStudy(t.ctx);
});
afterAll(() => t.close());

const themes = (query: string) => `/projects/${t.ctx.projectId}/themes${query}`;
const svg = async (query: string) => (await t.get(themes(`.svg?${query}`))).text();
const written = (picture: string) =>
  elements(picture, ({ tagName }) => tagName === 'text').map(wordsOf);

describe.each(['heat', 'bars', 'stacked'])('the picture of a table as %s', (kind) => {
  it('has title and description, and the numbers that the table prints', async () => {
    const picture = await svg(`picture=${kind}&by=region&minCell=0&show=count`);
    expect(picture).toContain('<title id="');
    expect(picture).toContain('The table has the numbers.');
    // Visibility: Africa 1, Europe 2, not given 1.
    expect(written(picture)).toEqual(expect.arrayContaining(['Visibility', '1', '2']));
  });

  it('draws every hidden number alike, whatever it is', async () => {
    // Of five respondents a minimum of 9 hides everything.
    const picture = await svg(`picture=${kind}&by=region&minCell=9&show=count`);
    const widths = elements(picture, ({ tagName }) => tagName === 'rect')
      .filter(({ attrs }) => attrs.some(({ value }) => /chart-(?:bar|mark|hidden)/u.test(value)))
      .map(({ attrs }) => attrs.find(({ name }) => name === 'width')?.value);
    expect(new Set(widths).size).toBeLessThan(2);
  });

  it('stands on the page above its table when it is chosen, with the way to the file', async () => {
    const page = await (await t.get(themes(`?picture=${kind}&minCell=0`))).text();
    expect(page).toContain('<svg class="chart"');
    expect(page).toContain('data-png="themes.png"');
    expect(await (await t.get(themes('?minCell=0'))).text()).not.toContain('<svg class="chart"');
  });
});

it('a picture to share is protected whatever its address says', async () => {
  const picture = await svg('picture=heat&minCell=0&show=count&share=1');
  expect(written(picture).filter((text) => /^\d+$/u.test(text))).toEqual([]);
});
