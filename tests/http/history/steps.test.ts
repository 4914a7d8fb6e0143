import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addQuestion } from '../../../src/guide/index.ts';
import { change, checkChains, listChanges } from '../../../src/history/index.ts';
import { coderNamed } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { anInterview } from '../../factories/data.ts';

/** The clock moves on by a second with each look; each save is one request. */
let t: TestApp;
let interviewId: number;
let questions: number[];
beforeEach(async () => {
  t = await testApp();
  interviewId = await anInterview(t.ctx, [], { reference: 'I-90', status: 'planned' });
  questions = [];
  for (const text of ['Why?', 'How?']) {
    const { value } = await addQuestion(t.ctx, {
      ...{ section: '', text, prompts: '', serves: '', forWhom: '' },
    });
    questions.push(value);
  }
});
afterEach(() => t.close());

const project = (rest: string) => `/projects/${t.ctx.projectId}${rest}`;
const revisionOf = async (question: number) =>
  (
    await t.ctx.db
      .selectFrom('answer')
      .select('revision')
      .where('question_id', '=', question)
      .executeTakeFirst()
  )?.revision ?? 0;
async function type(question: number, notes: string, more: Record<string, string> = {}) {
  const answer = await t.post(project(`/interviews/${interviewId}/notes`), {
    [`revision-${question}`]: await revisionOf(question),
    [`state-${question}`]: 'asked',
    [`notes-${question}`]: notes,
    ...more,
  });
  expect(answer.status).toBe(303);
}
const notes = async () =>
  (await t.ctx.db.selectFrom('answer').select('notes').orderBy('id').execute()).map(
    (row) => row.notes,
  );
/** Sentences of the activity page about notes, with what stands beside them. */
const activity = async () =>
  [
    ...(await (await t.get(project('/activity'))).text()).matchAll(
      /activity-what">([^<]*Notes of[^<]*).*?activity-note">(.*?)<\/span>/gsu,
    ),
  ].map(([, sentence = '', note = '']) =>
    [sentence, /\d+ saves/u.exec(note)?.[0] ?? ''].filter(Boolean).join(': '),
  );
const press = async (what: 'undo' | 'redo') =>
  expect((await t.post(project(`/${what}`))).status).toBe(303);

describe('what one person types into one answer in a row', () => {
  it('is one line of the activity, while the record keeps every save', async () => {
    const [why = 0] = questions;
    const before = (await listChanges(t.ctx)).length;
    for (const words of ['W', 'We', 'We moved']) await type(why, words);
    expect(await activity()).toEqual(['Notes of I-90 saved (question 1): 3 saves']);
    expect(await listChanges(t.ctx)).toHaveLength(before + 3);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });

  it('is undone and done again as one step, exactly', async () => {
    const [why = 0, how = 0] = questions;
    await type(how, 'By boat');
    for (const words of ['W', 'We', 'We moved']) await type(why, words);
    const typed = await notes();
    await press('undo');
    expect(await notes()).toEqual(['By boat']);
    await press('redo');
    expect(await notes()).toEqual(typed);
    await press('undo');
    await press('undo');
    expect(await notes()).toEqual([]);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });

  it('is undone as one step from the activity page too', async () => {
    const [why = 0] = questions;
    for (const words of ['W', 'We', 'We moved']) await type(why, words);
    const page = await (await t.get(project('/activity'))).text();
    const undo = /action="([^"]*\/changes\/\d+\/undo)"/u.exec(page)?.[1] ?? '';
    await t.post(undo);
    expect(await notes()).toEqual([]);
  });

  it('is another step for another answer, after something else, and after a while', async () => {
    const [why = 0, how = 0] = questions;
    await type(why, 'W');
    await type(how, 'B');
    await type(why, 'We');
    expect(await activity()).toHaveLength(3);
    for (let n = 0; n < 400; n += 1) t.deps.now();
    await type(why, 'We moved');
    expect(await activity()).toHaveLength(4);
    await press('undo');
    expect(await notes()).toEqual(['We', 'B']);
  });

  it('is another step than ending the interview', async () => {
    const [why = 0] = questions;
    await type(why, 'W');
    await type(why, 'We', { then: 'done' });
    expect(await activity()).toHaveLength(2);
    await press('undo');
    expect(await notes()).toEqual(['W']);
  });
});

describe('undoing what was typed, when somebody else wrote in between', () => {
  it('is one change, however many saves it takes back', async () => {
    const [why = 0] = questions;
    for (const words of ['W', 'We', 'We moved']) await type(why, words);
    const before = (await listChanges(t.ctx)).length;
    await press('undo');
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    await press('redo');
    expect(await listChanges(t.ctx)).toHaveLength(before + 2);
    expect(await notes()).toEqual(['We moved']);
  });

  it('stops at the other’s words, says how many saves stay, and then who wrote', async () => {
    const [why = 0] = questions;
    const { value: maria } = await change(t.ctx, { kind: 'test.made', entity: 'user' }, (w) =>
      coderNamed(t.ctx, w, { name: 'Maria Tamm', initials: 'MT' }),
    );
    await type(why, 'W');
    await type(why, 'We');
    await write(maria, why, 'We, says Maria');
    await type(why, 'We, says Maria, moved');
    await press('undo');
    expect(await notes()).toEqual(['We, says Maria']);
    expect(await activity()).toContainEqual(
      expect.stringContaining('The 2 saves before it stay, since somebody else wrote there'),
    );
    const answer = await t.post(project('/undo'));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Maria Tamm built on it');
    expect(await notes()).toEqual(['We, says Maria']);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });
});

/** What somebody else saves in the same answer. */
async function write(userId: number, question: number, words: string) {
  const { id } = await t.ctx.db
    .selectFrom('answer')
    .select('id')
    .where('question_id', '=', question)
    .executeTakeFirstOrThrow();
  await change({ ...t.ctx, userId }, { kind: 'test.made', entity: 'answer' }, (w) =>
    w.update('answer', id, { notes: words }),
  );
}
