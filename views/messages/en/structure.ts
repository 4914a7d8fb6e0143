const number = (n: number): string => n.toLocaleString('en');
const counted = (n: number, one: string, many: string): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** What was found in a text (speakers, times, questions) and is corrected. */
export const structure = {
  title: 'Speakers and questions',
  lead: (name: string) =>
    `Who speaks in “${name}”, and which questions of the guide are put where. What you correct here changes no word of the text and no coding.`,
  link: 'Speakers and questions',
  back: 'Details',
  open: 'Read and code',
  counts: {
    label: 'What was found',
    turns: (n: number) => counted(n, 'turn', 'turns'),
    paragraphs: (n: number) => counted(n, 'paragraph', 'paragraphs'),
    headings: (n: number) => counted(n, 'heading', 'headings'),
    speakers: (n: number) => counted(n, 'speaker', 'speakers'),
    stamps: (all: number, inside: number) =>
      `${counted(all, 'time stamp', 'time stamps')}${inside === 0 ? '' : all === inside ? ' inside turns' : `, ${number(inside)} of them inside turns`}`,
    questions: (n: number) => counted(n, 'question of the guide', 'questions of the guide'),
  },
  speakers: {
    title: 'Speakers',
    lead: 'Say whose words stand under each name. Words of the interviewer can then be left out of every count.',
    none: 'No speakers were found in this text. A speaker is a name and a colon at the start of a paragraph, more than once.',
    facts: (turns: number, words: number) =>
      `${counted(turns, 'turn', 'turns')}, ${counted(words, 'word', 'words')}`,
    spelling: 'Another spelling',
    notOne: 'Not a speaker: its lines are words like any other.',
    who: (label: string) => `Who “${label}” is`,
    interviewer: 'The interviewer',
    nobody: 'Somebody else, not counted',
    noneOption: 'Not a speaker',
    ofInterview: 'Respondents of the interview',
    respondents: 'Respondents',
    same: 'The same speaker as',
    everywhere: 'The same names in the other sources mean the same',
    everywhereHint:
      'Where nobody has said yet who they are. A respondent only in their own interviews.',
    save: 'Save speakers',
    turnsOf: (label: string) => `Turns of ${label}`,
    show: 'Show turns',
    others: (n: number) => `Other words before a colon (${number(n)})`,
    othersLead: 'Not taken for speakers. Choose who it is, if one of them is.',
    times: (n: number) => `${counted(n, 'time', 'times')}`,
  },
  questions: {
    title: 'Questions',
    lead: 'Headings and turns that put a question of the guide. What follows belongs to it, until the next question or heading.',
    noInterview:
      'This text belongs to no interview, so there is no guide to look for. Choose its interview under Details.',
    noGuide: 'There is no guide yet whose questions could be found in this text.',
    none: 'No question of the guide was recognised, and the text has no headings. Open a turn below to say which question it puts.',
    column: (words: string) => `Question at “${words}”`,
    found: 'As found: no question',
    noneHere: 'No question from here on',
    goesOn: 'The question before goes on',
    isFound: 'found',
    isSaid: 'said by a person',
    save: 'Save questions',
    again: 'Look for the questions again',
    againNote: 'After the guide was changed. What a person said stays.',
    ofGuide: 'Questions of the guide',
  },
  turns: {
    title: 'Turns',
    label: 'Show only',
    speaker: 'Speaker',
    anyone: 'Everybody',
    nobody: 'Without a speaker',
    apply: 'Show',
    all: 'Show all',
    correct: 'Correct',
    correctOf: (n: number) => `Correct turn ${number(n)}`,
    inText: 'In the text',
    inTextOf: (n: number) => `Turn ${number(n)} in the text`,
    noSpeaker: 'no speaker',
    interviewer: 'interviewer',
    corrected: 'corrected',
    question: (n: string) => `question ${n}`,
    heading: 'heading',
    nothing: 'No turn is like that',
    nothingStep: 'Choose another speaker, or show all.',
    pages: 'Pages of turns',
    range: (from: number, to: number, total: number) =>
      `${number(from)} to ${number(to)} of ${number(total)}`,
    previous: 'Previous',
    next: 'Next',
  },
  turn: {
    title: (n: number) => `Turn ${number(n)}`,
    around: 'The turn and those beside it',
    who: 'Whose words these are',
    whoHint: 'With the paragraphs that go on in this turn.',
    asFound: (who: string) => `As found: ${who}`,
    asSaid: (who: string) => `As corrected: ${who}`,
    found: 'As found in the text',
    inText: 'Speakers of this text',
    nobody: 'Nobody’s: not spoken',
    question: 'Which question begins here',
    questionHint: 'It holds until the next question or heading.',
    save: 'Save',
    back: 'All turns',
    previous: 'Turn before',
    next: 'Turn after',
  },
  variables: {
    title: 'Variables of documents',
    lead: 'What is said of sources that belong to no interview (a project paper, a case study), so that themes can be counted by it, in documents.',
    none: 'No variables yet',
    noneStep:
      'For example “Kind of document”, one of a list: project paper, case study, evaluation, law.',
    name: 'Name',
    nameHint: 'For example “Kind of document” or “Year”.',
    type: 'Kind of value',
    types: {
      list: 'one of a list',
      text: 'text',
      number: 'number',
      date: 'date',
      boolean: 'yes or no',
    },
    options: 'Labels of the list',
    optionsHint: 'One a line; only for “one of a list”.',
    add: 'Add variable',
    change: 'Rename or remove',
    rename: 'Rename',
    renameOf: (name: string) => `New name for ${name}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    used: (n: number) => counted(n, 'source', 'sources'),
  },
  values: {
    title: 'As a document',
    lead: 'What this document is. Themes can be counted by it.',
    none: 'Say what your documents are, so that themes can be counted by it.',
    ofInterview:
      'This source belongs to an interview, so it is counted with its respondents. A source without an interview has variables of its own.',
    variables: 'Variables of documents',
    save: 'Save values',
  },
  many: {
    title: 'Say the same of several documents',
    lead: 'Tick documents in the list; those of an interview have no box.',
    pick: (name: string) => `Choose ${name}`,
    column: 'Choose',
    variable: 'Variable',
    value: 'To',
    valueHint: 'A value that fits. Nothing takes it away.',
    submit: 'Set',
  },
  errors: {
    variableNameEmpty: () => 'A variable needs a name.',
    variableNameLong: () => 'A name has at most 100 characters.',
    variableNameTaken: ({ name }: { name: string }) => `There is a variable “${name}” already.`,
    variableOptions: () => 'A list needs at least one label. Write one on each line.',
    variableInUse: ({ name, n }: { name: string; n: number }) =>
      `${counted(n, 'source has', 'sources have')} a value of “${name}”. Take it away there first, or rename it.`,
    noVariable: () => 'This variable is no longer there. Reload the page.',
    noneChosen: () => 'Tick at least one document in the list, and at most 500.',
    ofInterview: ({ name }: { name: string }) =>
      `“${name}” belongs to an interview, so it has no values of its own.`,
    badWho: () => 'Choose who it is from the list.',
    badQuestion: () => 'Choose a question from the list.',
    circle: ({ label }: { label: string }) =>
      `“${label}” would be a spelling of itself. Choose for one of the names who it is, and for the others that they are the same as that one.`,
    noLabel: ({ label }: { label: string }) =>
      `“${label}” no longer stands before a colon in this text. Reload the page.`,
    noQuestion: () => 'This question is not in the guide of the interview. Reload the page.',
    noTurn: () =>
      'There is no turn at this place of the text. Perhaps the text was changed; open the list of turns again.',
    stale: ({ label }: { label: string }) =>
      `Somebody else said in the meantime who “${label}” is. Nothing was changed: the list shows your choice; reload to see theirs.`,
    noSpeakerNamed: ({ name, known }: { name: string; known: string }) =>
      `No speaker of this source is called “${name}”. There are: ${known}.`,
    noRespondentNamed: ({ reference }: { reference: string }) =>
      `“${reference}” is neither interviewer, nobody, none, same:NAME nor the reference of a respondent.`,
    badSet: ({ text }: { text: string }) =>
      `“${text}” does not say who is who. Write NAME=WHO, for example “Speaker 2=R-07”.`,
  },
  changes: {
    'source.speakersNamed': ({ name, elsewhere = 0 }: { name: string; elsewhere?: number }) =>
      elsewhere === 0
        ? `Speakers of “${name}” named`
        : `Speakers of “${name}” named, and in ${counted(elsewhere, 'other source', 'other sources')}`,
    'source.turnsCorrected': ({ name, n }: { name: string; n: number }) =>
      `${counted(n, 'turn', 'turns')} of “${name}” corrected`,
    'source.valuesSet': ({ name, n }: { name?: string; n: number }) =>
      name === undefined ? `Values of ${number(n)} documents set` : `Values of “${name}” set`,
    'sourceVariable.added': ({ name }: { name: string }) => `Variable of documents “${name}” added`,
    'sourceVariable.renamed': ({ before, name }: { before: string; name: string }) =>
      `Variable of documents “${before}” renamed “${name}”`,
    'sourceVariable.removed': ({ name }: { name: string }) =>
      `Variable of documents “${name}” removed`,
    'source.questionsFound': ({ name }: { name: string }) => `Questions looked for in “${name}”`,
  },
};
