const several = (n: number, single: string, more: string) =>
  n === 1 ? `1 ${single}` : `${n} ${more}`;

/** A number with its thousands apart. */
const figure = (n: number) => n.toLocaleString('en').replaceAll(',', '\u202f');

export const patterns = {
  tabsLabel: 'Analysis',
  tabs: {
    themes: 'Themes',
    sources: 'Code by source',
    find: 'Find passages',
    question: 'Answers',
    compare: 'Groups compared',
    cooccurrence: 'Co-occurrence',
    coverage: 'Coverage',
    saturation: 'Saturation',
    words: 'Words',
    framework: 'Framework',
    interviews: 'Interviews and people',
  },
  csv: 'Download as CSV',
  svg: 'Picture as SVG',
  toShare: (what: string) => `${what}, to share`,
  hides: 'Numbers that fewer than {minCell} respondents stand behind are hidden.',
  png: 'Picture as PNG',
  /** Names the region of a picture, beside that of its table. */
  picture: (title: string) => `Picture: ${title}`,
  protection: (minimum: number) =>
    `∗ hides what fewer than ${minimum} respondents stand behind. Two tables put side by side may still tell more than one.`,
  debriefs: (n: number) => `${several(n, 'debrief', 'debriefs')} left out.`,
  asked: (n: number) =>
    `${several(n, 'coding', 'codings')} left out: of the interviewer’s own words, and no one else’s.`,
  empty: {
    noCodings: {
      title: 'Nothing has been coded yet',
      text: 'As soon as passages of interviews have codes, this page shows what comes of them.',
      action: 'Go to the sources',
    },
    noQuestions: {
      title: 'The guide has no questions yet',
      text: 'Once the guide has questions, this page shows all answers to each of them.',
      action: 'Go to the guide',
    },
    filtered: {
      title: 'Nothing is left to count',
      text: 'In this part of the study there is nothing that this page shows. Take more of it, or the whole study.',
      action: 'Go to the sources',
    },
    noText: {
      title: 'There is nothing to count yet',
      text: 'This page reads the texts of the interviews that were held. Bring in a transcript first.',
      action: 'Go to the sources',
    },
  },
  question: {
    title: 'Answers to a question',
    of: (number: string, text: string) => (number === '' ? text : `${number}. ${text}`),
    sentence: 'All answers to {question}, by interview.',
    choice: 'Which question',
    /** How many were asked; a hidden number has its sign. */
    count: (
      n: { asked: number | null; declined: number | null; interviewed: number | null },
      minimum: number,
    ) => {
      if (n.asked === null) return `n = fewer than ${minimum} respondents asked.`;
      const declined = (n.declined ?? 0) > 0 ? `, of whom ${n.declined} declined to answer` : '';
      const others = n.interviewed === null ? 0 : n.interviewed - n.asked;
      const rest = others > 0 ? ` ${others} more were interviewed and not asked.` : '';
      return `n = ${several(n.asked, 'respondent', 'respondents')} asked${declined}.${rest}`;
    },
    who: 'Respondent',
    answer: 'Answer, with the codes on it',
    codesOn: (interview: string) => `Codes on the answer in ${interview}`,
    noWords: 'Asked; nothing was noted and no text stands under it.',
    inNotes: 'In the notes',
    none: 'Nobody was asked this question, and no text stands under it.',
    pages: 'Pages of answers',
    notes: {
      asked:
        'Asked are those to whom the question was put, whether they answered or declined; not asked and not reached do not count. A respondent counts once. Words that stand under the question are shown even where nobody marked it as asked.',
      reading:
        'What each respondent said stands here one by one: it is for reading, not for sharing. Small numbers are not printed all the same.',
      codes:
        'Codes are those on any part of the answer. Notes carry codes once they are made a source.',
    },
  },
  cooccurrence: {
    title: 'Codes that come together',
    sentence: '{level} that come together in {within}, in {words}.',
    choices: { level: 'Codes or themes', within: 'What they must share' },
    level: { codes: 'Codes', themes: 'Themes' },
    within: {
      passage: 'overlapping passages',
      segment: 'the same turn or paragraph',
      interview: 'the same interview',
    },
    pairs: 'Pairs that share most',
    matrix: 'All pairs',
    one: 'Code',
    other: 'and code',
    count: { passage: 'Overlaps', segment: 'Segments', interview: 'Interviews' },
    jaccard: 'Jaccard',
    none: 'No two codes come together here.',
    cell: (a: string, b: string, n: number, index: string) =>
      `${a} and ${b}: ${n}, Jaccard ${index}`,
    networkTitle: 'Codes that share most, as a network',
    networkText: (codes: number, pairs: number) =>
      `${several(codes, 'code', 'codes')} on a ring, ${several(pairs, 'line', 'lines')} between those that come together; the thicker the line, the more they share. The table of pairs has the numbers.`,
    passages: {
      passage: (n: number) => `${several(n, 'passage', 'passages')} that overlap`,
      segment: (n: number) =>
        `${several(n, 'passage', 'passages')} in turns or paragraphs with both codes`,
      interview: (n: number) =>
        `${several(n, 'passage', 'passages')} in interviews with both codes`,
    },
    notes: {
      passage:
        'An overlap is a passage of one code and a passage of the other that share at least a letter. On the diagonal: passages of the code.',
      segment:
        'A turn or paragraph counts once for two codes that both touch it. On the diagonal: turns and paragraphs with the code.',
      interview:
        'An interview, or a document, counts once for two codes that are both in it. On the diagonal: those with the code.',
      jaccard: {
        passage:
          'Jaccard’s index is the text under both codes out of the text under either, from 0 to 1.',
        segment:
          'Jaccard’s index is the segments with both codes out of those with either, from 0 to 1.',
        interview:
          'Jaccard’s index is the interviews with both codes out of those with either, from 0 to 1.',
      },
      part: (shown: number, all: number) =>
        `The matrix shows the ${shown} codes used most, of ${all}. The CSV has all.`,
    },
  },
  coverage: {
    title: 'How much of the text each code covers',
    sentence: 'Share of all text under each code and its sub-codes.',
    columns: { text: 'Text', segments: 'Turns and paragraphs', said: 'Respondents’ words' },
    wholes: {
      text: (n: number) => `${figure(n)} characters`,
      segments: (n: number) => figure(n),
      said: (n: number) => `${figure(n)} characters`,
    },
    notes: (sources: number) =>
      `Out of the whole text of ${several(sources, 'source', 'sources')}, coded or not. Words under two passages count once; a turn counts when any of it is coded.`,
    said: 'Respondents’ words are those of interviews that are not the interviewer’s, without names and time stamps.',
  },
  saturation: {
    title: 'New codes, interview by interview',
    sentence: 'Interviews by {order}, codes in {words}.',
    choices: { order: 'In which order' },
    order: { date: 'date', reference: 'reference' },
    finding: (last: number, all: number, codes: number) =>
      last === all
        ? `The last of ${several(all, 'interview', 'interviews')} still brought a new code; ${several(codes, 'code', 'codes')} so far.`
        : `After interview ${last} of ${all} no new code came up; ${several(codes, 'code', 'codes')} in all.`,
    chartTitle: 'Codes so far, and new codes of each interview',
    chartText: (codes: number, interviews: number, last: number) =>
      `A line that rises to ${codes} over ${several(interviews, 'interview', 'interviews')}, the last rise at interview ${last}; a bar for the new codes of each. The table below has the numbers.`,
    axis: 'Interviews in order',
    place: 'No.',
    interview: 'Interview',
    date: 'Date',
    newCodes: 'New codes',
    codesSoFar: 'Codes so far',
    codings: 'Codings',
    codingsSoFar: 'Codings so far',
    pages: 'Pages of interviews',
    notes:
      'A code is new in the first interview in which it was itself applied, in this order. An interview of which nothing is coded brings nothing; coded later, it may. No new codes says that these coders met nothing new in these interviews, no more.',
  },
  words: {
    title: 'Words said most',
    sentence: 'The {most} most frequent words in {words}, by {by}.',
    choices: { most: 'How many words', without: 'Leave out common words of' },
    languages: { en: 'English', fr: 'French', es: 'Spanish' },
    word: 'Word',
    inAll: (n: number) => `${figure(n)} words`,
    notes: (shown: number, distinct: number) =>
      `${shown} of ${figure(distinct)} different words of two letters and more, capitals apart; numbers are no words. Each word leads to where it was said.`,
    joint:
      'Words of a joint interview count in the columns of everyone in it, and once under All, unless the speaker is known. Documents are left out.',
  },
  compare: {
    title: 'Groups compared',
    sentence:
      'Respondents out of {over} who mention a code, by {by}, in {words}. Look closer at {code}, beside {beside}.',
    choices: { code: 'A code to look at closely', beside: 'The group to compare the others with' },
    over: { all: 'all who were interviewed', asked: 'those asked any question' },
    noCode: 'no code',
    all: 'All codes',
    detail: (code: string) => `${code}, group by group`,
    group: 'Group',
    count: 'Respondents',
    interval: '95 % interval',
    difference: 'Difference in points',
    points: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    chartText:
      'A dot for the share of each group, a line for its 95 % interval. The table below has the numbers.',
    test: 'Test',
    p: 'p',
    effect: 'Cramér’s V',
    tests: { 'chi-square': 'chi-square', fisher: 'Fisher’s exact test' },
    refused: {
      oneGroup: 'only one group has anyone in it',
      noDifference: 'all or none mention it',
      tooFew: 'too few respondents for a test',
      overlap: 'someone is in two groups',
      hidden: 'a number is hidden',
    },
    noTest: (reason: string) => `No test: ${reason}.`,
    notes: {
      test: 'Chi-square where at least five are expected in every cell (of more than two groups: in four of five cells, and one in the rest); for two smaller groups Fisher’s exact test; otherwise none. Intervals are Wilson’s, those of differences Newcombe’s.',
      effect: 'Cramér’s V says how strong the connection is, from 0 (none) to 1.',
      many: 'Respondents were chosen, not drawn by lot: p says how often chance alone would make groups of this size differ so much, not that it holds elsewhere. Of twenty tests one falls under .05 by chance.',
      hidden: (minimum: number) =>
        `∗ hides a number that fewer than ${minimum} respondents stand behind, and what would give it back; such a row has no test.`,
    },
  },
  errors: {
    noPair: () =>
      'One of these codes is not used any more. Go back to the codes that come together.',
    svg: () => 'Choose a code first: the picture shows one code in all groups.',
  },
  changes: {},
};
