import type { Unit } from '../../src/domain/crosstab/study.ts';
import { wilsonInterval, type Interval } from '../../src/domain/statistics/index.ts';

/** An interval takes for granted that each thing counted stands for itself; passages and heads of groups do not. */
export const hasIntervals = (unit: Unit): boolean => unit !== 'passages' && unit !== 'people';

/** The 95 % interval of a printed number's share; of a hidden number there is none, since it would give it away. */
export const intervalOf = (value: number | null, of: number): Interval | null =>
  value === null ? null : wilsonInterval(value, of);
