import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquare,
  chiSquareIsValid,
  compareShares,
  cramersV,
  fisherExact,
  shareDifference,
  wilsonInterval,
} from '../../../src/domain/statistics/index.ts';
import { logGamma, upperGamma } from '../../../src/domain/statistics/gamma.ts';

const count = fc.integer({ min: 0, max: 60 });
const part = fc
  .tuple(count, count)
  .map(([some, others]) => ({ count: some, n: some + others }))
  .filter(({ n }) => n > 0);

describe('intervals', () => {
  // Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson’s interval of %i out of %i is the published one', (some, n, low, high) => {
    const interval = wilsonInterval(some, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  // Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('the difference of %i/%i and %i/%i has the published interval', (a, m, b, n, low, high) => {
    const found = shareDifference({ count: a, n: m }, { count: b, n });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('an interval holds its share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(part, ({ count: some, n }) => {
        const interval = wilsonInterval(some, n);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.low).toBeLessThanOrEqual(some / n);
        expect(interval?.high).toBeGreaterThanOrEqual(some / n);
        expect(interval?.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('the difference of two shares turned round is the same with the other sign', () => {
    fc.assert(
      fc.property(part, part, (a, b) => {
        const there = shareDifference(a, b);
        const back = shareDifference(b, a);
        expect(there?.low).toBeCloseTo(-(back?.high ?? 0), 12);
        expect(there?.high).toBeCloseTo(-(back?.low ?? 0), 12);
      }),
    );
  });

  it('out of nobody there is no interval', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(shareDifference({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull();
  });
});

describe('tests', () => {
  it('chi-square of [[20,5],[10,15]] has the p-value that R gives', () => {
    // 50 · (20·15 − 5·10)² / (25·25·30·20) = 8.3333
    expect(
      chiSquare([
        [20, 5],
        [10, 15],
      ]),
    ).toMatchObject({ degrees: 1 });
    expect(
      chiSquare([
        [20, 5],
        [10, 15],
      ])?.statistic,
    ).toBeCloseTo(25 / 3, 10);
    expect(
      chiSquare([
        [20, 5],
        [10, 15],
      ])?.p,
    ).toBeCloseTo(0.0038924, 7);
  });

  it('Fisher’s test of [[20,5],[10,15]] has the p-value that R gives', () => {
    expect(
      fisherExact([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.0085785, 7);
  });

  it('Fisher’s tea-tasting lady, three of four right, is no proof: p = 34/70', () => {
    // 1 + 16 + 16 + 1 of the 70 tables are as likely as [[3,1],[1,3]] or less.
    expect(
      fisherExact([
        [3, 1],
        [1, 3],
      ]),
    ).toBeCloseTo(34 / 70, 12);
    expect(
      fisherExact([
        [4, 0],
        [0, 4],
      ]),
    ).toBeCloseTo(2 / 70, 12);
  });

  // The usual table of critical values: 3.841 at one degree, 5.991 at two, 18.307 at ten leave one in twenty.
  it.each([
    [1, 3.841458820694124],
    [2, 5.991464547107979],
    [10, 18.307038053275146],
    [100, 124.34211340400407],
  ])('with %i degrees of freedom one in twenty lies beyond %d', (degrees, critical) => {
    expect(upperGamma(degrees / 2, critical / 2)).toBeCloseTo(0.05, 10);
  });

  it('the logarithm of the gamma function is that of the factorials', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    for (const [n, factorial] of [
      [1, 1],
      [5, 120],
      [10, 3_628_800],
    ] as const)
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 10);
  });

  it('Cramér’s V is 1 where group and answer are the same thing, and 0 where they have nothing to do with each other', () => {
    expect(
      cramersV([
        [7, 0],
        [0, 9],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      cramersV([
        [10, 20],
        [5, 10],
      ]),
    ).toBeCloseTo(0, 12);
  });

  it('p-values lie between 0 and 1 and do not depend on which group is named first', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const p = fisherExact([
          [a, b],
          [c, d],
        ]);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(
          fisherExact([
            [c, d],
            [a, b],
          ]),
        ).toBeCloseTo(p, 10);
        const chi = chiSquare([
          [a, b],
          [c, d],
        ]);
        if (!chi) return;
        expect(chi.p).toBeGreaterThanOrEqual(0);
        expect(chi.p).toBeLessThanOrEqual(1);
        expect(
          chiSquare([
            [b, a],
            [d, c],
          ])?.p,
        ).toBeCloseTo(chi.p, 10);
      }),
    );
  });
});

describe('which test', () => {
  it('chi-square is refused where fewer than five are expected in a table of two by two', () => {
    expect(
      chiSquareIsValid([
        [20, 5],
        [10, 15],
      ]),
    ).toBe(true);
    expect(
      chiSquareIsValid([
        [9, 1],
        [5, 5],
      ]),
    ).toBe(false);
  });

  it('two small groups are compared by Fisher’s test', () => {
    const found = compareShares(
      [
        { count: 9, n: 10 },
        { count: 5, n: 10 },
      ],
      0,
    );
    expect(found.test).toBe('fisher');
  });

  it('two large groups are compared by chi-square', () => {
    const found = compareShares(
      [
        { count: 20, n: 25 },
        { count: 10, n: 25 },
      ],
      0,
    );
    expect(found).toMatchObject({ test: 'chi-square', degrees: 1 });
    expect(found.test === 'chi-square' && found.effect).toBeCloseTo(Math.sqrt(1 / 6), 10);
  });

  it.each([
    [
      'oneGroup',
      [
        { count: 3, n: 9 },
        { count: 0, n: 0 },
      ],
      0,
    ],
    [
      'noDifference',
      [
        { count: 9, n: 9 },
        { count: 8, n: 8 },
      ],
      0,
    ],
    [
      'noDifference',
      [
        { count: 0, n: 9 },
        { count: 0, n: 8 },
      ],
      0,
    ],
    [
      'tooFew',
      [
        { count: 1, n: 3 },
        { count: 2, n: 3 },
        { count: 0, n: 3 },
      ],
      0,
    ],
    [
      'overlap',
      [
        { count: 20, n: 25 },
        { count: 10, n: 25 },
      ],
      1,
    ],
  ] as const)('no test is made, and the reason is said: %s', (because, groups, overlap) => {
    expect(compareShares(groups, overlap)).toEqual({ test: 'none', because });
  });

  it('a group with nobody in it changes nothing', () => {
    const two = [
      { count: 20, n: 25 },
      { count: 10, n: 25 },
    ];
    expect(compareShares([...two, { count: 0, n: 0 }], 0)).toEqual(compareShares(two, 0));
  });
});
