/** What a page of a PDF says where: its words as they were set, not as they are read. */

/** Some letters set in one go. Points, from the top left corner of the page as it is looked at. */
export interface Piece {
  text: string;
  x: number;
  /** The line they stand on. */
  y: number;
  width: number;
  /** Of the letters, in points. */
  size: number;
  /** `text` is in reading order, and is read from the right. */
  isRtl: boolean;
}

export interface PdfPage {
  pieces: Piece[];
  width: number;
  height: number;
}

/** Pieces on one line without a gap wider than between words: a line of a column, or a cell of a table. */
export interface Fragment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** Small raised numbers in it, as they stand in `text`: `\u{E000}7\u{E001}`. */
  hasRaised: boolean;
}

/** Around a raised number until it is known whether it refers to a footnote. */
export const RAISED_START = '\uE000';
export const RAISED_END = '\uE001';
const RAISED = /\uE000(.*?)\uE001/gu;

export const withRaised = (text: string, write: (label: string) => string): string =>
  text.replace(RAISED, (_, label: string) => write(label));

/** A gap wider than this many letter sizes parts columns and cells. */
const PARTING = 1.1;
/** A gap wider than this is a space. */
const SPACE = 0.17;
/** Pieces whose lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.35;
/** Forms of letters as they are drawn; a text holds the letters. */
const DRAWN = /[\uFB00-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]/gu;
/** What widespread fonts keep under private numbers: ligatures, and the bullets of Symbol and Wingdings. */
const PRIVATE: Readonly<Record<string, string>> = {
  '\uF001': 'fi',
  '\uF002': 'fl',
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF0D8': '►',
  '\uF0FC': '✓',
};
const asLetters = (drawn: string): string =>
  drawn
    .replace(DRAWN, (form) => form.normalize('NFKC'))
    .replace(/[\uF001-\uF0FC]/gu, (one) => PRIVATE[one] ?? one);

/** The fragments of a page, from the top, those of one line from the left. */
export function fragmentsOf({ pieces }: PdfPage): Fragment[] {
  return baselines(pieces)
    .flatMap((line) => parted(line.sort((a, b) => a.x - b.x)))
    .filter(({ text }) => text.trim() !== '');
}

function baselines(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.filter(({ text }) => text !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; size: number; pieces: Piece[] }[] = [];
  // Raised and lowered letters come before or after the line they belong to, so a few lines stay open.
  for (const piece of sorted) {
    const line = lines.slice(-3).find((one) => standsOn(piece, one));
    if (!line) lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
    else {
      line.pieces.push(piece);
      if (piece.size > line.size) Object.assign(line, { y: piece.y, size: piece.size });
    }
  }
  return lines.sort((a, b) => a.y - b.y).map((line) => line.pieces);
}

function standsOn(piece: Piece, line: { y: number; size: number }): boolean {
  const larger = Math.max(piece.size, line.size);
  const isSmall = Math.min(piece.size, line.size) < larger * 0.9;
  return Math.abs(piece.y - line.y) < larger * (isSmall ? 0.55 : SAME_LINE);
}

function parted(line: readonly Piece[]): Fragment[] {
  const groups: Piece[][] = [];
  let right = -Infinity;
  for (const piece of line) {
    const isBlank = piece.text.trim() === '';
    const size = Math.max(piece.size, 1);
    if (!isBlank && piece.x - right > size * PARTING) groups.push([]);
    if (groups.length === 0) groups.push([]);
    groups.at(-1)?.push(piece);
    if (!isBlank) right = Math.max(right, piece.x + piece.width);
  }
  return groups.flatMap(fragmentOf);
}

function fragmentOf(group: Piece[]): Fragment[] {
  const said = group.filter(({ text }) => text.trim() !== '');
  const [first] = said;
  if (!first) return [];
  const main = said.reduce((most, one) => (one.size > most.size ? one : most), first);
  const spaced = withSpaces(group, main);
  return [
    {
      text: inReadingOrder(spaced).replace(/\s+/gu, ' ').trim(),
      x: first.x,
      right: Math.max(...said.map(({ x, width }) => x + width)),
      y: main.y,
      size: main.size,
      hasRaised: spaced.some(({ text }) => text.startsWith(RAISED_START)),
    },
  ];
}

function withSpaces(group: readonly Piece[], main: Piece): Piece[] {
  const pieces: Piece[] = [];
  let right = group[0]?.x ?? 0;
  for (const piece of group) {
    if (piece.x - right > main.size * SPACE)
      pieces.push({ ...piece, text: ' ', isRtl: false, width: 0 });
    const isRaised =
      /^\d{1,3}$/u.test(piece.text.trim()) &&
      piece.size < main.size * 0.9 &&
      main.y - piece.y > main.size * 0.1;
    const text = isRaised
      ? `${RAISED_START}${piece.text.trim()}${RAISED_END}`
      : asLetters(piece.text);
    pieces.push({ ...piece, text });
    right = Math.max(right, piece.x + piece.width);
  }
  return pieces;
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/gu;
const LTR = /[\p{L}\p{N}]/gu;

/** Whether more of the letters are read from the right. */
export function readsFromRight(text: string): boolean {
  const rtl = text.match(RTL)?.length ?? 0;
  return rtl > 0 && rtl * 2 > (text.replace(/\p{N}/gu, '').match(LTR)?.length ?? 0);
}

function inReadingOrder(pieces: readonly Piece[]): string {
  const seen = pieces.map(({ text }) => text).join('');
  if (!readsFromRight(seen)) return seen;
  let text = '';
  let waiting = '';
  for (const piece of [...pieces].reverse()) {
    if (!piece.isRtl) waiting = piece.text + waiting;
    else {
      text += fromRight(waiting) + mirrored(piece.text.match(FROM_LEFT) ?? []);
      waiting = '';
    }
  }
  return text + fromRight(waiting);
}

const MIRROR: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
};
/** Words and numbers that are read from the left within a line read from the right, and all else sign by sign. */
const FROM_LEFT =
  /\uE000.*?\uE001|[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}](?:[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}\p{P} ]*[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}%])?|./gsu;

/** Signs, numbers and foreign words in the order seen, in that in which a line from the right reads them. */
function fromRight(seen: string): string {
  return mirrored((seen.match(FROM_LEFT) ?? []).reverse());
}

/** Brackets stand in the file as they are seen; a text read from the right holds the other of the two. */
const mirrored = (parts: readonly string[]): string =>
  parts.map((part) => MIRROR[part] ?? part).join('');
