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
  nearNeedsWords: () => 'NEAR stands between words or “phrases”, not between brackets.',
  noWord: (text) =>
    `There is no letter or digit in ${text === '""' ? 'the quotation marks' : `“${text}”`}.`,
  star: (text) =>
    `In “${text}” the star does not stand at the end of a word. “migra*” finds migrant and migration.`,
};

export const search = {
  title: 'Search',
  lead: 'Every word in sources, notes and memos.',
  form: {
    text: 'Look for',
    hint: 'All words are wanted. “A phrase”, migra*, AND, OR, NOT, NEAR and brackets work too.',
    where: 'In',
    places: { everywhere: 'Everything', sources: 'Sources', notes: 'Notes', memos: 'Memos' },
    submit: 'Search',
    inSource: (name: string) => `Only in “${name}”`,
    allSources: 'Search everything instead',
    how: 'How to search',
    waiting: 'Searching…',
  },
  results: {
    title: 'Found',
    /** What was found, part by part: passages in sources, notes in interviews, memos. */
    summary: (parts: readonly { part: string; matches: number; places: number }[]) => {
      const sum = (names: string[], field: 'matches' | 'places'): number =>
        parts.filter(({ part }) => names.includes(part)).reduce((n, part) => n + part[field], 0);
      const passages = sum(['segment'], 'matches');
      const notes = sum(['answer', 'interview'], 'matches');
      const memos = sum(['memo'], 'matches');
      const said = [
        passages > 0 &&
          `${counted(passages, 'passage', 'passages')} in ${counted(sum(['segment'], 'places'), 'source', 'sources')}`,
        notes > 0 && counted(notes, 'note', 'notes'),
        memos > 0 && counted(memos, 'memo', 'memos'),
      ];
      return `${said.filter((part) => part !== false).join(', ')}.`;
    },
    none: 'Nothing was found',
    noneStep:
      'Search for the beginning of a word with a star (migra*), leave a word out, or put OR between words that mean the same.',
    found: (n: number) => counted(n, 'passage', 'passages'),
    here: (n: number) => `${number(n)} on this page`,
    more: (n: number) => `and ${counted(n, 'more place', 'more places')} in this passage`,
    open: 'Open',
    notes: (interview: string) => `Notes on ${interview}`,
    question: (n: string) => `Question ${n}`,
    interviewNotes: 'On the interview',
    memos: 'Memos',
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
  /** Why a search cannot be run. */
  problem: ({ code, text }: { code: string; text: string }): string =>
    PROBLEMS[code]?.(text) ?? code,
  terminal: {
    limited: (limit: number) =>
      `Only the first ${number(limit)} places are listed; --limit lists more.`,
  },
  errors: {
    cannotRead: ({ problem }: { problem: string }) => problem,
    noPlace: ({ where }: { where: string }) =>
      `“${where}” cannot be searched. Name sources, notes or memos.`,
    badLimit: ({ limit }: { limit: string }) => `“${limit}” is no number of places to list.`,
  },
  changes: {},
};
