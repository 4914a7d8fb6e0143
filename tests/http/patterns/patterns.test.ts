import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/domain/csv/read.ts';
import { changeSettings, getSettings } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { elements, heatTable, wordsOf } from '../analysis/reading.ts';
import { aSmallStudy, type SmallStudy } from '../analysis/study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
});
afterAll(() => t.close());

const address = (rest: string) => `/projects/${t.ctx.projectId}/analysis/${rest}`;
const html = async (rest: string) => (await t.get(address(rest))).text();

/** The lines of a CSV without its header, by their first cells. */
async function lines(rest: string, keys = 1): Promise<Record<string, string[]>> {
  const read = readCsv(await html(rest));
  if (!read.ok) throw new Error('no CSV');
  return Object.fromEntries(
    read.rows.slice(1).map(({ cells }) => [cells.slice(0, keys).join(' × '), cells.slice(keys)]),
  );
}

/** Sets how many respondents must stand behind a number. */
async function protect(min_cell: number) {
  const { name, description, date_order, revision } = await getSettings(t.ctx);
  await changeSettings(
    t.ctx,
    { name, description, date_order, min_cell, counts_debriefs: 0 },
    revision,
  );
}

describe('every page of patterns', () => {
  it('can be limited to part of the study, says so, and its files hold to it', async () => {
    await protect(0);
    const africa = `only=region.${study.regions.africa}`;
    for (const page of ['cooccurrence', 'saturation', 'coverage', 'words', 'compare'])
      expect(await html(`${page}?${africa}`), page).toContain('Only region Africa.');
    // In Africa: R-01 in I-01 and I-02, R-04 in I-04.
    expect(Object.keys(await lines(`saturation.csv?${africa}`))).toEqual(['I-01', 'I-02', 'I-04']);
    const compared = await lines(`compare.csv?${africa}`);
    expect(compared['respondents']?.slice(0, 2)).toEqual(['1', '1']);
    expect(compared['Visibility > Money']?.slice(0, 2)).toEqual(['1', '0']);
    // Of those of no region R-05 alone speaks, who has one code.
    expect(await lines('cooccurrence.csv?only=region.&within=interview', 2)).toEqual({});
  });

  it('leaves the words of the others of a joint interview out', async () => {
    // In I-03 the turn with “eight months” is R-03's; R-02, of the workers, is in it too.
    const workers = await lines(`words.csv?only=group.${study.groups.workers}&by=region`);
    const all = await lines('words.csv?by=region');
    expect(Number(all['months']?.at(-1))).toBeGreaterThan(Number(workers['months']?.at(-1)));
  });

  it('hides by the minimum of its address, and always in a file to share', async () => {
    await protect(2);
    const coverage = async (query: string) => (await lines(`coverage.csv?${query}`))['Tripartism'];
    expect((await coverage('minCell=0'))?.[0]).not.toBe('');
    expect((await coverage('minCell=0&share=1'))?.[0]).toBe('');
    expect(await html('coverage?minCell=0')).toContain('do not publish');
  });
});

describe('codes that come together', () => {
  // Capacity and money share “Two desks cannot be everywhere” in I-01, 30 characters; capacity has 30 + 29 + 30 + 20,
  // money 30 + 30, so Jaccard is 30 / (109 + 60 − 30).
  it('two codes overlap where passages of both share text, whoever coded them', async () => {
    await protect(0);
    expect(await lines('cooccurrence.csv', 2)).toEqual({
      'Visibility > Capacity × Visibility > Money': ['1', '0.2158'],
    });
  });

  // Capacity is in four turns, money in two, one of them both.
  it('two codes in one turn come together in it once', async () => {
    expect(await lines('cooccurrence.csv?within=segment', 2)).toEqual({
      'Visibility > Capacity × Visibility > Money': ['1', '0.2'],
    });
  });

  // Capacity is in I-01, I-02, I-03 and the document; tripartism in I-03, and in a debrief, which does not count.
  it('two codes in one interview come together in it, debriefs left out', async () => {
    expect(await lines('cooccurrence.csv?within=interview', 2)).toEqual({
      'Visibility > Capacity × Visibility > Money': ['1', '0.25'],
      'Visibility > Capacity × Tripartism': ['1', '0.25'],
    });
  });

  it('themes gather what their sub-codes have', async () => {
    expect(await lines('cooccurrence.csv?within=interview&level=themes', 2)).toEqual({
      'Visibility × Tripartism': ['1', '0.2'],
    });
  });

  it('every number of the matrix opens the passages behind it', async () => {
    const { rows } = heatTable(await html('cooccurrence'));
    const { href } = rows['Capacity']?.find(({ text }) => text === '1') ?? {};
    const passages = await (await t.get(href ?? '')).text();
    const quotes = elements(passages, ({ tagName }) => tagName === 'mark').map(wordsOf);
    expect(quotes).toEqual(['Two desks cannot be everywhere']);
  });

  it('a number with too few respondents behind it is hidden, in matrix, picture, pairs and CSV alike', async () => {
    await protect(5);
    const page = await html('cooccurrence');
    expect(heatTable(page).rows['Capacity']?.map(({ text }) => text)).not.toContain('1');
    expect(page).not.toContain('<line class="chart-link"');
    expect(await lines('cooccurrence.csv', 2)).toEqual({
      'Visibility > Capacity × Visibility > Money': ['', ''],
    });
    const { capacity, money } = study.codes;
    const open = await html(`cooccurrence/passages?a=${capacity}&b=${money}`);
    expect(open).not.toContain('Two desks');
    await protect(0);
  });

  it('a pair of codes that are not there is not found', async () => {
    expect((await t.get(address('cooccurrence/passages?a=998&b=999'))).status).toBe(404);
    expect((await t.get(address('cooccurrence/passages'))).status).toBe(404);
  });
});

describe('saturation', () => {
  it('says how many codes each interview brought that none before had', async () => {
    expect(await lines('saturation.csv?order=reference')).toMatchObject({
      'I-01': [expect.any(String), '2', '2', '4', '4'],
      'I-02': [expect.any(String), '0', '2', '1', '5'],
      'I-03': [expect.any(String), '1', '3', '2', '7'],
      'I-04': [expect.any(String), '0', '3', '0', '7'],
      'I-05': [expect.any(String), '1', '4', '1', '8'],
    });
  });

  it('says when the last new code came up, beside a picture with its table', async () => {
    const page = await html('saturation');
    expect(page).toContain('The last of 5 interviews still brought a new code');
    expect(elements(page, ({ tagName }) => tagName === 'desc')).toHaveLength(1);
  });
});

describe('coverage', () => {
  // Visibility with its sub-codes: 109 of capacity, 30 more of money (the rest is the same words), 20 of its own.
  it('counts words under a code and its sub-codes once, out of all text that counts', async () => {
    const found = await lines('coverage.csv');
    expect(found['Visibility']?.slice(0, 3)).toEqual(['159', expect.any(String), '6']);
    expect(found['Visibility > Capacity']?.slice(0, 3)).toEqual(['109', expect.any(String), '4']);
    const whole = Number(found['whole']?.[0]);
    expect(Number(found['Visibility']?.[1])).toBeCloseTo(159 / whole, 4);
  });

  it('hides how much of the text a code covers that too few respondents mention', async () => {
    await protect(5);
    expect((await lines('coverage.csv'))['Visibility > Money']).toEqual(['', '', '', '', '', '']);
    await protect(0);
  });
});

describe('words', () => {
  // Each text says “months” twice. In the joint interview the speaker is known, a respondent of the governments.
  it('counts a word for whoever said it, by group', async () => {
    expect((await lines('words.csv'))['months']).toEqual(['4', '6', '10']);
  });

  it('leaves out common words, unless told to keep them', async () => {
    expect(await lines('words.csv')).not.toHaveProperty('cannot');
    expect(await lines('words.csv?without=none')).toHaveProperty('cannot');
  });

  it('hides a word that too few respondents said', async () => {
    await protect(3);
    const { months } = await lines('words.csv');
    // Two workers are fewer than three; some words are of both columns, so that the rest does not give theirs back.
    expect(months).toEqual(['', '6', '10']);
    await protect(0);
  });
});

describe('groups compared', () => {
  // Capacity: both of two workers, one of three governments. Of the tables with these margins 3 and 1 of 10 are as
  // likely or less: p = .4. V is √(5 · 4² / (2 · 3 · 3 · 2) / 5).
  it('compares two small groups by Fisher’s exact test', async () => {
    const found = await lines('compare.csv');
    expect(found['respondents']?.slice(0, 2)).toEqual(['2', '3']);
    expect(found['Visibility > Capacity']).toEqual(['2', '1', 'fisher', '', '', '0.4', '0.6667']);
  });

  it('says why a code has no test', async () => {
    // Question 2 was put to one respondent of the governments only.
    const query = `over=asked&question=${study.questions.two}`;
    const found = await lines(`compare.csv?${query}`);
    expect(found['Visibility > Capacity']?.[2]).toBe('oneGroup');
  });

  it('shows one code closely: shares with intervals, differences, a picture', async () => {
    const page = await html(`compare?code=${study.codes.capacity}`);
    expect(page).toContain('Capacity, group by group');
    expect(page).toContain('Fisher’s exact test: p = .400, V = 0.67.');
    expect(elements(page, ({ tagName }) => tagName === 'circle')).toHaveLength(2);
  });

  it('makes no test of numbers that are hidden', async () => {
    await protect(5);
    const found = await lines('compare.csv');
    expect(found['Visibility > Capacity']).toEqual(['', '', 'hidden', '', '', '', '']);
    await protect(0);
  });
});

describe('pictures', () => {
  it.each(['cooccurrence.svg', 'saturation.svg'])(
    '%s is a file with a title and a description',
    async (name) => {
      const answer = await t.get(address(name));
      expect(answer.headers.get('content-type')).toContain('image/svg+xml');
      const text = await answer.text();
      expect(text).toMatch(/<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/u);
      expect(text).toMatch(/<title id="[\w-]+">.+<\/title><desc/u);
      expect(text).not.toMatch(/<script|style=/u);
    },
  );

  it('of groups compared there is one when a code was chosen', async () => {
    expect((await t.get(address('compare.svg'))).status).toBe(404);
    expect((await t.get(address(`compare.svg?code=${study.codes.capacity}`))).status).toBe(200);
  });
});

describe('a project in which nothing is coded', () => {
  it.each(['cooccurrence', 'saturation', 'coverage', 'words', 'compare'])(
    '%s says what belongs there',
    async (name) => {
      const empty = await testApp();
      const answer = await empty.get(`/projects/${empty.ctx.projectId}/analysis/${name}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Go to the sources');
      await empty.close();
    },
  );
});
