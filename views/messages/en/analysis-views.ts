/** What respondents and interviews are sorted by; a project's own variables have their own names. */
export const facets = {
  group: 'group',
  region: 'region',
  location: 'location',
  interviewer: 'interviewer',
  question: 'question',
  month: 'month',
  source: 'source',
  kind: 'kind of source',
  coder: 'coder',
  found: 'passages of a saved query',
};

/** Words of the kept views of a table. */
export const views = {
  title: 'Kept views',
  lead: 'Tables of themes kept under a name. Only what is chosen is kept, so that each shows what is coded now.',
  open: 'Kept views',
  keep: 'Keep this view',
  name: 'Name of the view',
  save: 'Keep',
  rename: 'Rename',
  remove: 'Remove',
  removeOf: (name: string) => `Remove “${name}”`,
  none: 'No view is kept yet',
  noneStep: 'Choose what a table of themes counts, then keep it under a name below the table.',
  toThemes: 'To the table of themes',
  pages: 'Pages of kept views',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  previous: 'Earlier',
  next: 'Further',
};

/** Words of the page that ties questions to a code. */
export const ties = {
  link: 'Questions that ask about it',
  title: (code: string) => `Questions that ask about “${code}”`,
  lead: 'A table of themes can count a code over those who were asked one of these questions, so that “3 of 12” means 12 who could have said it. A code without any takes those of the code above it.',
  none: 'The guide has no questions yet',
  noneStep: 'Once the guide has questions, this page says which of them ask about the code.',
  toGuide: 'To the guide',
  save: 'Save',
};

/** Words of the way through a table that is too large for one page. */
export const parts = {
  rows: 'Pages of rows',
  columns: 'Pages of columns',
  rowsShown: (from: number, to: number, of: number) => `Rows ${from} to ${to} of ${of}`,
  columnsShown: (from: number, to: number, of: number) => `Columns ${from} to ${to} of ${of}`,
  previous: 'Earlier',
  next: 'Further',
};

/** How a table lies: its order, its pins, its further rows. */
export const rows = {
  title: 'Order, pins and intervals',
  order: 'Order of the codes',
  orders: { tree: 'As in the codebook', name: 'By name', total: 'By the number under All' },
  byColumn: (label: string) => `By the number under ${label}`,
  empty: 'Leave out codes that nobody mentions',
  turn: 'Codes in columns',
  interval: '95 % intervals beside the shares',
  intervalHint:
    'Wilson intervals, of respondents, interviews and documents. They say how far the share could be off if these were drawn at random from more of the same.',
  pins: 'Pin codes to the top',
  pinned: 'pinned',
  queries: 'Rows of saved queries',
};

/** Words of the pictures of a table. */
export const pictures = {
  kinds: {
    none: 'No picture',
    heat: 'Heat map',
    bars: 'Bars side by side',
    stacked: 'Stacked bars',
  },
  heat: (rows: number, columns: number) =>
    `A square for each of ${rows} × ${columns} numbers, the deeper its tint the greater the share. The table has the numbers.`,
  bars: (rows: number, columns: number) =>
    `For each of ${rows} rows ${columns} bars, one for each column, with its number beside it. The table has the numbers.`,
  stacked: (rows: number, columns: number) =>
    `For each of ${rows} rows a bar of up to ${columns} pieces, one for each column, as long as its number. The table has the numbers.`,
  part: (rows: number, ofRows: number, columns: number, ofColumns: number) =>
    `The picture has ${rows} of ${ofRows} rows and ${columns} of ${ofColumns} columns.`,
  stackedNote:
    'Pieces are numbers, not shares. Who stands in two columns is in two pieces, so that a bar can be longer than its total. Hidden numbers stand at the end, all of one width.',
  svg: 'SVG',
  png: 'PNG',
  svgLabel: 'Picture as SVG',
  pngLabel: 'Picture as PNG',
  pngName: 'themes.png',
  toShare: (format: string) => `${format} to share`,
};
