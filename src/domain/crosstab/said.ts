import type { StudyCoding } from './study.ts';

/** Codings that count for the same: one that stands for all of them, and their codes, each once. */
export interface Said {
  readonly coding: StudyCoding;
  readonly codeIds: readonly number[];
}

/** The same of one passage. A passage with two of them (which nothing stored has) says both under one number. */
export interface SaidInPassage extends Said {
  /** From nought, in the order of the list; what one passage says stands together. */
  readonly passage: number;
}

const NOBODY: readonly number[] = [];

/** Who says it in which source: passages that have this in common count for the same respondents and interviews. */
export function saidBy(
  { sourceId, respondentIds = NOBODY, questionIds = NOBODY }: StudyCoding,
  byQuestion: boolean,
): string | number {
  if (byQuestion && questionIds.length > 0)
    return `${sourceId} ${respondentIds.join()} ${questionIds.join()}`;
  return respondentIds.length === 0 ? sourceId : `${sourceId} ${respondentIds.join()}`;
}

type Codings = readonly StudyCoding[];

/**
 * What is reckoned of a list of codings is kept for as long as the list is: one table after another is counted from the
 * same list, and each begins with this.
 */
const kept = new WeakMap<Codings, Map<string, unknown>>();

function once<T>(codings: Codings, name: string, make: () => T): T {
  let known = kept.get(codings);
  if (!known) kept.set(codings, (known = new Map()));
  if (!known.has(name)) known.set(name, make());
  return known.get(name) as T;
}

/** Codings by who says it where and, by question, under which questions. Never change the list afterwards. */
export const saidTogether = (codings: Codings, byQuestion: boolean): readonly Said[] =>
  once(codings, `said ${byQuestion}`, () => {
    const found = new Map<string | number, { coding: StudyCoding; codes: Set<number> }>();
    for (const coding of codings) {
      const key = saidBy(coding, byQuestion);
      const same = found.get(key);
      if (same) same.codes.add(coding.codeId);
      else found.set(key, { coding, codes: new Set([coding.codeId]) });
    }
    return [...found.values()].map(({ coding, codes }) => ({ coding, codeIds: [...codes] }));
  });

/** Codings by passage (source + start + end), whoever coded it. Never change the list afterwards. */
export const inPassages = (codings: Codings, byQuestion: boolean): readonly SaidInPassage[] =>
  once(codings, `passages ${byQuestion}`, () => {
    const found: { passage: number; coding: StudyCoding; codeIds: number[] }[] = [];
    let passage = -1;
    let before: StudyCoding | undefined;
    for (const coding of inOrder(codings)) {
      const isNew = before === undefined || byPlace(before, coding) !== 0;
      before = coding;
      if (isNew) passage += 1;
      const same = isNew ? undefined : saidAlike(found, passage, saidBy(coding, byQuestion));
      if (!same) found.push({ passage, coding, codeIds: [coding.codeId] });
      else if (!same.codeIds.includes(coding.codeId)) same.codeIds.push(coding.codeId);
    }
    return found;

    function saidAlike(all: typeof found, number: number, by: string | number) {
      for (let at = all.length - 1; all[at]?.passage === number; at -= 1) {
        const one = all[at];
        if (one && saidBy(one.coding, byQuestion) === by) return one;
      }
      return undefined;
    }
  });

const byPlace = (a: StudyCoding, b: StudyCoding): number =>
  a.sourceId - b.sourceId || a.start - b.start || a.end - b.end;

/** By source and place; as they are, when they come so. */
const inOrder = (codings: Codings): Codings =>
  codings.every((coding, at) => at === 0 || byPlace(codings[at - 1] ?? coding, coding) <= 0)
    ? codings
    : codings.toSorted(byPlace);
