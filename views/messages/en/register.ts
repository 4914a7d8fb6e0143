import { registerPreview } from './register-preview.ts';

interface Doubtful {
  text: string;
  reading: string;
  alternatives: readonly string[];
}

/** Of a row of a table. */
interface Row extends Doubtful {
  field: string;
  allowed: readonly string[];
}

interface File {
  name: string;
}

interface Refused {
  file: string;
  line: number;
  column: number;
  problem: string;
  more: number;
}

const WHAT: Record<string, string> = {
  pdf: 'a PDF',
  rtf: 'Rich Text (RTF)',
  html: 'a web page (HTML)',
  xml: 'XML, made for programs and not for reading',
  office: 'an Office file from before 2007, or one locked with a password',
  picture: 'a picture',
  sound: 'a sound recording',
  video: 'a video',
  archive: 'an archive',
  program: 'a program, which is never opened here',
  database: 'a database',
  binary: 'no text: it holds data that no text has',
};

const count = (n: number, one: string, many: string) =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en')} ${many}`;
const or = (texts: readonly string[]): string => texts.join(' or ');
/** Earlier respondents are named by the line they first stand on, or by their reference. */
const earlier = (where: string): string => (/^\d+$/.test(where) ? `line ${where}` : where);

/** What a pasted register was taken for, and what is doubtful about it; each doubt says what was made of it and what to do. */
export const register = {
  doubts: {
    'after-date': ({ reading }: Doubtful) =>
      `This stands below the date, and was read as the end of the department: “${reading}”.`,
    backwards: ({ text }: Doubtful) =>
      `“${text}” ends before it begins. Write the days as they were.`,
    'day-or-month': ({ text, alternatives }: Doubtful) =>
      `“${text}” is ${or(alternatives)}. Say which, or choose whether this list writes the day or the month first.`,
    'first-not-found': ({ reading }: Doubtful) =>
      `This is a further interview with ${reading}, but no earlier one was found.`,
    'group-size': ({ text }: Doubtful) =>
      `“${text}” reads as a group, and how many they were is not said. It counts as 1 person until you say.`,
    'heading-not-a-place': ({ text }: Doubtful) =>
      `“${text}” reads as a heading and not as a place. The interviews below have it as their location.`,
    'heading-unsure': ({ text }: Doubtful) =>
      `“${text}” was read as a heading: the location of the interviews below. It could be a respondent of the interview above.`,
    hyphen: ({ text, reading, alternatives }: Doubtful) =>
      `“${text}” is divided at the end of a line. It was read as “${reading}” and could be “${or(alternatives)}”.`,
    'interviewer-alike': ({ text, alternatives }: Doubtful) =>
      `“${text}” is one letter away from “${or(alternatives)}”. Say whether they are one person; until then they are two.`,
    'interviewer-same': ({ text, alternatives }: Doubtful) =>
      `“${text}” and “${or(alternatives)}” are the same letters, and count as one person.`,
    'interviewers-unsure': ({ reading }: Doubtful) =>
      `What stands behind the date was read as interviewers: ${reading}.`,
    'joins-above': ({ text, reading }: Doubtful) =>
      `“${text}” has no date, and was read as a further respondent of the interview above, with ${reading}.`,
    'joint-unsure': ({ text }: Doubtful) =>
      `“${text}” may be two people. It was read as one respondent.`,
    'name-alike': ({ text, reading }: Doubtful) =>
      `“${text}” is one letter away from the respondent of ${earlier(reading)}, and was read as the same.`,
    'name-end': ({ reading, alternatives }: Doubtful) =>
      alternatives.length === 0
        ? `Where the name ends is unsure. It was read as “${reading}”.`
        : `Where the name ends is unsure. It was read as “${reading}” and could be “${or(alternatives)}”.`,
    'no-date': () => 'No date was found. The interview has none until you write one.',
    'no-interviewer': () => 'No interviewer was found.',
    'no-name': () => 'Nobody is named. Say who was interviewed.',
    'not-a-date': ({ text }: Doubtful) => `“${text}” is no date. Write the day of the interview.`,
    'not-a-day': ({ text }: Doubtful) => `No calendar has the day “${text}”.`,
    'not-understood': ({ text }: Doubtful) =>
      `“${text}” was not understood. Say what it is, or leave it out.`,
    'points-day-first': ({ text, reading, alternatives }: Doubtful) =>
      `“${text}” was read as ${reading}, since dates with points have the day first; it could be ${or(alternatives)}.`,
    'same-name': ({ text, reading }: Doubtful) =>
      `“${text}” has the name of the respondent of ${earlier(reading)}, and was read as the same: one person, one more interview.`,
    'second-interview': ({ text, reading }: Doubtful) =>
      `“${text}” was read as a further interview with the respondent of ${earlier(reading)}.`,
    'two-dates': ({ alternatives }: Doubtful) =>
      `There is more than one date: ${alternatives.join(', ')}. Write the one of this interview.`,
    unnamed: ({ reading }: Doubtful) =>
      `“${reading}” is a role and no name. It was read as one person who is not named.`,
  },
  lines: {
    start: 'starts an interview',
    continues: 'goes on with the row above',
    joins: 'a further respondent of the interview above',
    heading: 'heading',
    row: 'a row',
    columns: 'names of columns',
    title: 'title',
    blank: 'empty',
    unknown: 'not understood',
    aside: 'left out',
  },
  dateReasons: {
    'only-way': 'It can be read in no other way.',
    'order-given': 'You chose this order of day and month.',
    'list-settles': (line: number, text: string) =>
      `Other dates of this list can only be read in this order: “${text}” in line ${line}.`,
    points: 'Dates with points have the day first.',
    decided: 'You wrote it.',
  },
  /** About rows of a table, CSV or XLSX or what a paste came to. */
  rowDoubts: {
    'day-or-month': ({ text, reading }: Doubtful) =>
      `“${text}” is ${reading}. Say which, or choose whether this list writes the day or the month first.`,
    'second-interview': ({ text, reading }: Doubtful) =>
      reading === ''
        ? `“${text}” is a further interview, but no earlier one with this respondent was found.`
        : `“${text}” was read as a further interview with ${reading}.`,
    'name-alike': ({ text, reading }: Doubtful) =>
      `“${text}” is almost the same as “${reading}”. They are kept apart.`,
    'name-shared': ({ text, reading }: Doubtful) =>
      `Several respondents have the name “${text}”. The first, ${reading}, was taken; write the reference of the one meant.`,
    'interviewer-same': ({ text, reading }: Doubtful) =>
      `“${text}” is “${reading}” in other letters, and was read as the same interviewer.`,
    'interviewer-alike': ({ text, reading }: Doubtful) =>
      `“${text}” is almost the same as “${reading}”. They are kept as two interviewers.`,
    differs: ({ text, reading, field }: Row) =>
      field === 'notes'
        ? 'The notes are others than those in the project, which stay as they are.'
        : `“${text}” is not what the project or an earlier line has, which is “${reading}”. That stays as it is.`,
    'head-count': ({ text, reading }: Doubtful) =>
      `${text} people do not fit the respondents named, who are ${reading}. The number was left out of account.`,
    'list-length': ({ text }: Doubtful) =>
      `“${text}” is not one value for each respondent. It was read as said of all of them.`,
    'same-twice': ({ text }: Doubtful) =>
      `This line says the same as an earlier one${text === '' ? '' : ` (“${text}”)`}. Both are imported.`,
  },
  /** What cannot be imported as it stands. */
  problems: {
    'column-twice': ({ text }: Row) =>
      `Two columns are called “${text}”. Rename one, or leave it out.`,
    'column-unnamed': () => 'A column with words in it has no name. Give it one.',
    'no-column-known': ({ text }: Row) =>
      `No column of a register is among “${text}”. Say which column is which.`,
    'no-header': () => 'There is no row with the names of the columns.',
    'too-many-cells': ({ text }: Row) =>
      `“${text}” stands behind the last column. Put cells with commas in quotation marks.`,
    'not-a-date': ({ text }: Row) => `“${text}” is no date. Write the day of the interview.`,
    'not-a-day': ({ text }: Row) => `No calendar has the day “${text}”.`,
    backwards: ({ text }: Row) => `“${text}” ends before it begins.`,
    'end-without-date': () => 'There is a last day and no first. Write the first too.',
    'end-twice': ({ text }: Row) => `The date has a last day of its own, other than “${text}”.`,
    'unknown-word': ({ text, allowed }: Row) =>
      `“${text}” is not known here. Write one of: ${allowed.join(', ')}.`,
    'not-a-count': ({ text }: Row) => `“${text}” is no number of people.`,
    'not-a-number': ({ text }: Row) => `“${text}” is no number.`,
    'not-yes-or-no': ({ text }: Row) => `“${text}” is neither yes nor no.`,
    'not-an-option': ({ text, allowed }: Row) => `“${text}” is not among: ${allowed.join(', ')}.`,
    'reference-twice': ({ text }: Row) => `The reference ${text} stands twice in this list.`,
    'respondent-twice': ({ text }: Row) => `A respondent stands twice in one interview: “${text}”.`,
  },
  start: {
    title: 'Bring in a register',
    lead: 'Interviews you keep elsewhere: a spreadsheet, or a table copied out of a document. You see how each line was read before anything is added.',
    file: 'A file',
    fileHint: (megabytes: number) => `CSV or XLSX, up to ${megabytes} MB.`,
    text: 'Or a table pasted as text',
    textHint: 'Copied from a PDF, a word processor or a web page, however its lines are broken.',
    read: 'Read it',
    begun: 'Lists you have begun',
    begunLead: 'Only you see them. They stay until you import them or put them away.',
    pasted: 'A pasted list',
    templates: 'Starting from nothing? Take a template:',
    csv: 'Template as CSV',
    xlsx: 'Template as XLSX',
    guide: 'What goes into each column',
  },
  template: {
    register: 'Register',
    guide: 'Column guide',
    column: 'Column',
    what: 'What goes in',
    allowed: 'Allowed',
    example: 'Example',
  },
  columns: {
    ref: {
      what: 'The reference of the interview; left out, the next free one.',
      allowed: 'Any text of 40 characters, each once',
      example: 'I-01',
    },
    date: {
      what: 'The day of the interview, or its days.',
      allowed: 'A date in any form, or a range',
      example: '15 March 2013; 22.4.13-25.4.13',
    },
    end_date: {
      what: 'The last day, if it took several.',
      allowed: 'A date in any form',
      example: '2013-04-25',
    },
    kind: {
      what: 'Left out: a group as soon as there is more than one person, a follow-up after “(2nd)”.',
      allowed: 'individual, group, follow-up, debrief',
      example: 'group',
    },
    mode: {
      what: 'How you met.',
      allowed: 'in person, video, phone, written',
      example: 'phone',
    },
    location: { what: 'Where.', allowed: 'Any text', example: 'Accra' },
    respondents: {
      what: 'Who was interviewed: references or names. The same name is the same person.',
      allowed: '“;” between several; “(6 people)” makes a group, “(2nd)” a further interview',
      example: 'R-07; R-08',
    },
    head_count: {
      what: 'People in a group.',
      allowed: 'A whole number; one each with “;”',
      example: '6',
    },
    role: {
      what: 'The role of the respondents.',
      allowed: 'Any text; one for all or one each with “;”',
      example: 'Adviser',
    },
    organisation: {
      what: 'Where they work.',
      allowed: 'Any text; one for all or one each with “;”',
      example: 'Ministry of Labour',
    },
    group: {
      what: 'The respondent group that tables count by.',
      allowed: 'Any name; a new one is added',
      example: 'Governments',
    },
    region: {
      what: 'The region that tables count by.',
      allowed: 'Any name; a new one is added',
      example: 'Africa',
    },
    interviewers: {
      what: 'Who asked.',
      allowed: '“;” or “&” between several',
      example: 'MS & VvdV',
    },
    status: {
      what: 'Left out: planned before its date, done from that day on.',
      allowed: 'planned, done, transcribed, coded, cancelled',
      example: 'done',
    },
    language: { what: 'The language spoken.', allowed: 'Any text', example: 'French' },
    consent: {
      what: 'What the respondents agreed to.',
      allowed: 'given, given with conditions, not recorded, withdrawn',
      example: 'given',
    },
    notes: { what: 'Anything else.', allowed: 'Any text', example: '' },
  } satisfies Record<string, { what: string; allowed: string; example: string }>,
  preview: registerPreview,
  doubtLine: (file: string, line: number, field: string, sentence: string) =>
    `${file}, line ${line} (${field}): ${sentence}`,
  orderOptions: '(--day-first or --month-first)',
  sheetRead: (file: string, sheet: string, all: readonly string[]) =>
    `${file}: read the sheet “${sheet}” of ${all.join(', ')} (--sheet NAME reads another).`,
  errors: {
    nothingGiven: () => 'Choose a file, or paste the text of a table.',
    noDraft: () =>
      'This list is no longer here: it was imported or put away, or it is somebody else’s. The interviews show what was imported.',
    stillOpen: ({ n }: { n: number }) =>
      `${count(n, 'thing has', 'things have')} to be decided before this list can be imported. Nothing was imported.`,
    twoOrders: () => 'Say --day-first or --month-first, not both.',
    /** `column` 0: a paste has none. */
    importRefused: ({ file, line, column, problem, more }: Refused) =>
      `${file}, line ${line}${column === 0 ? '' : `, column ${column}`}: ${problem}${more > 0 ? ` ${more} more ${more === 1 ? 'thing is' : 'things are'} to decide.` : ''} Nothing was imported.`,
    notTable: ({ name, kind }: File & { kind: string }) =>
      `${name} is ${WHAT[kind] ?? 'no table that can be read'}. Save the list as CSV or XLSX, or paste its text.`,
    emptyFile: ({ name }: File) =>
      `${name} is empty. Perhaps it was still being saved; choose it again.`,
    fileTooLarge: ({ name, megabytes }: File & { megabytes: number }) =>
      `${name} is larger than ${megabytes} MB, which no register is. Save the list alone and choose that.`,
    pasteTooLong: ({ most }: { most: number }) =>
      `This is longer than ${most.toLocaleString('en')} characters. Paste it in parts.`,
    csvQuote: ({ name, line, column }: File & { line: number; column: number }) =>
      `${name}, line ${line}, column ${column}: a quotation mark is opened and not closed, or closed too early. Inside a quoted cell write it twice.`,
    noSheet: ({ sheet, sheets }: { sheet: string; sheets: string }) =>
      `There is no sheet “${sheet}”. The workbook has: ${sheets}.`,
    xlsx_otherKind: ({ name }: File) =>
      `${name} is an archive, but no workbook. If it holds one, unpack it first.`,
    xlsx_macros: ({ name }: File) =>
      `${name} holds macros, which are programs. Save it as .xlsx without macros.`,
    xlsx_slow: ({ name }: File) =>
      `${name} took more time or memory than a register should. Save the sheet as CSV and choose that.`,
    xlsx_broken: ({ name }: File) =>
      `${name} is damaged, so that its cells cannot be read. Open it in your spreadsheet program, save it anew and choose that.`,
    xlsx_bomb: ({ name }: File) =>
      `${name} would unpack to far more than a workbook holds, so it was not opened.`,
    xlsx_unsafe: ({ name }: File) =>
      `${name} holds something that no spreadsheet program writes (names outside of its folder, or entities), so it was not opened.`,
    xlsx_locked: ({ name }: File) =>
      `${name} is locked with a password. Save it without one and choose that.`,
  },
  changes: {
    'register.columns': () => 'What the columns of a register are was remembered',
    'interviews.imported': ({
      interviews: n,
      respondents,
    }: {
      interviews: number;
      respondents: number;
    }) =>
      `Register imported: ${count(n, 'interview', 'interviews')}, ${count(respondents, 'respondent', 'respondents')}`,
  },
};
