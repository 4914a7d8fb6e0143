import fc from 'fast-check';
import type {
  Classification,
  CountOptions,
  OneClassification,
  Study,
  StudyAnswer,
  StudyCoding,
} from '../../../src/domain/crosstab/study.ts';

const COLUMNS = ['a', 'b', 'c'];
const ids = (most: number) => fc.integer({ min: 1, max: most });
const STATES = ['asked', 'declined', 'not asked', 'not reached', null] as const;

const codes = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 })
  .map((parents) =>
    parents.map((parent, at) => ({
      id: at + 1,
      parentId: parent > 0 && parent <= at ? parent : null,
      name: `code ${at + 1}`,
      position: at,
    })),
  );

const respondents = fc
  .array(ids(4), { minLength: 6, maxLength: 6 })
  .map((heads) => heads.map((headCount, at) => ({ id: at + 1, headCount })));

const interviews = fc
  .array(fc.tuple(fc.uniqueArray(ids(6), { maxLength: 3 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 5,
    maxLength: 5,
  })
  .map((list) =>
    list.map(([respondentIds, kind], at) => ({ id: at + 1, respondentIds, isDebrief: kind === 0 })),
  );

/** Sources 1 to 5 belong to the interviews 1 to 5; source 6 is a document. */
export const coding: fc.Arbitrary<StudyCoding> = fc
  .record({
    sourceId: ids(6),
    codeId: ids(6),
    coderId: ids(2),
    start: fc.integer({ min: 0, max: 3 }),
  })
  .chain((made) =>
    fc
      .option(fc.uniqueArray(ids(6), { maxLength: 1 }), { nil: undefined })
      .map((respondentIds) => ({
        ...made,
        end: made.start + 1,
        interviewId: made.sourceId === 6 ? null : made.sourceId,
        ...(respondentIds ? { respondentIds } : {}),
      })),
  )
  .chain((made) =>
    fc.subarray([1, 2], { maxLength: 2 }).map((questionIds) => ({ ...made, questionIds })),
  );

const answers: fc.Arbitrary<StudyAnswer[]> = fc.array(
  fc.record({ interviewId: ids(5), questionId: ids(2), state: fc.constantFrom(...STATES) }),
  { maxLength: 8 },
);

export const study: fc.Arbitrary<Study> = fc.record({
  codes,
  respondents,
  interviews,
  answers,
  codings: fc.array(coding, { maxLength: 25 }),
  sources: fc.constant([1, 2, 3, 4, 5, 6].map((id) => ({ id, interviewId: id === 6 ? null : id }))),
});

/** Where each of some things falls: in one column, in two, or in none. */
const keys = (things: number) =>
  fc
    .array(fc.subarray(COLUMNS, { maxLength: 2 }), { minLength: things, maxLength: things })
    .map((lists) => new Map(lists.map((own, at) => [at + 1, own])));

const columns = COLUMNS.map((key) => ({ key, label: key }));
const notGiven = 'not given';

const one: fc.Arbitrary<OneClassification> = fc.oneof(
  keys(6).map((of) => ({ by: 'respondent' as const, columns, notGiven, of })),
  keys(5).map((of) => ({ by: 'interview' as const, columns, notGiven, of })),
  fc.constant({ by: 'document' as const, columns, notGiven, of: new Map([[6, ['a']]]) }),
  keys(6).map((of) => ({ by: 'source' as const, columns, of })),
  fc.constant({
    by: 'question' as const,
    columns: ['1', '2'].map((key) => ({ key, label: key })),
    notGiven,
  }),
);

/** One classification, or two at once. */
export const classification: fc.Arbitrary<Classification> = fc.oneof(
  { weight: 3, arbitrary: one },
  {
    weight: 1,
    arbitrary: fc
      .tuple(one, one)
      .map(([first, second]) => ({ by: 'both' as const, first, second })),
  },
);

export const options: fc.Arbitrary<CountOptions> = fc.record({
  unit: fc.constantFrom('respondents', 'people', 'interviews', 'passages', 'documents'),
  over: fc.constantFrom('all', 'asked', 'everyone', 'tied'),
  questionIds: fc.subarray([1, 2]),
  ties: fc
    .array(fc.subarray([1, 2]), { minLength: 6, maxLength: 6 })
    .map((lists) => new Map(lists.map((list, at) => [at + 1, list]))),
  withSubcodes: fc.boolean(),
  countDebriefs: fc.boolean(),
});
