import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { runIn } from '../../cli/inprocess.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';
import { heatTable } from '../analysis/reading.ts';

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}`;
});
afterEach(() => t.close());

const KINDS = { name: 'Kind of document', type: 'list', options: 'paper\ncase study' };
const variable = async (): Promise<number> =>
  (await t.ctx.db.selectFrom('source_variable').select('id').executeTakeFirstOrThrow()).id;
const values = () =>
  t.ctx.db.selectFrom('source_value').select(['source_id', 'value']).orderBy('source_id').execute();
const html = async (path: string) => (await t.get(`${base}${path}`)).text();

async function aDeskReview() {
  const text = 'The office has no budget line of its own.';
  const papers = [await aSource(t.ctx, text), await aSource(t.ctx, text)];
  const study = await aSource(t.ctx, text);
  const silent = await aSource(t.ctx, text);
  const respondent = await aRespondent(t.ctx);
  const interview_id = await anInterview(t.ctx, [respondent]);
  const talk = await aSource(t.ctx, text, { interview_id });
  const code = await aCode(t.ctx, 'Budget');
  for (const source of [...papers, study, talk])
    await aCoding(t.ctx, { source, code, start: 4, end: 10 });
  await t.post(`${base}/sources/variables`, KINDS);
  return { papers, study, silent, talk };
}

describe('a source that stands alone', () => {
  it('has variables of its own, said on its details and undone as one change', async () => {
    const { study } = await aDeskReview();
    const before = (await listChanges(t.ctx)).length;
    const field = `value-${await variable()}`;
    await t.post(`${base}/sources/${study}/values`, { [field]: 'Case Study' });
    expect(await values()).toEqual([{ source_id: study, value: 'case study' }]);
    expect(await html(`/sources/${study}/details`)).toContain('case study');
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    await undoLast(t.ctx);
    expect(await values()).toEqual([]);
  });

  it('refuses a value that does not fit beside its field, keeping what was typed', async () => {
    const { study } = await aDeskReview();
    const answer = await t.post(`${base}/sources/${study}/values`, {
      [`value-${await variable()}`]: 'poem',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('poem');
    expect(await values()).toEqual([]);
  });

  it('is told apart from one of an interview, which has none', async () => {
    const { talk } = await aDeskReview();
    const answer = await t.post(`${base}/sources/${talk}/values`, {
      [`value-${await variable()}`]: 'paper',
    });
    expect(answer.status).toBe(422);
    expect(await html(`/sources/${talk}/details`)).toContain('belongs to an interview');
  });

  it('is given a value together with others, ticked in the list', async () => {
    const { papers } = await aDeskReview();
    const before = (await listChanges(t.ctx)).length;
    const form = { pick: papers, variable: await variable(), value: 'paper' };
    expect((await t.post(`${base}/sources/set`, form)).status).toBe(303);
    expect((await values()).map(({ value }) => value)).toEqual(['paper', 'paper']);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    const refused = await t.post(`${base}/sources/set`, { ...form, value: 'poem' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('poem');
  });

  it('keeps its variable from being removed while it has a value, and names are told apart', async () => {
    const { study } = await aDeskReview();
    const id = await variable();
    await t.post(`${base}/sources/${study}/values`, { [`value-${id}`]: 'paper' });
    expect((await t.post(`${base}/sources/variables/${id}/remove`)).status).toBe(409);
    expect((await t.post(`${base}/sources/variables`, KINDS)).status).toBe(422);
    await t.post(`${base}/sources/variables/${id}`, { name: 'Type' });
    expect(await html('/sources/variables')).toContain('Type');
  });
});

describe('the table of themes by a variable of documents', () => {
  it('counts documents, says so, and leaves interviews out', async () => {
    const { papers, study } = await aDeskReview();
    const id = await variable();
    await t.post(`${base}/sources/set`, { pick: papers, variable: id, value: 'paper' });
    await t.post(`${base}/sources/${study}/values`, { [`value-${id}`]: 'case study' });
    const page = await html(`/themes?by=document-${id}&count=respondents&show=count`);
    const { head, rows } = heatTable(page);
    expect(head.slice(1)).toEqual([
      'paper, 2 documents',
      'case study, 1 document',
      'not given, 1 document',
      'All, 4 documents',
    ]);
    expect(rows['Budget']?.map(({ text }) => text.trim())).toEqual(['2', '1', '–0', '3']);
    expect(page).toContain('A document is a source that belongs to no interview');
    const passages = await html(`/themes/passages?by=document-${id}&code=1&column==paper`);
    expect(passages).toContain('2 of 2 documents, in 2 passages');
    const { stdout } = await runIn(t, ['table', 'codes', '--by', 'kind of document']);
    expect(JSON.parse(stdout)).toMatchObject({
      unit: 'documents',
      rows: [{ code: 'Budget', cells: [2, 1, 0], total: 3 }],
    });
  });
});

describe('counting respondents’ own words', () => {
  it('leaves out passages that only the interviewer says, and says how many', async () => {
    const text =
      'Moderator: Is the budget short?\n\nR-07: It is short.\n\nModerator: How short?\n\nR-07: Very.';
    const respondent = await aRespondent(t.ctx, { reference: 'R-07' });
    const interview_id = await anInterview(t.ctx, [respondent]);
    const source = await aSource(t.ctx, text, { interview_id });
    const [moderator] = await t.ctx.db.selectFrom('speaker').selectAll().orderBy('id').execute();
    const [asked, answered] = [await aCode(t.ctx, 'Asked'), await aCode(t.ctx, 'Answered')];
    const mark = (code: number, words: string) => {
      const start = text.indexOf(words);
      return aCoding(t.ctx, { source, code, start, end: start + words.length });
    };
    await mark(asked, 'Is the budget short?');
    await mark(answered, 'budget short?\n\nR-07: It is short');
    const counts = async (query: string) => {
      const page = await html(`/themes?show=count&minCell=0&count=passages&${query}`);
      const { rows } = heatTable(page);
      return {
        asked: rows['Asked']?.at(-1)?.text.trim(),
        answered: rows['Answered']?.at(-1)?.text.trim(),
        says: page.includes('1 coding left out'),
      };
    };
    // Nobody said yet who the interviewer is.
    expect(await counts('words=respondents')).toEqual({ asked: '1', answered: '1', says: false });
    await t.post(`${base}/sources/${source}/speakers`, {
      [`speaker-${moderator?.id ?? 0}`]: 'interviewer',
    });
    expect(await counts('words=all')).toEqual({ asked: '1', answered: '1', says: false });
    expect(await counts('words=respondents')).toEqual({
      asked: '–0',
      answered: '1',
      says: true,
    });
  });
});

describe('earmark sources speakers', () => {
  it('lists who speaks, and says who is who as one change', async () => {
    await aRespondent(t.ctx, { reference: 'R-07' });
    const text = 'Anna: One two.\n\nBo: Three.\n\nAnna: Four.\n\nBoo: Five.\n\nBo: Six.';
    const source = await aSource(t.ctx, text);
    const before = (await listChanges(t.ctx)).length;
    const sets = ['Anna=interviewer', 'Bo=R-07', 'Boo=same:Bo'].flatMap((set) => ['--set', set]);
    const { stdout } = await runIn(t, ['sources', 'speakers', String(source), ...sets]);
    expect(JSON.parse(stdout)).toEqual([
      { name: 'Anna', who: 'interviewer', turns: 2, words: 3 },
      { name: 'Bo', who: 'R-07', turns: 3, words: 3 },
      { name: 'Boo', who: 'same:Bo', turns: 0, words: 0 },
    ]);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    const refused = await runIn(t, ['sources', 'speakers', String(source), '--set', 'Anna']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('NAME=WHO');
  });
});
