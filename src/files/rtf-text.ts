/**
 * Rich text (RTF 1.9, Microsoft 2008) as text. Paragraphs are separated by a blank line, cells of a row by a tab, and
 * footnotes stand at the end under their number, as in `docx-text.ts`. Letters are read in the code page that the file, or
 * the font in use, names; `\u` wins over both.
 */
import iconv from 'iconv-lite';
import { FileRefused } from './refused.ts';

export interface RtfText {
  text: string;
  /** What a text cannot hold and was left out, by kind and number. */
  left: { pictures: number; comments: number; deletions: number; margins: number };
}

/** Groups within groups; word processors stay below fifty. */
const DEEPEST = 500;
/** Groups that hold no words of the text; `\*` before one of another name says the same. */
const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator info pict object themedata datastore ' +
    'xmlnstbl filetbl revtbl latentstyles pgptbl fldinst bkmkstart bkmkend'
  ).split(' '),
);
const COMMENTS = new Set(['annotation', 'atnid', 'atnauthor', 'atnref', 'atndate']);
const MARGINS = /^(?:header|footer)[lrf]?$/u;
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  cell: '\t',
  nestcell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00a0',
  _: '\u2011',
};
const PARAGRAPH_ENDS = new Set(['par', 'row', 'nestrow', 'sect', 'page']);
/** `\fcharset` of a font: the code page its letters are in. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** What a group inherits from the one around it. */
interface State {
  /** Nothing in it is text. */
  isSkipped: boolean;
  /** Struck out by a tracked change. */
  isDeleted: boolean;
  font: number;
  /** Code units that stand in for each `\u`. */
  standIns: number;
  /** Where words go: the text, a footnote, or the mark of a list. */
  into: string[];
}

/** @throws FileRefused for a file that is cut short, or nested beyond any document */
export function rtfText(bytes: Buffer): RtfText {
  return new RtfReader(bytes).read();
}

class RtfReader {
  readonly #bytes: Buffer;
  readonly #left = { pictures: 0, comments: 0, deletions: 0, margins: 0 };
  readonly #body: string[] = [];
  readonly #notes: string[][] = [];
  readonly #fonts = new Map<number, number>();
  readonly #around: State[] = [];
  /** Groups that hold the mark of a list item. */
  readonly #marks = new Set<string[]>();
  #state: State;
  #page = 1252;
  #at = 0;
  /** Bytes in a code page that wait for those that complete them. */
  #raw: number[] = [];
  /** Stand-ins still to be passed over. */
  #passOver = 0;
  /** Level of the paragraph in the outline, from 1; null for one of the text. */
  #outline: number | null = null;
  /** The font that `\fonttbl` speaks of. */
  #fontNamed = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#state = { isSkipped: false, isDeleted: false, font: 0, standIns: 1, into: this.#body };
  }

  read(): RtfText {
    while (this.#at < this.#bytes.length) this.#step();
    this.#flush();
    if (this.#around.length > 0) throw new FileRefused('broken');
    const notes = this.#notes.map((words, n) => `[${n + 1}] ${words.join('').trim()}`);
    const text = [...this.#body.join('').split('\f'), ...notes]
      .map((paragraph) => asHeading(paragraph.replace(/\t+(?=$|\v)/u, '').trim()))
      .filter((paragraph) => paragraph !== '')
      .join('\n\n');
    return { text, left: this.#left };
  }

  #step(): void {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    if (byte === OPEN) this.#open();
    else if (byte === CLOSE) this.#close();
    else if (byte === BACKSLASH) this.#control();
    else if (byte !== CR && byte !== LF) this.#byte(byte);
  }

  #open(): void {
    this.#flush();
    if (this.#around.length >= DEEPEST) throw new FileRefused('unsafe');
    this.#around.push(this.#state);
    this.#state = { ...this.#state };
    this.#passOver = 0;
  }

  #close(): void {
    this.#flush();
    const around = this.#around.pop();
    if (!around) throw new FileRefused('broken');
    const { into } = this.#state;
    this.#state = around;
    if (this.#marks.delete(into)) this.#say(listMark(into.join('').trim()));
    this.#passOver = 0;
  }

  #control(): void {
    const rest = this.#bytes.toString('latin1', this.#at, this.#at + 48);
    const [whole = '', word, number] = /^([A-Za-z]{1,32})(-?\d{1,10})? ?/u.exec(rest) ?? [];
    if (word !== undefined) {
      this.#at += whole.length;
      this.#word(word, number === undefined ? null : Number(number));
      return;
    }
    this.#at += 1;
    const sign = rest.charAt(0);
    if (sign === "'") {
      this.#at += 2;
      const byte = Number.parseInt(rest.slice(1, 3), 16);
      if (!Number.isNaN(byte)) this.#byte(byte);
    } else if (sign === '*') this.#destination();
    else if (sign === '\n' || sign === '\r') this.#say('\f');
    else if (sign === '\\' || sign === '{' || sign === '}') this.#byte(sign.charCodeAt(0));
    else if (CHARACTERS[sign] !== undefined) this.#say(CHARACTERS[sign]);
  }

  /** `\*`: what follows may be passed over by whoever does not know it. Of these, footnotes are text. */
  #destination(): void {
    const next = this.#bytes.toString('latin1', this.#at, this.#at + 16);
    if (!/^\s*\\(?:footnote|shppict)/u.test(next)) this.#state.isSkipped = true;
  }

  #word(word: string, number: number | null): void {
    const state = this.#state;
    if (word === 'bin') this.#at += Math.max(0, number ?? 0);
    else if (word === 'u') this.#unicode(number ?? 0);
    else if (word === 'uc') state.standIns = Math.max(0, number ?? 1);
    else if (word === 'ansicpg') this.#page = number ?? 1252;
    else if (word === 'mac') this.#page = 10000;
    else if (word === 'f') this.#font(number ?? 0);
    else if (word === 'fcharset') this.#fonts.set(this.#fontNamed, CODE_PAGES[number ?? 0] ?? 0);
    else if (word === 'deleted') this.#deleted(number !== 0);
    else if (word === 'plain') state.isDeleted = false;
    else if (word === 'pard') this.#outline = null;
    else if (word === 'outlinelevel' && !state.isSkipped) this.#heading(number ?? 0);
    else if (PARAGRAPH_ENDS.has(word)) this.#endParagraph();
    else if (CHARACTERS[word] !== undefined) this.#say(CHARACTERS[word]);
    else this.#group(word);
  }

  #heading(level: number): void {
    this.#outline = level < LOWEST ? level + 1 : null;
  }

  #endParagraph(): void {
    this.#say(this.#outline === null ? '\f' : `\v${this.#outline}\f`);
  }

  /** The words that name what a group is. */
  #group(word: string): void {
    const state = this.#state;
    if ((word === 'listtext' || word === 'pntext') && !state.isSkipped) {
      state.into = [];
      this.#marks.add(state.into);
      return;
    }
    if (word === 'footnote' && !state.isSkipped) {
      const words: string[] = [];
      this.#say(`[${this.#notes.push(words)}]`);
      state.into = words;
      return;
    }
    if (word === 'pict' && !state.isSkipped) this.#left.pictures += 1;
    if (word === 'annotation') this.#left.comments += 1;
    if (MARGINS.test(word)) this.#left.margins += 1;
    if (SKIPPED.has(word) || COMMENTS.has(word) || MARGINS.test(word)) state.isSkipped = true;
  }

  #font(number: number): void {
    this.#flush();
    this.#fontNamed = number;
    this.#state.font = number;
  }

  #deleted(isDeleted: boolean): void {
    if (isDeleted && !this.#state.isDeleted && !this.#state.isSkipped) this.#left.deletions += 1;
    this.#flush();
    this.#state.isDeleted = isDeleted;
  }

  #unicode(number: number): void {
    this.#flush();
    // Written as a signed number of 16 bits; halves of a pair come one after the other.
    this.#say(String.fromCharCode(((number % 65_536) + 65_536) % 65_536));
    this.#passOver = this.#state.standIns;
  }

  #byte(byte: number): void {
    if (this.#passOver > 0) this.#passOver -= 1;
    else this.#raw.push(byte);
  }

  #say(words: string): void {
    this.#flush();
    this.#passOver = 0;
    if (!this.#state.isSkipped && !this.#state.isDeleted) this.#state.into.push(words);
  }

  #flush(): void {
    if (this.#raw.length === 0) return;
    const page = this.#fonts.get(this.#state.font) || this.#page;
    const words = iconv.decode(Buffer.from(this.#raw), pageName(page));
    this.#raw = [];
    if (!this.#state.isSkipped && !this.#state.isDeleted) this.#state.into.push(words);
  }
}

/** `\outlinelevel9` is a paragraph of the text; deeper than six there are no headings. */
const LOWEST = 6;

/** `\v` and a level stand at the end of a heading, since that is where it is known to be one. */
function asHeading(paragraph: string): string {
  const level = /\v(\d)$/u.exec(paragraph)?.[1];
  const words = paragraph.replace(/\v\d/gu, '').trim();
  return level === undefined || words === '' ? words : `${'#'.repeat(Number(level))} ${words}`;
}

/** Numbers and letters stay as they are; of signs, a font may have any, so they all are a dash. */
const listMark = (mark: string): string =>
  /^\(?[\p{L}\p{N}.]{1,8}[.)]$/u.test(mark) ? `${mark} ` : mark === '' ? '' : '- ';

const [OPEN, CLOSE, BACKSLASH, CR, LF] = [0x7b, 0x7d, 0x5c, 0x0d, 0x0a];

function pageName(page: number): string {
  if (page === 10000) return 'macintosh';
  const name = page === 65001 ? 'utf8' : `cp${page}`;
  return iconv.encodingExists(name) ? name : 'cp1252';
}
