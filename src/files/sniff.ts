/** What a file is, by its first bytes. `text` is what is left when nothing else fits; `zip` may be a DOCX. */
export type FileKind = 'empty' | 'text' | 'zip' | OtherKind;

/** Kinds that are recognised in order to say so. */
export type OtherKind =
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'office' // Word, Excel and PowerPoint before 2007, and locked files of today
  | 'picture'
  | 'sound'
  | 'video'
  | 'archive'
  | 'program'
  | 'database'
  | 'binary';

/** [kind, signature in latin-1, where it stands] */
const SIGNATURES: readonly (readonly [FileKind, string, number])[] = [
  ['zip', 'PK\x03\x04', 0],
  ['archive', 'PK\x05\x06', 0],
  ['archive', 'PK\x07\x08', 0],
  ['rtf', '{\\rtf', 0],
  ['office', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 0],
  ['picture', '\x89PNG\r\n\x1A\n', 0],
  ['picture', '\xFF\xD8\xFF', 0],
  ['picture', 'GIF87a', 0],
  ['picture', 'GIF89a', 0],
  ['picture', 'II*\0', 0],
  ['picture', 'MM\0*', 0],
  ['picture', '8BPS', 0],
  ['picture', 'WEBP', 8],
  ['sound', 'WAVE', 8],
  ['video', 'AVI ', 8],
  ['sound', 'ID3', 0],
  ['sound', '\xFF\xFB', 0],
  ['sound', 'OggS', 0],
  ['sound', 'fLaC', 0],
  ['video', 'ftyp', 4],
  ['video', '\x1A\x45\xDF\xA3', 0],
  ['archive', '\x1F\x8B', 0],
  ['archive', '7z\xBC\xAF\x27\x1C', 0],
  ['archive', 'Rar!\x1A\x07', 0],
  ['archive', 'BZh', 0],
  ['archive', '\xFD7zXZ\0', 0],
  ['archive', 'ustar', 257],
  ['program', 'MZ', 0],
  ['program', '\x7FELF', 0],
  ['program', '\xCA\xFE\xBA\xBE', 0],
  ['program', '\xCF\xFA\xED\xFE', 0],
  ['program', '\xFE\xED\xFA', 0],
  ['program', '\0asm', 0],
  ['program', '#!/', 0],
  ['database', 'SQLite format 3\0', 0],
];

/** Readers of PDF look for its signature this far in, so a PDF in other clothes has it there. */
const PDF_REACH = 1024;

/** Looks at the first kilobytes only. Signatures that plain words can begin with ask for a control character too. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString(
    'latin1',
  );
  for (const [kind, signature, at] of SIGNATURES) {
    if (!head.startsWith(signature, at)) continue;
    if (!isPlain(signature) || !isPlain(head)) return kind;
  }
  if (/(?:^|[\r\n])%PDF-\d/.test(head.slice(0, PDF_REACH))) return 'pdf';
  const start = head
    .replace(/^(?:\xEF\xBB\xBF)?\s*/, '')
    .slice(0, 200)
    .toLowerCase();
  if (/^(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|script|iframe)\b/.test(start))
    return 'html';
  if (/^<(?:\?xml|svg)\b/.test(start)) return 'xml';
  return 'text';
}

/** Rich text and scripts are text themselves; for all other signatures of letters alone (`MZ`, `BZh`) words are not enough. */
function isPlain(latin1: string): boolean {
  if (latin1.startsWith('{\\rtf') || latin1.startsWith('#!/')) return false;
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  return !/[\x00-\x08\x0E-\x1F]/.test(latin1);
}
