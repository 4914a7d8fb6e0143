import type { Ctx } from '../../../src/deps.ts';
import { change } from '../../../src/history/index.ts';
import {
  aCode,
  aCoding,
  aGroup,
  anInterview,
  aRegion,
  aRespondent,
  aSource,
} from '../../factories/data.ts';

/** What a test needs of the study by name. */
export interface SmallStudy {
  groups: { workers: number; governments: number };
  regions: { africa: number; europe: number };
  codes: { visibility: number; capacity: number; money: number; tripartism: number };
  people: Record<'r1' | 'r2' | 'r3' | 'r4' | 'r5', number>;
  sources: Record<'s1' | 's2' | 's3' | 's4' | 's5' | 'document' | 'debrief', number>;
  /** Questions 1 and 2 of the guide. */
  questions: { one: number; two: number };
}

const TEXT = [
  'Interviewer: What gets in the way?',
  'R: Two desks cannot be everywhere, and one of them is empty since spring.',
  'Interviewer: And money?',
  'R: 👍 We have eight months of it. Nobody plans on eight months.',
].join('\n');

/** The span of some words of the text, code units. */
function span(words: string) {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`the text has no “${words}”`);
  return { start, end: start + words.length };
}

/**
 * Five respondents in four interviews, one of them a follow-up, one joint; a debrief, a document, a planned interview.
 *
 *   R-01 Workers, Africa        I-01 and again I-02     capacity (twice), money
 *   R-02 Workers, Europe        I-03, joint with R-03   capacity (the two of them)
 *   R-03 Governments, Europe    I-03                    tripartism, known to be said by R-03
 *   R-04 Governments, Africa    I-04                    nothing
 *   R-05 a group of six, Governments, no region  I-05   visibility itself
 *   debrief with R-04: tripartism · document: capacity · I-07 planned with R-04
 *
 *   Question 1: asked in I-01, declined in I-03, not reached in I-04. Question 2: asked in I-04.
 */
export async function aSmallStudy(ctx: Ctx): Promise<SmallStudy> {
  const groups = {
    workers: await aGroup(ctx, 'Workers'),
    governments: await aGroup(ctx, 'Governments'),
  };
  const regions = { africa: await aRegion(ctx, 'Africa'), europe: await aRegion(ctx, 'Europe') };
  const person = (reference: string, group_id: number, region_id: number | null, heads = 1) =>
    aRespondent(ctx, {
      reference,
      group_id,
      region_id,
      kind: heads > 1 ? 'group' : 'person',
      head_count: heads,
    });
  const people = {
    r1: await person('R-01', groups.workers, regions.africa),
    r2: await person('R-02', groups.workers, regions.europe),
    r3: await person('R-03', groups.governments, regions.europe),
    r4: await person('R-04', groups.governments, regions.africa),
    r5: await person('R-05', groups.governments, null, 6),
  };
  const talk = async (
    reference: string,
    respondents: number[],
    values: Parameters<typeof anInterview>[2] = {},
  ) => {
    const interview = await anInterview(ctx, respondents, {
      reference,
      location: 'Bangkok',
      ...values,
    });
    const source = await aSource(ctx, TEXT, {
      name: `${reference} transcript`,
      interview_id: interview,
    });
    return { interview, source };
  };
  const i1 = await talk('I-01', [people.r1]);
  const i2 = await talk('I-02', [people.r1], { kind: 'follow-up', location: 'Geneva' });
  const i3 = await talk('I-03', [people.r2, people.r3]);
  const i4 = await talk('I-04', [people.r4]);
  const i5 = await talk('I-05', [people.r5], { kind: 'group', location: '' });
  const debrief = await talk('I-06', [people.r4], { kind: 'debrief' });
  await anInterview(ctx, [people.r4], { reference: 'I-07', status: 'planned' });
  const document = await aSource(ctx, TEXT, { name: 'Project paper', kind: 'document' });

  const visibility = await aCode(ctx, 'Visibility');
  const capacity = await aCode(ctx, 'Capacity', { parent_id: visibility });
  const money = await aCode(ctx, 'Money', { parent_id: visibility });
  const tripartism = await aCode(ctx, 'Tripartism', { colour: '#2b8a66' });
  const mark = (source: number, code: number, words: string, coder?: number) =>
    aCoding(ctx, { source, code, ...span(words) }, coder === undefined ? {} : { coder_id: coder });
  const second = await aCoder(ctx, 'JM');
  await mark(i1.source, capacity, 'Two desks cannot be everywhere');
  await mark(i1.source, capacity, 'Two desks cannot be everywhere', second);
  await mark(i1.source, money, 'Two desks cannot be everywhere');
  await mark(i1.source, money, '👍 We have eight months of it.');
  await mark(i2.source, capacity, 'Nobody plans on eight months.');
  await mark(i3.source, capacity, 'Two desks cannot be everywhere');
  await mark(i3.source, tripartism, '👍 We have eight months of it.');
  await mark(i5.source, visibility, 'one of them is empty');
  await mark(debrief.source, tripartism, 'one of them is empty');
  await mark(document, capacity, 'one of them is empty');
  await nameSpeaker(ctx, i3.source, '👍 We have eight months of it.', people.r3);

  const questions = await aGuide(ctx);
  await answer(ctx, i1.interview, questions.one, 'asked');
  await answer(ctx, i3.interview, questions.one, 'declined');
  await answer(ctx, i4.interview, questions.one, 'not reached');
  await answer(ctx, i4.interview, questions.two, 'asked');
  return {
    groups,
    regions,
    codes: { visibility, capacity, money, tripartism },
    people,
    sources: {
      s1: i1.source,
      s2: i2.source,
      s3: i3.source,
      s4: i4.source,
      s5: i5.source,
      debrief: debrief.source,
      document,
    },
    questions,
  };
}

/** Another coder of the project. */
async function aCoder(ctx: Ctx, initials: string): Promise<number> {
  const { value } = await change(ctx, { kind: 'test.made', entity: 'user' }, async (w) => {
    const id = await w.insert('user', {
      guid: ctx.newGuid(),
      name: `Coder ${initials}`,
      initials,
      is_local: 0,
      created_at: ctx.now(),
    });
    await w.insert('member', { project_id: ctx.projectId, user_id: id, role: 'coder' });
    return id;
  });
  return value;
}

/** Gives the turn with these words a speaker of its own, linked to a respondent. */
async function nameSpeaker(ctx: Ctx, source: number, words: string, respondent: number) {
  await change(ctx, { kind: 'test.made', entity: 'speaker' }, async (w) => {
    const speaker = await w.insert('speaker', {
      source_id: source,
      label: 'R2',
      respondent_id: respondent,
      is_interviewer: 0,
    });
    await w.trx
      .updateTable('segment')
      .set({ speaker_id: speaker })
      .where('source_id', '=', source)
      .where('start', '<=', span(words).start)
      .where('end', '>', span(words).start)
      .execute();
  });
}

async function aGuide(ctx: Ctx) {
  const { value } = await change(ctx, { kind: 'test.made', entity: 'guide' }, async (w) => {
    const guide_id = await w.insert('guide', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      version: 1,
      name: 'Guide',
      created_at: ctx.now(),
    });
    const question = (number: string, text: string) =>
      w.insert('question', {
        guid: ctx.newGuid(),
        guide_id,
        number,
        section: '',
        text,
        prompts: '',
        serves: '',
        for_whom: '',
        position: Number(number),
        revision: 1,
      });
    return {
      one: await question('1', 'What gets in the way?'),
      two: await question('2', 'Who decides?'),
    };
  });
  return value;
}

export async function answer(
  ctx: Ctx,
  interview_id: number,
  question_id: number,
  state: 'asked' | 'not asked' | 'not reached' | 'declined',
) {
  await change(ctx, { kind: 'test.made', entity: 'answer' }, (w) =>
    w.insert('answer', {
      interview_id,
      question_id,
      state,
      notes: '',
      revision: 1,
      updated_by: ctx.userId,
      updated_at: ctx.now(),
    }),
  );
}
