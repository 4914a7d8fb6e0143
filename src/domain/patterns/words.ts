import { segmenter } from '../text/segmenter.ts';

/** Letters with what joins them inside a word: `labour-market`, `don’t`. Numbers are not words here. */
const WORD = /[\p{L}\p{M}]+(?:['’‐-][\p{L}\p{M}]+)*/gu;

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** French articles and pronouns that lose their vowel: `l’emploi` is `emploi`. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L}{2})/u;

/**
 * The words of a text in order, in lower case and one form of Unicode (NFC), with straight apostrophes. Scripts without
 * spaces are cut where Unicode's rules cut them (UAX #29).
 */
export function wordsSaid(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(WORD)) {
    if (UNSPACED.test(found)) words.push(...cutWords(found));
    else words.push(tidy(found));
  }
  return words;
}

function cutWords(run: string): string[] {
  return [...segmenter('word').segment(run)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => tidy(segment));
}

const tidy = (word: string): string =>
  word.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll('‐', '-').replace(ELIDED, '');

/** A stretch of words and the columns (numbers from 0) its speaker falls in. */
export interface SaidIn {
  readonly text: string;
  readonly columns: readonly number[];
  /** Respondents whose words these are; none for a document. */
  readonly people: readonly number[];
}

export interface WordRow {
  readonly word: string;
  /** How often, in each column; the last is the total, in which a stretch of two columns counts once. */
  readonly cells: readonly number[];
  /** Distinct respondents who said it, column by column; the last is the total. */
  readonly people: readonly number[];
}

export interface WordTable {
  readonly rows: readonly WordRow[];
  /** Words counted in each column, stop words left out; the last is the total. */
  readonly words: readonly number[];
  /** Distinct respondents whose words were counted, column by column; the last is the total. */
  readonly people: readonly number[];
  /** Distinct words found, of which `rows` are the most frequent. */
  readonly distinct: number;
}

export interface WordOptions {
  readonly columns: number;
  /** Words left out: see `stopWords`. */
  readonly without: ReadonlySet<string>;
  /** Words of fewer letters are left out. */
  readonly shortest: number;
  /** At most so many rows, the most frequent ones, then by the alphabet. */
  readonly most: number;
}

class Counts {
  readonly cells: number[];
  readonly people: Set<number>[];

  constructor(width: number) {
    this.cells = Array.from({ length: width }, () => 0);
    this.people = Array.from({ length: width }, () => new Set<number>());
  }

  add(at: number, people: readonly number[]): void {
    this.cells[at] = (this.cells[at] ?? 0) + 1;
    for (const person of people) this.people[at]?.add(person);
  }
}

/** Counts how often each word was said, by columns: stretch by stretch, so that no text need be kept. Linear in the text. */
export class WordCounter {
  readonly #known = new Map<string, Counts>();
  readonly #all: Counts;
  readonly #options: WordOptions;

  constructor(options: WordOptions) {
    this.#options = options;
    this.#all = new Counts(options.columns + 1);
  }

  add({ text, columns, people }: SaidIn): void {
    const { shortest, without, columns: total } = this.#options;
    const places = [...columns, total];
    for (const word of wordsSaid(text)) {
      if (word.length < shortest || without.has(word)) continue;
      let counts = this.#known.get(word);
      if (!counts) this.#known.set(word, (counts = new Counts(total + 1)));
      for (const at of places) {
        counts.add(at, people);
        this.#all.add(at, people);
      }
    }
  }

  table(): WordTable {
    const { columns: total, most } = this.#options;
    const sizes = ({ people }: Counts) => people.map(({ size }) => size);
    const rows = [...this.#known]
      .map(([word, counts]) => ({ word, cells: counts.cells, people: sizes(counts) }))
      .sort((a, b) => (b.cells[total] ?? 0) - (a.cells[total] ?? 0) || (a.word < b.word ? -1 : 1))
      .slice(0, most);
    return { rows, words: this.#all.cells, people: sizes(this.#all), distinct: this.#known.size };
  }
}
