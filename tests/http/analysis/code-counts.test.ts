import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings, getSettings } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { attribute, elements, textOf, wordsOf } from './reading.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
let book: string;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  book = `/projects/${t.ctx.projectId}/codebook`;
});
afterAll(() => t.close());

const text = async (path: string, headers: Record<string, string> = {}) =>
  (await t.get(path, headers)).text();

async function protect(min_cell: number) {
  const { name, description, date_order, revision } = await getSettings(t.ctx);
  const settings = { name, description, date_order, min_cell, counts_debriefs: 0 as const };
  await changeSettings(t.ctx, settings, revision);
}

/** What each row of the tables says, and where its number leads. */
function lines(html: string): Record<string, { says: string; href: string }> {
  const rows = elements(html, ({ tagName }) => tagName === 'tr');
  const inRow = (row: (typeof rows)[number], tag: string) =>
    row.childNodes.filter(
      (node): node is (typeof rows)[number] => 'tagName' in node && node.tagName === tag,
    );
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [name] = inRow(row, 'th');
      const [figure] = inRow(row, 'td');
      if (!name || !figure) return [];
      const link = figure.childNodes.find((node) => 'tagName' in node && node.tagName === 'a');
      const href = link && 'tagName' in link ? attribute(link, 'href') : '';
      return [[textOf(name), { says: wordsOf(figure), href }]];
    }),
  );
}

describe('the counts of a code', () => {
  it('count respondents by group and region, passages by source, and open what is behind', async () => {
    await protect(0);
    const counts = lines(await text(`${book}/${study.codes.capacity}/counts`));
    expect(counts['Workers']?.says).toMatch(/^2 of 2 /u);
    expect(counts['Governments']?.says).toMatch(/^1 of 3 /u);
    expect(counts['Africa']?.says).toMatch(/^1 of 2 /u);
    expect(counts['Project paper']?.says).toMatch(/^1 of 1 /u);
    expect(counts['I-04 transcript']).toBeUndefined();
    const behind = await text(counts['Workers']?.href ?? '');
    expect(behind).toContain('2 of 2 respondents, in 3 passages');
    expect(await text(counts['I-01 transcript']?.href ?? '')).toContain(
      'Capacity × I-01 transcript',
    );
  });

  it('count sub-codes too unless its own alone are asked for', async () => {
    await protect(0);
    const page = `${book}/${study.codes.visibility}/counts`;
    expect(lines(await text(page))['Workers']?.says).toMatch(/^2 of 2 /u);
    expect(lines(await text(`${page}?own=1`))['Workers']?.says).toMatch(/^0 of 2 /u);
  });

  it('hide small groups by the project’s minimum', async () => {
    await protect(5);
    const html = await text(`${book}/${study.codes.capacity}/counts`);
    expect(lines(html)['Workers']).toEqual({ says: '∗hidden', href: '' });
    expect(html).toContain('4 sources are not shown');
    expect(html).not.toContain('I-01 transcript');
  });

  it('come after the code’s page, which leads to them where no script runs', async () => {
    const path = `${book}/${study.codes.capacity}/counts`;
    const page = await text(`${book}/${study.codes.capacity}`);
    expect(page).toContain(`hx-get="${path}" hx-trigger="load"`);
    expect(page).toContain(`<a href="${path}">`);
    const piece = await text(path, { 'hx-request': 'true' });
    expect(piece).not.toContain('<html');
    expect(piece).toContain('Respondents by group');
    expect((await t.get(`${book}/999/counts`)).status).toBe(404);
  });
});
