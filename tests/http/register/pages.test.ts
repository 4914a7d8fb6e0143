import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/files/index.ts';
import { listChanges, redoLast, undoLast } from '../../../src/history/index.ts';
import { readTableFile } from '../../../src/register/upload.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}/register/import`;
});
afterEach(() => t.close());

const LIST = [
  'Name Department Date Interviewers',
  'Accra',
  'Ann Lee HEALTH 15.3.2013 MS & VvdV',
  'Bob Ray FISHERIES 27.3.13 VVdB',
  'Ann Lee HEALTH 2.4.13 MS',
].join('\n');

const begin = async (text: string): Promise<string> => {
  const answer = await t.post(base, { text });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
};
const beginFile = async (name: string, content: string | Uint8Array): Promise<string> => {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(Buffer.from(content))], name));
  return (await t.post(base, form)).headers.get('location') ?? '';
};
const html = async (address: string): Promise<string> => (await t.get(address)).text();
/** The page's words, one blank between them. */
const words = async (address: string): Promise<string> =>
  (await html(address)).replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
const correct = async (draft: string, line: number, fields: FormFields) => {
  const page = await html(`${draft}?show=all&edit=${line}`);
  const seen = /name="seen" value="([^"]*)"/u.exec(page)?.[1] ?? '';
  return t.post(`${draft}/row`, { show: 'all', row: line, seen, do: 'save', ...fields });
};
const interviews = () =>
  t.ctx.db.selectFrom('interview').select(['date', 'location', 'kind']).orderBy('id').execute();
/** Lists that hold any words. */
const drafts = () =>
  t.ctx.db
    .selectFrom('register_draft')
    .select('id')
    .where((eb) =>
      eb.or([eb('name', '<>', ''), eb('body', '<>', ''), eb('corrections', '<>', '{}')]),
    )
    .execute();

describe('a pasted register', () => {
  it('is shown line by line with its reading, and every line is accounted for', async () => {
    const page = await words(`${await begin(LIST)}?show=all`);
    expect(page).toContain('5 lines, each accounted for');
    expect(page).toContain('3 start an interview');
    expect(page).toContain('1 heading');
    expect(page).toContain('3 interviews, 2 new respondents (2 people)');
    for (const line of LIST.split('\n')) expect(page).toContain(line.replace('&', '&amp;'));
  });

  it('is imported as one change, which one undo takes back and one redo brings again', async () => {
    const before = (await listChanges(t.ctx)).length;
    const draft = await begin(LIST);
    const done = await t.post(`${draft}/finish`, {});
    expect(done.headers.get('location')).toBe(`/projects/${t.ctx.projectId}/interviews`);
    expect((await listChanges(t.ctx)).length).toBe(before + 1);
    const all = await interviews();
    expect(all.map(({ date }) => date)).toEqual(['2013-03-15', '2013-03-27', '2013-04-02']);
    await undoLast(t.ctx);
    expect(await interviews()).toEqual([]);
    expect(await t.ctx.db.selectFrom('respondent').select('id').execute()).toEqual([]);
    await redoLast(t.ctx);
    expect(await interviews()).toEqual(all);
  });

  it('is gone from the server when it was imported or put away', async () => {
    const imported = await begin(LIST);
    await t.post(`${imported}/finish`, {});
    expect(await drafts()).toEqual([]);
    expect((await t.get(imported)).status).toBe(404);
    const away = await begin(LIST);
    await t.post(`${away}/discard`, {});
    expect(await drafts()).toEqual([]);
  });

  it('adds nothing the second time, and the page says so instead of offering it', async () => {
    await t.post(`${await begin(LIST)}/finish`, {});
    const again = await begin(LIST);
    expect(await words(again)).toContain(
      'All 3 interviews of this list are in the project already',
    );
    expect(await words(again)).toContain('No doubts');
    expect(await html(again)).toMatch(/<button[^>]*disabled[^>]*aria-describedby="import-why"/u);
    const before = (await listChanges(t.ctx)).length;
    await t.post(`${again}/finish`, {});
    expect(await interviews()).toHaveLength(3);
    expect((await listChanges(t.ctx)).length).toBe(before);
  });

  it('stays as it was corrected over a reload, and only its own person sees it', async () => {
    const draft = await begin(LIST);
    await correct(draft, 4, { date: '28.3.13', 'group-4': 'Governments' });
    expect(await words(`${draft}?show=all`)).toContain('28 Mar 2013');
    await t.ctx.db.updateTable('register_draft').set({ project_id: t.ctx.projectId }).execute();
    expect(await words(base)).toContain('A pasted list');
  });
});

describe('a correction', () => {
  it('of date, kind, place, people and interviewers is what is imported', async () => {
    const draft = await begin(LIST);
    await correct(draft, 4, {
      ...{ date: '3 May 2013', kind: 'debrief', location: 'Lima', interviewers: 'AB' },
      ...{ 'name-4': 'Bob Ray & Cara Poe', 'group-4': 'Workers', 'region-4': 'Americas' },
    });
    await t.post(`${draft}/finish`, {});
    expect((await interviews())[1]).toEqual({
      date: '2013-05-03',
      location: 'Lima',
      kind: 'debrief',
    });
    const people = await t.ctx.db
      .selectFrom('respondent as r')
      .innerJoin('respondent_group as g', 'g.id', 'r.group_id')
      .innerJoin('respondent_identity as i', 'i.respondent_id', 'r.id')
      .select(['i.name', 'g.name as group'])
      .execute();
    expect(people).toEqual([
      { name: 'Bob Ray', group: 'Workers' },
      { name: 'Cara Poe', group: 'Workers' },
    ]);
  });

  it('says that somebody of the same name is somebody else', async () => {
    const draft = await begin(LIST);
    await correct(draft, 5, { 'again-5': 'no' });
    expect(await words(draft)).toContain('3 new respondents');
    await t.post(`${draft}/finish`, {});
    expect(await t.ctx.db.selectFrom('respondent').select('id').execute()).toHaveLength(3);
    expect(await words(await begin(LIST))).toContain('Nothing to import');
  });

  it('says that a line is a heading, goes on above, or is left out', async () => {
    const draft = await begin(LIST);
    await correct(draft, 2, { 'line-2': 'title' });
    await t.post(`${draft}/finish`, {});
    expect((await interviews()).map(({ location }) => location)).toEqual(['', '', '']);
  });

  it('of a spelling holds in every line', async () => {
    const draft = await begin(LIST);
    await t.post(`${draft}/reading`, { spelling: 'VVdB', meant: 'VvdV' });
    await t.post(`${draft}/finish`, {});
    const names = await t.ctx.db.selectFrom('interviewer').select('name').execute();
    expect(names.map(({ name }) => name).sort()).toEqual(['MS', 'VvdV']);
  });

  it('that another tab overtook shows both, and loses neither', async () => {
    const draft = await begin(LIST);
    await correct(draft, 4, { date: '28.3.13' });
    const late = await t.post(`${draft}/row`, {
      ...{ show: 'all', row: 4, seen: 'old', do: 'save', date: '29.3.13' },
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('28 Mar 2013');
    expect(page).toContain('value="29.3.13"');
    expect(page).toContain('changed in another tab');
  });

  it('is forgotten when the row is read anew', async () => {
    const draft = await begin(LIST);
    await correct(draft, 4, { date: '28.3.13' });
    await t.post(`${draft}/row`, { row: 4, do: 'reset' });
    expect(await words(`${draft}?show=all`)).toContain('27 Mar 2013');
  });
});

describe('doubts', () => {
  it('that are open keep the import back, with the reason beside the button', async () => {
    const draft = await begin('Ann Lee HEALTH 03/04/2013 MS');
    const page = await words(draft);
    expect(page).toContain('1 thing has to be decided first');
    const refused = await t.post(`${draft}/finish`, {});
    expect(refused.status).toBe(409);
    expect(await interviews()).toEqual([]);
    await t.post(`${draft}/reading`, { order: 'month' });
    await t.post(`${draft}/finish`, {});
    expect((await interviews())[0]?.date).toBe('2013-03-04');
  });

  it('that were looked at are not raised again', async () => {
    const draft = await begin(LIST);
    expect(await words(draft)).toContain('has the name of the respondent of line 3');
    await t.post(`${draft}/row`, { row: 5, confirm: '5 same-name' });
    expect(await words(draft)).not.toContain('has the name of the respondent of line 3');
  });

  it('about a line that nobody understands end when it is left out', async () => {
    const draft = await begin(LIST.replace('\nBob', '\nPage 3 of 7\nBob'));
    expect(await words(draft)).toContain('1 thing to decide');
    await t.post(`${draft}/row`, { row: 4, do: 'aside' });
    expect(await words(draft)).not.toContain('to decide');
  });
});

describe('many rows at once', () => {
  it('get group, region and place; what is left empty stays', async () => {
    const draft = await begin(LIST);
    await t.post(`${draft}/rows`, {
      ...{ show: 'ungrouped', all: 'yes', do: 'fill', group: 'Governments', region: 'Africa' },
    });
    expect(await words(`${draft}?show=ungrouped`)).toContain('Everyone has a group');
    await t.post(`${draft}/finish`, {});
    const rows = await t.ctx.db
      .selectFrom('respondent as r')
      .innerJoin('respondent_group as g', 'g.id', 'r.group_id')
      .innerJoin('region', 'region.id', 'r.region_id')
      .select(['g.name as group', 'region.name as region'])
      .execute();
    expect(rows).toEqual([
      { group: 'Governments', region: 'Africa' },
      { group: 'Governments', region: 'Africa' },
    ]);
    expect((await interviews())[0]?.location).toBe('Accra');
  });

  it('are left out and taken in again', async () => {
    const draft = await begin(LIST);
    await t.post(`${draft}/rows`, { show: 'all', row: ['3', '5'], do: 'aside' });
    expect(await words(draft)).toContain('Import 1 interview');
    await t.post(`${draft}/rows`, { show: 'others', all: 'yes', do: 'restore' });
    expect(await words(draft)).toContain('Import 3 interviews');
  });
});

describe('a table', () => {
  const CSV = 'When,Who,Team,Shoe size\n15.3.2013,Ann Lee,MS,38\nsoon,Bob Ray,MS,40\n';
  const USES = { 'use-0': 'date', 'use-1': 'respondents', 'use-2': 'interviewers' };

  it('with columns under other names is mapped by hand, and the next one is read the same', async () => {
    const draft = await beginFile('a.csv', CSV);
    expect(await words(draft)).toContain('No column of a register is among');
    await t.post(`${draft}/columns`, { ...USES, 'use-3': 'left out' });
    expect(await words(draft)).toContain('“soon” is no date');
    const next = await beginFile('b.csv', CSV.replace('soon', '16.3.2013'));
    expect(await words(next)).toContain('as you said for a list with these names');
    await t.post(`${next}/finish`, {});
    expect(await interviews()).toHaveLength(2);
    expect(await t.ctx.db.selectFrom('variable').select('id').execute()).toEqual([]);
  });

  it('has its cells corrected in place, and gets a group without a column for it', async () => {
    const draft = await beginFile('a.csv', CSV);
    await t.post(`${draft}/columns`, { ...USES, 'use-3': 'variable' });
    await correct(draft, 3, { 'cell-date': '16.3.2013', 'cell-group': 'Workers' });
    await t.post(`${draft}/finish`, {});
    expect((await interviews()).map(({ date }) => date)).toEqual(['2013-03-15', '2013-03-16']);
    const groups = await t.ctx.db.selectFrom('respondent_group').select('name').execute();
    expect(groups).toEqual([{ name: 'Workers' }]);
    const values = await t.ctx.db.selectFrom('respondent_value').select('value').execute();
    expect(values.map(({ value }) => value)).toEqual(['38', '40']);
  });

  it('from a workbook offers its sheets', async () => {
    const header = ['date', 'respondents'];
    const bytes = await writeXlsx([
      { name: 'New', header, rows: [['2013-03-15', 'Ann Lee']] },
      { name: 'Old', header, rows: [['2012-01-01', 'Bob Ray']] },
    ]);
    const draft = await beginFile('a.xlsx', bytes);
    expect(await words(draft)).toContain('Old');
    await t.post(`${draft}/reading`, { order: '', sheet: 1 });
    await t.post(`${draft}/finish`, {});
    expect((await interviews()).map(({ date }) => date)).toEqual(['2012-01-01']);
  });
});

describe('what is brought in', () => {
  it.each([
    ['nothing at all', { text: ' ' }, 'Choose a file, or paste the text of a table.'],
    ['a text too long', { text: 'x'.repeat(1_000_001) }, 'Paste it in parts.'],
  ])('is refused with a sentence beside the field, and kept: %s', async (_what, fields, why) => {
    const answer = await t.post(base, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(why);
    expect(await drafts()).toEqual([]);
  });

  it('is refused when it is no table, and what it is is said', async () => {
    const form = new FormData();
    form.append('file', new File(['%PDF-1.7\n'], 'list.xlsx'));
    const answer = await t.post(base, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('list.xlsx is a PDF');
  });
});

describe('the template', () => {
  it('as CSV and as a workbook has the columns that are read, and the workbook a guide to them', async () => {
    const folder = base.replace('/import', '');
    const csv = await (await t.get(`${folder}/template.csv`)).text();
    expect(csv).toContain('date,end_date,kind');
    const bytes = Buffer.from(await (await t.get(`${folder}/template.xlsx`)).arrayBuffer());
    const { sheets } = await readTableFile('register.xlsx', bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Register', 'Column guide']);
    expect(sheets[0]?.rows[0]?.cells.join(',')).toBe(csv.trim());
    expect(sheets[1]?.rows.map(({ cells }) => cells[0])).toContain('head_count');
  });
});

describe('a list that is looked at page by page', () => {
  it('is read anew when the project has changed meanwhile', async () => {
    const draft = await begin(LIST);
    expect(await words(`${draft}?show=all`)).toContain('3 interviews, 2 new respondents');
    await t.post(`/projects/${t.ctx.projectId}/respondents`, {
      reference: 'R-01',
      name: 'Bob Ray',
    });
    expect(await words(`${draft}?show=all`)).toContain('3 interviews, 1 new respondent');
  });

  it('is not taken for another list that comes after it', async () => {
    const first = await begin(LIST);
    await html(first);
    await t.post(`${first}/discard`);
    const second = await begin('Cleo Day HEALTH 3.4.2013 MS');
    expect(await words(`${second}?show=all`)).not.toContain('Ann Lee');
  });
});
