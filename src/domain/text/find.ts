/**
 * The index of the first of some stretches that ends after `offset` (code units); their number when none does. They stand
 * in the order of the text and do not overlap, so that it is found by halving.
 */
export function firstEndingAfter(stretches: readonly { end: number }[], offset: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
