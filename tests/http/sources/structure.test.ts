import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Insertable } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import { addQuestion, listQuestions } from '../../../src/guide/index.ts';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import {
  addSource,
  changeSource,
  correctTurns,
  getSource,
  listSegments,
  nameSpeakers,
  readText,
  removeSource,
} from '../../../src/sources/index.ts';
import { rebuildSegments } from '../../../src/sources/index.ts';
import { question } from '../security/study.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent } from '../../factories/data.ts';

const TALK = `Moderator: What slows you down in an ordinary week?

Mr Dabor: The forms do.

They come in three languages.

Mr Dauber: And slowly.

Note: the line dropped.

Moderator: And then?

Mr Dauber: Then we wait [inaudible 00:05:15] long.
`;

let t: TestApp;
let id: number;
let respondent: number;
beforeEach(async () => {
  t = await testApp();
  await addQuestion(t.ctx, question('What slows you down in an ordinary week?'));
  await addQuestion(t.ctx, question('What would you leave alone?'));
  respondent = await aRespondent(t.ctx, { reference: 'R-07' });
  const interviewId = await anInterview(t.ctx, [respondent]);
  id = (await addSource(t.ctx, { name: 'Talk', text: TALK, interviewId })).value.id;
});
afterEach(() => t.close());

const here = (): string => `/projects/${t.ctx.projectId}/sources/${id}`;
const segments = () => listSegments(t.ctx, id);
const speakers = async () => (await segments()).map(({ speaker }) => speaker);
const idOf = async (label: string): Promise<number> =>
  (
    await t.ctx.db
      .selectFrom('speaker')
      .select('id')
      .where('source_id', '=', id)
      .where('label', '=', label)
      .executeTakeFirstOrThrow()
  ).id;
const at = (words: string): number => TALK.indexOf(words);

/** Everything that a correction must leave alone. */
const words = async () => ({
  text: await readText(t.ctx, id),
  codings: await t.ctx.db.selectFrom('coding').selectAll().execute(),
});

/** Segments as they are, but for their ids. */
const shapes = async () => (await segments()).map(({ id: _id, ...rest }) => rest);

describe('the page of speakers and questions', () => {
  it('shows each name with turns, words and a sample, the counts, and the question that was found', async () => {
    const html = await (await t.get(`${here()}/structure`)).text();
    expect(html).toContain('6 turns');
    expect(html).toContain('1 time stamp inside turns');
    expect(html).toContain('1 question of the guide');
    expect(html).toContain('2 turns, 8 words');
    expect(html).toContain('Note');
  });

  it('says in one form, as one change, who everybody is; undo brings all of it back', async () => {
    const before = await shapes();
    const changes = (await listChanges(t.ctx)).length;
    const [dabor, dauber, note] = await Promise.all(
      ['Mr Dabor', 'Mr Dauber', 'Note'].map((label) => idOf(label)),
    );
    const answer = await t.post(`${here()}/speakers`, {
      [`speaker-${dauber}`]: respondent,
      [`seen-${dauber}`]: 'nobody',
      [`speaker-${dabor}`]: `same-${dauber}`,
      [`seen-${dabor}`]: 'nobody',
      [`speaker-${note}`]: 'none',
      [`seen-${note}`]: 'nobody',
    });
    expect(answer.status).toBe(303);
    expect(await speakers()).toEqual([
      'Moderator',
      'Mr Dauber',
      'Mr Dauber',
      'Mr Dauber',
      'Mr Dauber',
      'Moderator',
      'Mr Dauber',
    ]);
    expect(await listChanges(t.ctx)).toHaveLength(changes + 1);
    await undoLast(t.ctx);
    expect(await shapes()).toEqual(before);
  });

  it('takes a label for a speaker that was not taken for one', async () => {
    const text = 'A long report of several paragraphs.\n\nAnna: she is named once.\n\nIt goes on.';
    id = (await addSource(t.ctx, { name: 'Report', text })).value.id;
    expect(await speakers()).toEqual([null, null, null]);
    await t.post(`${here()}/speakers`, { 'label-0': 'Anna', 'label-0-who': 'nobody' });
    expect(await speakers()).toEqual([null, 'Anna', null]);
  });

  it('refuses two names that would each be a spelling of the other, beside the field, keeping what was chosen', async () => {
    const before = await shapes();
    const [dabor, dauber] = await Promise.all([idOf('Mr Dabor'), idOf('Mr Dauber')]);
    const answer = await t.post(`${here()}/speakers`, {
      [`speaker-${dauber}`]: `same-${dabor}`,
      [`speaker-${dabor}`]: `same-${dauber}`,
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('would be a spelling of itself');
    expect(await shapes()).toEqual(before);
  });

  it('refuses a choice over what somebody else said since, and changes nothing', async () => {
    const dauber = await idOf('Mr Dauber');
    await nameSpeakers(t.ctx, id, { who: new Map([[dauber, respondent]]) });
    const before = await shapes();
    const answer = await t.post(`${here()}/speakers`, {
      [`speaker-${dauber}`]: 'interviewer',
      [`seen-${dauber}`]: 'nobody',
    });
    expect(answer.status).toBe(409);
    expect(await shapes()).toEqual(before);
  });

  it('sets the same names in other sources when asked to, where nobody said who they are', async () => {
    const text = 'Mr Dauber: One.\n\nGuide: Two.\n\nMr Dauber: Three.\n\nGuide: Four.';
    const other = (await addSource(t.ctx, { name: 'Other', text })).value.id;
    const dauber = await idOf('Mr Dauber');
    await t.post(`${here()}/speakers`, {
      [`speaker-${dauber}`]: 'interviewer',
      everywhere: 'yes',
    });
    const there = await listSegments(t.ctx, other);
    expect(there.map(({ isInterviewer }) => isInterviewer)).toEqual([true, false, true, false]);
  });
});

describe('one turn', () => {
  it('is said to be somebody’s whom the text does not name, with the paragraphs that go on in it', async () => {
    const answer = await t.post(`${here()}/structure/turn`, {
      at: at('Mr Dabor'),
      who: `respondent-${respondent}`,
      seen_who: 'found',
    });
    expect(answer.status).toBe(303);
    expect((await speakers()).slice(0, 4)).toEqual(['Moderator', 'R-07', 'R-07', 'Mr Dauber']);
    const page = await (await t.get(`${here()}/structure/turn?at=${at('Mr Dabor')}`)).text();
    expect(page).toContain('corrected');
  });

  it('goes back to what was found', async () => {
    const before = await shapes();
    const offset = at('Mr Dabor');
    await correctTurns(t.ctx, id, new Map([[offset, { who: 'nobody' as const }]]));
    expect((await speakers())[1]).toBeNull();
    await correctTurns(t.ctx, id, new Map([[offset, { who: 'found' as const }]]));
    expect(await shapes()).toEqual(before);
  });

  it('between two turns is not found', async () => {
    expect((await t.get(`${here()}/structure/turn?at=99999`)).status).toBe(404);
  });
});

describe('questions of the guide in a text', () => {
  const asked = async () => (await segments()).map(({ questionId }) => questionId);

  it('are found on import where the interviewer puts them, and what follows belongs to them', async () => {
    const [first] = await listQuestions(t.ctx);
    expect(await asked()).toEqual(Array(7).fill(first?.id));
  });

  it('are corrected, and what a person said stays when they are looked for again', async () => {
    const [first, second] = await listQuestions(t.ctx);
    const start = at('Moderator: And then');
    await t.post(`${here()}/structure/questions`, {
      [`question-${start}`]: second?.id ?? 0,
      [`seen-${start}`]: 'found',
    });
    const said = [
      ...Array<number>(5).fill(first?.id ?? 0),
      ...Array<number>(2).fill(second?.id ?? 0),
    ];
    expect(await asked()).toEqual(said);
    await t.post(`${here()}/structure/find`);
    expect(await asked()).toEqual(said);
  });

  it('go with the interview: of a text that belongs to none, none is known', async () => {
    const source = await getSource(t.ctx, id);
    const { name, kind, language, revision } = source;
    await changeSource(t.ctx, id, { name, kind, language, interviewId: null }, revision);
    expect(await asked()).toEqual(Array(7).fill(null));
    await undoLast(t.ctx);
    expect((await asked())[0]).not.toBeNull();
  });
});

describe('correcting the structure', () => {
  it('never changes the text or a coding, and segments made anew are the same', async () => {
    const code = await aCode(t.ctx);
    await aCoding(t.ctx, { source: id, code, start: at('The forms'), end: at('languages') });
    const before = await words();
    const [dabor, dauber, note] = await Promise.all(
      ['Mr Dabor', 'Mr Dauber', 'Note'].map((label) => idOf(label)),
    );
    const steps = [
      () => nameSpeakers(t.ctx, id, { who: new Map([[note ?? 0, 'none' as const]]) }),
      () => nameSpeakers(t.ctx, id, { who: new Map([[dabor ?? 0, { sameAs: dauber ?? 0 }]]) }),
      () => correctTurns(t.ctx, id, new Map([[at('They'), { who: { respondent } }]])),
      () => correctTurns(t.ctx, id, new Map([[at('And then'), { question: 'none' as const }]])),
    ];
    for (const step of steps) {
      await step();
      expect(await words()).toEqual(before);
      const as = await shapes();
      await t.ctx.db.transaction().execute((trx) => rebuildSegments(trx, id));
      expect(await shapes()).toEqual(as);
    }
  });

  it('goes with the source, and comes back with it', async () => {
    const [dabor, dauber] = await Promise.all([idOf('Mr Dabor'), idOf('Mr Dauber')]);
    await nameSpeakers(t.ctx, id, { who: new Map([[dauber, { sameAs: dabor }]]) });
    await correctTurns(t.ctx, id, new Map([[at('They'), { who: 'nobody' as const }]]));
    const before = await shapes();
    await removeSource(t.ctx, id);
    const left: (keyof Schema)[] = ['speaker', 'structure_mark', 'segment'];
    for (const table of left)
      expect(await t.ctx.db.selectFrom(table).select('id').execute(), table).toEqual([]);
    await undoLast(t.ctx);
    expect(await shapes()).toEqual(before);
  });
});

describe('interviewers', () => {
  it('are known on import by their name or their initials', async () => {
    const interviewId = await anInterview(t.ctx, [respondent]);
    const add = async (name: string) => {
      const values: Insertable<Schema['interviewer']> = {
        project_id: t.ctx.projectId,
        name,
        name_fold: name.toLowerCase(),
        user_id: null,
      };
      const { id: interviewer_id } = await t.ctx.db
        .insertInto('interviewer')
        .values(values)
        .returning('id')
        .executeTakeFirstOrThrow();
      await t.ctx.db
        .insertInto('interview_interviewer')
        .values({ interview_id: interviewId, interviewer_id, position: 1 })
        .execute();
    };
    await add('Maren Tolvik');
    const text = 'MT: So?\n\nBo: Yes.\n\nMaren Tolvik: Sure?\n\nBo: Yes.\n\nMT: Good.';
    id = (await addSource(t.ctx, { name: 'Named', text, interviewId })).value.id;
    expect((await segments()).map(({ isInterviewer }) => isInterviewer)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
