const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const interviews = {
  title: 'Interviews',
  lead: (total: number) =>
    total === 0
      ? 'Who was or will be talked to, when, where and by whom.'
      : `${count(total, 'interview', 'interviews')}, debriefs included.`,
  leadFiltered: (shown: number) => `${count(shown, 'interview fits', 'interviews fit')}.`,
  log: 'Log an interview',
  guide: 'Interview guide',
  empty: 'No interviews yet',
  emptyStep:
    'Log one as soon as it is agreed, or while it goes on: the date is today, the place is the last one, and the notes page opens with the questions of your guide. A list you already have comes in with “earmark interviews import”.',
  noneFound: 'No interview fits',
  noneFoundStep:
    'Search by reference, place, role or interviewer. Names of respondents cannot be searched.',
  showAll: 'Show all interviews',
  searchLabel: 'Search',
  search: 'Reference, place, role or interviewer',
  any: {
    status: 'Any status',
    kind: 'Any kind',
    consent: 'Any consent',
    group: 'Any group',
    region: 'Any region',
    interviewer: 'Any interviewer',
  },
  apply: 'Show',
  page: {
    label: 'Pages of interviews',
    summary: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
    previous: 'Back',
    next: 'On',
  },
  columns: {
    reference: 'Reference',
    date: 'Date',
    kind: 'Kind',
    respondents: 'Respondents',
    group: 'Group',
    region: 'Region',
    location: 'Place',
    interviewers: 'Interviewers',
    status: 'Status',
  },
  kinds: { individual: 'Individual', group: 'Group', 'follow-up': 'Follow-up', debrief: 'Debrief' },
  modes: {
    '': 'not said',
    'in person': 'In person',
    video: 'Video',
    phone: 'Phone',
    written: 'In writing',
  },
  statuses: {
    planned: 'Planned',
    done: 'Done',
    transcribed: 'Transcribed',
    coded: 'Coded',
    cancelled: 'Cancelled',
  },
  consents: {
    given: 'Given',
    'given with conditions': 'Given, with conditions',
    'not recorded': 'Not recorded',
    withdrawn: 'Withdrawn',
  },
  consentKept: 'Not withdrawn',
  consentWithdrawn: 'Consent withdrawn',
  noDate: 'no date yet',
  form: {
    newTitle: 'Log an interview',
    newLead: 'What you leave open can be filled in later.',
    editTitle: (reference: string) => `${reference}: facts`,
    date: 'Date',
    endDate: 'Last day',
    endDateHint: 'Only when it took several days.',
    respondents: 'Respondents',
    respondent: (n: number) => (n === 1 ? 'Respondent' : `Respondent ${n}`),
    choose: 'Choose one',
    noneKnown: 'The project has no respondents yet: describe the first one below.',
    another: 'Another respondent',
    someoneNew: 'Someone new',
    newRespondent: (n: number) => (n === 1 ? 'New respondent' : `New respondent ${n}`),
    newHint:
      'Gets the next free reference. The name is kept apart; add it on the respondent’s page.',
    anotherNew: 'Another new respondent',
    people: 'People',
    peopleHint: 'More than one for a group without names.',
    location: 'Place',
    interviewers: 'Interviewers',
    interviewersHint: 'Several with “;” between them.',
    mode: 'How',
    kind: 'Kind',
    kindByRespondents: 'By the number of people',
    status: 'Status',
    statusByDate: 'By the date: planned before, done from that day on',
    consent: 'Consent',
    mayQuote: 'What may be quoted',
    mayQuoteHint: 'Conditions the respondent set.',
    language: 'Language',
    reference: 'Reference',
    referenceHint: 'Left empty, the next free one.',
    more: 'More facts',
    create: 'Log and open the notes',
    save: 'Save',
    remove: 'Remove this interview',
    stands: 'It now stands as follows.',
  },
  notes: {
    tabs: { label: 'This interview', notes: 'Notes', read: 'Read', facts: 'Facts' },
    asked: (asked: number, of: number) => `${asked} of ${count(of, 'question', 'questions')} asked`,
    free: 'Other notes',
    freeHint: 'Setting, mood, what belongs to no question. Markdown works.',
    forOthers: (n: number) => `${count(n, 'question', 'questions')} for other respondents`,
    noGuide: 'There is no interview guide yet, so notes go here as a whole.',
    writeGuide: 'Write the guide',
    addQuestion: 'Add a question',
    newQuestion: 'Question',
    newQuestionHint:
      'For what comes up in the conversation. It joins the guide, so that others can be asked it as well.',
    timeStamp: 'Time',
    timeStampLabel: 'Time stamp',
    preview: 'Preview',
    next: 'Next question',
    previous: 'Previous question',
    keys: 'Keys',
    keysOf: [
      ['Alt ↓, Alt ↑', 'the next or previous question'],
      ['Alt 1 2 3 4', 'asked, not asked, not reached, declined'],
      ['Alt T', 'the time of day'],
      ['Alt P', 'how the note reads'],
    ],
    allSaved: 'Everything is saved',
    save: 'Save',
    done: 'Done',
    doneLabel: 'Interview is done',
    follows: 'Follows',
    facts: 'Facts',
    sources: 'Sources',
    noSources: 'No transcript or document yet.',
    addSource: 'Add a source',
    change: 'Change these facts',
    guideChange: 'Interview guide',
    nothingYet: 'No notes yet.',
    edit: 'Write notes',
    sourceKinds: { transcript: 'transcript', notes: 'notes', document: 'document' },
  },
  /** Said by the browser; `{n}` and `{time}` are filled in there. */
  browser: {
    lost: 'No connection.',
    kept: '{n} words kept on this device',
    sending: 'sending when back',
    back: 'Connected again. Everything is saved.',
    refused: 'Not saved yet.',
    notKept: 'This browser has no room to keep notes. Leave this page open until they are saved.',
    saving: 'Saving …',
    allSaved: 'Everything is saved',
    onDevice: 'On this device only: {n} words',
    restored: '{n} words of {time} were not saved then. They are put back and being sent.',
  },
  importing: {
    doubt: {
      'day-or-month': 'can be read two ways; say --day-first or --month-first',
      'second-interview': 'read as another interview with the same respondent',
      'name-alike': 'almost the same as the other; kept apart',
      'name-shared': 'several respondents have this name; the first was taken',
      'interviewer-same': 'written in another way; taken as the same interviewer',
      'interviewer-alike': 'almost the same as the other; kept as two interviewers',
      differs: 'stands otherwise in the project or earlier in the file; left as it stands',
      'head-count': 'does not fit the respondents named; left out of account',
      'list-length': 'is not one value for each respondent; taken as a whole for all of them',
      'same-twice': 'this row says the same as an earlier one; both are imported',
    },
    problem: {
      'column-twice': () => 'this column stands twice',
      'column-unnamed': () => 'this column has no name',
      'no-column-known': () => 'no column of the register is among them; see “earmark help”',
      'no-header': () => 'the file has no header row',
      'too-many-cells': () =>
        'this stands behind the last column; put cells with commas in quotation marks',
      'not-a-date': () => 'this is not a date',
      'not-a-day': () => 'there is no such day in the calendar',
      backwards: () => 'this ends before it begins',
      'end-without-date': () => 'there is a last day and no first',
      'end-twice': () => 'the date has another last day',
      'unknown-word': (allowed: string) => `this is not known; write one of: ${allowed}`,
      'not-a-count': () => 'this is not a number of people',
      'not-a-number': () => 'this is not a number',
      'not-yes-or-no': () => 'this is neither yes nor no',
      'not-an-option': (allowed: string) => `this is not among: ${allowed}`,
      'reference-twice': () => 'this reference stands twice in the file',
      'respondent-twice': () => 'a respondent stands twice in this row',
    },
    doubtLine: (
      file: string,
      line: number,
      field: string,
      text: string,
      why: string,
      reading: string,
    ) =>
      `${file}, line ${line} (${field}): “${text}” ${why}${reading === '' ? '' : ` (${reading})`}.`,
  },
  errors: {
    noSuchInterview: () => 'There is no such interview in this project.',
    noSuchRespondent: () => 'One of the respondents is no longer in this project. Choose again.',
    referenceTaken: ({ reference }: { reference: string }) =>
      `There already is an interview ${reference}. Choose another reference, or leave it empty for the next free one.`,
    referenceLong: () => 'A reference has at most 40 characters.',
    long: () => 'This is too long: 300 characters at most.',
    notesLong: () => 'These notes are longer than 500,000 characters. Put them into a source.',
    badDate: ({ text }: { text: string }) =>
      `“${text}” is not a date. Write it such as 15 March 2013 or 2013-03-15.`,
    noSuchDay: ({ text }: { text: string }) => `“${text}” is not a day in the calendar.`,
    endBeforeDate: () => 'The last day is before the first.',
    endWithoutDate: () => 'Say the first day too.',
    badChoice: () => 'Choose one of those offered.',
    respondentTwice: () => 'The same respondent is chosen twice.',
    hasSources: ({ reference, n }: { reference: string; n: number }) =>
      `${reference} has ${count(n, 'source', 'sources')} and cannot be removed. Remove ${n === 1 ? 'it' : 'them'} first, or take the interview off ${n === 1 ? 'it' : 'them'}.`,
    twoOrders: () => 'Say --day-first or --month-first, not both.',
    importRefused: ({
      file,
      line,
      column,
      text,
      problem,
      more,
    }: {
      file: string;
      line: number;
      column: number;
      text: string;
      problem: string;
      more: number;
    }) =>
      `${file}, line ${line}, column ${column}${text === '' ? '' : `: “${text}”`}: ${problem}.${more > 0 ? ` ${more} more ${more === 1 ? 'thing is' : 'things are'} wrong.` : ''} Nothing was imported.`,
  },
  changes: {
    'interview.created': ({ reference }: { reference: string }) => `Interview ${reference} logged`,
    'interview.changed': ({ reference }: { reference: string }) =>
      `Facts about ${reference} changed`,
    'interview.removed': ({ reference }: { reference: string }) => `Interview ${reference} removed`,
    'interview.status': ({ reference, status }: { reference: string; status: string }) =>
      `${reference} is now ${status}`,
    'notes.saved': ({ reference, numbers }: { reference: string; numbers: string }) =>
      numbers === ''
        ? `Notes of ${reference} saved`
        : `Notes of ${reference} saved (question ${numbers})`,
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
