import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * How the palette looks to people with dichromatic sight: Machado, Oliveira and Fernandes 2009, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15/6), severity 1.0, on linear RGB.
 */
type Matrix = readonly (readonly [number, number, number])[];
const SIGHT: Record<string, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Distance in Oklab, times 100; about 2 can just be told apart side by side. */
const CLEAR = 7.5;

const css = readFileSync(new URL('../../static/css/tokens.css', import.meta.url), 'utf8');
const PAIRS = [...css.matchAll(/--code-\d: light-dark\((#\w{6}), (#\w{6})\)/gu)];
const STYLES = [...css.matchAll(/\.code-colour-\d \{[^}]*--code-style: (\w+)/gu)].map(
  ([, style]) => style,
);
const PAGES: Record<string, readonly string[]> = {
  light: PAIRS.map(([, light = '']) => light),
  dark: PAIRS.map(([, , dark = '']) => dark),
};

type Triple = [number, number, number];

function linear(colour: string): Triple {
  const channel = (at: number): number => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function seen(matrix: Matrix, [r, g, b]: Triple): Triple {
  const [x = 0, y = 0, z = 0] = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)),
  );
  return [x, y, z];
}

/** Oklab (Björn Ottosson 2020) of linear RGB. */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(matrix: Matrix, one: string, other: string): number {
  const [a, b] = [oklab(seen(matrix, linear(one))), oklab(seen(matrix, linear(other)))];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe('the palette to colour-blind people', () => {
  const cases = Object.keys(PAGES).flatMap((page) =>
    Object.keys(SIGHT).map((sight) => [page, sight] as const),
  );

  it('has eight colours and four kinds of line, each for two of them', () => {
    expect([PAIRS.length, STYLES.length, new Set(STYLES).size]).toEqual([8, 8, 4]);
  });

  it.each(cases)(
    'on a %s page with %s: any two colours are far apart, whatever their lines',
    (page, sight) => {
      const colours = PAGES[page] ?? [];
      const close = colours.flatMap((one, i) =>
        colours.slice(0, i).flatMap((other, j) => {
          const apart = distance(SIGHT[sight] ?? [], one, other);
          return apart < CLEAR ? [`${j + 1} and ${i + 1}`] : [];
        }),
      );
      expect(close).toEqual([]);
    },
  );
});
