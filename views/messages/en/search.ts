const number = (n: number): string => n.toLocaleString('en');
const counted = (n: number, one: string, many: string): string =>
  `${number(n)} ${n === 1 ? one : many}`;

const PROBLEMS: Record<string, (text: string) => string> = {
  empty: () => 'Type a word to look for.',
  tooLong: () => 'This is too long for a search. Look for a few words of it.',
  openQuote: () => 'A quotation mark is open. Close it, or take it out.',
  openBracket: () => 'A bracket is open. Close it, or take it out.',
  closingBracket: () => 'A bracket is closed that was never opened. Take it out.',
  operatorFirst: (text) =>
    `There are no words before ${text}. Put a word there, or write it small to search for it as a word.`,
  operatorLast: (text) =>
    `There are no words after ${text}. Put a word there, or write it small to search for it as a word.`,
  onlyNot: () => 'NOT only takes away. Say first what to look for, for example “work NOT permit”.',
  orNot: () =>
    'OR NOT would find nearly everything. Say first what to look for, and put NOT at the end.',
  nearNeedsWords: () =>
    'NEAR stands between words, “phrases” or brackets with words and OR in them, such as (visa OR permit). Take AND, NOT and NEAR out of the brackets.',
  nearTooMany: () => 'NEAR has too many words to put together here. Take some out of the brackets.',
  noWord: (text) =>
    `There is no letter or digit in ${text === '""' ? 'the quotation marks' : `“${text}”`}.`,
  star: (text) =>
    `In “${text}” the star does not stand at the end of a word. “migra*” finds migrant and migration.`,
};

export const search = {
  title: 'Search',
  lead: 'Every word in sources, notes, memos, codes and what is known of respondents.',
  form: {
    text: 'Look for',
    hint: 'All words are wanted. “A phrase”, migra*, AND, OR, NOT, NEAR and brackets work too.',
    where: 'In',
    places: {
      everywhere: 'Everything',
      sources: 'Sources',
      notes: 'Notes',
      memos: 'Memos',
      codes: 'Codes',
      respondents: 'Respondents',
    },
    cased: 'Capitals as typed',
    accents: 'Accents as typed',
    narrow: 'Narrow down',
    narrowed: (to: string) => `Narrowed down: ${to}`,
    narrowHint:
      'Group and region look at sources, notes and respondents; question at sources and notes; speaker and coding at sources.',
    group: 'Group',
    anyGroup: 'Any group',
    region: 'Region',
    anyRegion: 'Any region',
    question: 'Question',
    anyQuestion: 'Any question',
    voice: 'Said by',
    anyVoice: 'Anyone',
    voices: { respondents: 'Respondents', interviewers: 'Interviewers' },
    speaker: 'One speaker',
    speakerHint: 'As in the text, or R-07',
    coded: 'Coded',
    anyCoded: 'Coded or not',
    codedAs: { yes: 'Coded', no: 'Not coded' },
    code: 'With the code',
    anyCode: 'Any code',
    clear: 'Look everywhere again',
    here: 'Here:',
    submit: 'Search',
    inSource: (name: string) => `Only in “${name}”`,
    allSources: 'Search everything instead',
    how: 'How to search',
    waiting: 'Searching…',
  },
  results: {
    title: 'Found',
    /** What was found, place by place: passages in sources, notes in interviews, memos, codes, respondents. */
    summary: (places: readonly { kind: string; matches: number }[]) => {
      const of = (wanted: string) => places.filter(({ kind }) => kind === wanted);
      const sum = (kind: string): number => of(kind).reduce((n, { matches }) => n + matches, 0);
      const sources = counted(of('source').length, 'source', 'sources');
      const said = [
        sum('source') > 0 && `${counted(sum('source'), 'passage', 'passages')} in ${sources}`,
        sum('interview') > 0 && counted(sum('interview'), 'note', 'notes'),
        sum('memos') > 0 && counted(sum('memos'), 'memo', 'memos'),
        sum('codes') > 0 && counted(sum('codes'), 'code', 'codes'),
        sum('respondents') > 0 && counted(sum('respondents'), 'respondent', 'respondents'),
      ];
      return `${said.filter((part) => part !== false).join(', ')}.`;
    },
    none: 'Nothing was found',
    noneStep:
      'Search for the beginning of a word with a star (migra*), leave a word out, or put OR between words that mean the same.',
    found: (n: number) => counted(n, 'passage', 'passages'),
    inAll: (n: number) => `${number(n)} found`,
    more: (n: number) => `and ${counted(n, 'more place', 'more places')} in this passage`,
    open: 'Open',
    notes: (interview: string) => `Notes on ${interview}`,
    question: (n: string) => `Question ${n}`,
    interviewNotes: 'On the interview',
    memos: 'Memos',
    codes: 'Codes',
    respondents: 'Respondents',
    only: 'Only here',
    bySource: (n: number) => `By source (${number(n)})`,
    memoOn: {
      code: (name: string) => `On the code “${name}”`,
      coding: (code: string, source: string) => `On a passage of “${source}” coded “${code}”`,
      source: (name: string) => `On “${name}”`,
      interview: 'On an interview',
      respondent: 'On a respondent',
      project: 'On the project',
    },
    pages: 'Pages of results',
    page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
    previous: 'Previous',
    next: 'Next',
  },
  coding: {
    link: 'Code all hits…',
    title: 'Code all hits',
    lead: (words: string) => `Everything in sources that “${words}” finds, as it is narrowed down.`,
    back: 'Back to the results',
    code: 'Code',
    codeHint: 'Type a part of its name, and choose it from the list.',
    mark: 'Mark',
    marks: {
      word: 'The words found',
      sentence: 'The sentence',
      paragraph: 'The paragraph or turn',
    },
    preview: 'Show what would be coded',
    offered: (n: number, code: string) => `${counted(n, 'passage', 'passages')} to code “${code}”`,
    coded: (n: number) =>
      n === 0
        ? 'None of them has the code yet. Take the tick off what does not belong.'
        : `${counted(n, 'passage has', 'passages have')} the code already, marked below. Take the tick off what does not belong.`,
    more: (limit: number) =>
      `The search finds more than is shown. At most ${number(limit)} passages are coded at once, so that you can look at each; once these are coded, come here again for the next.`,
    lookedThrough: (limit: number) =>
      `The search finds more than is shown: the first ${number(limit)} passages that it finds were looked through. If what you want lies further on, narrow the search, to one source for instance.`,
    none: 'Nothing in sources fits this search any more. Go back to the results, and look for something else.',
    all: 'All',
    chosen: '{n} chosen',
    submit: 'Code what is ticked',
    already: { same: 'coded already', within: 'in a passage coded already' },
    open: (words: string) => `Open “${words}” in its source`,
  },
  saved: {
    title: 'Saved searches',
    lead: 'Each is a list that stays current: it is looked for anew whenever you open it.',
    link: 'Saved searches',
    saveThis: 'Save this search',
    name: 'Name',
    save: 'Save',
    rename: 'Rename',
    remove: 'Remove',
    removeOf: (name: string) => `Remove “${name}”`,
    toSearch: 'Search',
    none: 'No search is saved yet',
    noneStep: 'Search for something, and give it a name under “Save this search”.',
    finds: (n: number) => `${number(n)} found now`,
    unreadable: 'cannot be read',
    says: (words: string, where: string, isNarrowed: boolean) =>
      `${words} · ${where}${isNarrowed ? ' · narrowed down' : ''}`,
  },
  /** Why a search cannot be run. */
  problem: ({ code, text }: { code: string; text: string }): string =>
    PROBLEMS[code]?.(text) ?? code,
  terminal: {
    limited: (limit: number) =>
      `Only the first ${number(limit)} places are listed; --limit lists more.`,
  },
  errors: {
    cannotRead: ({ problem }: { problem: string }) => problem,
    nothingPicked: () => 'No passage is ticked. Tick what is to be coded.',
    noCode: () => 'Choose a code.',
    codeUnknown: ({ code }: { code: string }) =>
      `There is no code “${code}”. Choose one from the list.`,
    codeTwice: ({ code }: { code: string }) =>
      `Several codes are called “${code}”. Choose one with its path from the list.`,
    nameEmpty: () => 'Give the search a name.',
    nameLong: ({ limit }: { limit: number }) =>
      `This name is too long. Use at most ${number(limit)} characters.`,
    nameTaken: ({ name }: { name: string }) =>
      `Another saved search is called “${name}”. Choose another name.`,
    nothingToSave: () => 'There is no search here that could be saved. Search for something first.',
    notSaved: () => 'There is no such saved search. Someone may have removed it.',
    noPlace: ({ where }: { where: string }) =>
      `“${where}” cannot be searched. Name sources, notes, memos, codes or respondents.`,
    badLimit: ({ limit }: { limit: string }) => `“${limit}” is no number of places to list.`,
  },
  changes: {
    'search.saved': ({ name }: { name: string }) => `Saved the search “${name}”`,
    'search.renamed': ({ name, before }: { name: string; before: string }) =>
      `Renamed the saved search “${before}” to “${name}”`,
    'search.removed': ({ name }: { name: string }) => `Removed the saved search “${name}”`,
  },
};
