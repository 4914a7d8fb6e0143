const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const codings = (n: number) => plural(n, 'coding', 'codings');
const subCodes = (n: number) => plural(n, 'sub-code', 'sub-codes');
const memos = (n: number) => plural(n, 'memo', 'memos');

interface Name {
  name: string;
}

export const codebook = {
  title: 'Codebook',
  lead: 'The themes and their sub-codes, each with its rule: when it applies and when it does not.',
  errors: {
    noCode: () =>
      'This project has no such code. It may have been deleted: the activity page can bring it back.',
    nameEmpty: () => 'A code needs a name.',
    nameLong: ({ limit }: { limit: number }) =>
      `This name is longer than ${limit} characters. Put the rest into the definition.`,
    nameTaken: ({ name }: Name) =>
      `There is a “${name}” at this place already. Choose another name, or another place.`,
    textLong: ({ limit }: { limit: number }) =>
      `This text is longer than ${limit.toLocaleString('en')} characters.`,
    keyInvalid: () => 'A key is one letter from a to z or one digit.',
    keyReserved: ({ key }: { key: string }) =>
      `“${key}” already does something while coding. Choose another letter or a digit.`,
    keyTaken: ({ key, code }: { key: string; code: string }) =>
      `“${key}” is the key of “${code}”. Choose another, or take it away there first.`,
    colourInvalid: () => 'Choose one of the eight colours, or write one as #3b6fb6.',
    moveUnderItself: ({ name }: Name) =>
      `“${name}” cannot stand under itself or one of its own sub-codes.`,
    nowhereToMove: ({ name }: Name) => `“${name}” cannot go further that way.`,
  },
  changes: {
    'code.added': ({ name, parent }: { name: string; parent?: string }) =>
      parent === undefined ? `Theme “${name}” added` : `Code “${name}” added under “${parent}”`,
    'code.changed': ({ name }: Name) => `Code “${name}” changed`,
    'code.renamed': ({ name, before }: { name: string; before: string }) =>
      `Code “${before}” renamed to “${name}”`,
    'code.recoloured': ({ name }: Name) => `Colour of “${name}” changed`,
    'code.keySet': ({ name, key }: { name: string; key: string }) =>
      key === '' ? `Key of “${name}” taken away` : `Key of “${name}” is now ${key.toUpperCase()}`,
    'code.moved': ({ name, parent }: { name: string; parent?: string }) =>
      parent === undefined
        ? `“${name}” moved among the themes`
        : `“${name}” moved under “${parent}”`,
    'code.deleted': (d: { name: string; subCodes: number; codings: number; memos: number }) => {
      const along = [
        ...(d.subCodes > 0 ? [subCodes(d.subCodes)] : []),
        codings(d.codings),
        ...(d.memos > 0 ? [memos(d.memos)] : []),
      ];
      return `Code “${d.name}” deleted, with ${along.join(', ')}`;
    },
  },
};
