/** Words made unreadable in place: every offset in the text stays where it was. */

const BLOCK = '█';

/** Blocks in a row before a blank, so that a long line still breaks. */
const ROW = 8;

/** A stretch with blocks instead of its characters; only line ends are left, so that word lengths tell nothing. */
export function blackOut(text: string): string {
  const line = (length: number) =>
    Array.from({ length }, (_, n) => (n % ROW === ROW - 1 && n < length - 1 ? ' ' : BLOCK)).join(
      '',
    );
  return text
    .split('\n')
    .map(({ length }) => line(length))
    .join('\n');
}

/** Each of the words blacked out wherever it stands by itself, in any case. */
export function blackOutWords(text: string, words: readonly string[]): string {
  const sought = words.filter((word) => word !== '').map(escaped);
  if (sought.length === 0) return text;
  const pattern = `(?<![\\p{L}\\p{N}])(?:${sought.join('|')})(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(pattern, 'giu'), (word) => BLOCK.repeat(word.length));
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** A speaker's label with one letter for all of its own, which is still read as a label. */
export function blackOutLabel(label: string, letter: string): string {
  return label.replace(/[\p{L}\p{M}\p{N}]/gu, (sign) => letter.repeat(sign.length));
}

/** A turn, in code units: its label and stamp stand before `bodyStart`. */
export interface Turn {
  start: number;
  bodyStart: number;
  end: number;
  /** Its words are somebody else's, whatever its label: they stay. */
  isKept?: boolean;
}

/**
 * What was said in the turns, and every one of the labels before their words.
 * @param turns in order
 * @param labels what each label becomes, of the same length
 */
export function blackOutTurns(
  text: string,
  turns: readonly Turn[],
  labels: ReadonlyMap<string, string>,
): string {
  // Of two labels that begin alike the longer one is meant.
  const longest = [...labels].sort(([a], [b]) => b.length - a.length);
  let [done, at] = ['', 0];
  for (const { start, bodyStart, end, isKept = false } of turns) {
    const opening = text.slice(start, bodyStart);
    const words = text.slice(bodyStart, end);
    done +=
      text.slice(at, start) + relabelled(opening, longest) + (isKept ? words : blackOut(words));
    at = end;
  }
  return done + text.slice(at);
}

function relabelled(opening: string, labels: readonly [string, string][]): string {
  for (const [label, shown] of labels) {
    const place = opening.indexOf(label);
    if (place >= 0) return opening.slice(0, place) + shown + opening.slice(place + label.length);
  }
  return opening;
}
