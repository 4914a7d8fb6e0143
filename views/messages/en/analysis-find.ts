const one = (n: number, single: string, several: string) =>
  n === 1 ? `1 ${single}` : `${n} ${several}`;

const list = (words: readonly string[], last: string) =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

const segments = (n: number) => one(n, 'segment', 'segments');

/** How a passage stands to those of another code. */
const relations = {
  overlaps: (code: string) => `overlapping ${code}`,
  inside: (code: string) => `inside a passage of ${code}`,
  holds: (code: string) => `around a passage of ${code}`,
  near: (code: string, within: number) =>
    within === 0 ? `in the same segment as ${code}` : `within ${segments(within)} of ${code}`,
  with: (code: string) => `in a source that also has ${code}`,
};

/** Values of classifications, as conditions. */
const facets = {
  group: (value: string) => `said by the group ${value}`,
  region: (value: string) => `said by the region ${value}`,
  location: (value: string) => `from an interview in ${value}`,
  interviewer: (value: string) => `from an interview by ${value}`,
  question: (value: string) => `said under question ${value}`,
  month: (value: string) => `from an interview of ${value}`,
  source: (value: string) => `in the source ${value}`,
  kind: (value: string) => `in a source of the kind ${value}`,
  coder: (value: string) => `coded by ${value}`,
};

/** Words of the page that finds passages by what they are coded with. */
export const find = {
  title: 'Find passages',
  lead: 'Passages by their codes: those that overlap another code, lie inside it or near it, said by whom, under which question, or not.',
  /** The whole query: codes, then the ways in which a passage may be among them. */
  says: (codes: readonly string[], ways: readonly (readonly string[])[]) => {
    const [only, ...more] = ways;
    const start = `Passages coded ${list(codes, 'or')}`;
    if (!only) return `${start}.`;
    if (more.length === 0) return `${start}, ${list(only, 'and')}.`;
    return `${start}, either ${ways.map((way) => way.join(' and ')).join('; or ')}.`;
  },
  code: (path: string, isWith: 'sub-codes' | 'own' | 'alone') => {
    if (isWith === 'alone') return `“${path}”`;
    return isWith === 'own' ? `“${path}” without sub-codes` : `“${path}” with sub-codes`;
  },
  goneCode: 'a code that is no longer there',
  goneValue: 'something that is no longer there',
  relations,
  facets,
  variable: (name: string, value: string) => `with ${name}: ${value}`,
  words: {
    respondents: 'not in the interviewer’s words alone',
    interviewers: 'in the interviewer’s words alone',
  },
  not: (condition: string) => `not ${condition}`,
  /** What was found; `people` and `interviews` leave documents out. */
  found: (n: { passages: number; respondents: number; interviews: number; sources: number }) =>
    n.passages === 0
      ? 'No passage found.'
      : `${one(n.passages, 'passage', 'passages')} of ${one(n.respondents, 'respondent', 'respondents')}, in ${one(n.interviews, 'interview', 'interviews')} and ${one(n.sources, 'source', 'sources')}.`,
  hidden: (minimum: number) =>
    `Fewer than ${minimum} respondents, or passages, stand behind the answer, so that it is not shown: it could give one of them away.`,
  showAnyway: 'Show it for your own work',
  shownAnyway: (minimum: number) =>
    `Fewer than ${minimum} respondents, or passages, stand behind this answer: do not publish it.`,
  goneWarning:
    'A code or a value in this query is no longer there, and nothing is found by it. Take it out, or choose another.',
  build: 'The query',
  codesTitle: 'Coded',
  conditionsTitle: 'And so that it is',
  noConditions: 'No condition yet: every passage of the codes is found.',
  and: 'and',
  or: 'or',
  either: 'either',
  makeOr: 'Or instead',
  makeAnd: 'And instead',
  makeOrOf: (condition: string) => `Join with “or” instead of “and”: ${condition}`,
  makeAndOf: (condition: string) => `Join with “and” instead of “or”: ${condition}`,
  turn: 'The opposite',
  turnOf: (condition: string) => `Make it the opposite: ${condition}`,
  remove: 'Remove',
  removeOf: (what: string) => `Remove: ${what}`,
  startAgain: 'Start again',
  add: {
    code: 'Look for a code',
    codeField: 'Code',
    subcodes: 'Sub-codes',
    withSubcodes: 'with sub-codes',
    own: 'without sub-codes',
    another: 'Look for this too',
    first: 'Find its passages',
    relation: 'A condition with another code',
    is: 'Is or is not',
    isSo: 'is',
    isNot: 'is not',
    how: 'How it stands to it',
    hows: {
      overlaps: 'overlapping',
      inside: 'inside',
      holds: 'around',
      near: 'near',
      with: 'in a source that also has',
    },
    other: 'Other code',
    far: 'Near: within how many segments',
    facet: 'A condition of who said it, and where',
    value: 'Who or where',
    words: 'A condition of whose words',
    whose: 'Whose words',
    submit: 'Add',
    choose: 'Choose…',
    facetNames: {
      group: 'Group',
      region: 'Region',
      location: 'Location',
      interviewer: 'Interviewer',
      question: 'Question',
      month: 'Month',
      source: 'Source',
      kind: 'Kind of source',
      coder: 'Coder',
    },
  },
  download: 'Download as CSV',
  passages: 'Passages found',
  pages: 'Pages of passages',
  notes:
    'A passage is a stretch of text of the codes looked for, once however many people coded it. Overlapping is to share a character; inside and around count the same stretch too; near counts segments, a turn or a paragraph each, headings passed over. “Not” means that there is none such. “And” binds before “or”. Passages of interviews whose consent was withdrawn are not among them.',
  noCodes: {
    title: 'There are no codes yet',
    text: 'Passages are found by their codes. First the codebook needs one, and a text some passages.',
    action: 'Go to the codebook',
  },
  queries: {
    title: 'Saved queries',
    lead: 'Queries for passages saved under a name. Only the query is saved, so that each finds what is coded now. The table of themes can be limited to the passages of one, have it as a row, or be cut by who said such a passage.',
    open: 'Saved queries',
    keep: 'Save this query',
    name: 'Name of the query',
    save: 'Save',
    rename: 'Rename',
    remove: 'Remove',
    removeOf: (name: string) => `Remove “${name}”`,
    none: 'No query is saved yet',
    noneStep: 'Find passages first, then save the query under a name below them.',
    toFind: 'To finding passages',
    gone: 'A code or a value in it is no longer there.',
    pages: 'Pages of saved queries',
    page: (n: number, of: number) => `Page ${n} of ${of}`,
    previous: 'Earlier',
    next: 'Further',
    asFilter: 'Themes in its passages',
    asRow: 'As a row',
    asColumn: 'Themes by who said one',
    inTableOf: (act: string, name: string) => `${act}: ${name}`,
  },
};

export const findErrors = {
  queryUnreadable: ({ text }: { text: string }) =>
    `“${text}” is not a part of a query for passages. Open Find passages and choose it there.`,
  queryTooMany: ({ codes, conditions }: { codes: number; conditions: number }) =>
    `A query has at most ${codes} codes and ${conditions} conditions.`,
  queryNoCode: () => 'Choose a code to look for.',
  queryAdd: () => 'Choose what to add.',
  queryFar: ({ most }: { most: number }) => `Segments are a whole number from 0 to ${most}.`,
  queryNameEmpty: () => 'A query needs a name.',
  queryNameLong: ({ limit }: { limit: number }) => `A name has at most ${limit} characters.`,
  queryNameTaken: ({ name }: { name: string }) =>
    `There is a query “${name}” already. Choose another name.`,
  noQuery: () => 'This query is no longer saved.',
};

export const findChanges = {
  'query.saved': ({ name }: { name: string }) => `Query “${name}” saved`,
  'query.renamed': ({ before, name }: { before: string; name: string }) =>
    `Query “${before}” renamed “${name}”`,
  'query.removed': ({ name }: { name: string }) => `Query “${name}” removed`,
};
