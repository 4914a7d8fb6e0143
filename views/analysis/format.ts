/** A narrow no-break space keeps number and sign together. */
const GAP = '\u202f';

/** `75 %`. A share that is not nought or all is never written as if it were. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return `<1${GAP}%`;
  if (whole === 100 && share < 1) return `>99${GAP}%`;
  return `${whole}${GAP}%`;
}

/** A sentence in pieces: plain words, and the names that stood in braces. */
export type Piece = { words: string } | { slot: string };

/** `Counting {count} out of {over}` as its pieces, so that another language may order them otherwise. */
export function pieces(sentence: string): Piece[] {
  return sentence.split(/(\{\w+\})/u).flatMap((part): Piece[] => {
    if (part === '') return [];
    const slot = /^\{(\w+)\}$/u.exec(part)?.[1];
    return [slot === undefined ? { words: part } : { slot }];
  });
}
