import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCode } from '../../../src/analysis/code-counts.ts';
import { countThemes } from '../../../src/analysis/themes.ts';
import { changeSettings, getSettings } from '../../../src/projects/index.ts';
import { DEFAULTS } from '../../../views/analysis/address.ts';
import { messages } from '../../../views/messages/index.ts';
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
    expect(counts['Workers']?.says).toMatch(/^2 of 2, /u);
    expect(counts['Governments']?.says).toMatch(/^1 of 3, /u);
    expect(counts['Africa']?.says).toMatch(/^1 of 2, /u);
    expect(counts['Project paper']?.says).toBe('1');
    expect(counts['I-04 transcript']).toBeUndefined();
    const behind = await text(counts['Workers']?.href ?? '');
    expect(behind).toContain('2 of 2 respondents, in 3 passages');
    expect(counts['I-01 transcript']).toEqual({
      says: '1',
      href: `${book}/${study.codes.capacity}?source=${study.sources.s1}#passages`,
    });
  });

  it('count sub-codes too unless its own alone are asked for', async () => {
    await protect(0);
    const page = `${book}/${study.codes.visibility}/counts`;
    expect(lines(await text(page))['Workers']?.says).toMatch(/^2 of 2, /u);
    expect(lines(await text(`${page}?own=1`))['Workers']?.says).toMatch(/^0 of 2, /u);
  });

  it.each([0, 2, 3])(
    'are those of the table of all codes, with a minimum of %i',
    async (minimum) => {
      await protect(minimum);
      const words = messages('en').analysis;
      for (const own of [false, true])
        for (const by of ['group', 'region'] as const) {
          const { table } = await countThemes(t.ctx, { ...DEFAULTS, by, own }, words);
          for (const { codeId, cells, total } of table.rows) {
            const { counts } = await countCode(t.ctx, codeId, own, words);
            const count = counts.find(({ choices }) => choices.by === by);
            expect(count?.lines.map(({ value }) => value)).toEqual(cells);
            expect(count?.total.value).toBe(total);
          }
        }
    },
  );

  it('hide small groups by the project’s minimum', async () => {
    await protect(5);
    const html = await text(`${book}/${study.codes.capacity}/counts`);
    expect(lines(html)['Workers']).toEqual({ says: '∗hidden', href: '' });
    expect(html).toContain('The 6 sources of interviews are not shown');
    expect(lines(html)['Project paper']?.says).toBe('1');
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
