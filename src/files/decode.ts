import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { likeness } from './likeness.ts';

/** Something a reading changed, assumed or left out. */
export interface Notice {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

export interface Decoded {
  /** As decoded, not yet canonical. */
  text: string;
  encoding: string;
  notices: Notice[];
}

/** Share of control characters from which a file is no text. */
const MOST_CONTROLS = 0.003;
/** Bytes shown to the guess; enough to be sure, quick on 20 MB. */
const SAMPLE = 200_000;

/** Encodings offered when the guess is wrong, in the order people meet them. */
export const ENCODINGS: readonly string[] = [
  'UTF-8',
  'windows-1252',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'ISO-8859-1',
  'ISO-8859-2',
  'ISO-8859-3',
  'ISO-8859-4',
  'ISO-8859-5',
  'ISO-8859-6',
  'ISO-8859-7',
  'ISO-8859-8',
  'ISO-8859-9',
  'ISO-8859-10',
  'ISO-8859-13',
  'ISO-8859-14',
  'ISO-8859-15',
  'ISO-8859-16',
  'KOI8-R',
  'KOI8-U',
  'macintosh',
  'maccyrillic',
  'maccenteuro',
  'IBM850',
  'IBM866',
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'GB18030',
  'Big5',
];

/** Encodings of several bytes a letter, which are known by their frequent pairs of bytes. */
const WIDE = new Set(['Shift_JIS', 'EUC-JP', 'EUC-KR', 'GB18030', 'Big5']);
/**
 * Encodings of one byte a letter. Where two read a file alike, the one that stands first is taken: what programs of Windows
 * wrote is what most files are.
 */
const NARROW = ENCODINGS.filter((one) => !one.startsWith('UTF') && !WIDE.has(one));

/**
 * A text file as text: by its byte order mark, else as UTF-8 if every byte fits, else in the encoding that its letters
 * look most like, which is then said. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  if (hasTooManyControls(bytes)) {
    const wide = looksLikeUtf16(bytes);
    return wide === null ? null : withAssumption(decodeAs(bytes, wide));
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'UTF-8', notices: [] };
  } catch {
    return withAssumption(decodeAs(bytes, likeliest(bytes)));
  }
}

/** How far browsers look for a page's own word on its encoding, in bytes. */
const META_REACH = 1024;

/** A web page as text: by its byte order mark, else as the page itself says, else as any text. */
export function decodeHtml(bytes: Uint8Array): Decoded | null {
  const head = Buffer.from(bytes.subarray(0, META_REACH)).toString('latin1');
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  const known = said === undefined ? undefined : knownAs(said);
  return byMark(bytes) === null && known !== undefined ? decodeAs(bytes, known) : decodeText(bytes);
}

/** In the encoding named, whatever comes out. @throws RangeError for an encoding that is not in ENCODINGS */
export function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  if (!ENCODINGS.includes(encoding)) throw new RangeError(`no such encoding: ${encoding}`);
  // iconv-lite rather than TextDecoder: Node 20 reads 0x80 to 0x9F of windows-1252 wrongly.
  const text = iconv.decode(Buffer.from(bytes), encoding, { stripBOM: true });
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const notices = damaged === 0 ? [] : [{ code: 'damaged', params: { count: damaged, encoding } }];
  return { text, encoding, notices };
}

function withAssumption(decoded: Decoded): Decoded {
  const assumed = { code: 'encodingAssumed', params: { encoding: decoded.encoding } };
  return { ...decoded, notices: [assumed, ...decoded.notices] };
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8';
  if (a === 0xff && b === 0xfe) return 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  return null;
}

function hasTooManyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && (byte < 9 || byte > 13)) controls += 1;
  return controls > Math.max(1, bytes.length * MOST_CONTROLS);
}

/**
 * Programs also save UTF-16 without its mark. Read in the right order its letters are of few scripts and all of them exist;
 * in the wrong order, and for what is no text, they are of all scripts and of none.
 */
function looksLikeUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE) & ~1);
  const orders = ['UTF-16LE', 'UTF-16BE']
    .map((encoding) => ({ encoding, text: iconv.decode(Buffer.from(sample), encoding) }))
    .filter(({ text }) => isOneScript(text))
    // In the wrong order, letters may all be ones that exist; spaces and commas are then none.
    .map(({ encoding, text }) => ({ encoding, spaces: text.match(/[ \n,.、。，]/gu)?.length ?? 0 }))
    .sort((a, b) => b.spaces - a.spaces);
  return orders[0]?.encoding ?? null;
}

const SCRIPTS = [
  /\p{sc=Latin}/gu,
  /\p{sc=Cyrillic}/gu,
  /\p{sc=Greek}/gu,
  /\p{sc=Hebrew}/gu,
  /\p{sc=Arabic}/gu,
  /\p{sc=Devanagari}/gu,
  /\p{sc=Thai}/gu,
  /\p{sc=Hangul}/gu,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu,
];

function isOneScript(text: string): boolean {
  const nonsense = text.match(/(?![\t\n\f\r])[\uFFFD\p{Cc}\p{Cn}\p{Co}\p{Cs}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const most = Math.max(...SCRIPTS.map((script) => text.match(script)?.length ?? 0));
  return nonsense <= text.length / 1000 && letters > text.length / 2 && most > letters * 0.7;
}

/** As browsers do: what calls itself by the ISO name is the Windows encoding that holds it. */
const WINDOWS_NAMES: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'x-sjis': 'shift_jis',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-mac-cyrillic': 'maccyrillic',
  'x-mac-roman': 'macintosh',
};

/** @param name in lower case */
function knownAs(name: string): string | undefined {
  const wanted = WINDOWS_NAMES[name] ?? name;
  return ENCODINGS.find((encoding) => encoding.toLowerCase() === wanted);
}

/** Bytes shown to each of the narrow encodings; enough to be sure, quick over thirty of them. */
const NARROW_SAMPLE = 6000;

function likeliest(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  for (const { name } of analyse(sample).slice(0, 2)) {
    const known = knownAs(name.toLowerCase());
    if (known !== undefined && WIDE.has(known) && fits(sample, known)) return known;
  }
  const telling = beyondAscii(sample);
  let best = { encoding: 'windows-1252', score: -Infinity };
  for (const encoding of NARROW) {
    const score = likeness(iconv.decode(telling, encoding));
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** Whether hardly a letter does not fit, but for the end, where the sample may cut one, and it is not all half-width kana. */
function fits(bytes: Uint8Array, encoding: string): boolean {
  const text = iconv.decode(Buffer.from(bytes), encoding).slice(0, -2);
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const wide = count(/[^\x20-\x7E\s]/gu);
  // Every byte of an older encoding is one of these.
  const halves = count(/[\uFF61-\uFF9F]/gu);
  return count(/\uFFFD/gu) <= wide / 200 && halves <= wide / 2;
}

/** The words in which a byte stands that is not ASCII: only they tell the encodings apart. */
function beyondAscii(bytes: Uint8Array): Buffer {
  const isSpace = (byte: number | undefined): boolean => byte === undefined || byte <= 32;
  const words: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < NARROW_SAMPLE; at += 1) {
    if ((bytes[at] ?? 0) < 128) continue;
    let start = at;
    while (start > 0 && at - start < 40 && !isSpace(bytes[start - 1])) start -= 1;
    let end = at + 1;
    while (end < bytes.length && end - at < 40 && !isSpace(bytes[end])) end += 1;
    words.push(Buffer.from(bytes.subarray(start, end)), Buffer.from(' '));
    size += end - start + 1;
    at = end;
  }
  return Buffer.concat(words);
}
