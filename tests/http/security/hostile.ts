import { nameVersion } from '../../../src/codebook/versions.ts';
import { keepView, saveQuery } from '../../../src/analysis/index.ts';
import { DEFAULTS } from '../../../views/analysis/address.ts';
import { addQuestion, importGuide } from '../../../src/guide/index.ts';
import { change } from '../../../src/history/index.ts';
import { changeIdentity } from '../../../src/respondents/index.ts';
import { saveSearch } from '../../../src/search/index.ts';
import { contextFor } from '../../../src/http/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { startDraft } from '../../../src/register/index.ts';
import { importRead, readUpload } from '../../../src/sources/index.ts';
import type { Ctx } from '../../../src/deps.ts';
import type { TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aGroup, anInterview, aRegion, aRespondent } from '../../factories/data.ts';
import { aLostCoding, aSourceVariable, question, type Study } from './study.ts';

/**
 * A study in which every field that people or files fill holds the payloads: long fields all of them, names one each.
 * The ids are of the first.
 */
export async function hostileStudy(t: TestApp, payloads: readonly string[]): Promise<Study> {
  const text = payloads.join('\n\n');
  const [name = ''] = payloads;
  const { value: project } = await createProject(
    { ...t.deps, userId: t.userId },
    { name, description: text },
  );
  const ctx = contextFor(t.deps, t.userId, project.id);
  const groupId = await aGroup(ctx, name);
  const regionId = await aRegion(ctx, name);
  const respondentId = await aRespondent(ctx, {
    reference: name.slice(0, 40),
    group_id: groupId,
    region_id: regionId,
    role: text,
    organisation: text,
  });
  await changeIdentity(ctx, respondentId, { name: text, contact: text, note: text });
  const variableId = await aVariable(ctx, respondentId, name, text);
  await importGuide(ctx, [
    { ...question(text), prompts: text, serves: text, section: text, number: '1' },
  ]);
  const { value: questionId } = await addQuestion(ctx, question(text));
  const interviewId = await anInterview(ctx, [respondentId], {
    reference: name.slice(0, 40),
    location: text,
    language: text,
    may_quote: text,
    notes: text,
  });
  await anAnswer(ctx, interviewId, questionId, text);
  const turns = payloads.map((payload) => {
    const line = payload.replace(/\s+/gu, ' ');
    return `${line}: ${payload}\n\nMT: ${payload}\n\n${line}: again\n\n# ${line}`;
  });
  const bytes = Buffer.from(`MT: Before.\n\n${turns.join('\n\n')}\n`);
  const upload = await readUpload({ name: `${name}.txt`, bytes });
  const { value: source } = await importRead(ctx, upload, { interviewId });
  const codeId = await aCode(ctx, name, {
    definition: text,
    use_when: text,
    not_when: text,
    example: text,
  });
  for (const other of payloads.slice(1)) {
    await aGroup(ctx, other);
    await aCoding(ctx, { source: source.id, code: await aCode(ctx, other), start: 0, end: 9 });
    await importRead(
      ctx,
      await readUpload({ name: `${other}.txt`, bytes: Buffer.from(`MT: ${other}`) }),
    );
  }
  const codingId = await aCoding(ctx, { source: source.id, code: codeId, start: 0, end: 2 });
  await aMemo(ctx, { coding_id: codingId }, text);
  const memo = await aMemo(ctx, { code_id: codeId }, text);
  return {
    ctx,
    projectId: project.id,
    respondentId,
    interviewId,
    questionId,
    sourceId: source.id,
    codeId,
    codingId,
    memoId: memo.value,
    changeId: memo.changeId ?? 0,
    groupId,
    regionId,
    variableId,
    sourceVariableId: await aSourceVariable(ctx, name),
    draftId: await hostileDraft(ctx, text, payloads),
    lostId: await aLostCoding(ctx, source.id, codeId, { start: 0, end: 200 }),
    savedId: await hostileSearches(ctx, payloads),
    versionId: (await nameVersion(ctx, name)).value.id,
    viewId: await hostileViews(ctx, payloads),
    queryId: await hostileQueries(ctx, codeId, payloads),
  };
}

/** Payloads as names of saved searches and as what they are narrowed to. */
async function hostileSearches(ctx: Ctx, payloads: readonly string[]): Promise<number> {
  let id = 0;
  for (const [n, payload] of payloads.slice(0, 20).entries()) {
    const name = `${n} ${payload}`.slice(0, 200);
    id = (await saveSearch(ctx, name, { text: 'x', speaker: payload })).value;
  }
  return id;
}

/** Payloads as names of kept views and as what they are limited to. */
async function hostileViews(ctx: Ctx, payloads: readonly string[]): Promise<number> {
  let id = 0;
  for (const [n, key] of payloads.slice(0, 20).entries()) {
    const filter = { ...DEFAULTS.filter, only: [{ facet: 'location' as const, key }] };
    id = (await keepView(ctx, `${n} ${key}`.slice(0, 200), { ...DEFAULTS, filter })).value;
  }
  return id;
}

/** Payloads as names of saved queries and as places that they ask for. */
async function hostileQueries(
  ctx: Ctx,
  codeId: number,
  payloads: readonly string[],
): Promise<number> {
  let id = 0;
  for (const [n, key] of payloads.slice(0, 20).entries()) {
    const place = { kind: 'facet' as const, facet: 'location', key, not: false };
    const query = { of: [{ codeId, withSubcodes: true }], ways: [[place]] };
    id = (await saveQuery(ctx, `${n} ${key}`.slice(0, 200), query)).value;
  }
  return id;
}

/** Payloads in every cell of a list on its way in. */
function hostileDraft(ctx: Ctx, text: string, payloads: readonly string[]): Promise<number> {
  const header = ['date', 'respondents', 'location', 'group', 'interviewers', text];
  const rows = [header, ...payloads.map((payload) => header.map(() => payload))];
  const sheet = { name: text, rows: rows.map((cells, i) => ({ line: i + 1, cells })) };
  return startDraft(ctx, {
    name: text,
    given: { kind: 'table', sheets: [sheet, sheet] },
    columns: {},
  });
}

async function aVariable(
  ctx: Ctx,
  respondent_id: number,
  name: string,
  value: string,
): Promise<number> {
  const made = await change(ctx, { kind: 'test.made', entity: 'variable' }, async (w) => {
    const variable_id = await w.insert('variable', {
      project_id: ctx.projectId,
      name,
      name_fold: name,
      type: 'text',
      options: '[]',
      position: 1,
    });
    await w.insert('respondent_value', { respondent_id, variable_id, value });
    return variable_id;
  });
  return made.value;
}

async function anAnswer(
  ctx: Ctx,
  interview_id: number,
  question_id: number,
  notes: string,
): Promise<void> {
  await change(ctx, { kind: 'test.made', entity: 'answer' }, (w) =>
    w.insert('answer', {
      interview_id,
      question_id,
      state: 'asked',
      notes,
      revision: 1,
      updated_by: ctx.userId,
      updated_at: ctx.now(),
    }),
  );
}

function aMemo(ctx: Ctx, on: { coding_id?: number; code_id?: number }, body: string) {
  return change(ctx, { kind: 'test.made', entity: 'memo' }, (w) =>
    w.insert('memo', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      ...on,
      body,
      author_id: ctx.userId,
      revision: 1,
      created_at: ctx.now(),
      updated_at: ctx.now(),
    }),
  );
}
