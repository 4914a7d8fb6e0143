import { logGamma } from './gamma.ts';

/** `[[with, without], [with, without]]`: two groups of separate people. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** Tables whose chances differ by less than rounding are equally likely; R takes the same margin. */
const EQUALLY_LIKELY = 1 + 1e-7;

const logFactorial = (n: number): number => (n < 2 ? 0 : logGamma(n + 1));

/**
 * The two-sided p-value of Fisher's exact test: the chance of a table as likely as this one or less, its margins given.
 *
 * Source: R. A. Fisher, *Statistical Methods for Research Workers* (5th ed., 1934), section 21.02; two-sided by the sum of
 * the less likely tables, as in R's `fisher.test`.
 */
export function fisherExact([[a, b], [c, d]]: TwoByTwo): number {
  const margins =
    logFactorial(a + b) + logFactorial(c + d) + logFactorial(a + c) + logFactorial(b + d);
  const all = logFactorial(a + b + c + d);
  const chance = (x: number): number =>
    Math.exp(
      margins -
        all -
        logFactorial(x) -
        logFactorial(a + b - x) -
        logFactorial(a + c - x) -
        logFactorial(d - a + x),
    );
  const seen = chance(a) * EQUALLY_LIKELY;
  let p = 0;
  for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x += 1) {
    const one = chance(x);
    if (one <= seen) p += one;
  }
  return Math.min(1, p);
}
