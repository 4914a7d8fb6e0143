/**
 * The one place that converts between UTF-16 code units (inside the program) and Unicode code
 * points (CSV, REFI-QDA, SQL `substr`). `👍` is two units and one code point. A lone surrogate, which
 * canonical text never has, counts as one of each.
 */
import { splitsPair } from './span.ts';

/** Code units between two checkpoints: a look-up reads at most this many. A power of two. */
const STEP = 1024;

export type OffsetIndex = {
  /** Length of the text in code points. */
  readonly codePointLength: number;
  /** Code units -> code points. RangeError outside the text or inside a character. */
  toCodePoints(unitOffset: number): number;
  /** Code points -> code units. RangeError outside the text. */
  toCodeUnits(codePointOffset: number): number;
};

/** Code units -> code points, once. RangeError outside the text or inside a character. */
export function toCodePoints(text: string, unitOffset: number): number {
  checkUnits(text, unitOffset);
  return countFrom(text, 0, unitOffset);
}

/** Code points -> code units, once. RangeError outside the text. */
export function toCodeUnits(text: string, codePointOffset: number): number {
  if (!Number.isInteger(codePointOffset) || codePointOffset < 0) throw outside(codePointOffset);
  return walkFrom(text, 0, codePointOffset);
}

/** For many conversions in one text. Costs nothing when the text has no character of two units. */
export function createOffsetIndex(text: string): OffsetIndex {
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text) ? checkpointIndex(text) : sameIndex(text);
}

function sameIndex(text: string): OffsetIndex {
  const same = (offset: number): number => {
    checkUnits(text, offset);
    return offset;
  };
  return { codePointLength: text.length, toCodePoints: same, toCodeUnits: same };
}

function checkpointIndex(text: string): OffsetIndex {
  // checkpoints[k]: how many code points begin before unit k * STEP.
  const checkpoints = new Uint32Array(Math.floor(text.length / STEP) + 1);
  let codePointLength = 0;
  for (let k = 0; k * STEP <= text.length; k += 1) {
    checkpoints[k] = codePointLength;
    codePointLength += countFrom(text, k * STEP, Math.min(text.length, (k + 1) * STEP));
  }
  const at = (k: number): number => checkpoints[k] ?? 0;
  return {
    codePointLength,
    toCodePoints(unitOffset) {
      checkUnits(text, unitOffset);
      const k = Math.floor(unitOffset / STEP);
      return at(k) + countFrom(text, k * STEP, unitOffset);
    },
    toCodeUnits(codePointOffset) {
      if (
        !Number.isInteger(codePointOffset) ||
        codePointOffset < 0 ||
        codePointOffset > codePointLength
      ) {
        throw outside(codePointOffset);
      }
      let low = 0;
      let high = checkpoints.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (at(middle) <= codePointOffset) low = middle;
        else high = middle - 1;
      }
      return walkFrom(text, low * STEP, codePointOffset - at(low));
    },
  };
}

/** Code points that begin in `[from, to)`, offsets in code units. */
function countFrom(text: string, from: number, to: number): number {
  let count = to - from;
  for (let i = from; i < to; i += 1) if (isLow(text, i) && splitsPair(text, i)) count -= 1;
  return count;
}

/** The unit offset `count` code points after `from`. RangeError when the text ends before. */
function walkFrom(text: string, from: number, count: number): number {
  // `from` may stand inside a pair that began, and was counted, before it.
  let at = splitsPair(text, from) ? from + 1 : from;
  for (let left = count; left > 0; left -= 1) {
    if (at >= text.length) throw outside(count);
    at += splitsPair(text, at + 1) ? 2 : 1;
  }
  return at;
}

function isLow(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

function checkUnits(text: string, offset: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) throw outside(offset);
  if (splitsPair(text, offset)) throw new RangeError(`Offset ${offset} cuts a character in two`);
}

function outside(offset: number): RangeError {
  return new RangeError(`Offset ${offset} is outside the text`);
}
