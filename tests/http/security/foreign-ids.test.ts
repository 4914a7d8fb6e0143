import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aStudy, type Study } from './study.ts';

/** Ids of another project where no path shows them: in forms and behind the question mark of an address. */

const THEIRS = 'their badger in the cellar';

let t: TestApp;
let ours: Study;
let theirs: Study;
let speaker: number;
beforeAll(async () => {
  t = await testApp();
  ours = await aStudy(t, 'Ours');
  theirs = await aStudy(t, 'Theirs', THEIRS);
  const row = await t.deps.db
    .selectFrom('speaker')
    .select('id')
    .where('source_id', '=', ours.sourceId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  speaker = row.id;
});
afterAll(() => t.close());

const heads = () => t.deps.db.selectFrom('change_head').selectAll().orderBy('project_id').execute();

type Form = () => [path: string, fields: FormFields];
const passage = { start: 21, end: 25, version: 1 };

const FORMS: Record<string, Form> = {
  'a code to apply': () => [
    `sources/${ours.sourceId}/codings`,
    { ...passage, code: theirs.codeId },
  ],
  'a parent for a new code': () => ['codebook', { name: 'New', parent: theirs.codeId }],
  'a parent to move under': () => [`codebook/${ours.codeId}/move`, { parent: theirs.codeId }],
  'a memo to change': () => [
    `codebook/${ours.codeId}/memos/${theirs.memoId}`,
    { body: 'Mine now', revision: 1 },
  ],
  'a code to merge into': () => [`codebook/${ours.codeId}/merge`, { into: theirs.codeId }],
  'a coding to send to a part': () => [
    `codebook/${ours.codeId}/split/send`,
    { coding: theirs.codingId, part: 0 },
  ],
  'a memo to delete': () => [`codebook/${ours.codeId}/memos/${theirs.memoId}/delete`, {}],
  'an interview for a text': () => [
    'sources/upload',
    { name: 'New', text: 'R-01: Words.', interview: theirs.interviewId, kind: '' },
  ],
  'an interview for a source': () => [
    `sources/${ours.sourceId}/details`,
    { name: 'New', kind: 'document', interview: theirs.interviewId, revision: 1 },
  ],
  'a respondent for a speaker': () => [
    `sources/${ours.sourceId}/speakers`,
    { [`speaker-${speaker}`]: theirs.respondentId },
  ],
  'a respondent for an interview': () => ['interviews', { respondent: theirs.respondentId }],
  'a respondent to set a group for': () => [
    'respondents/set',
    { respondent: theirs.respondentId, what: 'group', value: 'x' },
  ],
  'a respondent to merge': () => [
    `respondents/${ours.respondentId}/merge`,
    { other: theirs.respondentId, seen_this: 1, seen_other: 1 },
  ],
  'an interview to split off': () => [
    `respondents/${ours.respondentId}/split`,
    { interview: theirs.interviewId },
  ],
  'a code to sum up under': () => [
    `framework/${ours.respondentId}/${theirs.codeId}`,
    { 'notes-free': 'Mine now' },
  ],
  'a respondent to sum up': () => [
    `framework/${theirs.respondentId}/${ours.codeId}`,
    { 'notes-free': 'Mine now' },
  ],
  'a group to plan for': () => ['sample', { [`planned-${theirs.groupId}-`]: 1 }],
  'an interview to change with others': () => [
    'interviews/bulk',
    { pick: [ours.interviewId, theirs.interviewId], status: 'coded' },
  ],
  'a guide for an interview': () => [
    'interviews/bulk',
    { pick: ours.interviewId, guide: theirs.questionId },
  ],
  'a question to answer': () => [
    `interviews/${ours.interviewId}/notes`,
    {
      [`revision-${theirs.questionId}`]: 0,
      [`state-${theirs.questionId}`]: 'asked',
      [`notes-${theirs.questionId}`]: 'x',
    },
  ],
};

describe('a form that names a thing of another project is refused and changes nothing', () => {
  it.each(Object.entries(FORMS))('%s', async (_what, form) => {
    const before = await heads();
    const [path, fields] = form();
    for (const headers of [{}, { 'hx-request': 'true' }]) {
      const answer = await t.post(`/projects/${ours.projectId}/${path}`, fields, headers);
      const body = await answer.text();
      expect(answer.status, body).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(body).not.toContain(THEIRS);
    }
    expect(await heads()).toEqual(before);
  });
});

const QUERIES: Record<string, () => string> = {
  'passages of a code': () => `themes/passages?code=${theirs.codeId}`,
  'passages of a code as CSV': () => `themes/passages.csv?code=${theirs.codeId}`,
  'passages found by a code': () =>
    `passages/find?of=${theirs.codeId}&if=variable-${theirs.variableId}.x&minCell=0`,
  'passages found beside a code': () =>
    `passages/find.csv?of=${ours.codeId}&if=with.${theirs.codeId}&minCell=0`,
  'a table in the passages of a query': () => `themes?only=found.${theirs.queryId}&minCell=0`,
  'a table with a row of a query': () => `themes?row=${theirs.queryId}&minCell=0`,
  'a table by a query': () => `themes?by=query-${theirs.queryId}&minCell=0`,
  'a table by a variable': () => `themes?by=variable-${theirs.variableId}`,
  'a table by a variable of documents': () => `themes?by=document-${theirs.sourceVariableId}`,
  'answers to a question': () => `analysis/question?question=${theirs.questionId}`,
  'two codes that come together': () =>
    `analysis/cooccurrence/passages?a=${theirs.codeId}&b=${theirs.codeId}`,
  'groups compared by a variable': () =>
    `analysis/compare?by=variable-${theirs.variableId}&code=${theirs.codeId}`,
  'words by a variable': () => `analysis/words?by=variable-${theirs.variableId}`,
  'a framework grid of a code': () => `framework?code=${theirs.codeId}`,
  'a framework grid of a group': () => `framework?group=${theirs.groupId}`,
  'a cell of a code': () => `framework/${ours.respondentId}/${theirs.codeId}`,
  'a cell of a respondent': () => `framework/${theirs.respondentId}/${ours.codeId}`,
  'a turn': () => `sources/${theirs.sourceId}/structure/turn?at=1`,
  'a table over a question': () => `themes?over=asked&question=${theirs.questionId}`,
  'a table as CSV': () => `themes.csv?by=variable-${theirs.variableId}`,
  'a coding in the workbench': () => `sources/${ours.sourceId}?coding=${theirs.codingId}`,
  'a code in the workbench': () => `sources/${ours.sourceId}?code=${theirs.codeId}`,
  'a search in a source': () => `search?q=badger&source=${theirs.sourceId}`,
  'a search': () => 'search?q=badger',
  'sources of an interview': () => `sources?interview=${theirs.interviewId}`,
  'interviews of a group': () => `interviews?group=${theirs.groupId}&region=${theirs.regionId}`,
  'respondents of a group': () => `respondents?group=${theirs.groupId}&region=${theirs.regionId}`,
  'an interview form': () => `interviews/new?respondent=${theirs.respondentId}`,
  'an upload for an interview': () => `sources/upload?interview=${theirs.interviewId}`,
};

describe('an address that asks for a thing of another project shows nothing of it', () => {
  it.each(Object.entries(QUERIES))('%s', async (_what, query) => {
    for (const headers of [{}, { 'hx-request': 'true' }]) {
      const answer = await t.get(`/projects/${ours.projectId}/${query()}`, headers);
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toContain(THEIRS);
    }
  });
});
