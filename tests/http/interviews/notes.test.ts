import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerPrint, fingerprint } from '../../../src/domain/guide/index.ts';
import { addQuestion } from '../../../src/guide/index.ts';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRespondent, aSource } from '../../factories/data.ts';

let t: TestApp;
let interview: number;
let question: number;
const FRAGMENT = { 'hx-request': 'true', 'hx-request-type': 'partial' };

beforeEach(async () => {
  t = await testApp();
  question = (await ask('Where do you get stuck?')).value;
  interview = await anInterview(t.ctx);
});
afterEach(() => t.close());

const ask = (text: string, forWhom = '') =>
  addQuestion(t.ctx, { section: '', text, prompts: 'Day to day', serves: '', forWhom });
const path = (rest = '') => `/projects/${t.ctx.projectId}/interviews/${interview}${rest}`;
const note = (notes: string, revision: number, state = '', id = question): FormFields => ({
  [`notes-${id}`]: notes,
  [`revision-${id}`]: revision,
  [`state-${id}`]: state,
});
const save = (form: FormFields) => t.post(path('/notes'), form, FRAGMENT);
const answers = () =>
  t.ctx.db.selectFrom('answer').select(['question_id', 'state', 'notes', 'revision']).execute();
const freeNotes = async () =>
  (await t.ctx.db.selectFrom('interview').select('notes').executeTakeFirstOrThrow()).notes;

describe('the page of an interview', () => {
  it('has each question with its prompts, its state and its notes', async () => {
    await save(note('The permits.', 0, 'asked'));
    const page = await (await t.get(path())).text();
    expect(page).toContain('Where do you get stuck?');
    expect(page).toContain('Day to day');
    expect(page).toContain('The permits.');
    expect(page).toContain('1 of 1 question asked');
    expect(page).toMatch(/value="asked" checked/u);
  });

  it('offers the right questions: those for others are folded away, a condition in words is shown', async () => {
    const group = await aGroup(t.ctx, 'Workers');
    await aGroup(t.ctx, 'Employers');
    interview = await anInterview(t.ctx, [await aRespondent(t.ctx, { group_id: group })]);
    await ask('What do your members say?', 'Employers');
    await ask('What is your part in the group?', 'who works with it');
    const page = await (await t.get(path())).text();
    const [offered = '', folded = ''] = page.split('1 question for other respondents');
    expect(offered).toContain('For: who works with it');
    expect(offered).not.toContain('What do your members say?');
    expect(folded).toContain('What do your members say?');
  });

  it('shows notes as safe HTML to read', async () => {
    await save(note('**Wants** more<script>alert(1)</script>', 0, 'asked'));
    const page = await (await t.get(path('/read'))).text();
    expect(page).toContain('<strong>Wants</strong>');
    expect(page).not.toContain('<script>alert');
  });

  it('leads to the transcripts and documents of the interview', async () => {
    await aSource(t.ctx, 'Hello', { interview_id: interview, name: 'I-01 transcript' });
    expect(await (await t.get(path())).text()).toContain('I-01 transcript');
  });

  it('of another project is not there', async () => {
    expect((await t.get(`/projects/${t.ctx.projectId}/interviews/9999`)).status).toBe(404);
    expect((await t.get(path().replace(/^\/projects\/\d+/u, '/projects/9999'))).status).toBe(404);
  });
});

describe('saving while one types', () => {
  it('answers with the revision that the next save needs, and keeps line ends as they were typed', async () => {
    const first = await save(note('One\r\n- two', 0));
    expect(first.status).toBe(200);
    expect(await first.text()).toContain(`name="revision-${question}" value="1"`);
    await save(note('One\n- two, three', 1));
    expect(await answers()).toEqual([
      { question_id: question, state: null, notes: 'One\n- two, three', revision: 2 },
    ]);
  });

  it('records the change without the words', async () => {
    await save(note('Told in confidence', 0, 'asked'));
    const [change] = await listChanges(t.ctx);
    expect(change?.kind).toBe('notes.saved');
    const { rows, detail } = await t.ctx.db
      .selectFrom('change')
      .select(['rows', 'detail'])
      .where('kind', '=', 'notes.saved')
      .executeTakeFirstOrThrow();
    expect(rows + detail).not.toContain('confidence');
  });

  it('can be undone, a later addition without what was typed before it', async () => {
    await save(note('One', 0));
    for (let second = 0; second < 400; second += 1) t.deps.now();
    await save(note('Two', 1));
    await undoLast(t.ctx);
    expect((await answers())[0]?.notes).toBe('One');
  });

  it('changes nothing when the same is sent again', async () => {
    await save(note('One', 0, 'asked'));
    const before = await listChanges(t.ctx);
    expect((await save(note('One', 0, 'asked'))).status).toBe(200);
    expect(await listChanges(t.ctx)).toHaveLength(before.length);
  });

  it('of nothing at all writes nothing', async () => {
    await save(note('', 0));
    expect(await answers()).toEqual([]);
  });

  it('keeps the free notes apart from the questions', async () => {
    const response = await save({
      'notes-free': 'Noisy canteen',
      'revision-free': fingerprint(''),
    });
    expect(response.status).toBe(200);
    expect(await freeNotes()).toBe('Noisy canteen');
  });
});

describe('two people in the same notes', () => {
  it('see each other’s version, and nothing of either is lost or overwritten', async () => {
    await save(note('Theirs', 0, 'asked'));
    const response = await save(note('Mine', 0, 'declined'));
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toContain('Theirs');
    expect(text).toContain('Mine');
    expect(await answers()).toMatchObject([{ notes: 'Theirs', state: 'asked' }]);
  });

  it('get a 409 as often as the stale note is sent', async () => {
    await save(note('Theirs', 0));
    await save(note('Mine', 0));
    expect((await save(note('Mine and more', 0))).status).toBe(409);
    expect((await answers())[0]?.notes).toBe('Theirs');
  });

  it('lose no free notes either', async () => {
    const empty = fingerprint('');
    await save({ 'notes-free': 'Theirs', 'revision-free': empty });
    const response = await save({ 'notes-free': 'Mine', 'revision-free': empty });
    expect(response.status).toBe(409);
    expect(await freeNotes()).toBe('Theirs');
  });

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
    ['both', 'Theirs\n\nMine'],
  ])('choose %s, also without script', async (choice, notes) => {
    await save(note('Theirs', 0));
    const chosen = {
      ...note('Mine', 0),
      [`token-${question}`]: 1,
      [`resolve-${question}`]: choice,
    };
    expect((await t.post(path('/notes'), chosen)).status).toBe(303);
    expect((await answers())[0]?.notes).toBe(notes);
  });

  it('cannot choose away a third version that nobody has seen', async () => {
    await save(note('Theirs', 0));
    await save(note('Theirs again', 1));
    const chosen = {
      ...note('Mine', 0),
      [`token-${question}`]: 1,
      [`resolve-${question}`]: 'mine',
    };
    expect((await t.post(path('/notes'), chosen)).status).toBe(409);
    expect((await answers())[0]?.notes).toBe('Theirs again');
  });

  it('are not one person whose answer got lost on the way: what was sent before is recognised', async () => {
    await save(note('Half a sen', 0));
    const sent = {
      ...note('Half a sentence', 0),
      [`sent-${question}`]: answerPrint('', 'Half a sen'),
    };
    expect((await save(sent)).status).toBe(200);
    expect((await answers())[0]?.notes).toBe('Half a sentence');
  });
});

describe('without script', () => {
  it('one button saves every note as one change', async () => {
    const other = (await ask('What would you change?')).value;
    const before = (await listChanges(t.ctx)).length;
    const form = {
      ...note('One', 0, 'asked'),
      ...note('Two', 0, 'not reached', other),
      'notes-free': 'Three',
      'revision-free': fingerprint(''),
    };
    expect((await t.post(path('/notes'), form)).status).toBe(303);
    expect((await answers()).map(({ notes }) => notes)).toEqual(['One', 'Two']);
    expect(await freeNotes()).toBe('Three');
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('what conflicts is shown with what was typed, and the rest is saved', async () => {
    const other = (await ask('What would you change?')).value;
    await save(note('Theirs', 0));
    const response = await t.post(path('/notes'), {
      ...note('Mine', 0),
      ...note('Two', 0, '', other),
    });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('<!doctype html>');
    expect(page).toContain('Theirs');
    expect(page).toMatch(/<textarea[^>]*>\s*Mine/u);
    expect((await answers()).map(({ notes }) => notes)).toEqual(['Theirs', 'Two']);
  });

  it('the interview can be called done with the notes', async () => {
    interview = await anInterview(t.ctx, [], { status: 'planned' });
    await t.post(path('/notes'), { ...note('One', 0), then: 'done' });
    const { status } = await t.ctx.db
      .selectFrom('interview')
      .select('status')
      .where('id', '=', interview)
      .executeTakeFirstOrThrow();
    expect(status).toBe('done');
  });
});

describe('what cannot be saved', () => {
  it('is a state that there is not', async () => {
    const response = await save(note('One', 0, 'maybe'));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('asked, not asked, not reached or declined');
    expect(await answers()).toEqual([]);
  });

  it('is a note on a question of another project', async () => {
    const response = await save(note('One', 0, '', 9999));
    expect(response.status).toBe(422);
    expect(await answers()).toEqual([]);
  });

  it('is a note of half a million characters and one more', async () => {
    const response = await save(note('x'.repeat(500_001), 0));
    expect(response.status).toBe(422);
    expect(await answers()).toEqual([]);
  });
});
