const questions = (n: number) => (n === 1 ? '1 question' : `${n} questions`);

export const guide = {
  title: 'Interview guide',
  lead: (n: number) =>
    n === 0
      ? 'The questions you ask, with their prompts and whom they are for.'
      : `${questions(n)}, in the order they are asked.`,
  empty: 'No questions yet',
  emptyStep:
    'Write down what you want to ask, or bring in a guide you have. The interview page then offers the right questions for each respondent, and analysis counts over those who were asked.',
  add: 'Add a question',
  importFile: 'Import a guide',
  exportAs: 'Export',
  exportMarkdown: 'As Markdown',
  exportCsv: 'As CSV',
  fields: {
    number: 'Number',
    numberHint: 'Left empty, the next one.',
    section: 'Section',
    text: 'Question',
    prompts: 'Prompts',
    promptsHint: 'One a line.',
    serves: 'Serves',
    servesHint: 'The evaluation question this one helps to answer.',
    forWhom: 'For whom',
    forWhomHint:
      'Nothing ticked is everyone. All that is said here must hold of one person; of several groups or regions, any one.',
    forGroups: 'Groups',
    forRegions: 'Regions',
    forVariable: 'Variable',
    forNoVariable: 'none',
    forValue: 'has the value',
    forWords: 'Only if',
    forWordsHint: 'A role, or a condition in words that the interviewer judges.',
  },
  everyone: 'everyone',
  forWhom: (names: string) =>
    `For: ${names.replaceAll(/\s*;\s*/g, ' or ').replaceAll(' & ', ', and ')}`,
  serves: (what: string) => `Serves: ${what}`,
  edit: 'Change',
  answers: 'Answers',
  answersOf: (number: string) => `All answers to question ${number}`,
  editTitle: (number: string) => `Question ${number}`,
  editOf: (number: string) => `Change question ${number}`,
  save: 'Save',
  remove: 'Remove this question',
  up: (number: string) => `Move question ${number} up`,
  down: (number: string) => `Move question ${number} down`,
  file: 'File',
  fileHint:
    'Word (a list or a table), Markdown or CSV (number, section, text, prompts, serves, for). Questions meet by number; those not in the file stay.',
  bring: 'Import',
  importTitle: 'Import a guide',
  importLead: 'From Word, Markdown or CSV. Importing the same file twice adds nothing.',
  markdownTitle: 'Interview guide',
  warnings: 'Left out of the import',
  states: {
    asked: 'Asked',
    'not asked': 'Not asked',
    'not reached': 'Not reached',
    declined: 'Declined',
  },
  notes: {
    state: (number: string) => `Question ${number}: was it asked?`,
    notes: (number: string) => `Notes on question ${number}`,
    placeholder: 'Notes',
    previewOf: (number: string) => (number === '' ? 'Preview' : `Preview of question ${number}`),
    previewWaits: 'Shown as soon as it is saved.',
    saved: (time: string) => `saved ${time}`,
    savedBy: (name: string) => `saved by ${name},`,
    conflictTitle: 'Someone else saved this answer meanwhile',
    conflict:
      'Nothing is lost: both versions are here. Choose one, or keep both and go on from there.',
    theirs: (name: string) => `Saved by ${name}`,
    savedVersion: 'Saved meanwhile',
    yours: 'Yours, not saved',
    noState: 'not said whether asked',
    noNotes: 'No notes.',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
    keepBoth: 'Keep both',
  },
  versions: {
    title: 'Versions',
    version: (n: number) => `Version ${n}`,
    lead: 'Interviews keep the version they were held with. A new version begins as a copy of this one; planned interviews without notes take it.',
    inUse: 'in use',
    interviews: (n: number) => (n === 1 ? '1 interview' : `${n} interviews`),
    begin: (n: number) => `Begin version ${n}`,
    compare: 'What changed',
    compareTitle: (from: number, to: number) => `From version ${from} to version ${to}`,
    old: (n: number) =>
      `This is version ${n}, as interviews were held with it. It is no longer in use.`,
    current: 'Go to the one in use',
    same: 'The two versions have the same questions in the same order.',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    moved: 'Moved',
    before: 'Before',
    after: 'After',
    nothing: 'nothing',
  },
  sheet: {
    title: 'Interview sheet',
    open: 'Sheet to print',
    print: 'Print',
    for: (reference: string) => `Sheet for ${reference}`,
    lead: 'The questions with room for notes. For others: ',
    date: 'Date',
    place: 'Place',
    respondent: 'Respondent',
    interviewer: 'Interviewer',
    ifOnly: (condition: string) => `Only for: ${condition}`,
    free: 'Other notes',
    all: 'Every question, whomever it is for.',
    own: (n: number) => `The ${questions(n)} that apply.`,
  },
  problems: {
    'number-twice': ({ text }: { text: string }) => `the number “${text}” stands twice`,
    'no-text': () => 'this question has no text',
    'no-text-column': ({ text }: { text: string }) =>
      `there is no column “text”; there are: ${text}`,
    'too-many-cells': ({ text }: { text: string }) =>
      `“${text}” stands behind the last column; put cells with commas in quotation marks`,
    quote: () =>
      'a quotation mark is opened and not closed, or closed too early; inside a quoted cell write it twice',
    'no-questions': () =>
      'there is no question in it; number the questions (“1. …”), or give a table a column “text”',
  },
  answerProblems: {
    'no-column': ({ text }: { text: string }) => `there is no column “${text}”`,
    'no-interview': () => 'the row names no interview',
    'no-question': () => 'the row names no question',
    'unknown-state': ({ text }: { text: string }) =>
      `“${text}” is no state; write asked, not asked, not reached or declined`,
    twice: ({ text }: { text: string }) => `question ${text} stands twice for this interview`,
    'too-many-cells': ({ text }: { text: string }) =>
      `“${text}” stands behind the last column; put cells with commas in quotation marks`,
    'unknown-interview': ({ text }: { text: string }) =>
      `there is no interview “${text}” in this project`,
    'unknown-question': ({ text }: { text: string }) =>
      `there is no question “${text}” in this interview’s guide`,
    differs: () => 'another state or other notes stand there; they were left as they are',
  },
  warningsOf: {
    'line-left-out': ({ text }: { text: string }) => `“${text}” belongs to no question`,
    'column-left-out': ({ text }: { text: string }) =>
      `the column “${text}” is not one of a guide’s`,
  },
  /** Said by the browser; what stands in braces is filled in there. */
  order: {
    moved: 'Now question {place} of {count}.',
    first: 'It is the first question already.',
    last: 'It is the last question already.',
  },
  errors: {
    noSuchQuestion: () => 'There is no such question in this project’s guide.',
    noSuchVersion: ({ version }: { version: number }) =>
      `The guide of this project has no version ${version}.`,
    nothingToCopy: () =>
      'The guide has no questions yet, so there is nothing a new version could begin with.',
    noSuchInterview: () => 'There is no such interview in this project.',
    otherQuestion: () =>
      'This question is not in the guide this interview was held with. Nothing was saved.',
    textEmpty: () => 'Write the question.',
    long: () => 'This is too long: 20,000 characters at most.',
    numberTaken: ({ number }: { number: string }) =>
      `There already is a question ${number}. Choose another number, or leave it empty for the next one.`,
    hasAnswers: ({ number, n }: { number: string; n: number }) =>
      `Question ${number} has answers in ${n === 1 ? 'an interview' : `${n} interviews`} and cannot be removed. Take it out of use by saying whom it is for.`,
    unknownState: () => 'Say asked, not asked, not reached or declined.',
    otherFile: ({ file }: { file: string }) =>
      `${file} is neither a Word document nor a text. Save a workbook as CSV UTF-8 and import that.`,
    noFile: () => 'Choose a file to import.',
    importRefused: ({
      file,
      line,
      column,
      problem,
      more,
    }: {
      file: string;
      line: number;
      column: number;
      problem: string;
      more: number;
    }) =>
      `${file}, line ${line}, column ${column}: ${problem}.${more > 0 ? ` ${more} more ${more === 1 ? 'thing is' : 'things are'} wrong.` : ''} Nothing was imported.`,
  },
  changes: {
    'question.added': ({ number }: { number: string }) => `Question ${number} added to the guide`,
    'question.addedInInterview': ({ number, reference }: { number: string; reference: string }) =>
      `Question ${number} added to the guide during ${reference}`,
    'question.changed': ({ number }: { number: string }) =>
      `Question ${number} of the guide changed`,
    'question.moved': ({ number }: { number: string }) => `Question ${number} moved in the guide`,
    'question.removed': ({ number }: { number: string }) =>
      `Question ${number} removed from the guide`,
    'guide.versioned': ({ version }: { version: number }) =>
      `Version ${version} of the guide begun`,
    'guide.imported': ({ created, changed }: { created: number; changed: number }) =>
      `Guide imported: ${questions(created)} added, ${changed} changed`,
    'answers.imported': ({ n }: { n: number }) =>
      n === 1 ? '1 answer imported' : `${n} answers imported`,
  },
};
