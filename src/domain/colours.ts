/**
 * The eight code colours, told apart by colour-blind people (static/css/tokens.css has each for light and dark
 * pages). A code may have any colour, from an import say; pages show it as the nearest of the eight, because only
 * those are known to stay apart and legible.
 */
export const PALETTE = [
  '#2e6dc4',
  '#a05a07',
  '#076a5d',
  '#7f4c94',
  '#a01e2a',
  '#2395a6',
  '#8d8c1d',
  '#cf6282',
] as const;

/** How much lightness counts against hue: pages choose lightness themselves. */
const LIGHTNESS = 0.25;

/** The number, 1 to 8, of the palette colour nearest to `#rrggbb`; 1 for what is no colour. */
export function colourNumber(colour: string): number {
  const at = PALETTE.indexOf(colour.toLowerCase() as (typeof PALETTE)[number]);
  if (at >= 0) return at + 1;
  const wanted = oklab(colour);
  if (wanted === null) return 1;
  let best = { number: 1, distance: Infinity };
  PALETTE.forEach((candidate, index) => {
    const found = oklab(candidate);
    if (found === null) return;
    const distance = Math.hypot(
      (wanted[0] - found[0]) * LIGHTNESS,
      wanted[1] - found[1],
      wanted[2] - found[2],
    );
    if (distance < best.distance) best = { number: index + 1, distance };
  });
  return best.number;
}

/** The colour for the nth code (from 0) that was given none. */
export const nextColour = (n: number): string => PALETTE[n % PALETTE.length] ?? PALETTE[0];

/** `#rrggbb` in Oklab (Björn Ottosson 2020, "A perceptual color space for image processing"); null when it is none. */
function oklab(colour: string): [number, number, number] | null {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (digits === null) return null;
  const [r = 0, g = 0, b = 0] = digits.slice(1).map((pair) => linear(parseInt(pair, 16) / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
