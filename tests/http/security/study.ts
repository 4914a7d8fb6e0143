import { keepView, saveQuery } from '../../../src/analysis/index.ts';
import { DEFAULTS } from '../../../views/analysis/address.ts';
import type { Ctx } from '../../../src/deps.ts';
import { nameVersion } from '../../../src/codebook/versions.ts';
import { fingerprint } from '../../../src/domain/guide/index.ts';
import { saveSummary } from '../../../src/framework/index.ts';
import { addQuestion } from '../../../src/guide/index.ts';
import { contextFor } from '../../../src/http/index.ts';
import { change, sha256 } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { startDraft } from '../../../src/register/index.ts';
import { changeIdentity } from '../../../src/respondents/index.ts';
import { saveSearch } from '../../../src/search/index.ts';
import { importRead, readUpload } from '../../../src/sources/index.ts';
import type { TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aGroup, anInterview, aRegion, aRespondent } from '../../factories/data.ts';

/** One row of everything an address can name, by the name of its parameter. */
export interface Study {
  ctx: Ctx;
  projectId: number;
  respondentId: number;
  interviewId: number;
  questionId: number;
  sourceId: number;
  codeId: number;
  codingId: number;
  memoId: number;
  changeId: number;
  groupId: number;
  regionId: number;
  variableId: number;
  /** Of sources; one of them has a value. */
  sourceVariableId: number;
  draftId: number;
  lostId: number;
  savedId: number;
  versionId: number;
  /** A kept view of a table. */
  viewId: number;
  /** A saved query for passages. */
  queryId: number;
}

/** Words that stand in the study, and in no answer that is meant for others. */
export const SECRET = 'the heron in the attic';

/** A project with one of everything, and with the secret in whatever people can write. */
export async function aStudy(t: TestApp, name: string, secret = SECRET): Promise<Study> {
  const { value: project } = await createProject(
    { ...t.deps, userId: t.userId },
    { name, description: secret },
  );
  const ctx = contextFor(t.deps, t.userId, project.id);
  const groupId = await aGroup(ctx, `${secret} group`);
  const regionId = await aRegion(ctx, `${secret} region`);
  const variableId = await aVariable(ctx, secret);
  const respondentId = await aRespondent(ctx, {
    group_id: groupId,
    region_id: regionId,
    role: secret,
  });
  await changeIdentity(ctx, respondentId, { name: secret, contact: secret, note: secret });
  const { value: questionId } = await addQuestion(ctx, question(secret));
  const interviewId = await anInterview(ctx, [respondentId], { notes: secret, location: secret });
  const bytes = Buffer.from(`MT: Who?\n\nR-01: They keep ${secret}, always.\n`);
  const upload = await readUpload({ name: `${secret}.txt`, bytes });
  const { value: source } = await importRead(ctx, upload, { interviewId });
  const codeId = await aCode(ctx, `${secret} code`, { definition: secret });
  const codingId = await aCoding(ctx, { source: source.id, code: codeId, start: 16, end: 20 });
  const { value: memoId, changeId } = await aMemo(ctx, codeId, secret);
  const summary = { body: secret, seen: fingerprint(''), seenAt: ctx.now() };
  await saveSummary(ctx, { respondentId, codeId }, summary);
  return {
    ctx,
    projectId: project.id,
    respondentId,
    interviewId,
    questionId,
    sourceId: source.id,
    codeId,
    codingId,
    memoId,
    changeId: changeId ?? 0,
    groupId,
    regionId,
    variableId,
    sourceVariableId: await aSourceVariable(ctx, secret),
    draftId: await aDraft(ctx, secret),
    lostId: await aLostCoding(ctx, source.id, codeId),
    viewId: (await keepView(ctx, `${secret} view`, { ...DEFAULTS, minCell: 3 })).value,
    queryId: (await saveQuery(ctx, `${secret} query`, anyOf(codeId))).value,
    savedId: (await saveSearch(ctx, `${secret} search`, { text: secret })).value,
    versionId: (await nameVersion(ctx, `${secret} version`)).value.id,
  };
}

/** Every passage of a code. */
const anyOf = (codeId: number) => ({ of: [{ codeId, withSubcodes: true }], ways: [] });

/** A list on its way in, of somebody whom the secret names. */
export function aDraft(ctx: Ctx, secret = SECRET): Promise<number> {
  const text = `Name Department Date Interviewers\nAda ${secret} HEALTH 15.3.2013 MS`;
  return startDraft(ctx, { name: '', given: { kind: 'paste', text }, columns: {} });
}

export function question(text: string) {
  return { section: '', text, prompts: '', serves: '', forWhom: '' };
}

function aVariable(ctx: Ctx, secret: string): Promise<number> {
  return change(ctx, { kind: 'test.made', entity: 'variable' }, (w) =>
    w.insert('variable', {
      project_id: ctx.projectId,
      name: `${secret} variable`,
      name_fold: `${secret} variable`,
      type: 'text',
      options: '[]',
      position: 1,
    }),
  ).then(({ value }) => value);
}

/** A coding whose words are gone; it stood at the beginning of the text. */
export async function aLostCoding(
  ctx: Ctx,
  source_id: number,
  code_id: number,
  place: { start: number; end: number } = { start: 16, end: 20 },
): Promise<number> {
  const { value } = await change(ctx, { kind: 'test.made', entity: 'lost_coding' }, async (w) => {
    const { text } = await w.trx
      .selectFrom('source_text')
      .select('text')
      .where('source_id', '=', source_id)
      .executeTakeFirstOrThrow();
    return w.insert('lost_coding', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      source_id,
      code_id,
      coder_id: ctx.userId,
      version: 1,
      ...place,
      quote_sha256: sha256(text.slice(place.start, place.end)),
      created_at: ctx.now(),
      lost_at: ctx.now(),
    });
  });
  return value;
}

/** A variable of sources, with a document that has a value of it. */
export async function aSourceVariable(ctx: Ctx, secret: string): Promise<number> {
  const { value } = await change(ctx, { kind: 'test.made', entity: 'source_variable' }, (w) =>
    w.insert('source_variable', {
      project_id: ctx.projectId,
      name: `${secret} kind`,
      name_fold: `${secret} kind`,
      type: 'text',
      options: '[]',
      position: 1,
    }),
  );
  return value;
}

function aMemo(ctx: Ctx, codeId: number, secret: string) {
  return change(ctx, { kind: 'test.made', entity: 'memo' }, (w) =>
    w.insert('memo', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      code_id: codeId,
      body: secret,
      author_id: ctx.userId,
      revision: 1,
      created_at: ctx.now(),
      updated_at: ctx.now(),
    }),
  );
}
