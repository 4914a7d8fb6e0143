import type { Classification, CountOptions, Study } from '../../../src/domain/crosstab/study.ts';

/**
 * A study small enough to reckon by hand.
 *
 *   respondents   R1 Africa · R2 Africa · R3 Europe · R4 Europe · R5 (an unnamed group, no region given)
 *   interviews    I1: R1 · I2: R2 and R3 together · I3: R4 · I4: R1 again · I5: R5 · I6: R2, a debrief
 *   codes         1 Visibility > (2 Capacity, 3 Communication) · 4 Tripartism
 *   sources       S1 … S6 of I1 … I6 · S7 a document
 *
 *   coded         S1  0-10  Capacity       twice, by two coders
 *                 S1  0-10  Communication  the same passage
 *                 S1 20-30  Capacity
 *                 S2  0-10  Capacity       nobody knows which of the two said it
 *                 S2 50-60  Tripartism     R3 said it
 *                 S4  0-10  Capacity       R1 in the second interview
 *                 S5  0-10  Visibility
 *                 S6  0-10  Tripartism     in the debrief
 *                 S7  0-10  Capacity       in the document
 *
 *   question 5    asked I1, declined I2, not asked I3, not reached I5; I4 nobody said
 *   question 6    asked I3
 */
export const CODE = { visibility: 1, capacity: 2, communication: 3, tripartism: 4 };

const coding = (
  source: number,
  start: number,
  codeId: number,
  more: { coderId?: number; respondentIds?: number[] } = {},
) => ({
  codeId,
  sourceId: source,
  interviewId: source === 7 ? null : source,
  coderId: 1,
  start,
  end: start + 10,
  ...more,
});

const interview = (id: number, respondentIds: number[], isDebrief = false) => ({
  id,
  respondentIds,
  isDebrief,
});

export const STUDY: Study = {
  codes: [
    { id: 1, parentId: null, name: 'Visibility', position: 1 },
    { id: 2, parentId: 1, name: 'Capacity', position: 1 },
    { id: 3, parentId: 1, name: 'Communication', position: 2 },
    { id: 4, parentId: null, name: 'Tripartism', position: 2 },
  ],
  codings: [
    coding(1, 0, CODE.capacity),
    coding(1, 0, CODE.capacity, { coderId: 2 }),
    coding(1, 0, CODE.communication),
    coding(1, 20, CODE.capacity),
    coding(2, 0, CODE.capacity),
    coding(2, 50, CODE.tripartism, { respondentIds: [3] }),
    coding(4, 0, CODE.capacity),
    coding(5, 0, CODE.visibility),
    coding(6, 0, CODE.tripartism),
    coding(7, 0, CODE.capacity),
  ],
  interviews: [
    interview(1, [1]),
    interview(2, [2, 3]),
    interview(3, [4]),
    interview(4, [1]),
    interview(5, [5]),
    interview(6, [2], true),
  ],
  respondents: [1, 2, 3, 4, 5].map((id) => ({ id })),
  sources: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id, interviewId: id === 7 ? null : id })),
  answers: [
    { interviewId: 1, questionId: 5, state: 'asked' },
    { interviewId: 2, questionId: 5, state: 'declined' },
    { interviewId: 3, questionId: 5, state: 'not asked' },
    { interviewId: 5, questionId: 5, state: 'not reached' },
    { interviewId: 4, questionId: 5, state: null },
    { interviewId: 3, questionId: 6, state: 'asked' },
  ],
};

export const REGION_OF = new Map([
  [1, ['africa']],
  [2, ['africa']],
  [3, ['europe']],
  [4, ['europe']],
]);

export const BY_REGION = {
  by: 'respondent' as const,
  columns: [
    { key: 'africa', label: 'Africa' },
    { key: 'europe', label: 'Europe' },
  ],
  notGiven: 'not given',
  of: REGION_OF,
} satisfies Classification;

export const BY_SOURCE = {
  by: 'source' as const,
  columns: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ key: String(id), label: `S${id}` })),
  of: new Map([1, 2, 3, 4, 5, 6, 7].map((id) => [id, [String(id)]])),
} satisfies Classification;

export const OPEN: CountOptions & { minCell: number } = {
  unit: 'respondents',
  over: 'all',
  withSubcodes: true,
  countDebriefs: false,
  minCell: 0,
};
