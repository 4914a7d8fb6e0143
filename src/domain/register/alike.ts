/** Shorter words are one letter apart by chance: `MS` and `BS` are two people. */
const SHORTEST = 4;

/**
 * Whether two names differ by one letter added, left out or changed, and so may be one person spelt twice.
 * Digits do not count: `Worker 1` and `Worker 2` are meant to differ.
 */
export function areAlike(a: string, b: string): boolean {
  if (a.length > b.length) return areAlike(b, a);
  if (a.length < SHORTEST || b.length - a.length > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const skip = a.length === b.length ? 1 : 0;
  if (a.slice(start + skip) !== b.slice(start + 1)) return false;
  return !/\d/.test(a.slice(start, start + 1) + b.slice(start, start + 1));
}
