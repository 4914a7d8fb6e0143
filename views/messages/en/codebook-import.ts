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
  qdcSetsLeft: ({ sets }: { sets?: string }) =>
    `Sets of codes are left out: Earmark has none. In the file: ${sets}.`,
  qdcMore: ({ more }: { more?: string }) => `The same holds for ${more} more codes.`,
} as Record<string, (p: Readonly<Record<string, string>>) => string>;
