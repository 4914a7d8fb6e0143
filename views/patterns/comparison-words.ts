import type { Comparison, Difference, Interval } from '../../src/domain/statistics/index.ts';
import { percent } from '../analysis/format.ts';
import type { Messages } from '../messages/index.ts';

type Words = Messages['patterns']['compare'];

export const range = (interval: Interval | null): string =>
  interval === null ? '' : `${percent(interval.low)} – ${percent(interval.high)}`;

/** Percentage points, with their interval. */
export function points(words: Words, difference: Difference | null): string {
  if (difference === null) return '';
  const whole = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value * 100))}`;
  return words.points(whole(difference.difference), whole(difference.low), whole(difference.high));
}

export function testName(words: Words, comparison: Comparison | null): string {
  if (comparison === null) return words.refused.hidden;
  if (comparison.test === 'none') return words.refused[comparison.because];
  return words.tests[comparison.test];
}

/** p as journals write it: no leading zero, and no smaller than .001. */
export const chance = (comparison: Comparison | null): string => {
  if (comparison === null || comparison.test === 'none') return '';
  return comparison.p < 0.001 ? '< .001' : comparison.p.toFixed(3).replace(/^0/u, '');
};

/** Cramér's V. */
export const effect = (comparison: Comparison | null): string =>
  comparison === null || comparison.test === 'none' ? '' : comparison.effect.toFixed(2);

/** The test with its statistic, p and effect; or why there is none. */
export function verdict(words: Words, comparison: Comparison | null): string {
  if (comparison === null || comparison.test === 'none')
    return words.noTest(testName(words, comparison));
  const statistic =
    comparison.test === 'chi-square'
      ? `χ²(${comparison.degrees}) = ${comparison.statistic.toFixed(2)}, `
      : '';
  return `${words.tests[comparison.test]}: ${statistic}p ${chance(comparison).startsWith('<') ? '' : '= '}${chance(comparison)}, V = ${effect(comparison)}.`;
}
