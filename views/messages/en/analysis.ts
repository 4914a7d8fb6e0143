type Unit = 'respondents' | 'interviews' | 'passages' | 'documents';

const one = (n: number, single: string, several: string) =>
  n === 1 ? `1 ${single}` : `${n} ${several}`;

const units: Record<Unit, (n: number) => string> = {
  respondents: (n) => one(n, 'respondent', 'respondents'),
  interviews: (n) => one(n, 'interview', 'interviews'),
  passages: (n) => one(n, 'passage', 'passages'),
  documents: (n) => one(n, 'document', 'documents'),
};

const orList = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

const themes = {
  title: (by: string) => `Themes by ${by}`,
  /** The form is this sentence, with a control in place of each word in braces. */
  sentence:
    'Counting {count} out of {over}, by {by}, in {words}, {own}, as {show}. Cells of fewer than {minCell} respondents are hidden.',
  choices: {
    count: 'What is counted',
    over: 'Out of what',
    by: 'What the columns are',
    words: 'Whose words count',
    own: 'Whether sub-codes count for the codes above them',
    show: 'What a cell shows',
    minCell: 'Respondents a cell must have to be shown',
    questions: 'Asked which question?',
    questionsHint: 'Asked any one of those ticked; with none ticked, asked any question at all.',
  },
  update: 'Count again',
  waiting: 'Counting…',
  count: {
    respondents: 'respondents',
    interviews: 'interviews',
    passages: 'passages',
    documents: 'documents',
  },
  all: {
    respondents: 'all who were interviewed',
    interviews: 'all that were held',
    passages: 'all that are coded',
    documents: 'all that belong to no interview',
  } satisfies Record<Unit, string>,
  asked: {
    respondents: (numbers: readonly string[]) => `those asked ${questionWords(numbers)}`,
    interviews: (numbers: readonly string[]) =>
      `those in which ${questionWords(numbers)} was asked`,
    passages: (numbers: readonly string[]) =>
      `those of interviews in which ${questionWords(numbers)} was asked`,
    documents: () => 'none: nobody is asked in a document',
  } satisfies Record<Unit, (numbers: readonly string[]) => string>,
  by: { group: 'group', region: 'region', source: 'source' },
  variables: 'Variables',
  documentVariables: 'Variables of documents',
  words: { all: 'all words', respondents: 'respondents’ own words' },
  withSubcodes: 'with sub-codes',
  own: 'without sub-codes',
  show: { both: 'numbers and shares', count: 'numbers', percent: 'shares' },
  theme: 'Theme',
  total: 'All',
  denominator: {
    respondents: (n: number, over: 'all' | 'asked') =>
      `${n} ${over === 'all' ? 'interviewed' : 'asked'}`,
    interviews: (n: number) => one(n, 'interview', 'interviews'),
    passages: (n: number) => `${n} coded`,
    documents: (n: number) => one(n, 'document', 'documents'),
  } satisfies Record<Unit, (n: number, over: 'all' | 'asked') => string>,
  hidden: 'hidden',
  hiddenSign: '∗',
  none: '0',
  noneSign: '–',
  legend: (greatest: string) => ({ from: 'Share of the column: 0 %', to: greatest }),
  download: 'Download as CSV',
  interviewsTable: 'Interviews and people',
  belowMinimum: (minimum: number) =>
    `This project hides cells of fewer than ${minimum} respondents, and you have set that aside. What you see here can give a respondent away: do not publish it.`,
  evidence: 'Passages behind a number',
  evidenceHint: 'Choose a number to read the passages behind it.',
  notes: {
    respondents:
      'A respondent counts once, however often and in however many interviews they mention a theme; an unnamed group counts as one respondent here. In a joint interview a passage counts for everyone in it, unless its speaker is known.',
    interviews:
      'An interview counts once for a theme. One with respondents of two columns counts in both, and once under All.',
    passages:
      'The same stretch of text is one passage, whoever coded it and under however many sub-codes. Two stretches whose ends differ, even by a character, are two passages.',
    documents_counted:
      'A document is a source that belongs to no interview: a project paper, a case study. It counts once for a theme. What was said in interviews is not counted here.',
    interviewers: (n: number) =>
      `${one(n, 'coding', 'codings')} left out: of the interviewer’s own words, and no one else’s.`,
    asked:
      'Asked means that the question was put, answered or declined. Whoever was not asked is in no number here, even if they brought the theme up.',
    protection: (minimum: number) =>
      `${'∗'} hides a number that fewer than ${minimum} respondents stand behind, and as many others as it takes so that sums do not give it back. Columns of fewer than ${minimum} respondents are hidden whole. Two tables put side by side may still tell more than one.`,
    overlap: 'Some fall in two columns, so a row can add up to more than its total.',
    notGiven: 'Those of whom nothing is recorded stand under “not given”.',
    documents: (n: number, countsPassages: boolean) =>
      `${one(n, 'document', 'documents')} left out: ${countsPassages ? 'nobody was asked in a document' : 'nobody said in an interview what stands in a document'}.`,
    debriefs: (n: number) => `${one(n, 'debrief', 'debriefs')} left out.`,
    erased: (n: number) =>
      `${one(n, 'respondent was', 'respondents were')} erased: counted in the denominators, though nothing they said is left to count.`,
    notHeld: (n: number) =>
      `${one(n, 'interview', 'interviews')} planned or cancelled, not counted.`,
    withoutSource: (n: number) =>
      `${one(n, 'interview has', 'interviews have')} no text yet: counted in the denominators, though nothing of them can be coded.`,
  },
  empty: {
    noCodes: {
      title: 'There are no codes yet',
      text: 'This table says how many respondents mention each theme. First the codebook needs a theme.',
      action: 'Go to the codebook',
    },
    noCodings: {
      title: 'Nothing has been coded yet',
      text: 'As soon as a passage of a source has a code, this table says how many of how many mention it.',
      action: 'Go to the sources',
    },
    noInterviews: {
      title: 'No interview has been held yet',
      text: 'Respondents and interviews are counted over the interviews that were held. Passages of documents can be counted without any.',
      action: 'Count passages',
    },
  },
};

function questionWords(numbers: readonly string[]): string {
  return numbers.length === 0 ? 'any question' : `question ${orList(numbers)}`;
}

const passages = {
  title: (code: string, column: string | null) => (column === null ? code : `${code} × ${column}`),
  eyebrow: 'Passages behind a number',
  /** The number, out of how many, in how many passages; the number is the one in the table's cell. */
  heading: {
    respondents: (n: number, of: number, over: 'all' | 'asked', passageCount: number) =>
      `${n} of ${of} ${over === 'all' ? 'respondents' : 'asked'}, in ${units.passages(passageCount)}`,
    interviews: (n: number, of: number, _over: 'all' | 'asked', passageCount: number) =>
      `${n} of ${units.interviews(of)}, in ${units.passages(passageCount)}`,
    passages: (n: number, of: number) => `${n} of ${units.passages(of)} coded`,
    documents: (n: number, of: number, _over: 'all' | 'asked', passageCount: number) =>
      `${n} of ${units.documents(of)}, in ${units.passages(passageCount)}`,
  } satisfies Record<
    Unit,
    (n: number, of: number, over: 'all' | 'asked', passageCount: number) => string
  >,
  protectedTitle: 'This number is hidden',
  protectedText:
    'So few respondents stand behind it, or behind a number beside it, that it could give one of them away.',
  back: 'Back to the table',
  close: 'Close',
  openAll: (n: number) => `All ${n} passages on a page of their own`,
  openPage: 'Open on a page of its own',
  download: 'Download as CSV',
  joint: 'said in a joint interview',
  documents: 'Documents',
  nobody: 'Nobody recorded',
  groupCount: (n: number) => units.passages(n),
  inText: 'Open in the text',
  codedBy: (initials: string) => `coded by ${initials}`,
  pages: 'Pages of passages',
  range: (from: number, to: number, of: number) => `${from} to ${to} of ${of}`,
  previous: 'Earlier',
  next: 'Further',
  notMentioned: {
    respondents: (n: number) =>
      n === 1 ? '1 was asked and did not mention it:' : `${n} were asked and did not mention it:`,
    interviews: (n: number) =>
      n === 1 ? 'In 1 it was asked and not mentioned:' : `In ${n} it was asked and not mentioned:`,
  },
};

const interviewsTable = {
  title: 'Interviews and people',
  lead: 'How many interviews were held, and with how many different people.',
  rowsLabel: 'Rows',
  rows: { group: 'Group', region: 'Region', location: 'Location' },
  interviews: 'Interviews',
  participants: 'People',
  total: 'Total',
  download: 'Download as CSV',
  full: 'The whole table',
  empty: {
    title: 'No interview has been held yet',
    text: 'Once interviews are logged as done, this table says how many there were and with how many people.',
    action: 'Log an interview',
  },
  notes: {
    people:
      'A person interviewed several times counts once; an unnamed group counts as many people as its head count.',
    group:
      'An interview with people of two rows counts in both and once in the total, so the rows can add up to more.',
    location: 'Someone interviewed at two locations counts at both and once in the total.',
    debriefs: (interviews: number, people: number) =>
      `Apart from these: ${one(interviews, 'debrief', 'debriefs')} with ${one(people, 'person', 'people')}.`,
    notHeld: themes.notes.notHeld,
    erased: (n: number) =>
      `${one(n, 'respondent was', 'respondents were')} erased and still ${n === 1 ? 'counts' : 'count'} here.`,
  },
};

export const analysis = {
  /** The column or row of those for whom nothing is recorded. */
  notGiven: 'not given',
  themes,
  passages,
  interviewsTable,
  unprotected: (minimum: number) =>
    `No cell is hidden. This project's minimum is ${minimum} respondents: add --min-cell ${minimum} before you publish.`,
  errors: {
    noVariable: () => 'This project has no such variable. Choose group, region or source.',
    noCell: () =>
      'The table has no such number. Its code or column may have been removed since; go back to the table.',
    by: ({ by, known }: { by: string; known: string }) =>
      `There is no classification “${by}”. Known are: ${known}.`,
    choice: ({ option, known }: { option: string; known: string }) =>
      `--${option} is one of: ${known}.`,
    minCell: () => '--min-cell is a whole number from 0 to 100.',
    question: ({ number, known }: { number: string; known: string }) =>
      `The guide has no question “${number}”. Its questions are: ${known}.`,
  },
  changes: {},
};
