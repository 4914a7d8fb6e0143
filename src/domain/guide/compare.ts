import { QUESTION_FIELDS } from './merge.ts';
import type { QuestionDraft } from './types.ts';

/** A question of one version; its guid is the same in every version. */
export type VersionedQuestion = QuestionDraft & { guid: string };

export interface GuideComparison<Q> {
  added: Q[];
  removed: Q[];
  /** Another text, number, section and so on; fields in the order they are shown. */
  changed: { before: Q; after: Q; fields: (typeof QUESTION_FIELDS)[number][] }[];
  /** At another place among the questions that both have. */
  moved: Q[];
}

/** What is different from one version of a guide to another, each in the order of its version. */
export function compareGuides<Q extends VersionedQuestion>(
  before: readonly Q[],
  after: readonly Q[],
): GuideComparison<Q> {
  const was = new Map(before.map((question, at) => [question.guid, { question, at }]));
  const is = new Set(after.map(({ guid }) => guid));
  const kept = after.flatMap((question) => {
    const old = was.get(question.guid);
    return old ? [{ before: old.question, after: question, at: old.at }] : [];
  });
  const inOrder = longestRising(kept.map(({ at }) => at));
  return {
    added: after.filter(({ guid }) => !was.has(guid)),
    removed: before.filter(({ guid }) => !is.has(guid)),
    changed: kept.flatMap((pair) => {
      const fields = QUESTION_FIELDS.filter((field) => pair.before[field] !== pair.after[field]);
      return fields.length === 0 ? [] : [{ before: pair.before, after: pair.after, fields }];
    }),
    moved: kept.filter((_, n) => !inOrder.has(n)).map((pair) => pair.after),
  };
}

/** Indices of a longest rising run of numbers that need not be neighbours: what stayed in order while the others moved. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best = numbers.map((_, n) => ({ length: 1, from: -1, n }));
  for (const one of best)
    for (const earlier of best.slice(0, one.n))
      if ((numbers[earlier.n] ?? 0) < (numbers[one.n] ?? 0) && earlier.length >= one.length)
        Object.assign(one, { length: earlier.length + 1, from: earlier.n });
  let end = best.reduce((a, b) => (b.length > a.length ? b : a), { length: 0, from: -1, n: -1 }).n;
  const found = new Set<number>();
  while (end >= 0) {
    found.add(end);
    end = best[end]?.from ?? -1;
  }
  return found;
}
