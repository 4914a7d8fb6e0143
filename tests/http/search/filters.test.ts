import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addQuestion, newVersion } from '../../../src/guide/index.ts';
import { change } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { searchProject, type Search } from '../../../src/search/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import {
  aCode,
  aCoding,
  aGroup,
  anInterview,
  aRegion,
  aRespondent,
  aSource,
} from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

/** The words of the passages found, in order. */
async function found(search: Omit<Search, 'text'> & { text?: string }): Promise<string[]> {
  const result = await searchProject(t.ctx, { text: 'capacity', ...search });
  if (!result.ok) throw new Error(result.problem.code);
  return result.found.map(({ text }) => text);
}

/** A worker from Africa and an employer from Asia in one interview, of whom only the worker is tied to a speaker. */
async function aTalk() {
  const workers = await aGroup(t.ctx, 'Workers');
  const employers = await aGroup(t.ctx, 'Employers');
  const africa = await aRegion(t.ctx, 'Africa');
  const asia = await aRegion(t.ctx, 'Asia');
  const worker = await aRespondent(t.ctx, {
    reference: 'R-01',
    group_id: workers,
    region_id: africa,
  });
  const employer = await aRespondent(t.ctx, {
    reference: 'R-02',
    group_id: employers,
    region_id: asia,
  });
  const interview = await anInterview(t.ctx, [worker, employer], {
    reference: 'I-01',
    notes: 'Capacity, noted.',
  });
  const source = await aSource(
    t.ctx,
    'MT: Capacity?\n\nAda: Capacity, said Ada.\n\nBo: Capacity, said Bo.',
    { name: 'Talk', interview_id: interview },
  );
  await change(t.ctx, { kind: 'test.made', entity: 'speaker' }, async (w) => {
    const rows = await w.trx.selectFrom('speaker').select(['id', 'label']).execute();
    for (const { id, label } of rows)
      if (label === 'MT') await w.update('speaker', id, { is_interviewer: 1 });
      else if (label === 'Ada') await w.update('speaker', id, { respondent_id: worker });
  });
  return { source, workers, employers, africa, asia };
}

describe('a search is narrowed', () => {
  it('to a group: who is tied to a speaker counts alone, the others for everyone in the interview', async () => {
    const { workers, employers } = await aTalk();
    await aSource(t.ctx, 'Capacity elsewhere.');
    expect(await found({ groupId: workers })).toEqual([
      'Capacity?',
      'Capacity, said Ada.',
      'Capacity, said Bo.',
      'Capacity, noted.',
    ]);
    expect(await found({ groupId: employers, where: 'sources' })).toEqual([
      'Capacity?',
      'Capacity, said Bo.',
    ]);
  });

  it('to a group and a region that one respondent must both be in', async () => {
    const { workers, africa, asia } = await aTalk();
    expect(await found({ groupId: workers, regionId: africa })).toHaveLength(4);
    expect(await found({ groupId: workers, regionId: asia })).toEqual([]);
  });

  it('to respondents in a group, when respondents are looked for', async () => {
    const { workers, employers } = await aTalk();
    expect(await found({ text: 'R-01', groupId: workers, where: 'respondents' })).toHaveLength(1);
    expect(await found({ text: 'R-01', groupId: employers, where: 'respondents' })).toEqual([]);
  });

  it('to what respondents said, what interviewers said, and what one speaker said', async () => {
    await aTalk();
    expect(await found({ voice: 'respondents' })).toEqual([
      'Capacity, said Ada.',
      'Capacity, said Bo.',
    ]);
    expect(await found({ voice: 'interviewers' })).toEqual(['Capacity?']);
    expect(await found({ speaker: 'bo' })).toEqual(['Capacity, said Bo.']);
    expect(await found({ speaker: 'r-01' })).toEqual(['Capacity, said Ada.']);
    expect(await found({ speaker: 'Nobody' })).toEqual([]);
  });

  it('to one question, in every version of the guide', async () => {
    const input = { section: '', text: 'And now?', prompts: '', serves: '', forWhom: '' };
    const { value: question } = await addQuestion(t.ctx, input);
    const interview = await anInterview(t.ctx);
    await change(t.ctx, { kind: 'test.made', entity: 'answer' }, (w) =>
      w.insert('answer', {
        interview_id: interview,
        question_id: question,
        state: 'asked',
        notes: 'Capacity under a question.',
        revision: 1,
        updated_by: t.userId,
        updated_at: t.ctx.now(),
      }),
    );
    await aSource(t.ctx, 'Capacity elsewhere.');
    await newVersion(t.ctx);
    const now = await t.ctx.db
      .selectFrom('question')
      .select('id')
      .where('id', '<>', question)
      .executeTakeFirstOrThrow();
    for (const questionId of [question, now.id])
      expect(await found({ questionId })).toEqual(['Capacity under a question.']);
  });

  it('to passages that are coded, are not, or are not by one code', async () => {
    const { source } = await aTalk();
    const code = await aCode(t.ctx);
    const other = await aCode(t.ctx);
    await aCoding(t.ctx, { source, code, start: 20, end: 25 });
    const ada = ['Capacity, said Ada.'];
    expect(await found({ coded: 'yes' })).toEqual(ada);
    expect(await found({ coded: 'no' })).toEqual(['Capacity?', 'Capacity, said Bo.']);
    expect(await found({ codeId: code })).toEqual(ada);
    expect(await found({ codeId: other })).toEqual([]);
    expect(await found({ codeId: code, coded: 'no' })).toHaveLength(2);
    expect(await found({ codeId: other, coded: 'no' })).toHaveLength(3);
  });

  it('by nothing of another project', async () => {
    const { workers } = await aTalk();
    const other = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
    const foreign = { ...t.ctx, projectId: other.value.id };
    await aSource(foreign, 'Capacity abroad.');
    const result = await searchProject(foreign, { text: 'capacity', groupId: workers });
    expect(result).toMatchObject({ ok: true, found: [] });
  });
});

describe('the filters of the search page', () => {
  it('stand in the address, are shown as chosen, and lead on to the next page', async () => {
    const { workers, source } = await aTalk();
    const many = Array.from({ length: 60 }, () => 'Ada: Capacity.').join('\n\n');
    await aSource(t.ctx, many, { name: 'Long' });
    const base = `/projects/${t.ctx.projectId}`;
    const get = async (query: string) => (await t.get(`${base}/search?${query}`)).text();
    const html = await get('q=capacity&in=sources&case=&voice=respondents&page=1');
    expect(html).toContain('Narrowed down: Respondents');
    expect(html).toMatch(/<option value="respondents" selected/u);
    expect(html).toContain('q=capacity&amp;in=sources&amp;voice=respondents&amp;page=2');
    expect(html).toContain(`q=capacity&amp;in=sources&amp;source=${source}&amp;voice=respondents`);
    expect(await get(`q=capacity&group=${workers}`)).toMatch(
      new RegExp(`<option value="${workers}" selected`, 'u'),
    );
    expect((await t.get(`${base}/search?q=capacity&group=x&coded=maybe&code=-1`)).status).toBe(200);
  });

  it('count the passages of each source, on all pages together', async () => {
    await aSource(t.ctx, Array.from({ length: 60 }, () => 'Capacity.').join('\n\n'), {
      name: 'Long',
    });
    await aSource(t.ctx, 'Capacity.', { name: 'Short' });
    const html = await (await t.get(`/projects/${t.ctx.projectId}/search?q=capacity`)).text();
    expect(html).toContain('61 passages in 2 sources.');
    expect(html).toContain('By source (2)');
    expect(html).toMatch(/Long<\/a>.{0,200}60 passages/su);
  });

  it('explain a search that cannot be read by showing where', async () => {
    const html = await (
      await t.get(`/projects/${t.ctx.projectId}/search?q=${encodeURIComponent('work OR NOT visa')}`)
    ).text();
    expect(html).toContain('work OR <mark>NOT</mark> visa');
  });
});
