import { ZipFile } from 'yazl';

/** Files for tests of import, made here so that none has to be kept. */

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const ODF = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ...['office', 'text', 'table', 'draw', 'style'].map(
    (prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`,
  ),
].join(' ');

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

export async function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  links: readonly string[] = [],
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    const mode = links.includes(name) ? 0o120777 : 0o100664;
    zip.addBuffer(Buffer.from(content), name, { mode });
  }
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

/** A Word document with a comment by Ana on “no office”, an insertion and a deletion by Bo. */
export function reviewedDocx(): Promise<Buffer> {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const mark = (end: string): string => `<w:commentRange${end} w:id="3"/>`;
  const by = 'w:author="Bo Berg" w:date="2026-03-12T10:00:00Z"';
  const body =
    `<w:p>${run('They have ')}${mark('Start')}${run('no office')}${mark('End')}` +
    `<w:r><w:commentReference w:id="3"/></w:r>${run(' in ')}` +
    `<w:ins w:id="1" ${by}>${run('the capital')}</w:ins>` +
    `<w:del w:id="2" ${by}><w:r><w:delText>the north</w:delText></w:r></w:del>${run('.')}</w:p>`;
  return docx(body, {
    'word/comments.xml': `<?xml version="1.0"?><w:comments xmlns:w="${WORD}"><w:comment w:id="3" w:author="Ana Arms" w:date="2026-03-11T09:00:00Z">${paragraph('Is *this* so?')}</w:comment></w:comments>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`,
  });
}

/** The same from LibreOffice. */
export const reviewedOdt = (): Promise<Buffer> => {
  const info = `<office:change-info><dc:creator>Bo Berg</dc:creator><dc:date>2026-03-12T10:00:00</dc:date></office:change-info>`;
  return odt(
    `<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>${info}</text:insertion></text:changed-region>` +
      `<text:changed-region text:id="c2"><text:deletion>${info}<text:p>the north</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
      `<text:p>They have <office:annotation office:name="a1"><dc:creator>Ana Arms</dc:creator><dc:date>2026-03-11T09:00:00</dc:date><text:p>Is *this* so?</text:p></office:annotation>no office<office:annotation-end office:name="a1"/> in ` +
      `<text:change-start text:change-id="c1"/>the capital<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>.</text:p>`,
  );
};
