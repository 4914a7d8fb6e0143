import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aSource } from '../../factories/data.ts';
import { attribute, elements, heatTable, wordsOf } from './reading.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
});
afterAll(() => t.close());

const themes = (query = '') => `/projects/${t.ctx.projectId}/themes${query}`;
const html = async (path: string, headers = {}) => (await t.get(path, headers)).text();

/** The numbers of a table without shares: `-` for hidden, 0 for nobody. */
async function numbers(query: string) {
  const { head, rows } = heatTable(await html(themes(`?minCell=0&show=count&${query}`)));
  return {
    head: head.slice(1),
    ...Object.fromEntries(
      Object.entries(rows).map(([name, cells]) => [name, cells.map((cell) => figure(cell.text))]),
    ),
  };
}

const figure = (text: string): number | '-' =>
  text.includes('hidden') ? '-' : Number(text.replace('–', ''));

/** Every list of boxes of a form has its own; here only what stands in the sentence counts. */
const isInSentence = (name: string): boolean =>
  ['count', 'over', 'by', 'and', 'words', 'own', 'show', 'minCell'].includes(name);

describe('the table of themes', () => {
  it('counts a respondent once over interviews, coders and sub-codes, with the denominators in the head', async () => {
    expect(await numbers('by=region')).toEqual({
      head: [
        'Africa, 2 interviewed',
        'Europe, 2 interviewed',
        'not given, 1 interviewed',
        'All, 5 interviewed',
      ],
      Visibility: [1, 2, 1, 4],
      Capacity: [1, 2, 0, 3],
      Money: [1, 0, 0, 1],
      Tripartism: [0, 1, 0, 1],
    });
  });

  it('counts over those asked: who declined was asked, who was not reached was not', async () => {
    // Question 1: R-01 asked, R-02 and R-03 declined.
    expect(await numbers(`over=asked&question=${study.questions.one}`)).toEqual({
      head: ['Workers, 2 asked', 'Governments, 1 asked', 'All, 3 asked'],
      Visibility: [2, 1, 3],
      Capacity: [2, 1, 3],
      Money: [1, 0, 1],
      Tripartism: [0, 1, 1],
    });
  });

  it('counts own codings only when told so', async () => {
    expect(await numbers('own=1')).toMatchObject({ Visibility: [0, 1, 1], Capacity: [2, 1, 3] });
  });

  it('counts interviews, and a joint one in both its columns', async () => {
    expect(await numbers('count=interviews')).toEqual({
      head: ['Workers, 3 interviews', 'Governments, 3 interviews', 'All, 5 interviews'],
      Visibility: [3, 2, 4],
      Capacity: [3, 1, 3],
      Money: [1, 0, 1],
      Tripartism: [0, 1, 1],
    });
  });

  it('counts passages of documents too, and by source', async () => {
    const table = await numbers('count=passages&by=source');
    expect(table.head).toEqual([
      'I-01 transcript, 2 coded',
      'I-02 transcript, 1 coded',
      'I-03 transcript, 2 coded',
      'I-04 transcript, 0 coded',
      'I-05 transcript, 1 coded',
      'Project paper, 1 coded',
      'All, 7 coded',
    ]);
    expect(table).toMatchObject({
      Capacity: [1, 1, 1, 0, 0, 1, 4],
      Visibility: [2, 1, 1, 0, 1, 1, 6],
    });
  });

  it('hides by the project’s minimum unless the address says otherwise, and warns when it says less', async () => {
    const usual = await html(themes());
    expect(
      Object.values(heatTable(usual).rows)
        .flat()
        .every(({ href }) => href === null),
    ).toBe(true);
    expect(usual).not.toContain('do not publish');
    expect(await html(themes('?minCell=0'))).toContain('do not publish');
  });

  it('says what is counted in a sentence whose words are the form', async () => {
    const page = await html(themes('?by=region&count=interviews&minCell=0'));
    const [sentence] = elements(
      page,
      (element) => attribute(element, 'class') === 'count-sentence',
    );
    const controls = elements(
      page,
      ({ tagName, attrs }) =>
        ['select', 'input'].includes(tagName) && attrs.some(({ name }) => name === 'name'),
    )
      .map((element) => attribute(element, 'name'))
      .filter(isInSentence);
    expect(sentence && wordsOf(sentence)).toMatch(/^Counting .* out of .*, by /u);
    expect(controls).toEqual(['count', 'over', 'by', 'and', 'words', 'own', 'show', 'minCell']);
  });

  it('shows numbers, shares or both', async () => {
    const cell = async (show: string) =>
      heatTable(await html(themes(`?minCell=0&show=${show}`))).rows['Capacity']?.[0]?.text;
    expect(await cell('count')).toBe('2');
    expect(await cell('percent')).toBe('100 %');
    expect(await cell('both')).toBe('2 100 %');
  });

  it('shows only whether anything is coded, source by source, as the CSV does', async () => {
    const query = '?by=source&count=passages&show=coded';
    const { rows } = heatTable(await html(themes(`${query}&minCell=0`)));
    const sign = (text: string) => (text.includes('coded') ? 1 : 0);
    expect(rows['Money']?.map(({ text }) => sign(text))).toEqual([1, 0, 0, 0, 0, 0, 1]);
    const csv = await html(themes(`.csv${query}&minCell=0`));
    expect(csv).toContain('Visibility > Money,1,0,0,0,0,0,1');
  });

  it('says why every source is hidden, and offers its numbers to whoever may see them', async () => {
    const page = await html(themes('?by=source&count=passages&only=kind.transcript'));
    expect(page).toContain('Every number is hidden here: no column has 5 respondents');
    expect(page).toContain('Show them, for my own reading');
    expect(await html(themes('?by=source&count=passages&minCell=0'))).not.toContain('Every number');
  });

  it('says what is left out', async () => {
    const page = await html(themes('?minCell=0'));
    expect(page).toContain('1 document left out');
    expect(page).toContain('1 debrief left out');
    expect(page).toContain('1 interview planned or cancelled, not counted');
  });

  it('reads a broken address as the usual one', async () => {
    const page = await html(themes('?by=nonsense&count=7&question=x&minCell=-3&show=&own=yes'));
    expect(page).toContain('Themes by group');
  });

  it('leads to every other page of analysis once', async () => {
    const page = await html(themes());
    const main = page.slice(page.indexOf('<main'));
    const links = elements(main, ({ tagName }) => tagName === 'a').map(wordsOf);
    const tabs = elements(main, (link) => attribute(link, 'class') === 'tab').map(wordsOf);
    expect(tabs).toContain('Interviews and people');
    expect(links.filter((link) => tabs.includes(link))).toEqual(tabs);
  });

  it('answers 404 for a variable that is not this project’s', async () => {
    expect((await t.get(themes('?by=variable-99'))).status).toBe(404);
  });
});

describe('what stands behind a number', () => {
  /** Every address of the table with each way of counting. */
  const ways = ['count=respondents', 'count=interviews', 'count=passages'].flatMap((count) =>
    ['by=group', 'by=region', 'by=source'].flatMap((by) =>
      ['over=all', 'over=asked'].flatMap((over) =>
        ['', '&own=1'].map((own) => `${count}&${by}&${over}${own}`),
      ),
    ),
  );

  it.each(ways)('opens as many as the cell says, in every cell of the table: %s', async (way) => {
    const { rows } = heatTable(await html(themes(`?minCell=0&show=count&${way}`)));
    for (const { text, href } of Object.values(rows).flat()) {
      const page = await html(href ?? fail());
      const [lead] = elements(page, (element) => attribute(element, 'class') === 'lead');
      expect(Number(wordsOf(lead ?? fail()).split(' ')[0])).toBe(figure(text));
      const shown = elements(page, (element) => attribute(element, 'class') === 'evidence-item');
      const passages = /in (\d+) passage/u.exec(wordsOf(lead ?? fail()))?.[1] ?? figure(text);
      expect(shown).toHaveLength(Number(passages));
    }
  });

  it('shows the words in their place, whose they are and a link to them in the text', async () => {
    const page = await html(themes(`/passages?minCell=0&by=region&code=${study.codes.money}`));
    expect(page).toContain(
      '<mark class="code-tint code-colour-1" dir="auto">👍 We have eight months of it.</mark>',
    );
    expect(page).toContain('Nobody plans on eight months.');
    const source = elements(page, (element) => attribute(element, 'href').includes('?at='));
    expect(source.map((element) => attribute(element, 'href'))).toEqual([
      `/projects/${t.ctx.projectId}/sources/${study.sources.s1}?at=38-68`,
      `/projects/${t.ctx.projectId}/sources/${study.sources.s1}?at=136-166`,
    ]);
  });

  it('one passage coded by two people is shown once, with both', async () => {
    const page = await html(
      themes(`/passages?minCell=0&code=${study.codes.capacity}&column=${study.groups.workers}`),
    );
    expect(page).toContain('coded by Me, JM');
  });

  it('names who was asked and did not mention it', async () => {
    const page = await html(themes(`/passages?minCell=0&over=asked&code=${study.codes.money}`));
    // Asked any question: R-01 to R-04. Money is R-01's.
    const [rest] = elements(page, (element) => attribute(element, 'class') === 'evidence-rest');
    expect(rest && wordsOf(rest)).toBe('3 were asked and did not mention it: R-02, R-03, R-04');
  });

  it('a nought opens those who were interviewed and did not mention it', async () => {
    const query = `minCell=0&code=${study.codes.money}&column=${study.groups.governments}`;
    const page = await html(themes(`/passages?${query}`));
    const [rest] = elements(page, (element) => attribute(element, 'class') === 'evidence-rest');
    expect(rest && wordsOf(rest)).toBe(
      '3 were interviewed and did not mention it: R-03, R-04, R-05',
    );
  });

  it('comes as a piece of the page when htmx asks, and the address then names the table with it open', async () => {
    const path = `?minCell=0&code=${study.codes.capacity}&column=${study.groups.workers}`;
    const answer = await t.get(themes(`/passages${path}`), {
      'hx-request': 'true',
      'hx-request-type': 'partial',
    });
    const panel = await answer.text();
    expect(panel).not.toContain('<html');
    const open = answer.headers.get('hx-push-url') ?? '';
    expect(open).toBe(themes(path));
    const page = await html(open);
    expect(page).toContain('is-current');
    expect(page).toContain(panel.slice(panel.indexOf('<h2'), panel.indexOf('</h2>')));
  });

  it('says nothing of a number that is hidden', async () => {
    const query = `code=${study.codes.capacity}&column=${study.groups.workers}`;
    const page = await html(themes(`/passages?${query}`));
    expect(page).toContain('This number is hidden');
    expect(page).not.toContain('Two desks');
    expect((await t.get(themes(`/passages.csv?${query}`))).status).toBe(404);
  });

  it('answers 404 for a code or a column that the table does not have', async () => {
    expect((await t.get(themes('/passages?code=9999'))).status).toBe(404);
    expect((await t.get(themes(`/passages?code=${study.codes.money}&column=9999`))).status).toBe(
      404,
    );
    expect((await t.get(themes('/passages'))).status).toBe(404);
  });
});

describe('files', () => {
  it('the table comes as CSV with its denominators', async () => {
    const answer = await t.get(themes('.csv?minCell=0&show=count'));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await answer.text()).toBe(
      [
        'code,Workers,Governments,total',
        'denominator,2,3,5',
        'Visibility,2,2,4',
        'Visibility > Capacity,2,1,3',
        'Visibility > Money,1,0,1',
        'Tripartism,0,1,1',
        '',
      ].join('\r\n'),
    );
  });

  it('a hidden cell is empty in it', async () => {
    expect(await (await t.get(themes('.csv?show=count'))).text()).toContain('Tripartism,,,\r\n');
  });

  it('the passages come as CSV, places in code points', async () => {
    const path = `/passages.csv?minCell=0&count=passages&code=${study.codes.money}`;
    const [head, ...lines] = (await (await t.get(themes(path))).text()).trimEnd().split('\r\n');
    expect(head).toBe(
      'source,interview,respondents,group,region,code,coder,start,end,quote,for_report',
    );
    // The 👍 is two code units and one code point.
    expect(lines).toContain(
      'I-01 transcript,I-01,R-01,Workers,Africa,Visibility > Money,Me,136,165,👍 We have eight months of it.,no',
    );
  });
});

describe('an empty page says what belongs there', () => {
  it('no codes, then no codings, then no interviews', async () => {
    const empty = await testApp();
    const page = async (query = '') =>
      (await empty.get(`/projects/${empty.ctx.projectId}/themes${query}`)).text();
    expect(await page()).toContain('There are no codes yet');
    await aCode(empty.ctx, 'Capacity');
    expect(await page()).toContain('Nothing has been coded yet');
    await aSource(empty.ctx, 'A paper.', { kind: 'document' });
    expect(await page('?count=passages')).toContain('Nothing has been coded yet');
    await empty.close();
  });
});

function fail(): never {
  throw new Error('the page has no such part');
}
