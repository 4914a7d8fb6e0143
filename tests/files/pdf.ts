import { deflateSync } from 'node:zlib';

/** PDFs for tests, written here (ISO 32000-1) so that none has to be kept. */

/** Words at a place, in points from the lower left corner of the page. */
export interface Words {
  x: number;
  y: number;
  text: string;
  /** 10 where absent. */
  size?: number;
  /** Set upwards. */
  isTurned?: boolean;
}

interface Options {
  /** Instead of the pages' own streams. */
  contents?: (page: number) => { dictionary: string; bytes: Buffer };
  /** More entries of the trailer, and more objects. */
  trailer?: string;
  /** Without it, letters have no meaning. */
  hasMeaning?: boolean;
}

/** Width of a letter in these PDFs, against its size. */
export const LETTER = 0.5;

/** One page for each list of words; 612 × 792 points. */
export function pdf(pages: readonly (readonly Words[])[], options: Options = {}): Buffer {
  const { hasMeaning = true, trailer = '' } = options;
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const code = (letter: string): string =>
    (letters.indexOf(letter) + 1).toString(16).padStart(4, '0');
  const first = 6;
  const objects: Buffer[] = [
    bytes('<< /Type /Catalog /Pages 2 0 R >>'),
    bytes(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${first + n * 2} 0 R`).join(' ')}] >>`,
    ),
    bytes(
      `<< /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /Identity-H /DescendantFonts [4 0 R] ${hasMeaning ? '/ToUnicode 5 0 R' : ''} >>`,
    ),
    bytes(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${LETTER * 1000} /FontDescriptor << /Type /FontDescriptor /FontName /None /Flags 4 /Ascent 900 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 900] >> >>`,
    ),
    stream(bytes(toUnicode(letters, code))),
  ];
  pages.forEach((words, n) => {
    const own = options.contents?.(n);
    objects.push(
      bytes(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + n * 2 + 1} 0 R >>`,
      ),
      own
        ? stream(own.bytes, own.dictionary)
        : stream(
            deflateSync(bytes(words.map((one) => shown(one, code)).join('\n'))),
            '/Filter /FlateDecode',
          ),
    );
  });
  return assembled(objects, trailer);
}

/** Lines one under the other from the top of a column, `\n` for a line that is skipped by half. */
export function column(lines: readonly string[], { x = 72, top = 720, size = 10 } = {}): Words[] {
  const step = size * 1.2;
  let y = top + step;
  return lines.flatMap((text) => {
    y -= text === '' ? step * 0.8 : step;
    return text === '' ? [] : [{ x, y, text, size }];
  });
}

function shown(
  { x, y, text, size = 10, isTurned = false }: Words,
  code: (letter: string) => string,
) {
  const turn = isTurned ? '0 1 -1 0' : '1 0 0 1';
  const hex = [...text].map(code).join('');
  return `BT /F ${size} Tf ${turn} ${x} ${y} Tm <${hex}> Tj ET`;
}

function toUnicode(letters: readonly string[], code: (letter: string) => string): string {
  const utf16 = (letter: string): string => Buffer.from(letter, 'utf16le').swap16().toString('hex');
  const lines = letters.map((letter) => `<${code(letter)}> <${utf16(letter)}>`);
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, n) =>
    lines.slice(n * 100, n * 100 + 100),
  );
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
${parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`).join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

const stream = (content: Buffer, dictionary = ''): Buffer =>
  Buffer.concat([
    bytes(`<< /Length ${content.length} ${dictionary} >>\nstream\n`),
    content,
    bytes('\nendstream'),
  ]);

function assembled(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, n) => {
    const whole = Buffer.concat([bytes(`${n + 1} 0 obj\n`), object, bytes('\nendobj\n')]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    bytes(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
