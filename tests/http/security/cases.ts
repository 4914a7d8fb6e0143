import type { Schema } from '../../../db/schema.ts';
import { beginSplit } from '../../../src/codebook/split-draft.ts';
import { fingerprint } from '../../../src/domain/guide/index.ts';
import { addQuestion } from '../../../src/guide/index.ts';
import { change, undoLast } from '../../../src/history/index.ts';
import { addVariable } from '../../../src/respondents/classifications.ts';
import { startDraft } from '../../../src/register/index.ts';
import { correctText, importRead, readText, readUpload } from '../../../src/sources/index.ts';
import type { FormFields, TestApp } from '../../factories/app.ts';
import {
  aCode,
  aCoding,
  aGroup,
  anInterview,
  aRegion,
  aRespondent,
  aSource,
} from '../../factories/data.ts';
import { reviewedDocx } from '../sources/files.ts';
import { question, SECRET, type Study } from './study.ts';

/**
 * One valid request for each address that changes something: what is sent, and which rows it is about where the study's
 * own would be refused. A new route needs a case here; the tests that walk the routes fail without one.
 */
export interface Case {
  form?: FormFields | FormData;
  ids?: Partial<Omit<Study, 'ctx'>>;
}

type Maker = (t: TestApp, study: Study) => Promise<Case> | Case;

const P = '/projects/:projectId';
const SOURCE = `${P}/sources/:sourceId`;
const DRAFT = `${P}/register/import/:draftId`;
const CODE = `${P}/codebook/:codeId`;
const PASSAGE = { start: 21, end: 25, version: 1 };

export const CASES: Record<string, Maker> = {
  'POST /projects': () => ({ form: { name: 'Another study' } }),
  [`POST ${P}/settings`]: () => ({
    form: { name: 'Renamed', description: '', date_order: 'day', min_cell: 3, revision: 1 },
  }),
  [`POST ${P}/undo`]: () => ({}),
  [`POST ${P}/redo`]: async (_t, { ctx }) => {
    await undoLast(ctx);
    return {};
  },
  [`POST ${P}/changes/:changeId/undo`]: () => ({}),

  [`POST ${P}/codebook`]: () => ({ form: { name: 'New code' } }),
  [`POST ${CODE}`]: () => ({ form: { name: 'Renamed', colour: '#3b6fb6', revision: 1 } }),
  [`POST ${CODE}/move`]: async (_t, { ctx, codeId }) => ({
    ids: { codeId: await aCode(ctx) },
    form: { parent: codeId },
  }),
  [`POST ${CODE}/delete`]: () => ({}),
  [`POST ${CODE}/merge`]: async (_t, { ctx }) => ({ form: { into: await aCode(ctx) } }),
  [`POST ${CODE}/split`]: () => ({ form: { parts: 'Part\nOther part' } }),
  [`POST ${CODE}/split/send`]: async (_t, { ctx, codeId, codingId }) => {
    await beginSplit(ctx, codeId, 'Part', 'under');
    return { form: { coding: codingId, part: 1 } };
  },
  [`POST ${CODE}/split/finish`]: async (_t, { ctx, codeId }) => {
    await beginSplit(ctx, codeId, 'Part', 'under');
    return {};
  },
  [`POST ${CODE}/split/discard`]: async (_t, { ctx, codeId }) => {
    await beginSplit(ctx, codeId, 'Part', 'under');
    return {};
  },
  [`POST ${CODE}/memos`]: () => ({ form: { body: 'A thought' } }),
  [`POST ${CODE}/memos/:memoId`]: () => ({ form: { body: 'Another thought', revision: 1 } }),
  [`POST ${CODE}/memos/:memoId/delete`]: () => ({}),
  [`POST ${P}/codings/:codingId/example`]: () => ({ form: { on: 'yes' } }),
  [`POST ${P}/codebook/history`]: () => ({ form: { name: 'After pilot' } }),
  [`POST ${P}/codebook/several`]: async (_t, { ctx, codeId }) => ({
    form: { do: 'move', code: await aCode(ctx), target: codeId },
  }),
  [`POST ${P}/codebook/read`]: () => ({ form: { at: 1 } }),
  [`POST ${P}/codebook/versions/:versionId/delete`]: () => ({}),
  [`POST ${P}/codebook/import`]: () => ({ form: { text: 'path\nNew > Sub', confirm: 'yes' } }),

  [`POST ${P}/framework/:respondentId/:codeId`]: () => ({
    form: { 'notes-free': 'Says yes.', 'revision-free': fingerprint(SECRET) },
  }),

  [`POST ${P}/guide`]: () => ({ form: { text: 'And then?' } }),
  [`POST ${P}/guide/versions`]: () => ({}),
  [`POST ${P}/guide/:questionId`]: () => ({ form: { number: 1, text: 'And now?', revision: 1 } }),
  [`POST ${P}/guide/:questionId/down`]: async (_t, { ctx }) => {
    await addQuestion(ctx, question('Second?'));
    return {};
  },
  [`POST ${P}/guide/:questionId/up`]: async (_t, { ctx }) => ({
    ids: { questionId: (await addQuestion(ctx, question('Second?'))).value },
  }),
  [`POST ${P}/guide/:questionId/remove`]: () => ({}),
  [`POST ${P}/guide/import`]: () => ({
    form: withFile('guide.csv', 'number,text\n9,What else?\n'),
  }),

  [`POST ${P}/interviews`]: () => ({ form: { date: '2026-02-03', location: 'Here' } }),
  [`POST ${P}/interviews/bulk`]: (_t, { interviewId }) => ({
    form: { pick: interviewId, status: 'coded' },
  }),
  [`POST ${P}/interviews/:interviewId/facts`]: async (t, study) => ({
    form: { ...(await fieldsOf(t, study, 'facts')), location: 'There' },
  }),
  [`POST ${P}/interviews/:interviewId/notes`]: (_t, { questionId }) => ({
    form: {
      [`revision-${questionId}`]: 0,
      [`state-${questionId}`]: 'asked',
      [`notes-${questionId}`]: 'Yes.',
    },
  }),
  [`POST ${P}/interviews/:interviewId/questions`]: () => ({ form: { text: 'And then?' } }),
  [`POST ${P}/interviews/:interviewId/source`]: () => ({}),
  [`POST ${P}/interviews/:interviewId/remove`]: async (_t, { ctx }) => ({
    ids: { interviewId: await anInterview(ctx) },
  }),

  [`POST ${P}/register/import`]: () => ({ form: { text: 'Ann Lee HEALTH 15.3.2013 MS' } }),
  [`POST ${DRAFT}/reading`]: () => ({ form: { order: 'day' } }),
  [`POST ${DRAFT}/row`]: () => ({ form: { row: 2, do: 'aside' } }),
  [`POST ${DRAFT}/rows`]: () => ({ form: { show: 'all', row: 2, group: 'Others' } }),
  [`POST ${DRAFT}/columns`]: async (_t, { ctx }) => {
    const rows = [{ line: 1, cells: ['When', 'Who'] }];
    const given = { kind: 'table' as const, sheets: [{ name: '', rows }] };
    return {
      ids: { draftId: await startDraft(ctx, { name: 'a.csv', given, columns: {} }) },
      form: { 'use-0': 'date', 'use-1': 'respondents' },
    };
  },
  [`POST ${DRAFT}/finish`]: () => ({}),
  [`POST ${DRAFT}/discard`]: () => ({}),

  [`POST ${P}/respondents`]: () => ({ form: { role: 'Clerk' } }),
  [`POST ${P}/respondents/:respondentId`]: () => ({ form: { role: 'Clerk', revision: 1 } }),
  [`POST ${P}/respondents/:respondentId/identity`]: () => ({ form: { name: 'Ada' } }),
  [`POST ${P}/respondents/:respondentId/erase`]: async (_t, { ctx, respondentId }) => {
    const { reference } = await ctx.db
      .selectFrom('respondent')
      .select('reference')
      .where('id', '=', respondentId)
      .executeTakeFirstOrThrow();
    return { form: { confirmed: reference } };
  },
  [`POST ${P}/respondents/set`]: (_t, { respondentId }) => ({
    form: { respondent: respondentId, what: 'group', value: 'Others' },
  }),
  [`POST ${P}/respondents/:respondentId/merge`]: async (_t, { ctx }) => {
    const other = await aRespondent(ctx);
    return { form: { with: '', other, seen_this: 1, seen_other: 1 } };
  },
  [`POST ${P}/respondents/:respondentId/split`]: async (_t, { ctx, respondentId }) => ({
    form: { interview: await anInterview(ctx, [respondentId]) },
  }),
  [`POST ${P}/respondents/:respondentId/remove`]: async (_t, { ctx }) => ({
    ids: { respondentId: await aRespondent(ctx) },
  }),
  [`POST ${P}/respondents/groups`]: () => ({ form: { name: 'Others' } }),
  [`POST ${P}/respondents/groups/:id`]: () => ({ form: { name: 'Others' } }),
  [`POST ${P}/respondents/groups/:id/remove`]: async (_t, { ctx }) => ({
    ids: { groupId: await aGroup(ctx) },
  }),
  [`POST ${P}/respondents/regions`]: () => ({ form: { name: 'Elsewhere' } }),
  [`POST ${P}/respondents/regions/:id`]: () => ({ form: { name: 'Elsewhere' } }),
  [`POST ${P}/respondents/regions/:id/remove`]: async (_t, { ctx }) => ({
    ids: { regionId: await aRegion(ctx) },
  }),
  [`POST ${P}/respondents/variables`]: () => ({ form: { name: 'Years', type: 'number' } }),
  [`POST ${P}/respondents/variables/:id`]: () => ({ form: { name: 'Years' } }),
  [`POST ${P}/respondents/variables/:id/classes`]: async (_t, { ctx }) => ({
    ids: {
      variableId: (await addVariable(ctx, { name: ctx.newGuid(), type: 'number', options: [] }))
        .value,
    },
    form: { bounds: '20, 40' },
  }),
  [`POST ${P}/respondents/variables/:id/remove`]: () => ({}),

  [`POST ${P}/sample`]: (_t, { groupId, regionId }) => ({
    form: { [`planned-${groupId}-${regionId}`]: 6 },
  }),
  [`POST ${P}/sample/import`]: () => ({ form: { table: 'group,planned\nOthers,6\n' } }),
  [`POST ${P}/overview-table/published`]: () => ({
    form: { rows: 'region', table: 'Elsewhere,1,1' },
  }),

  [`POST ${P}/sources/upload`]: () => ({ form: withFile('new.txt', 'R-01: Something else.') }),
  [`POST ${P}/sources/variables`]: () => ({ form: { name: 'Year', type: 'number' } }),
  [`POST ${P}/sources/variables/:sourceVariableId`]: () => ({ form: { name: 'Year' } }),
  [`POST ${P}/sources/variables/:sourceVariableId/remove`]: () => ({}),
  [`POST ${P}/sources/set`]: async (_t, { ctx, sourceVariableId }) => ({
    form: { pick: await aSource(ctx, 'A paper.'), variable: sourceVariableId, value: 'law' },
  }),
  [`POST ${SOURCE}/values`]: async (_t, { ctx, sourceVariableId }) => ({
    ids: { sourceId: await aSource(ctx, 'A paper.') },
    form: { [`value-${sourceVariableId}`]: 'law' },
  }),
  [`POST ${SOURCE}/again`]: () => ({}),
  [`POST ${SOURCE}/details`]: () => ({
    form: { name: 'Renamed', kind: 'document', interview: '', revision: 1 },
  }),
  [`POST ${SOURCE}/speakers`]: async (_t, { ctx, sourceId }) => {
    const speaker = await firstId(ctx, 'speaker', 'source_id', sourceId);
    return { form: { [`speaker-${speaker}`]: 'interviewer' } };
  },
  [`POST ${SOURCE}/structure/questions`]: async (_t, { ctx, sourceId, questionId }) => {
    const segment = await firstId(ctx, 'segment', 'source_id', sourceId);
    const { start } = await ctx.db
      .selectFrom('segment')
      .select('start')
      .where('id', '=', segment)
      .executeTakeFirstOrThrow();
    return { form: { [`question-${start}`]: questionId, [`seen-${start}`]: 'found' } };
  },
  [`POST ${SOURCE}/structure/find`]: async (_t, { ctx, sourceId, questionId }) => {
    // Found once, and no longer there: looking again takes it away.
    await change(ctx, { kind: 'test.made', entity: 'source' }, (w) =>
      w.insert('structure_mark', {
        source_id: sourceId,
        mark: 'question',
        start: 10,
        end: 20,
        question_id: questionId,
        is_found: 1,
      }),
    );
    return {};
  },
  [`POST ${SOURCE}/structure/turn`]: () => ({ form: { at: 0, who: 'nobody' } }),
  [`POST ${SOURCE}/delete`]: () => ({}),
  [`POST ${SOURCE}/review`]: async (_t, { ctx }) => ({
    ids: { sourceId: await aReviewedSource(ctx) },
    form: { tracked: 'rejected', comments: 'leave' },
  }),
  [`POST ${SOURCE}/memos/:memoId/delete`]: async (_t, { ctx }) => {
    const sourceId = await aReviewedSource(ctx, { comments: true });
    return { ids: { sourceId, memoId: await firstId(ctx, 'memo', 'source_id', sourceId) } };
  },
  [`POST ${SOURCE}/encoding`]: async (_t, { ctx }) => {
    const bytes = Buffer.from('R-01: Caf\u00e9, often.', 'utf8');
    const upload = await readUpload({ name: 'caf\u00e9.txt', bytes });
    return {
      ids: { sourceId: (await importRead(ctx, upload)).value.id },
      form: { encoding: 'windows-1252' },
    };
  },

  [`POST ${SOURCE}/correct`]: async (_t, { ctx, sourceId }) => ({
    form: { sha256: await markOf(ctx, sourceId), start: 9, end: 20, text: 'R-01: We keep it' },
  }),
  [`POST ${SOURCE}/replace/upload`]: async (_t, { ctx, sourceId }) => ({
    form: { sha256: await markOf(ctx, sourceId), text: 'MT: What?\n\nR-01: Other words.' },
  }),
  [`POST ${SOURCE}/redact`]: async (_t, { ctx, sourceId }) => ({
    form: {
      sha256: await markOf(ctx, sourceId),
      word: 'always',
      as: '[word]',
      do: 'redact',
      confirmed: 'yes',
    },
  }),
  [`POST ${SOURCE}/look`]: async (_t, study) => ({ form: { coding: await changedCoding(study) } }),
  [`POST ${SOURCE}/look/remove`]: async (_t, study) => ({
    form: { coding: await changedCoding(study) },
  }),
  [`POST ${SOURCE}/lost/:lostId`]: async (_t, { ctx, sourceId }) => ({
    form: { sha256: await markOf(ctx, sourceId), words: 'always' },
  }),
  [`POST ${SOURCE}/lost/:lostId/remove`]: () => ({}),
  [`POST ${P}/searches`]: () => ({ form: { name: 'Migrants', search: 'q=migra*' } }),
  [`POST ${P}/searches/:savedId`]: () => ({ form: { name: 'Renamed', revision: 1 } }),
  [`POST ${P}/searches/:savedId/delete`]: () => ({}),
  [`POST ${P}/passages/queries`]: (_t, { codeId }) => ({
    form: { name: 'Of the code', query: `of=${codeId}&if=group.1` },
  }),
  [`POST ${P}/passages/queries/:queryId`]: () => ({ form: { name: 'Renamed', revision: 1 } }),
  [`POST ${P}/passages/queries/:queryId/delete`]: () => ({}),
  [`POST ${P}/themes/views`]: () => ({ form: { name: 'By region', view: 'by=region' } }),
  [`POST ${P}/themes/views/:viewId`]: () => ({ form: { name: 'Renamed', revision: 1 } }),
  [`POST ${P}/themes/views/:viewId/delete`]: () => ({}),
  [`POST ${CODE}/questions`]: (_t, { questionId }) => ({ form: { question: questionId } }),
  [`POST ${P}/search/code`]: (_t, { sourceId }) => ({
    form: {
      search: 'q=they',
      code: 'the heron in the attic code',
      mark: 'word',
      pick: `${sourceId}.1.${PASSAGE.start}.${PASSAGE.end}`,
    },
  }),

  [`POST ${SOURCE}/code-many`]: (_t, { sourceId }) => ({
    form: {
      by: 'words',
      words: 'they',
      code: 'the heron in the attic code',
      pick: `${sourceId}.1.${PASSAGE.start}.${PASSAGE.end}`,
    },
  }),
  [`POST ${SOURCE}/codings`]: (_t, { codeId }) => ({ form: { ...PASSAGE, code: codeId } }),
  [`POST ${SOURCE}/codings/new-code`]: () => ({ form: { ...PASSAGE, name: 'In vivo' } }),
  [`POST ${SOURCE}/codings/:codingId/remove`]: () => ({}),
  [`POST ${SOURCE}/codings/:codingId/replace`]: async (_t, { ctx }) => ({
    form: { code: await aCode(ctx) },
  }),
  [`POST ${SOURCE}/codings/:codingId/report`]: () => ({ form: { on: 'yes' } }),
  [`POST ${SOURCE}/codings/:codingId/resize`]: () => ({ form: PASSAGE }),
  [`POST ${SOURCE}/codings/:codingId/memo`]: () => ({ form: { body: 'Why?' } }),
  [`POST ${SOURCE}/undo`]: async (_t, study) => {
    await anotherCoding(study);
    return {};
  },
  [`POST ${SOURCE}/redo`]: async (_t, study) => {
    await anotherCoding(study);
    await undoLast(study.ctx);
    return {};
  },
  [`POST ${SOURCE}/changes/:changeId/undo`]: () => ({}),
};

/**
 * Addresses that only change a list on its way in: a working paper, confidential and no part of the project, which is
 * deleted when it is imported or put away. They leave no change and touch no recorded row.
 */
export const WORKING_PAPERS: ReadonlySet<string> = new Set([
  `POST ${P}/register/import`,
  `POST ${DRAFT}/reading`,
  `POST ${DRAFT}/row`,
  `POST ${DRAFT}/rows`,
  `POST ${DRAFT}/discard`,
  `POST ${CODE}/split`,
  `POST ${CODE}/split/send`,
  `POST ${CODE}/split/discard`,
]);

/** The hash of a source's text, as forms send it back. */
async function markOf(ctx: Study['ctx'], sourceId: number): Promise<string> {
  return (await readText(ctx, sourceId)).sha256;
}

/** The study's coding after a correction of the very words it stands on. */
async function changedCoding({ ctx, sourceId, codingId }: Study): Promise<number> {
  const sha256 = await markOf(ctx, sourceId);
  await correctText(ctx, sourceId, { sha256, start: 16, end: 20 }, 'These');
  return codingId;
}

async function anotherCoding({ ctx, sourceId }: Study): Promise<number> {
  return aCoding(ctx, { source: sourceId, code: await aCode(ctx), start: 21, end: 25 });
}

function withFile(name: string, text: string): FormData {
  const form = new FormData();
  form.append('file', new File([text], name));
  form.append('files', new File([text], name));
  return form;
}

/** The hidden and typed fields of a page's own form, as a browser would send them back. */
async function fieldsOf(t: TestApp, study: Study, page: string): Promise<FormFields> {
  const html = await (
    await t.get(`/projects/${study.projectId}/interviews/${study.interviewId}/${page}`)
  ).text();
  const stamp = /name="stamp"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="stamp"/u.exec(html);
  return {
    date: '2026-01-05',
    kind: 'individual',
    status: 'done',
    consent: 'given',
    respondent: study.respondentId,
    stamp: stamp?.[1] ?? stamp?.[2] ?? '',
  };
}

/** From a document with a comment and tracked changes. */
async function aReviewedSource(ctx: Study['ctx'], choice = {}): Promise<number> {
  const upload = await readUpload({ name: 'draft.docx', bytes: await reviewedDocx() });
  return (await importRead(ctx, upload, { again: true, ...choice })).value.id;
}

async function firstId(
  ctx: Study['ctx'],
  table: keyof Schema & ('speaker' | 'segment' | 'memo'),
  column: 'source_id',
  value: number,
): Promise<number> {
  const row = await ctx.db
    .selectFrom(table)
    .select('id')
    .where(column, '=', value)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
