const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** The page that brings a codebook in, and the ways it leaves. */
export const importing = {
  link: 'Import',
  export: 'Export',
  exportAs: 'Export the codebook as',
  exportTo: (format: string) => `Export: ${format}`,
  formats: {
    csv: 'Table (CSV)',
    xlsx: 'Workbook (XLSX)',
    md: 'Markdown',
    qdc: 'REFI-QDA codebook (QDC)',
    docx: 'Document to print (DOCX)',
  },
  title: 'Import a codebook',
  lead: 'From a table, a workbook, Markdown or a codebook of another program. You see what it would do before anything is changed.',
  file: 'File',
  fileHint:
    'CSV, XLSX, Markdown, or REFI-QDA (.qdc, or the codes of a .qdpx). The first line of a table names the columns.',
  text: 'Or paste the table',
  columns:
    'Columns: guid, path, name, parent, definition, use_when, not_when, example, colour, key, codable. Only path (Visibility > Capacity) or name is needed. An empty cell changes nothing.',
  read: 'Look at it',
  preview: 'What importing does',
  rows: 'Codes in it',
  nothing: 'This table says nothing new: every code in it is in the codebook as it stands there.',
  summary: (n: { created: number; changed: number; unchanged: number; sets: number }) =>
    `${plural(n.created, 'new code', 'new codes')}, ${n.changed} changed, ${n.unchanged} unchanged` +
    (n.sets > 0 ? `; ${plural(n.sets, 'set', 'sets')} of codes new or changed.` : '.'),
  fates: { new: 'new', changed: 'changed', unchanged: 'unchanged', conflict: 'in conflict' },
  changedIn: (columns: readonly string[]) => `changed: ${columns.join(', ')}`,
  columnNames: {
    path: 'name or place',
    definition: 'definition',
    use_when: 'use when',
    not_when: 'not when',
    example: 'example',
    colour: 'colour',
    key: 'key',
    codable: 'structure only',
  } as Record<string, string>,
  separator: 'What stands between the names of a path',
  separatorHint: 'Taken from the paths themselves. Choose another if the codes below look wrong.',
  divides: (sign: string, n: number) =>
    n === 0 ? `${sign} (in no path)` : `${sign} (in ${plural(n, 'path', 'paths')})`,
  lookAgain: 'Look again',
  sets: 'Sets of codes in it',
  set: 'Set',
  setCodes: 'Codes',
  moreSets: (n: number) => `and ${plural(n, 'more set', 'more sets')}`,
  line: 'Line',
  code: 'Code',
  fate: 'What happens',
  more: (n: number) => `and ${plural(n, 'more code', 'more codes')}`,
  errors: (n: number) =>
    `Nothing can be imported yet: ${plural(n, 'thing is', 'things are')} wrong with the table.`,
  moreErrors: (n: number) => `and ${n} more`,
  save: 'Import',
  again: 'Another table',
};

/** Sets of codes. */
export const sets = {
  title: (n: number) => `Sets of codes (${n})`,
  lead: 'Put together in another program. They leave with the codebook as REFI-QDA; the other formats have no place for them.',
  more: (n: number) => `and ${plural(n, 'more code', 'more codes')}`,
  moreSets: (n: number) => `and ${plural(n, 'more set', 'more sets')}`,
};

/** What is wrong with a line of a table; the place is said before it. */
const table: Record<string, (p: Readonly<Record<string, string | number>>) => string> = {
  tableEmpty: () =>
    'there is nothing in it. The first line names the columns; path or name is enough.',
  noHeading: () => 'the first line must name the columns, and path or name must be one of them.',
  columnTwice: () => 'this column comes twice. Leave one out.',
  tooManyRows: (p) => `more than ${p['limit']} lines. Import it in parts.`,
  tooManyCells: () =>
    'there is more on this line than there are columns. Put quotation marks around texts with commas in them.',
  quoteOpen: () => 'a quotation mark opens here and is never closed.',
  quoteStray: () => 'something stands between a closing quotation mark and the next separator.',
  guidInvalid: (p) => `“${p['value']}” is no guid. Leave the cell empty for a new code.`,
  guidTwice: (p) => `line ${p['other']} has this guid too. Leave it empty in one of them.`,
  nameEmpty: () => 'a code needs a name.',
  pathGap: () => 'a name between two > is missing.',
  nameLong: (p) => `a name is longer than ${p['limit']} characters.`,
  nameNotPath: (p) =>
    `the path “${p['path']}” ends in another name than “${p['name']}”. Make them agree or leave one empty.`,
  parentNotPath: (p) =>
    `the path “${p['path']}” has another parent than “${p['parent']}”. Make them agree or leave one empty.`,
  parentRing: () => 'this code would stand under itself.',
  parentUnclear: (p) => `several codes are called “${p['parent']}”. Write the parent’s whole path.`,
  pathTwice: (p) => `“${p['path']}” stands on line ${p['other']} already.`,
  nameTaken: (p) => `another code called “${p['name']}” stands at this place.`,
  textLong: (p) => `this text is longer than ${p['limit']} characters.`,
  colourUnknown: (p) => `“${p['value']}” is no colour. Write it as #3b6fb6.`,
  codableUnknown: (p) => `“${p['value']}” is neither yes nor no.`,
  keyInvalid: () => 'a key is one letter from a to z or one digit.',
  keyReserved: (p) => `“${p['key']}” already does something while coding.`,
  keyTaken: (p) => `“${p['key']}” is the key of “${p['code']}”.`,
};

export interface Place {
  line: number;
  column: string;
  code: string;
  params?: Readonly<Record<string, string | number>>;
}

/** One error of a table as a sentence that begins with its place. */
export const tableError = ({ line, column, code, params = {} }: Place): string => {
  const where = column === '' ? `Line ${line}` : `Line ${line}, column ${column}`;
  return `${where}: ${table[code]?.(params) ?? code}`;
};

/** What an import has to say that is not wrong. */
export const warnings = {
  columnLeft: ({ column }: { column?: string }) =>
    `The column “${column}” says nothing to a codebook and is left out.`,
  parentMade: ({ path }: { path?: string }) =>
    `“${path}” is only named in the paths of other codes; it is added without a rule.`,
  qdcNamespace: ({ namespace }: { namespace?: string }) =>
    namespace === ''
      ? 'The file does not say which version of REFI-QDA it is. It was read as 1.0.'
      : `The file says “${namespace}”, which is not REFI-QDA 1.0. It was read all the same.`,
  qdcCase: ({ name }: { name?: string }) =>
    `An element is written “${name}” where REFI-QDA has “Code”. It was taken for one.`,
  qdcBraces: () => 'Guids stand in braces in this file. They were read without.',
  qdcMark: () => 'The file begins with a byte order mark, which was passed over.',
  qdcGuid: ({ name }: { name?: string }) =>
    `“${name}” has no guid that is one. It is found by its path, and gets a new guid if it is new.`,
  qdcGuidTwice: ({ name }: { name?: string }) =>
    `“${name}” has the guid of another code in the file. It is found by its path instead.`,
  qdcNameless: () => 'A code has no name. It is called “?”.',
  qdcNameCut: ({ name }: { name?: string }) => `A name was too long and is cut: “${name}”`,
  qdcNameTwice: ({ name, as }: { name?: string; as?: string }) =>
    `“${name}” stands twice at one place. The second is called “${as}”.`,
  qdcColour: ({ name, colour }: { name?: string; colour?: string }) =>
    `“${colour}” of “${name}” is no colour and is left out.`,
  qdcSetsEmpty: () => 'The file has an empty list of sets, which REFI-QDA does not allow.',
  qdcSetEmpty: ({ set }: { set?: string }) =>
    `The set “${set}” has no code that is in the file. It is left out.`,
  qdcSetMembers: ({ set, n }: { set?: string; n?: string }) =>
    `The set “${set}” names ${n} that ${n === '1' ? 'is no code' : 'are no codes'} in the file. The others are kept.`,
  qdcSetCut: ({ set }: { set?: string }) =>
    `The name or the description of the set “${set}” was too long and is cut.`,
  qdcMore: ({ more }: { more?: string }) => `The same holds for ${more} more.`,
} as Record<string, (p: Readonly<Record<string, string>>) => string>;
