import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisCommands } from '../../../src/analysis/index.ts';
import { readXlsx } from '../../../src/files/index.ts';
import { addVariable, setClasses } from '../../../src/respondents/classifications.ts';
import { change, undoLast } from '../../../src/history/index.ts';
import { contextFor } from '../../../src/http/index.ts';
import { ensureLocalUser, listProjects } from '../../../src/projects/index.ts';
import { runCommand } from '../../../src/terminal/run.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { elements, heatTable, wordsOf } from './reading.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  await t.post(`/projects/${t.ctx.projectId}/codebook/${study.codes.money}/questions`, {
    question: study.questions.two,
  });
});
afterAll(() => t.close());

const themes = (query = '') => `/projects/${t.ctx.projectId}/themes${query}`;
const html = async (path: string) => (await t.get(path)).text();

async function earmark(...argv: string[]): Promise<string> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(analysisCommands, ['table', 'codes', ...argv], {
    stdout: (chunk) => void out.push(String(chunk)),
    stderr: (line) => void err.push(line),
    stdin: async () => Buffer.from(''),
    env: {},
    open: async () => ({ deps: t.deps, opened: { ...t.opened, close: async () => undefined } }),
    user: ensureLocalUser,
    projects: (deps, userId) => listProjects(deps.db, userId),
    context: contextFor,
  });
  expect(code, err.join('\n')).toBe(0);
  return out.join('');
}

/** Rows of numbers as four places print them; a hidden number is null. */
const number = (text: string): number | null =>
  text === '' || /hidden|<|∗/u.test(text) ? null : Number(text.replace('–', ''));

async function onPage(query: string) {
  const { rows } = heatTable(await html(themes(`?show=count&${query}`)));
  // A second row of heads holds no numbers.
  const lines = Object.values(rows).filter((cells) => cells.length > 0);
  return lines.map((cells) => cells.map(({ text }) => number(text)));
}

async function inCsv(query: string) {
  const text = await html(themes(`.csv?show=count&${query}`));
  const [, , ...lines] = text.trimEnd().split('\r\n');
  return lines.map((line) => line.split(',').slice(1).map(number));
}

async function inXlsx(query: string) {
  const answer = await t.get(themes(`.xlsx?show=count&${query}`));
  const [sheet] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
  const width = sheet?.rows[0]?.cells.length ?? 0;
  return (sheet?.rows ?? [])
    .slice(2)
    .map(({ cells }) =>
      Array.from({ length: width - 1 }, (_, at) => number(String(cells[at + 1] ?? ''))),
    );
}

async function onCommandLine(...argv: string[]) {
  const { rows } = JSON.parse(await earmark(...argv)) as {
    rows: { cells: (number | null)[]; total: number | null }[];
  };
  return rows.map(({ cells, total }) => [...cells, total]);
}

describe('one view of a table', () => {
  it.each([
    ['by=region&minCell=0', ['--by', 'region', '--min-cell', '0']],
    ['by=group&minCell=2', ['--by', 'group', '--min-cell', '2']],
    ['by=group', ['--by', 'group']],
    [
      'by=group&and=region&minCell=2&count=passages',
      ['--by', 'group', '--and', 'region', '--min-cell', '2', '--count', 'passages'],
    ],
    [
      'by=location&minCell=0&count=people&order=total&empty=hide',
      [
        ...['--by', 'location', '--min-cell', '0', '--count', 'people'],
        ...['--order', 'total', '--hide-empty'],
      ],
    ],
    [
      'by=region&minCell=0&only=coder.2&only=location.bangkok&order=name',
      [
        ...['--by', 'region', '--min-cell', '0', '--only', 'coder=JM'],
        ...['--only', 'location=Bangkok', '--order', 'name'],
      ],
    ],
    [
      'by=month&over=everyone&minCell=0',
      ['--by', 'month', '--over', 'everyone', '--min-cell', '0'],
    ],
  ])('is the same on the page, the command line, as CSV and as XLSX: %s', async (query, argv) => {
    const page = await onPage(query);
    expect(page.length).toBeGreaterThan(0);
    expect(await inCsv(query)).toEqual(page);
    expect(await inXlsx(query)).toEqual(page);
    expect(await onCommandLine(...argv)).toEqual(page);
  });

  it('says what it is limited to, on the page, in JSON and in the workbook', async () => {
    const query = `?minCell=0&only=region.${study.regions.africa}&only=coder.2&from=2026-01-01`;
    const says = 'Only region Africa; coded by JM; interviews from 1 January 2026.';
    expect(await html(themes(query))).toContain(says);
    const sheets = await readXlsx(
      Buffer.from(await (await t.get(themes(`.xlsx${query}`))).arrayBuffer()),
    );
    expect(JSON.stringify(sheets[1])).toContain(says);
    const argv = ['--only', 'region=Africa', '--only', 'coder=JM', '--from', '2026-01-01'];
    expect(await earmark(...argv)).toContain(says);
  });

  it('over those asked about each code every row has its own denominators', async () => {
    // Money is tied to question 2, which R-04 alone was asked; the others are counted over all.
    const { rows } = JSON.parse(await earmark('--over', 'tied', '--min-cell', '0')) as {
      rows: { code: string; total: number; of: number[] }[];
    };
    const read = rows.map(({ code, total, of }) => [code, total, of.at(-1)]);
    expect(read).toEqual([
      ['Visibility', 4, 5],
      ['Visibility > Capacity', 3, 5],
      ['Visibility > Money', 0, 1],
      ['Tripartism', 1, 5],
    ]);
    const csv = await html(themes('.csv?over=tied&minCell=0&show=count'));
    expect(csv).toContain('Visibility > Money,0,0,0,1,0,1');
  });

  it('lies the other way round when asked to, with heads over the pairs when not', async () => {
    const page = await html(themes('?by=group&and=region&minCell=0'));
    const spans = elements(page, ({ attrs }) => attrs.some(({ value }) => value === 'colgroup'));
    expect(spans.map(wordsOf)).toEqual(['Workers', 'Governments']);
    const turned = heatTable(await html(themes('?by=region&turn=1&minCell=0&show=count')));
    expect(Object.keys(turned.rows)).toContain('Africa, 2 interviewed');
    expect(turned.rows['Africa, 2 interviewed']?.map(({ text }) => number(text))).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('shows intervals beside shares, and none of what is hidden or of passages', async () => {
    const shown = await html(themes('?minCell=0&interval=1'));
    expect(shown).toContain('heat-interval');
    expect(await html(themes('?interval=1'))).not.toContain('class="heat-interval"');
    expect(await html(themes('?minCell=0&interval=1&count=passages'))).not.toContain(
      'class="heat-interval"',
    );
    const hidden = await html(themes('.csv?interval=1&show=both'));
    expect(hidden).toContain('Tripartism,,,,,,,,,,,,\r\n');
  });

  it('a file to be shared is protected whatever the address says', async () => {
    expect(await html(themes('.csv?minCell=0&share=1&show=count'))).toBe(
      await html(themes('.csv?minCell=5&show=count')),
    );
  });

  it('a number goes into classes that begin where people said', async () => {
    const { value: id } = await addVariable(t.ctx, { name: 'Age', type: 'number', options: [] });
    await change(t.ctx, { kind: 'test.made', entity: 'variable' }, async (w) => {
      for (const [respondent_id, value] of [
        [study.people.r1, '19'],
        [study.people.r2, '20'],
        [study.people.r3, '64'],
      ] as const)
        await w.insert('respondent_value', { respondent_id, variable_id: id, value });
    });
    await setClasses(t.ctx, id, '20, 60');
    const { head } = heatTable(await html(themes(`?by=variable-${id}&minCell=0`)));
    expect(head.slice(1)).toEqual([
      'under 20, 1 interviewed',
      '20 to under 60, 1 interviewed',
      '60 and more, 1 interviewed',
      'not given, 2 interviewed',
      'All, 5 interviewed',
    ]);
    await expect(setClasses(t.ctx, id, 'young')).rejects.toMatchObject({
      code: 'respondents.bounds',
    });
  });
});

describe('a view kept under a name', () => {
  it('opens its address, shows what is coded now, is renamed, removed and brought back', async () => {
    const home = themes('/views');
    const kept = await t.post(home, { name: 'By region', view: 'by=region&minCell=0' });
    expect(kept.headers.get('location')).toBe(themes('?by=region&minCell=0'));
    expect((await t.post(home, { name: ' by REGION ', view: '' })).status).toBe(422);
    const list = await html(home);
    expect(list).toContain('by region, in all words');
    const [, id = ''] = /themes\/views\/(\d+)"/u.exec(list) ?? [];
    const opened = await t.get(`${home}/${id}`);
    expect(opened.headers.get('location')).toBe(themes('?by=region&minCell=0'));
    expect(JSON.parse(await earmark('--view', 'by region'))).toMatchObject({ min_cell: 0 });
    await t.post(`${home}/${id}`, { name: 'Regions', revision: 1 });
    expect(await html(home)).toContain('Regions');
    expect((await t.post(`${home}/${id}`, { name: 'Late', revision: 1 })).status).toBe(409);
    await t.post(`${home}/${id}/delete`);
    expect(await html(home)).toContain('No view is kept yet');
    await undoLast(t.ctx);
    expect(await html(home)).toContain('Regions');
  });
});
