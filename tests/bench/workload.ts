/** A study of a given size, made of nonsense words; the same one every time. */

export interface Workload {
  transcripts: { name: string; text: string }[];
  /** One document of 170,000 words. */
  large: { name: string; text: string };
  /** `theme3 > sub2`; 8 themes and 32 sub-codes. */
  codes: string[];
  passages: Passage[];
  /** 300 more in the last transcript by one coder, and 3,000 in the large document by five. */
  dense: Passage[];
}

export interface Passage {
  source: string;
  start: number;
  end: number;
  quote: string;
  codes: string[];
  /** Whoever imports, unless it is said. */
  coder?: string;
}

const TRANSCRIPTS = 80;
const WORDS = 6_000;
const LARGE_WORDS = 170_000;
const PASSAGES = 2_000;
/** Every so many passages one is of the large document. */
const LARGE_EVERY = 25;
const DENSE = 300;
const LARGE_DENSE = 3_000;
const CODERS = 5;

export type Random = () => number;

/** Mulberry32: small, quick, and good enough to spread words. @returns numbers from 0 to below 1 */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'ba be bi bo da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve'.split(
    ' ',
  );
const FOREIGN = ['café', 'naïve', '“so”', 'übung', 'Ωmega', '日本語', '🙂', 'it’s'];

export function makeWorkload(seed = 20_240_607): Workload {
  const random = seeded(seed);
  const words = vocabulary(random);
  const transcripts = Array.from({ length: TRANSCRIPTS }, (_, n) => {
    const speaker = `P${String(n + 1).padStart(2, '0')}`;
    return { name: `t${speaker.slice(1)}`, text: interview(random, words, WORDS, speaker) };
  });
  const large = { name: 'large', text: interview(random, words, LARGE_WORDS, 'P99') };
  const codes = Array.from({ length: 8 }, (_, n) => `theme${n + 1}`).flatMap((theme) => [
    theme,
    ...[1, 2, 3, 4].map((sub) => `${theme} > sub${sub}`),
  ]);
  const passages = Array.from({ length: PASSAGES }, (_, n) => {
    const source = n % LARGE_EVERY === 0 ? large : at(transcripts, n % TRANSCRIPTS);
    return {
      ...passage(random, source),
      codes: some(random, codes, at([1, 1, 1, 2, 2, 3], n % 6)),
    };
  });
  const dense = Array.from({ length: DENSE + LARGE_DENSE }, (_, n) => ({
    ...passage(random, n < DENSE ? at(transcripts, TRANSCRIPTS - 1) : large),
    codes: [pick(random, codes)],
    coder: n < DENSE ? '' : `Coder ${(n % CODERS) + 1}`,
  }));
  return { transcripts, large, codes, passages, dense };
}

function vocabulary(random: Random): string[] {
  const made = new Set<string>();
  for (let n = 0; n < 2_500; n += 1) {
    const syllables = pick(random, [1, 1, 2, 2, 2, 2, 3, 3]);
    made.add(Array.from({ length: syllables }, () => pick(random, SYLLABLES)).join(''));
  }
  return [...[...made].sort(), ...FOREIGN];
}

/** Short turns of the interviewer, long ones of the person, to so many words. */
function interview(
  random: Random,
  words: readonly string[],
  length: number,
  person: string,
): string {
  const turns: string[] = [];
  for (let said = 0; said < length;) {
    const isPerson = turns.length % 2 === 1;
    const wanted = isPerson ? whole(random, 25, 140) : whole(random, 8, 30);
    const count = Math.min(wanted, length - said);
    turns.push(`${isPerson ? person : 'Interviewer'}: ${turn(random, words, count)}`);
    said += count;
  }
  return `${turns.join('\n\n')}\n`;
}

function turn(random: Random, words: readonly string[], count: number): string {
  return Array.from({ length: count }, (_, n) => {
    const word = pick(random, words);
    return n > 0 && n % 11 === 9 ? `${word}.` : word;
  }).join(' ');
}

/** Eight to forty-five words of one turn; offsets in code units. */
function passage(random: Random, { name, text }: { name: string; text: string }) {
  for (;;) {
    const from = Math.floor(random() * text.length);
    const begin = text.indexOf('\n\n', from) + 2;
    const words = text.slice(begin, text.indexOf('\n', begin)).split(' ');
    if (begin < 2 || words.length < 12) continue;
    const first = whole(random, 1, words.length - 9);
    const length = Math.min(words.length - first, whole(random, 8, 45));
    const start = begin + words.slice(0, first).join(' ').length + 1;
    const quote = words.slice(first, first + length).join(' ');
    return { source: name, start, end: start + quote.length, quote };
  }
}

/** @returns a whole number from `least` to `most`, both possible */
function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

function pick<T>(random: Random, items: readonly T[]): T {
  return at(items, Math.floor(random() * items.length));
}

/** So many different ones. */
function some<T>(random: Random, items: readonly T[], count: number): T[] {
  const chosen = new Set<T>();
  while (chosen.size < count) chosen.add(pick(random, items));
  return [...chosen];
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}
