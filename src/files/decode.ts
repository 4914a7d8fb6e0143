import { analyse } from 'chardet';
import iconv from 'iconv-lite';

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
  'ISO-8859-2',
  'KOI8-R',
  'macintosh',
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'GB18030',
  'Big5',
];

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

/** Windows programs also save UTF-16 without its mark: most high bytes are then zero, most low bytes are not. */
function looksLikeUtf16(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (length / 2));
  if (bytes.length % 2 !== 0) return null;
  if (odd > 0.3 && even < 0.02) return 'UTF-16LE';
  if (even > 0.3 && odd < 0.02) return 'UTF-16BE';
  return null;
}

/** As browsers do: what calls itself by the ISO name is the Windows encoding that holds it. */
const WINDOWS_NAMES: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
};

/** @param name in lower case */
function knownAs(name: string): string | undefined {
  const wanted = WINDOWS_NAMES[name] ?? name;
  return ENCODINGS.find((encoding) => encoding.toLowerCase() === wanted);
}

function likeliest(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, SAMPLE)).map(({ name }) => name.toLowerCase());
  for (const guess of guesses) {
    const known = knownAs(guess);
    if (known !== undefined && known !== 'UTF-8') return known;
  }
  return 'windows-1252';
}
