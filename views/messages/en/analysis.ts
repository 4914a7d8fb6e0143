import { find, findChanges, findErrors } from './analysis-find.ts';
import { passages } from './analysis-passages.ts';
import { one, type Over, type Unit } from './analysis-units.ts';
import { facets, parts, pictures, rows, ties, views } from './analysis-views.ts';

const orList = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

const themes = {
  title: (by: string, and: string | null) =>
    and === null ? `Themes by ${by}` : `Themes by ${by} and ${and}`,
  /** The form is this sentence, with a control in place of each word in braces. */
  sentence:
    'Counting {count} out of {over}, by {by} {and}, in {words}, {own}, as {show}. Cells of fewer than {minCell} respondents are hidden.',
  choices: {
    count: 'What is counted',
    over: 'Out of what',
    by: 'What the columns are',
    and: 'Whether columns are cut once more',
    words: 'Whose words count',
    own: 'Whether sub-codes count for the codes above them',
    show: 'What a cell shows',
    picture: 'Picture',
    minCell: 'Respondents a cell must have to be shown',
    questions: 'Asked which question?',
    questionsHint: 'Asked any one of those ticked; with none ticked, asked any question at all.',
  },
  update: 'Count again',
  waiting: 'Counting…',
  count: {
    respondents: 'respondents',
    people: 'people, groups by their heads',
    interviews: 'interviews',
    passages: 'passages',
    documents: 'documents',
  } satisfies Record<Unit, string>,
  everyone: 'everyone in the register',
  all: {
    respondents: 'all who were interviewed',
    people: 'all who were interviewed',
    interviews: 'all that were held',
    passages: 'all that are coded',
    documents: 'all that belong to no interview',
  } satisfies Record<Unit, string>,
  asked: {
    respondents: (numbers: readonly string[]) => `those asked ${questionWords(numbers)}`,
    people: (numbers: readonly string[]) => `those asked ${questionWords(numbers)}`,
    interviews: (numbers: readonly string[]) =>
      `those in which ${questionWords(numbers)} was asked`,
    passages: (numbers: readonly string[]) =>
      `those of interviews in which ${questionWords(numbers)} was asked`,
    documents: () => 'none: nobody is asked in a document',
  } satisfies Record<Unit, (numbers: readonly string[]) => string>,
  tied: {
    respondents: 'those asked the questions tied to each code',
    people: 'those asked the questions tied to each code',
    interviews: 'those in which a question tied to the code was asked',
    passages: 'those of interviews in which a question tied to the code was asked',
    documents: 'none: nobody is asked in a document',
  } satisfies Record<Unit, string>,
  by: facets,
  alone: 'alone',
  and: (by: string) => `and ${by}`,
  variables: 'Variables',
  documentVariables: 'Variables of documents',
  queries: 'Saved queries',
  words: {
    all: 'all words',
    respondents: 'respondents’ own words',
    interviewers: 'interviewers’ words alone',
  },
  withSubcodes: 'with sub-codes',
  own: 'without sub-codes',
  show: { both: 'numbers and shares', count: 'numbers', percent: 'shares', coded: 'coded or not' },
  filter: {
    title: 'Only part of the study',
    hint: 'Ticked in one list means any of them; in two lists, both must hold. Nothing ticked leaves everything in.',
    from: 'Interviews from',
    to: 'Interviews until',
    more: (n: number) => `${n} more are not listed`,
    clear: 'Count the whole study',
    /** Printed wherever the table is: what it is limited to. */
    only: (parts: readonly string[]) => `Only ${parts.join('; ')}.`,
    whole: 'The whole study.',
    facet: {
      group: (values: string) => `group ${values}`,
      region: (values: string) => `region ${values}`,
      location: (values: string) => `interviews in ${values}`,
      interviewer: (values: string) => `interviews by ${values}`,
      question: (values: string) => `passages said under question ${values}`,
      month: (values: string) => `interviews of ${values}`,
      source: (values: string) => `in the source ${values}`,
      kind: (values: string) => `in sources of the kind ${values}`,
      coder: (values: string) => `coded by ${values}`,
      found: (values: string) => `passages found by the query ${values}`,
    },
    variable: (name: string, values: string) => `${name} ${values}`,
    query: (name: string, values: string) => `respondents who ${values} of the query “${name}”`,
    dates: (from: string, to: string) => {
      if (to === '') return `interviews from ${from}`;
      return from === '' ? `interviews until ${to}` : `interviews from ${from} to ${to}`;
    },
    gone: 'something that is no longer there',
  },
  rows,
  /** The whole sentence without controls, as files and the command line print it. */
  says: (sentence: {
    count: string;
    over: string;
    by: string;
    words: string;
    own: string;
    only: string;
    minCell: number;
  }) =>
    `Counting ${sentence.count} out of ${sentence.over}, by ${sentence.by}, in ${sentence.words}, ${sentence.own}. ${sentence.only} ${
      sentence.minCell > 1
        ? `Cells of fewer than ${sentence.minCell} respondents are hidden, and others with them.`
        : 'No cell is hidden.'
    }`,
  /** The sheets of a workbook. */
  sheets: { table: 'Themes', about: 'What is counted', counted: 'What is counted' },
  orList,
  theme: 'Theme',
  column: 'Column',
  total: 'All',
  denominator: {
    respondents: (n: number, over: Over) => `${n} ${heads[over]}`,
    people: (n: number, over: Over) => `${n} ${heads[over]}`,
    interviews: (n: number) => one(n, 'interview', 'interviews'),
    passages: (n: number) => `${n} coded`,
    documents: (n: number) => one(n, 'document', 'documents'),
  } satisfies Record<Unit, (n: number, over: Over) => string>,
  /** Over those asked about each code, beside its name and its numbers. */
  tiedTo: (numbers: readonly string[]) =>
    numbers.length === 0 ? 'no question tied' : `asked ${numbers.join(', ')}`,
  ofSome: (n: number) => `of ${n}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  hidden: 'hidden',
  hiddenSign: '∗',
  small: (minimum: number) => `hidden: fewer than ${minimum} respondents`,
  smallSign: (minimum: number) => `<\u202f${minimum}`,
  coded: 'coded',
  codedSign: '●',
  none: '0',
  noneSign: '–',
  legend: (greatest: string) => ({ from: 'Share of the column: 0 %', to: greatest }),
  downloadLabel: (format: string) => `Download as ${format}`,
  toShare: (format: string) => `${format} to share`,
  toShareHint: (minimum: number) =>
    `Files to share hide cells of fewer than ${minimum} respondents, whatever is set here.`,
  belowMinimum: (minimum: number) =>
    `This project hides cells of fewer than ${minimum} respondents, and you have set that aside. What you see here can give a respondent away: do not publish it.`,
  allHidden: (minimum: number) =>
    `Every number is hidden here: no column has ${minimum} respondents or more behind it. A source has as many as spoke in it.`,
  showAll: 'Show them, for my own reading',
  parts,
  evidence: 'Passages behind a number',
  evidenceHint: 'Choose a number to read the passages behind it.',
  notes: {
    respondents:
      'A respondent counts once, however often and in however many interviews they mention a theme; an unnamed group counts as one respondent here. In a joint interview a passage counts for everyone in it, unless its speaker is known.',
    people:
      'A person counts once, however often and in however many interviews they mention a theme; an unnamed group counts as many people as its head count, all of them for whatever any of them said. Shares of people have no interval, since those of one group do not speak for themselves.',
    interviews:
      'An interview counts once for a theme. One with respondents of two columns counts in both, and once under All.',
    passages:
      'The same stretch of text is one passage, whoever coded it and under however many sub-codes. Two stretches whose ends differ, even by a character, are two passages.',
    documents_counted:
      'A document is a source that belongs to no interview: a project paper, a case study. It counts once for a theme. What was said in interviews is not counted here.',
    interviewers: (n: number) =>
      `${one(n, 'coding', 'codings')} left out: of the interviewer’s own words, and no one else’s.`,
    respondentsLeft: (n: number) =>
      `${one(n, 'coding', 'codings')} left out: of others’ words than the interviewer’s.`,
    everyone:
      'Everyone in the register is in the denominators, interviewed or not: whoever was not interviewed could not mention anything.',
    tied: 'Each code is counted over those asked a question tied to it or, where it has none, to the code above it; a tree of codes without any, over all who were interviewed. Questions are tied to a code on the code’s page. Whoever was not asked is in no number of that code.',
    question:
      'Said under a question means in a part of the text that stands under it. Out of those asked, each column counts those asked its own question.',
    intervals: 'Intervals are Wilson’s score intervals at 95 %.',
    noIntervals:
      'No intervals: passages and heads of groups do not stand each for itself, as an interval takes for granted.',
    filtered:
      'The denominators are those of the part that is counted; coders, questions and saved queries limit what is counted, not who could be.',
    asked:
      'Asked means that the question was put, answered or declined. Whoever was not asked is in no number here, even if they brought the theme up.',
    protection: (minimum: number) =>
      `<\u202f${minimum} hides a number that fewer than ${minimum} respondents stand behind; ∗ hides another, so that sums do not give the first one back. Columns of fewer than ${minimum} respondents are hidden whole. Two tables put side by side may still tell more than one.`,
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

const heads: Record<Over, string> = {
  everyone: 'in the register',
  all: 'interviewed',
  asked: 'asked',
  tied: 'asked',
};

function questionWords(numbers: readonly string[]): string {
  return numbers.length === 0 ? 'any question' : `question ${orList(numbers)}`;
}

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
  /** The column of what was said under no question. */
  underNone: 'no question',
  /** Respondents by whether they said a passage that a saved query finds. */
  queries: {
    said: 'said a passage',
    saidNone: 'said no passage',
    named: (name: string) => `query “${name}”`,
  },
  kinds: { transcript: 'transcript', notes: 'notes', document: 'document' },
  /** Classes of a number. */
  classes: {
    below: (to: string) => `under ${to}`,
    from: (from: string) => `${from} and more`,
    between: (from: string, to: string) => `${from} to under ${to}`,
  },
  views,
  ties,
  find,
  pictures,
  themes,
  passages,
  interviewsTable,
  unprotected: (minimum: number) =>
    `This project hides cells of fewer than ${minimum} respondents, and --min-cell sets that aside: do not publish it.`,
  errors: {
    ...findErrors,
    noVariable: () => 'This project has no such variable. Choose group, region or source.',
    viewNameEmpty: () => 'A view needs a name.',
    viewNameLong: ({ limit }: { limit: number }) => `A name has at most ${limit} characters.`,
    viewNameTaken: ({ name }: { name: string }) =>
      `There is a view “${name}” already. Choose another name.`,
    only: ({ value, known }: { value: string; known: string }) =>
      `There is no “${value}” in it. Known are: ${known}.`,
    day: ({ option }: { option: string }) => `--${option} is a day as 2013-03-15.`,
    pin: ({ name }: { name: string }) =>
      `There is no code “${name}”. Write its path, as in Visibility > Capacity.`,
    viewUnknown: ({ name }: { name: string }) =>
      `There is no kept view “${name}”. The page of kept views lists them.`,
    noQuestion: () => 'One of the questions is none. Open the page again and tick them there.',
    noView: () => 'This view is no longer kept.',
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
  changes: {
    ...findChanges,
    'code.tied': ({ name }: { name: string }) => `Questions that ask about “${name}” changed`,
    'view.kept': ({ name }: { name: string }) => `View “${name}” kept`,
    'view.renamed': ({ before, name }: { before: string; name: string }) =>
      `View “${before}” renamed “${name}”`,
    'view.removed': ({ name }: { name: string }) => `View “${name}” removed`,
  },
};
