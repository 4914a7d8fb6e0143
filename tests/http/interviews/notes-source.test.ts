import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addQuestion } from '../../../src/guide/index.ts';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { check } from '../../../src/upkeep/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent } from '../../factories/data.ts';

/** When done, the notes become a source whose segments know their question and speaker. */

let t: TestApp;
let interview: number;
let questions: number[];
beforeEach(async () => {
  t = await testApp();
  questions = [];
  for (const text of ['What is your job?', 'Where do you get stuck?'])
    questions.push((await addQuestion(t.ctx, blank(text))).value);
  interview = await anInterview(t.ctx, [await aRespondent(t.ctx, { reference: 'R-09' })], {
    reference: 'I-04',
    notes: 'Noisy canteen.',
  });
});
afterEach(() => t.close());

const blank = (text: string) => ({ section: '', text, prompts: '', serves: '', forWhom: '' });
const path = (rest = '') => `/projects/${t.ctx.projectId}/interviews/${interview}${rest}`;
const note = async (n: number, notes: string) => {
  const id = questions[n] ?? 0;
  const { revision = 0 } =
    (await t.ctx.db
      .selectFrom('answer')
      .select('revision')
      .where('question_id', '=', id)
      .executeTakeFirst()) ?? {};
  const form: FormFields = { [`notes-${id}`]: notes, [`revision-${id}`]: revision };
  await t.post(path('/notes'), { ...form, [`state-${id}`]: 'asked' });
};
const make = () => t.post(path('/source'));
const source = () =>
  t.ctx.db
    .selectFrom('source as s')
    .innerJoin('source_text as x', (join) =>
      join.onRef('x.source_id', '=', 's.id').onRef('x.version', '=', 's.version'),
    )
    .select(['s.id', 's.name', 's.kind', 's.version', 's.length', 'x.text'])
    .executeTakeFirst();
/** Each segment as `question speaker: words`. */
const segments = async () => {
  const text = (await source())?.text ?? '';
  const rows = await t.ctx.db
    .selectFrom('segment as g')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .select(['g.start', 'g.end', 'g.kind', 'g.question_id', 'p.label'])
    .orderBy('g.position')
    .execute();
  return rows.map(
    ({ start, end, kind, question_id: question, label }) =>
      `${kind} ${question === null ? '-' : questions.indexOf(question) + 1} ${label ?? '-'}: ${text.slice(start, end)}`,
  );
};
const codings = async () => {
  const text = (await source())?.text ?? '';
  const rows = await t.ctx.db.selectFrom('coding').select(['start', 'end']).orderBy('id').execute();
  return rows.map(({ start, end }) => text.slice(start, end));
};
const coded = async (words: string) => {
  const { id = 0, text = '' } = (await source()) ?? {};
  const start = text.indexOf(words);
  const code = await aCode(t.ctx);
  await aCoding(t.ctx, { source: id, code, start, end: start + words.length });
};

describe('notes made into a source', () => {
  beforeEach(async () => {
    await note(0, 'Head of unit.\n\nSince **2009**.');
    await note(1, 'Permits.');
  });

  it('are one text of kind notes, each answer under its question, with its speaker', async () => {
    expect((await make()).headers.get('location')).toContain('/sources/');
    expect(await source()).toMatchObject({ name: 'I-04, notes', kind: 'notes', version: 1 });
    expect(await segments()).toEqual([
      'heading - -: ## Other notes',
      'paragraph - -: Noisy canteen.',
      'heading 1 -: ## 1. What is your job?',
      'paragraph 1 R-09: Head of unit.',
      'paragraph 1 R-09: Since **2009**.',
      'heading 2 -: ## 2. Where do you get stuck?',
      'paragraph 2 R-09: Permits.',
    ]);
  });

  it('name nobody as the speaker where several were interviewed', async () => {
    interview = await anInterview(t.ctx, [await aRespondent(t.ctx), await aRespondent(t.ctx)]);
    const id = questions[0] ?? 0;
    await t.post(path('/notes'), { [`notes-${id}`]: 'They agree.', [`revision-${id}`]: 0 });
    await make();
    expect((await segments()).at(-1)).toBe('paragraph 1 -: They agree.');
  });

  it('are one change that one undo takes back and redo brings again, with all they know', async () => {
    const before = (await listChanges(t.ctx)).length;
    await make();
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    const made = await segments();
    await undoLast(t.ctx);
    expect(await source()).toBeUndefined();
    await t.post(`/projects/${t.ctx.projectId}/redo`);
    expect(await segments()).toEqual(made);
  });

  it('are not made twice, and not made again by themselves', async () => {
    await make();
    const before = (await listChanges(t.ctx)).length;
    await make();
    expect(await listChanges(t.ctx)).toHaveLength(before);
    await note(1, 'Permits, still.');
    expect((await source())?.text).not.toContain('still');
  });

  it('are offered on the page, and offered again once they have changed', async () => {
    const page = async () => (await t.get(path())).text();
    expect(await page()).toContain('Make a source of these notes');
    await make();
    expect(await page()).not.toMatch(/Make a source of these notes|Bring the source up to date/u);
    await note(1, 'Permits, still.');
    expect(await page()).toContain('Bring the source up to date');
  });

  it('are offered in the answer to the save that has the first words of them', async () => {
    const id = questions[0] ?? 0;
    const empty = await anInterview(t.ctx);
    const save = async (words: string, revision: number) => {
      const form = { [`revision-${id}`]: revision, [`notes-${id}`]: words };
      const answer = await t.post(`/projects/${t.ctx.projectId}/interviews/${empty}/notes`, form, {
        'hx-request': 'true',
        'hx-request-type': 'partial',
      });
      return /id="notes-source" hx-swap-oob="true">(.*?)<\/div>/su.exec(await answer.text())?.[1];
    };
    expect(await save('', 0)).toBe('');
    expect(await save('Permits.', 0)).toContain('Make a source of these notes');
  });

  it('are shown in the workbench under their questions', async () => {
    const { headers } = await make();
    const page = await (await t.get(headers.get('location') ?? '')).text();
    expect(page).toContain('Where do you get stuck?');
    expect(page).toContain('Permits.');
  });
});

describe('a source of notes brought up to date', () => {
  const page = async (rest: string) =>
    (await t.get(`/projects/${t.ctx.projectId}/sources/${(await source())?.id}${rest}`)).text();
  beforeEach(async () => {
    await note(0, 'Head of unit. Permits take long.');
    await note(1, 'Permits take long. Nobody answers.');
    await make();
  });

  it('keeps every coding on its passage, under its question', async () => {
    await coded('Nobody answers');
    await coded('Head of unit');
    await note(0, 'Since 2009: Head of unit. Permits take long.');
    await note(1, 'First of all: Permits take long. Nobody answers.');
    await make();
    expect((await source())?.version).toBe(2);
    expect(await codings()).toEqual(['Nobody answers', 'Head of unit']);
  });

  it('also when the text becomes shorter; undo puts text, codings and segments back exactly', async () => {
    await coded('Nobody answers.');
    const [text, before] = [(await source())?.text, await segments()];
    await note(0, 'Head.');
    await note(1, 'Nobody answers.');
    expect((await make()).status).toBe(303);
    expect(await codings()).toEqual(['Nobody answers.']);
    expect((await source())?.length).toBe((await source())?.text.length);
    await undoLast(t.ctx);
    expect((await source())?.text).toBe(text);
    expect(await codings()).toEqual(['Nobody answers.']);
    expect(await segments()).toEqual(before);
  });

  it('lists a coding whose words changed to be looked at', async () => {
    await coded('Nobody answers');
    await note(1, 'Permits take long. Nobody ever answers.');
    await make();
    expect(await codings()).toEqual(['Nobody ever answers']);
    expect(await page('/look')).toContain('Nobody answers');
  });

  it('keeps a coding whose words are gone as lost, with its context; undo puts it back', async () => {
    await coded('Nobody answers');
    await note(1, 'Permits take long.');
    expect((await make()).status).toBe(303);
    expect(await codings()).toEqual([]);
    expect(await page('/look')).toMatch(/take long\..*Nobody answers/su);
    expect(await check({ opened: t.opened, dataDir: t.deps.dataDir })).toEqual([]);
    await undoLast(t.ctx);
    expect(await codings()).toEqual(['Nobody answers']);
    expect(await t.ctx.db.selectFrom('lost_coding').select('id').execute()).toEqual([]);
  });

  it('keeps what was corrected of its speakers on the words it was said of', async () => {
    const { id = 0, text = '' } = (await source()) ?? {};
    const start = text.indexOf('Permits take long. Nobody');
    const end = text.indexOf('answers.') + 'answers.'.length;
    t.opened.sqlite.exec(
      `insert into structure_mark (source_id, mark, start, "end", speaker_id) values (${id}, 'speaker', ${start}, ${end}, null)`,
    );
    await note(0, 'Head of unit, since 2009. Permits take long.');
    await make();
    const speakers = (await segments()).filter((one) => one.startsWith('paragraph'));
    expect(speakers).toEqual([
      'paragraph - -: Noisy canteen.',
      'paragraph 1 R-09: Head of unit, since 2009. Permits take long.',
      'paragraph 2 -: Permits take long. Nobody answers.',
    ]);
  });
});

it('an interview without notes has nothing to make a source of', async () => {
  interview = await anInterview(t.ctx);
  expect((await make()).status).toBe(422);
  expect(await (await t.get(path())).text()).not.toContain('Make a source');
});
