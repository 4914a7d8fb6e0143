import { afterEach, beforeEach, expect, it } from 'vitest';
import { progressOf } from '../../../src/overview/queries.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

it('shows a new project where to begin', async () => {
  const page = await (await t.get(`/projects/${t.ctx.projectId}`)).text();
  expect(page).toContain('Where to begin');
  expect(page).toContain('Log an interview');
});

it('counts what there is in this project and nothing from another', async () => {
  const respondent = await aRespondent(t.ctx);
  await anInterview(t.ctx, [respondent], { status: 'planned' });
  await anInterview(t.ctx, [respondent], { status: 'coded' });
  const code = await aCode(t.ctx);
  const source = await aSource(t.ctx, 'Two desks, and one of them empty.');
  await aSource(t.ctx, 'Not coded yet.');
  await aCoding(t.ctx, { source, code, start: 0, end: 9 });
  await t.post('/projects', { name: 'Another study' });
  const other = { ...t.ctx, projectId: t.ctx.projectId + 1 };
  await aSource(other, 'Elsewhere.');

  expect(await progressOf(t.ctx)).toEqual({
    interviews: { planned: 1, done: 0, transcribed: 0, coded: 1, cancelled: 0 },
    respondents: 1,
    questions: 0,
    sources: 2,
    uncodedSources: 1,
    codes: 1,
    codings: 1,
    withdrawn: 0,
  });
});
