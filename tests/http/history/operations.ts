import type { Ctx } from '../../../src/deps.ts';
import { NotFound } from '../../../src/domain/errors.ts';
import { fingerprint } from '../../../src/domain/guide/index.ts';
import { addCode } from '../../../src/codebook/index.ts';
import { changeCode, moveCode } from '../../../src/codebook/commands.ts';
import { mergeCode } from '../../../src/codebook/merge.ts';
import { deleteCode } from '../../../src/codebook/remove.ts';
import {
  addCoding,
  applyNewCode,
  removeCoding,
  resizeCoding,
  writeMemo,
} from '../../../src/codings/index.ts';
import { addQuestion, listAnswers } from '../../../src/guide/index.ts';
import { changeQuestion, moveQuestion, removeQuestion } from '../../../src/guide/questions.ts';
import type { Done } from '../../../src/history/index.ts';
import {
  changeInterview,
  createInterview,
  removeInterview,
  saveNotes,
  setStatus,
  type InterviewInput,
} from '../../../src/interviews/index.ts';
import { stampOf } from '../../../src/interviews/stamp.ts';
import {
  addNamed,
  changeIdentity,
  changeRespondent,
  createRespondent,
  mergeRespondents,
  removeRespondent,
  type RespondentInput,
} from '../../../src/respondents/index.ts';
import {
  addSource,
  changeSource,
  correctTurns,
  listSegments,
  listSpeakers,
  nameSpeakers,
  readText,
  removeSource,
} from '../../../src/sources/index.ts';

/** A number from 0 up to, not including, `below`. */
type Random = (below: number) => number;
export type Operation = (ctx: Ctx, random: Random) => Promise<Done<unknown>>;

const NAMES = ['Capacity', 'Visibility', 'Employers', 'Zürich', '東京', 'Été', 'Nord-Süd', 'R & D'];
const WORDS = ['We are heard.', 'Nobody asks 😀.', 'Two of us, e\u0301.', 'שלום', 'Half a week.'];

const oneOf = <T>(random: Random, list: readonly T[]): T => {
  const found = list[random(list.length)];
  if (found === undefined) throw new NotFound('test.nothingThere');
  return found;
};
const named = (random: Random): string => `${oneOf(random, NAMES)} ${random(40)}`;

type Owned = 'code' | 'coding' | 'source' | 'respondent' | 'interview';

async function pick(ctx: Ctx, table: Owned, random: Random) {
  const rows = await ctx.db
    .selectFrom(table)
    .select(['id', 'revision'])
    .where('project_id', '=', ctx.projectId)
    .orderBy('id')
    .execute();
  return oneOf(random, rows);
}

async function pickQuestion(ctx: Ctx, random: Random) {
  return oneOf(
    random,
    await ctx.db.selectFrom('question').select(['id', 'revision']).orderBy('id').execute(),
  );
}

/** Some turns of an interview, with characters of every width. */
function aText(random: Random): string {
  const turns = Array.from({ length: 3 + random(4) }, (_, turn) => {
    const words = Array.from({ length: 1 + random(4) }, () => oneOf(random, WORDS)).join(' ');
    return `${turn % 2 === 0 ? 'MS' : 'R-01'}: ${words}`;
  });
  return `${turns.join('\n\n')}\n`;
}

async function aPassage(ctx: Ctx, random: Random, sourceId: number) {
  const { text, version } = await readText(ctx, sourceId);
  const start = random(text.length);
  return { sourceId, version, start, end: start + random(20) };
}

const respondentInput = (random: Random): RespondentInput => ({
  kind: random(4) === 0 ? 'group' : 'person',
  headCount: 1 + random(6),
  group: oneOf(random, NAMES),
  region: oneOf(random, NAMES),
  role: oneOf(random, NAMES),
  organisation: oneOf(random, ['', ...NAMES]),
});

async function interviewInput(ctx: Ctx, random: Random): Promise<InterviewInput> {
  const met =
    random(3) === 0 ? respondentInput(random) : (await pick(ctx, 'respondent', random)).id;
  return {
    date: random(5) === 0 ? null : `2026-0${1 + random(9)}-1${random(9)}`,
    endDate: null,
    mode: 'in person',
    location: oneOf(random, NAMES),
    language: '',
    consent: oneOf(random, ['given', 'withdrawn', 'not recorded'] as const),
    mayQuote: '',
    respondents: [met],
    interviewers: [oneOf(random, ['MS', 'ET', 'RG'])],
  };
}

const questionInput = (random: Random) => ({
  section: oneOf(random, ['', ...NAMES]),
  text: `What of ${named(random)}?`,
  prompts: '',
  serves: '',
  forWhom: '',
});

async function answerInput(ctx: Ctx, random: Random, interviewId: number) {
  const { question, answer } = oneOf(random, await listAnswers(ctx, interviewId));
  return {
    questionId: question.id,
    state: oneOf(random, ['asked', 'not asked', 'not reached', 'declined', null] as const),
    notes: oneOf(random, ['', ...WORDS]),
    revision: answer.revision,
  };
}

/** What people do all day, each by the command that the pages use. */
export const OPERATIONS: readonly [name: string, Operation][] = [
  [
    'a code',
    async (ctx, random) => {
      const parentId = random(2) === 0 ? null : (await pick(ctx, 'code', random)).id;
      return addCode(ctx, { name: named(random), parentId });
    },
  ],
  [
    'a code changed',
    async (ctx, random) =>
      changeCode(ctx, (await pick(ctx, 'code', random)).id, {
        name: named(random),
        definition: oneOf(random, WORDS),
        key: oneOf(random, ['', '1', '2', '3']),
        isCodable: random(3) > 0,
      }),
  ],
  [
    'a code moved',
    async (ctx, random) => {
      const parentId = random(3) === 0 ? null : (await pick(ctx, 'code', random)).id;
      return moveCode(ctx, (await pick(ctx, 'code', random)).id, { parentId, beforeId: null });
    },
  ],
  [
    'codes merged',
    async (ctx, random) =>
      mergeCode(ctx, (await pick(ctx, 'code', random)).id, (await pick(ctx, 'code', random)).id),
  ],
  ['a code deleted', async (ctx, random) => deleteCode(ctx, (await pick(ctx, 'code', random)).id)],
  [
    'a source',
    async (ctx, random) => {
      const interviewId = random(2) === 0 ? null : (await pick(ctx, 'interview', random)).id;
      return addSource(ctx, { name: named(random), text: aText(random), interviewId });
    },
  ],
  [
    'a source changed',
    async (ctx, random) => {
      const { id, revision } = await pick(ctx, 'source', random);
      const interviewId = random(2) === 0 ? null : (await pick(ctx, 'interview', random)).id;
      const details = { name: named(random), kind: 'document' as const, language: '', interviewId };
      return changeSource(ctx, id, details, revision);
    },
  ],
  [
    'speakers named',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'source', random);
      const { id: speaker } = oneOf(random, await listSpeakers(ctx, id));
      const who = random(2) === 0 ? 'interviewer' : (await pick(ctx, 'respondent', random)).id;
      return nameSpeakers(ctx, id, { who: new Map([[speaker, who]]) });
    },
  ],
  [
    'a speaker taken for none, or for another spelling',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'source', random);
      const speakers = await listSpeakers(ctx, id);
      const { id: speaker } = oneOf(random, speakers);
      const sameAs = oneOf(random, speakers).id;
      const who = random(2) === 0 ? ('none' as const) : { sameAs };
      return nameSpeakers(ctx, id, { who: new Map([[speaker, who]]) });
    },
  ],
  [
    'a turn corrected',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'source', random);
      const { start } = oneOf(random, await listSegments(ctx, id));
      const respondent = (await pick(ctx, 'respondent', random)).id;
      const who = oneOf(random, ['nobody', 'interviewer', 'found', { respondent }] as const);
      const question = oneOf(random, ['none', 'goesOn', 'found'] as const);
      return correctTurns(ctx, id, new Map([[start, { who, question }]]));
    },
  ],
  [
    'a source removed',
    async (ctx, random) => removeSource(ctx, (await pick(ctx, 'source', random)).id),
  ],
  ...(['a coding', 'another coding'] as const).map((name): [string, Operation] => [
    name,
    async (ctx, random) => {
      const { id: codeId } = await pick(ctx, 'code', random);
      const passage = await aPassage(ctx, random, (await pick(ctx, 'source', random)).id);
      return addCoding(ctx, { ...passage, codeId });
    },
  ]),
  [
    'a coding with a new code',
    async (ctx, random) => {
      const passage = await aPassage(ctx, random, (await pick(ctx, 'source', random)).id);
      return applyNewCode(ctx, passage, `${named(random)} > ${named(random)}`);
    },
  ],
  [
    'a coding resized',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'coding', random);
      const { source_id } = await ctx.db
        .selectFrom('coding')
        .select('source_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return resizeCoding(ctx, id, await aPassage(ctx, random, source_id));
    },
  ],
  [
    'a memo on a coding',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'coding', random);
      const memo = await ctx.db
        .selectFrom('memo')
        .select('revision')
        .where('coding_id', '=', id)
        .executeTakeFirst();
      return writeMemo(ctx, id, oneOf(random, ['', ...WORDS]), memo?.revision ?? null);
    },
  ],
  [
    'a coding removed',
    async (ctx, random) => removeCoding(ctx, (await pick(ctx, 'coding', random)).id),
  ],
  ['a region', (ctx, random) => addNamed(ctx, 'region', named(random))],
  ['a respondent', async (ctx, random) => createRespondent(ctx, respondentInput(random))],
  [
    'a respondent changed',
    async (ctx, random) => {
      const { id, revision } = await pick(ctx, 'respondent', random);
      return changeRespondent(ctx, id, respondentInput(random), { revision });
    },
  ],
  [
    'an identity changed',
    async (ctx, random) =>
      changeIdentity(ctx, (await pick(ctx, 'respondent', random)).id, {
        name: named(random),
        contact: oneOf(random, ['', ...NAMES]),
      }),
  ],
  [
    'respondents merged',
    async (ctx, random) => {
      const [one, other] = [
        await pick(ctx, 'respondent', random),
        await pick(ctx, 'respondent', random),
      ];
      const seen = { this: one.revision, other: other.revision };
      const choices = new Map([['group', oneOf(random, ['this', 'other'] as const)]] as const);
      return mergeRespondents(ctx, one.id, { other: other.id, choices, seen });
    },
  ],
  [
    'a respondent removed',
    async (ctx, random) => removeRespondent(ctx, (await pick(ctx, 'respondent', random)).id),
  ],
  ['an interview', async (ctx, random) => createInterview(ctx, await interviewInput(ctx, random))],
  [
    'an interview changed',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'interview', random);
      return changeInterview(ctx, id, await interviewInput(ctx, random), await stampOf(ctx.db, id));
    },
  ],
  [
    'a status',
    async (ctx, random) =>
      setStatus(
        ctx,
        (await pick(ctx, 'interview', random)).id,
        oneOf(random, ['planned', 'done', 'coded'] as const),
      ),
  ],
  [
    'an answer',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'interview', random);
      return saveNotes(ctx, id, { answers: [await answerInput(ctx, random, id)] });
    },
  ],
  [
    'free notes',
    async (ctx, random) => {
      const { id } = await pick(ctx, 'interview', random);
      const { notes } = await ctx.db
        .selectFrom('interview')
        .select('notes')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const free = { notes: oneOf(random, WORDS), seen: fingerprint(notes) };
      return saveNotes(ctx, id, { answers: [], free });
    },
  ],
  [
    'an interview removed',
    async (ctx, random) => removeInterview(ctx, (await pick(ctx, 'interview', random)).id),
  ],
  ['a question', async (ctx, random) => addQuestion(ctx, questionInput(random))],
  [
    'a question changed',
    async (ctx, random) => {
      const { id, revision } = await pickQuestion(ctx, random);
      return changeQuestion(ctx, id, questionInput(random), revision);
    },
  ],
  [
    'a question moved',
    async (ctx, random) =>
      moveQuestion(ctx, (await pickQuestion(ctx, random)).id, random(2) === 0 ? -1 : 1),
  ],
  [
    'a question removed',
    async (ctx, random) => removeQuestion(ctx, (await pickQuestion(ctx, random)).id),
  ],
];
