import { foldName } from '../names.ts';
import type { QuestionDraft } from './types.ts';

export const QUESTION_FIELDS = [
  'number',
  'section',
  'text',
  'prompts',
  'serves',
  'forWhom',
] as const;

export interface GuideMerge<Q> {
  create: QuestionDraft[];
  change: { question: Q; draft: QuestionDraft }[];
  unchanged: number;
}

/** What bringing a guide in does to the one there is: questions meet by number; those the file leaves out stay. */
export function mergeGuide<Q extends QuestionDraft>(
  existing: readonly Q[],
  drafts: readonly QuestionDraft[],
): GuideMerge<Q> {
  const byNumber = new Map(existing.map((question) => [foldName(question.number), question]));
  const merge: GuideMerge<Q> = { create: [], change: [], unchanged: 0 };
  for (const draft of drafts) {
    const question = byNumber.get(foldName(draft.number));
    if (!question) merge.create.push(draft);
    else if (QUESTION_FIELDS.every((field) => question[field] === draft[field]))
      merge.unchanged += 1;
    else merge.change.push({ question, draft });
  }
  return merge;
}
