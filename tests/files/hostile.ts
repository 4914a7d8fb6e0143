import { deflateRawSync, deflateSync } from 'node:zlib';
import { docx, docxParts, odt, paragraph, patched, uint32, zipOf } from '../http/sources/files.ts';
import { column, pdf } from './pdf.ts';

/** Files made to harm, made here; none of them is dangerous to keep. */
export interface BadFile {
  what: string;
  /** The kind of file it is meant for. */
  as: string;
  make: () => Buffer | Promise<Buffer>;
}

/** Stands in a file that an attack would read; must never come out. */
export const SECRET = 'the-secret-words';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const renamed = async (from: string, to: string): Promise<Buffer> =>
  patched(await docx(paragraph('x'), { [from]: 'x' }), bytes(from), bytes(to));

const laughs = (inside: string): string => {
  const entities = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  );
  return `<!DOCTYPE w [<!ENTITY l0 "${inside}">${entities.join('')}]>`;
};

/** Doubly packed zeros: a few kilobytes that unpack to four hundred megabytes of white space. */
function packedTwice(): Buffer {
  const once = deflateSync(Buffer.alloc(400_000_000, 32));
  return deflateSync(once);
}

/** @param secret a file with SECRET in it @param listener an address that counts who asks it */
export function badFiles(secret: string, listener: string): BadFile[] {
  const outside = (name: string): string => `<!DOCTYPE w [<!ENTITY s SYSTEM "${name}">]>`;
  return [
    {
      what: 'an archive that unpacks to hundreds of megabytes',
      as: 'docx',
      make: () => docx(paragraph('x'.repeat(120_000_000))),
    },
    {
      what: 'an archive packed a thousandfold',
      as: 'docx',
      make: () => docx(paragraph('x'.repeat(3_000_000))),
    },
    {
      what: 'an archive of thousands of entries',
      as: 'docx',
      make: () =>
        docx('', Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`word/x${n}`, '']))),
    },
    {
      what: 'an archive in an archive in an archive',
      as: 'docx',
      make: async () => zipOf({ 'a.zip': await zipOf({ 'b.zip': await docx(paragraph('x')) }) }),
    },
    {
      what: 'an archive whose directory lies about a size',
      as: 'docx',
      make: async () => {
        const body = paragraph('y'.repeat(900_000));
        const size = Buffer.byteLength(docxParts(body)['word/document.xml'] ?? '');
        return patched(await docx(body), uint32(size), uint32(1000));
      },
    },
    {
      what: 'a name that leaves its folder',
      as: 'docx',
      make: () => renamed('aa/aa/evil', '../../evil'),
    },
    { what: 'an absolute name', as: 'docx', make: () => renamed('aetc/passwd', '/etc/passwd') },
    {
      what: 'a name with a backslash',
      as: 'docx',
      make: () => renamed('word/evil.x', 'word\\evil.x'),
    },
    {
      what: 'a name that stands there twice',
      as: 'docx',
      make: () => renamed('word/documenX.xml', 'word/document.xml'),
    },
    {
      what: 'a part that is a link to a file',
      as: 'docx',
      make: () =>
        zipOf({ ...docxParts(paragraph('x')), 'word/media/a.png': secret }, ['word/media/a.png']),
    },
    {
      what: 'a Word document that reads a file',
      as: 'docx',
      make: () => zipOf(docxParts(paragraph('&s;'), { before: outside(`file://${secret}`) })),
    },
    {
      what: 'a Word document whose entities multiply',
      as: 'docx',
      make: () => zipOf(docxParts(paragraph('&l9;'), { before: laughs('lol') })),
    },
    {
      what: 'a Word document with a document type in UTF-16',
      as: 'docx',
      make: () =>
        zipOf({
          ...docxParts(''),
          'word/document.xml': Buffer.from(
            `\uFEFF${docxParts(paragraph('&s;'), { before: outside(`file://${secret}`) })['word/document.xml'] ?? ''}`,
            'utf16le',
          ),
        }),
    },
    {
      what: 'a Word document nested beyond any document',
      as: 'docx',
      make: () =>
        docx(
          `${'<w:sdt><w:sdtContent>'.repeat(50_000)}${'</w:sdtContent></w:sdt>'.repeat(50_000)}`,
        ),
    },
    {
      what: 'a Word document with macros',
      as: 'docx',
      make: () => docx(paragraph('x'), { 'word/vbaProject.bin': 'x' }),
    },
    {
      what: 'a Word document cut short',
      as: 'docx',
      make: async () => (await docx(paragraph('x'.repeat(500)))).subarray(0, 600),
    },
    {
      what: 'an OpenDocument text that reads a file',
      as: 'odt',
      make: () => odt('<text:p>&s;</text:p>', outside(`file://${secret}`)),
    },
    {
      what: 'an OpenDocument text that asks the network',
      as: 'odt',
      make: () => odt('<text:p>&s;</text:p>', outside(listener)),
    },
    {
      what: 'an OpenDocument text whose entities multiply',
      as: 'odt',
      make: () => odt('<text:p>&l9;</text:p>', laughs('lol')),
    },
    {
      what: 'an OpenDocument text nested beyond any document',
      as: 'odt',
      make: () => odt('<text:span>'.repeat(100_000)),
    },
    { what: 'an OpenDocument text cut short', as: 'odt', make: () => odt('<text:p>') },
    {
      what: 'rich text nested beyond any document',
      as: 'rtf',
      make: () => bytes(`{\\rtf1 ${'{'.repeat(200_000)}x`),
    },
    {
      what: 'rich text that says its pictures are longer than it',
      as: 'rtf',
      make: () => bytes('{\\rtf1 {\\pict\\bin2000000000 x}}'),
    },
    {
      what: 'rich text that ends more than it begins',
      as: 'rtf',
      make: () => bytes('{\\rtf1 x}}}}}'),
    },
    {
      what: 'a web page nested a hundred thousand deep',
      as: 'html',
      make: () => bytes(`<!doctype html>${'<div>'.repeat(100_000)}x`),
    },
    {
      what: 'a PDF that unpacks to hundreds of megabytes',
      as: 'pdf',
      make: () =>
        pdf([[]], {
          contents: () => ({
            dictionary: '/Filter [/FlateDecode /FlateDecode]',
            bytes: packedTwice(),
          }),
        }),
    },
    {
      what: 'a PDF whose pages lead to themselves',
      as: 'pdf',
      make: () =>
        bytes(
          pdf([column(['x'])])
            .toString('latin1')
            .replace(/\/Kids \[6 0 R\]/u, '/Kids [2 0 R]'),
        ),
    },
    {
      what: 'a PDF that is locked',
      as: 'pdf',
      make: () =>
        pdf([column(['x'])], {
          trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`,
        }),
    },
    {
      what: 'a PDF cut short',
      as: 'pdf',
      make: () => bytes('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'),
    },
    { what: 'a PDF of pictures', as: 'pdf', make: () => pdf([[], []]) },
    { what: 'zeros', as: 'txt', make: () => Buffer.alloc(100_000) },
    {
      what: 'bytes without sense',
      as: 'txt',
      make: () =>
        deflateRawSync(bytes('so '.repeat(9) + 'many words '.repeat(7) + SECRET.slice(0, 3))),
    },
    { what: 'an empty file', as: 'txt', make: () => Buffer.alloc(0) },
    { what: 'a file larger than any may be', as: 'txt', make: () => Buffer.alloc(20_000_001, 97) },
  ];
}
