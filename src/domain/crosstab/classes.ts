/** A class of numbers: from its lower bound up to the next one's. */
export interface NumberClass {
  readonly key: string;
  /** The least number in it; `null` for the first, which has no lower end. */
  readonly from: number | null;
  /** The least number above it; `null` for the last. */
  readonly to: number | null;
}

/** Up to so many different numbers stand as they are; more are put into classes. */
const FEW = 8;
/** Classes of equal width where nobody chose the bounds: about so many. */
const CLASSES = 5;

/**
 * The bounds of classes of equal width over these numbers: multiples of 1, 2 or 5 times a power of ten, so that they read
 * as a person would have chosen them. None when there are few different numbers.
 */
export function equalBounds(values: readonly number[]): number[] {
  const distinct = [...new Set(values)];
  if (distinct.length <= FEW) return [];
  const least = Math.min(...distinct);
  const greatest = Math.max(...distinct);
  const step = roundStep((greatest - least) / CLASSES);
  const bounds: number[] = [];
  for (let n = Math.floor(least / step) + 1; n * step <= greatest; n++)
    bounds.push(Number((n * step).toPrecision(12)));
  return bounds;
}

/** The least of 1, 2, 5, 10, 20 … that is at least this. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const factor = [1, 2, 5].find((one) => one * power >= width) ?? 10;
  return factor * power;
}

/** The classes that bounds make; without bounds there are none. */
export function classesOf(bounds: readonly number[]): NumberClass[] {
  if (bounds.length === 0) return [];
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  return [null, ...sorted].map((from, at) => ({
    key: from === null ? '<' : `>=${from}`,
    from,
    to: sorted[at] ?? null,
  }));
}

/** The key of the class a number falls in. */
export function classKey(classes: readonly NumberClass[], value: number): string | null {
  return classes.findLast(({ from }) => from === null || value >= from)?.key ?? null;
}

/**
 * Bounds as a person types them: numbers parted by commas, semicolons or blanks.
 * @returns ascending, each once; `null` when something in it is no number
 */
export function readBounds(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/u).filter((part) => part !== '');
  const numbers = parts.map(Number);
  if (numbers.some((number) => !Number.isFinite(number))) return null;
  return [...new Set(numbers)].sort((a, b) => a - b);
}
