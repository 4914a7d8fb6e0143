/** Words that were divided at the end of a line. */

/** Between two lines of a paragraph: what stands at the end of the first says how they are put together. */
const DIVIDED = /(\p{L}[\p{L}\p{M}]*)([-\u00AD\u2010])$/u;
const GOES_ON = /^\p{Ll}[\p{L}\p{M}]*/u;

export interface Joiner {
  /** Two lines of a paragraph as one. */
  join(before: string, after: string): string;
  /** Words put together again so far. */
  rejoined(): number;
}

/**
 * Puts divided words together. `labour-` + `migration` is `labour-migration` when the document writes it so elsewhere in the
 * middle of a line, and else one word, for that is what a divided word nearly always is.
 * @param lines all lines of the document, whose words say how it writes them
 */
export function createJoiner(lines: readonly string[]): Joiner {
  const known = new Set(
    lines.flatMap(
      (line) =>
        line.toLowerCase().match(/\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu) ?? [],
    ),
  );
  let rejoined = 0;
  return {
    rejoined: () => rejoined,
    join(before, after) {
      const [, first, hyphen] = DIVIDED.exec(before) ?? [];
      if (first === undefined || hyphen === undefined)
        return /[\u2013\u2014/]$|(?<!\s)-$/u.test(before) || isUnspaced(before, after)
          ? before + after
          : `${before} ${after}`;
      const second = GOES_ON.exec(after)?.[0];
      if (hyphen === '\u00AD') {
        rejoined += 1;
        return before.slice(0, -1) + after;
      }
      if (second === undefined) return before + after;
      const whole = (first + second).toLowerCase();
      const compound = `${first}-${second}`.toLowerCase();
      if (known.has(compound) && !known.has(whole)) return before + after;
      rejoined += 1;
      return before.slice(0, -1) + after;
    },
  };
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}、。，「」]/u;

/** Chinese, Japanese and Thai write no spaces between words, so a line end stands for none. */
const isUnspaced = (before: string, after: string): boolean =>
  UNSPACED.test(before.at(-1) ?? '') && UNSPACED.test(after.charAt(0));
