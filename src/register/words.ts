import type { Messages } from '../../views/messages/index.ts';
import type { BroughtDoubt } from '../domain/register/brought/index.ts';

type Sentence = (doubt: BroughtDoubt) => string;

/** What a doubt says: what was made of it, and what to do. */
export function doubtSentence(t: Messages, doubt: BroughtDoubt): string {
  const { doubts, rowDoubts, problems } = t.register;
  const sentences: Record<string, Sentence> = {
    paste: doubts,
    table: rowDoubts,
    problem: problems,
  }[doubt.said];
  return sentences[doubt.reason]?.(doubt) ?? doubt.reason;
}
