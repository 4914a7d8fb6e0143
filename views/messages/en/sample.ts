const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

/** The sample plan, and the comparison of the overview table with a published one. */
export const sample = {
  title: 'Sample plan',
  lead: (n: number, short: number) =>
    n === 0
      ? 'How many people of each group and region are to be interviewed, beside how many were.'
      : short === 0
        ? 'Everyone planned was interviewed.'
        : `${people(short)} still to interview, over all places that are short.`,
  counted:
    'Counted are people who were interviewed, each once; a group without names by its head count. Someone counts in every place of the plan that they fall under.',
  download: 'Download as CSV',
  columns: {
    group: 'Group',
    region: 'Region',
    planned: 'Planned',
    done: 'Interviewed',
    state: 'State',
  },
  anyGroup: 'every group',
  anyRegion: 'every region',
  state: (done: number, planned: number) => {
    const words = `${done} of ${planned} planned`;
    if (done < planned) return `${words}: ${planned - done} short`;
    return done === planned ? `${words}: reached` : `${words}: ${done - planned} more`;
  },
  sign: { short: '▽', reached: '✓' },
  empty: 'No plan yet',
  emptyStep:
    'Say below how many people of which group and region you mean to interview, or bring in a table. Then this page says who is still missing.',
  noLists: 'A plan needs groups or regions. Bring in a table below, or add them first.',
  lists: 'Groups, regions, variables',
  edit: 'Change the plan',
  editHint: 'People to interview. What is left empty is not planned.',
  cell: (group: string, region: string) => `${group}, ${region}`,
  save: 'Save the plan',
  bring: 'Bring in a plan',
  file: 'File',
  fileHint: 'CSV with the columns group, region, planned.',
  paste: 'Or paste a table',
  pasteHint:
    'From a spreadsheet or as CSV, the first line naming the columns. Groups and regions are made when new; 0 takes a place out of the plan.',
  import: 'Bring in',
  overview: 'Interviews and people',
  compare: {
    title: 'Compare with a published table',
    lead: 'Paste a table with a label, interviews and people in each row. This page says where it and your register differ, in both directions.',
    open: 'Compare with a published table',
    rows: 'Rows',
    rowsOf: { group: 'Groups', region: 'Regions', location: 'Locations' },
    table: 'Published table',
    tableHint: 'From a spreadsheet or as CSV. A row labelled “Total” is compared with the total.',
    submit: 'Compare',
    keep: 'Keep this table',
    keepFile: 'Or keep a file',
    kept: 'This table is kept with the project.',
    drop: 'Do not keep it any longer',
    result: 'The two tables',
    agrees: 'The two tables say the same.',
    differs: (rows: number, missing: number, extra: number) =>
      [
        rows > 0 && `${rows === 1 ? '1 row differs' : `${rows} rows differ`}`,
        missing > 0 &&
          `${missing === 1 ? '1 is' : `${missing} are`} published and not counted here`,
        extra > 0 && `${extra === 1 ? '1 is' : `${extra} are`} counted here and not published`,
      ]
        .filter((part) => part !== false)
        .join('; ') + '.',
    totalDiffers: 'The totals differ.',
    columns: {
      label: 'Row',
      interviews: 'Interviews',
      people: 'People',
      counted: 'here',
      published: 'published',
      difference: 'Difference',
    },
    total: 'Total',
    same: 'same',
    missing: 'not counted here',
    extra: 'not published',
    difference: (interviews: number, participants: number) =>
      [
        interviews !== 0 &&
          `${signed(interviews)} ${Math.abs(interviews) === 1 ? 'interview' : 'interviews'}`,
        participants !== 0 &&
          `${signed(participants)} ${Math.abs(participants) === 1 ? 'person' : 'people'}`,
      ]
        .filter((part) => part !== false)
        .join(', '),
    sum: (interviews: number, participants: number) =>
      `The published rows add up to ${signed(interviews)} interviews and ${signed(participants)} people beside the published total: someone is in two rows there, or the total is wrong.`,
    labels:
      'Rows meet by their label, whatever its case and punctuation. Put respondents into the published groups to compare group by group.',
  },
  errors: {
    noSuchPlace: () =>
      'A group or region of this plan is no longer there. Reload the page; nothing was saved.',
    notANumber: ({ text }: { text: string }) =>
      `“${text}” is no number of people. Type a whole number up to 99,999, or nothing.`,
    notText: () => 'This file is not a table of text. Save it as CSV and choose it again.',
    quote: ({ line, column }: { line: number; column: number }) =>
      `Line ${line}, cell ${column}: a quotation mark is not closed, or something follows it. Nothing was read.`,
    noColumns: () =>
      'The first line must name the columns: planned, and group or region or both. Nothing was read.',
    noLines: () => 'There is no line of a plan in this table.',
    planLine: ({
      line,
      column,
      text,
      reason,
      n,
    }: {
      line: number;
      column: number;
      text: string;
      reason: string;
      n: number;
    }) => {
      const why: Record<string, string> = {
        notANumber: `“${text}” is no whole number of people`,
        ofNothing: 'it names neither a group nor a region',
        twice: `${text} stands in the table twice`,
      };
      const others = n > 1 ? ` ${n - 1} more ${n === 2 ? 'line is' : 'lines are'} wrong.` : '';
      return `Line ${line}, cell ${column}: ${why[reason] ?? text}. Nothing was brought in.${others}`;
    },
    notCounted: ({ line, text }: { line: number; text: string }) =>
      `Line ${line}, “${text}”: a row has a label, the number of interviews and the number of people.`,
    noRows: () => 'There is no row with a label, interviews and people in this table.',
  },
  changes: {
    'plan.saved': ({ n }: { n: number }) =>
      `Sample plan saved, ${n === 1 ? '1 place' : `${n} places`}`,
    'plan.imported': ({ n }: { n: number }) =>
      `Sample plan brought in, ${n === 1 ? '1 place' : `${n} places`} in all`,
    'published.kept': () => 'Published table kept to compare with',
    'published.dropped': () => 'Published table no longer kept',
  },
};
