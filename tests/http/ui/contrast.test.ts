import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * Contrast as WCAG 2.2 counts it (relative luminance, success criteria 1.4.3 and 1.4.11), over the colours
 * in tokens.css. Tints are mixed as the browser mixes them, in Oklab (Björn Ottosson, 2020).
 */
type Triple = readonly [number, number, number];
type Theme = 'light' | 'dark';

const css = readFileSync('static/css/tokens.css', 'utf8');
const pairs = [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)];
const tokens = new Map(
  pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

function colour(name: string, theme: Theme): Triple {
  const hex = tokens.get(name)?.[theme];
  if (hex === undefined) throw new Error(`tokens.css has no pair --${name}`);
  const part = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(1), part(3), part(5)];
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Triple, b: Triple): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

function toOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([l, a, b]: Triple): Triple {
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

function tint(code: string, share: number, theme: Theme): Triple {
  const [a, b] = [toOklab(colour(code, theme)), toOklab(colour('paper', theme))];
  const mix = (i: 0 | 1 | 2) => a[i] * share + b[i] * (1 - share);
  return fromOklab([mix(0), mix(1), mix(2)]);
}

const grounds = ['paper', 'card', 'sunk'];
const texts: [string, string][] = [
  ...['ink', 'soft', 'faint', 'accent', 'accent-strong', 'bad', 'good'].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ...['ink', 'soft', 'faint'].flatMap((text): [string, string][] => [
    [text, 'accent-tint'],
    [text, 'mark-tint'],
  ]),
  ['accent', 'accent-tint'],
  ['mark-ink', 'mark-tint'],
  ['bad', 'bad-tint'],
  ['ink', 'bad-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['paper', 'soft'],
  ['ink', 'heat-1'],
  ['ink', 'heat-2'],
  ['ink', 'heat-3'],
  ['ink', 'heat-4'],
  ['on-heat-5', 'heat-5'],
];
const codes = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `code-${String(n)}`);

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(texts)('%s on %s is text one can read (4.5:1)', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('the edge of a control stands out on %s (3:1)', (ground) => {
    expect(contrast(colour('edge', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(codes)(
    '%s shows as a stripe or swatch (3:1) and its tints carry text (4.5:1)',
    (code) => {
      for (const ground of ['paper', 'card'])
        expect(contrast(colour(code, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
      for (const text of ['ink', 'soft'])
        expect(
          contrast(colour(text, theme), tint(code, theme === 'light' ? 0.16 : 0.24, theme)),
        ).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('ink', theme), tint(code, 0.34, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test('steps of the heat map grow in one direction, so that more is never paler', () => {
  const steps = [1, 2, 3, 4, 5].map((n) => luminance(colour(`heat-${String(n)}`, 'light')));
  expect(steps).toEqual([...steps].sort((a, b) => b - a));
  const dark = [1, 2, 3, 4, 5].map((n) => luminance(colour(`heat-${String(n)}`, 'dark')));
  expect(dark).toEqual([...dark].sort((a, b) => a - b));
});
