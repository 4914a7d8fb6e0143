/** What changed between two versions of a text, in code units of each. */
import { alignment } from './alignment.ts';
import type { Span } from './span.ts';

/** One stretch that reads differently. Either side may be empty: words that came, words that went. */
export interface Change {
  before: Span;
  after: Span;
}

interface Token extends Span {
  text: string;
}

const LINES = /[^\n]*\n|[^\n]+/gu;
/** A word, a run of white space, or one character; scripts without spaces between words go by character. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+|\s+|./gsu;

/**
 * The changes in order, none touching the next. Outside them both texts read the same, so that doing them one after the
 * other turns the one text into the other. Lines are compared first and words only where lines differ; time grows with
 * the length of the text and with the square of a changed stretch.
 */
export function difference(before: string, after: string): Change[] {
  const whole = {
    before: { start: 0, end: before.length },
    after: { start: 0, end: after.length },
  };
  const lines = changesIn(before, after, whole, LINES);
  return joined(
    before,
    lines.flatMap((change) => changesIn(before, after, change, WORDS)),
  );
}

function changesIn(before: string, after: string, within: Change, pattern: RegExp): Change[] {
  const old = tokensOf(before, within.before, pattern);
  const now = tokensOf(after, within.after, pattern);
  const texts = (tokens: readonly Token[]) => tokens.map(({ text }) => text);
  return alignment(texts(old), texts(now)).map((range) => ({
    before: spanOf(old, range.before, within.before.end),
    after: spanOf(now, range.after, within.after.end),
  }));
}

function tokensOf(text: string, { start, end }: Span, pattern: RegExp): Token[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: found }) => ({
    text: found,
    start: start + index,
    end: start + index + found.length,
  }));
}

/** Code units that a range of tokens covers; of an empty range, the place where it stands. */
function spanOf(tokens: readonly Token[], range: Span, end: number): Span {
  const start = tokens[range.start]?.start ?? end;
  return { start, end: range.start === range.end ? start : (tokens[range.end - 1]?.end ?? end) };
}

/**
 * Changes without a word between them are one: that the same space or comma stands between two rewritten words does not
 * make them two.
 */
function joined(text: string, changes: readonly Change[]): Change[] {
  const apart: Change[] = [];
  for (const change of changes) {
    const last = apart.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.before.end, change.before.start))) {
      last.before.end = change.before.end;
      last.after.end = change.after.end;
    } else {
      apart.push({ before: { ...change.before }, after: { ...change.after } });
    }
  }
  return apart;
}
