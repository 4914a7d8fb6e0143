import { ZipFile } from 'yazl';

/** Files for tests of import, made here so that none has to be kept. */

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const ODF = ['office', 'text', 'table', 'draw']
  .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
  .join(' ');

export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** `body` is WordprocessingML; `before` goes before the root element, where a document type would stand. */
export function docxParts(body: string, { before = '' } = {}): Record<string, string> {
  return {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?>${before}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  };
}

export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const docx = (
  body: string,
  extra: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> => zipOf({ ...docxParts(body), ...extra });

/** `body` is OpenDocument; `before` stands before the root element; `kind` is what it says it is. */
export const odt = (body: string, before = '', kind = 'text'): Promise<Buffer> =>
  zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<?xml version="1.0"?>${before}<office:document-content ${ODF}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });

/** The same bytes with one text put in place of another of the same length: names and sizes in a directory. */
export function patched(bytes: Buffer, from: Buffer, to: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at);
  return copy;
}

export const uint32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
};

/** A form as the browser sends it with files. */
export function upload(
  files: Readonly<Record<string, Buffer | string>>,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append('files', new File([new Uint8Array(Buffer.from(content))], name));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
