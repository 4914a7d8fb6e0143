import { clock } from '../../codings/clock.ts';
import { browser } from './codings-browser.ts';
import { keys, ownKeys } from './codings-keys.ts';

const of = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

type Params = Readonly<Record<string, string | number>>;
type LineProblem = { line: number; column: string; code: string; params?: Params };

/** What can be wrong in a line of a table, besides what is wrong with a passage anywhere. */
const lines: Record<string, (params: Params) => string> = {
  tableEmpty: () =>
    'the table is empty. Its first line names the columns: source, start, end, code.',
  columnMissing: ({ columns }) =>
    `there is no column ${columns}. The first line names the columns.`,
  tooManyLines: ({ limit }) => `more than ${limit} lines. Divide the table.`,
  sourceUnknown: ({ source }) => `no source is called “${source}”, or has that number.`,
  sourceAmbiguous: ({ source }) =>
    `several sources are called “${source}”. Write the number of the one you mean.`,
  codeUnknown: ({ code }) =>
    `no code is called “${code}”. Import the codebook first, or correct the path.`,
  codeAmbiguous: ({ code }) =>
    `several codes are called “${code}”. Write the whole path: Theme > Code.`,
  noOffset: ({ text }) => `“${text}” is no whole number of characters.`,
  beyondText: ({ offset, length }) =>
    `${offset} is beyond the text, which has ${length} characters.`,
  quoteElsewhere: ({ start, end }) =>
    `the quote is not what stands there; it stands at ${start} to ${end}. Offsets count Unicode code points from 0.`,
  quoteTwice: () => 'the quote is not what stands there, and it stands in the text more than once.',
  quoteNowhere: () => 'the quote stands nowhere in this text. It may be another version of it.',
  repeated: () => 'this coder has coded exactly this passage so already.',
};

const lineProblem = ({ line, column, code, params = {} }: LineProblem): string => {
  const say = lines[code] ?? (errors as Record<string, (params: never) => string>)[code];
  const where = column === '' ? `Line ${line}` : `Line ${line}, ${column}`;
  return `${where}: ${say?.(params as never) ?? code}`;
};

const errors = {
  noCode: () =>
    'There is no such code in this project. It may have been removed or merged; choose another.',
  noCoding: () => 'This coding has been taken off since you opened the page. Nothing was changed.',
  notCodable: ({ code }: { code: string }) =>
    `“${code}” only gathers other codes. Choose one of those below it, or allow it to be applied in the codebook.`,
  staleText: () =>
    'Nothing was coded: the text was corrected since you opened it, so this place may no longer be the one you see.',
  empty: () => 'Nothing is marked. Select the words that you want to code.',
  onlySpace: () => 'Only blank space is marked. Select the words that you want to code.',
  reversed: () => 'The passage ends before it begins. Select it again.',
  outOfRange: ({ length }: { length: number }) =>
    `The passage reaches beyond the text, which ends at ${length}. Select it again.`,
  notInteger: () => 'The beginning and the end of a passage are whole numbers. Select it again.',
  splitsCharacter: () =>
    'The passage cuts a character in two. Select it again with the whole character.',
  alreadyThere: ({ code }: { code: string }) =>
    `You have already coded exactly that passage as “${code}”, so this coding keeps its size.`,
  alreadyCoded: ({ code }: { code: string }) =>
    `This passage is coded “${code}” by the same person already, so this coding keeps its code. Take one of them off instead.`,
  quoteWithdrawn: () =>
    'Consent for this interview was withdrawn, so its words cannot be quoted. Choose a passage of another interview.',
  noSpeaker: () => 'Choose whose turns are to be coded.',
  noQuestion: () => 'Choose the question whose answers are to be coded.',
  noWords: () => 'Write the words that are to be coded wherever they stand.',
  memoLong: ({ limit }: { limit: number }) =>
    `A memo has at most ${limit.toLocaleString('en')} characters. Shorten it, or divide it.`,
  badForm: () => 'This request names no passage. Reload the page and try again.',
  tableRefused: ({ more, problem, line, column, ...params }: TableRefused) =>
    lineProblem({ line, column, code: problem, params: params as unknown as Params }) +
    (more > 0
      ? ` There ${more === 1 ? 'is one more error' : `are ${more} more errors`}; nothing was imported.`
      : ' Nothing was imported.'),
};
type TableRefused = { line: number; column: string; problem: string; more: number };

interface Quote {
  pieces: readonly string[];
  respondents: readonly string[];
  isInterviewer: boolean;
  source: string;
  interview: string | null;
  timeMs: number | null;
  start: number;
  end: number;
  version: number;
  hash: string;
}

/** “We do good things.” (R-09, interview I-07, Talk, 00:14:02, characters 42–60, version 1, text a1b2c3d) */
function quote(q: Quote): string {
  const who = q.isInterviewer ? ['interviewer'] : q.respondents;
  const place = [
    ...who,
    ...(q.interview === null || q.interview === q.source ? [] : [`interview ${q.interview}`]),
    q.source,
    ...(q.timeMs === null ? [] : [clock(q.timeMs)]),
    `characters ${q.start}–${q.end}`,
    `version ${q.version}`,
    `text ${q.hash}`,
  ];
  return `“${q.pieces.join(' / ')}” (${place.join(', ')})`;
}

export const codings = {
  leftRail: 'Interview',
  rightRail: 'Codes',
  close: 'Close',
  interview: (reference: string, date: string | null) =>
    date === null ? `Interview ${reference}` : `Interview ${reference} · ${date}`,
  facts: {
    group: 'Group',
    region: 'Region',
    by: 'By',
    text: 'Text',
    structure: 'Speakers and questions',
    about: 'About this text',
    hashHint: 'Two people who see the same letters here read the same version of the text.',
    asked: (asked: number, all: number) => `Asked ${asked} of ${all}`,
    notAsked: 'not asked',
    questionCodings: (count: number) => of(count, 'coding', 'codings'),
    noInterview: 'This text belongs to no interview.',
  },
  transcript: 'Text',
  question: (number: string) => `Question ${number}`,
  correctTurn: 'Say whose words these are',
  timeInside: 'A time within this turn',
  stripes: 'Codes on this passage',
  stripeTitle: (path: string, coder: string, date: string, hasMemo: boolean, forReport: boolean) =>
    `${path}\nCoded by ${coder} on ${date}${hasMemo ? ', with a memo' : ''}${forReport ? ', for the report' : ''}`,
  /** The same link, said instead of its words. */
  stripeSaid: (path: string, initials: string, hasMemo: boolean, forReport: boolean) =>
    `${path}, ${initials}${hasMemo ? ', memo' : ''}${forReport ? ', for the report' : ''}`,
  moreTitle: 'Show all codes on this turn',
  memoMark: 'memo',
  bulk: {
    link: 'Code many at once…',
    title: 'Code many passages at once',
    lead: 'Choose which passages and which code, look at each, and code them as one change that one undo takes back.',
    by: 'Passages',
    bys: {
      speaker: 'All turns of a speaker',
      question: 'All answers to a question',
      words: 'The same words, wherever they stand',
    },
    speaker: 'Speaker',
    question: 'Question',
    words: 'Words',
    wordsHint: 'Whole words; capitals and line breaks make no difference.',
    choose: 'Choose one',
    noSpeakers: 'No speakers are known in this text',
    noQuestions: 'No text knows its questions yet',
    scope: 'Where',
    scopes: { source: 'In this text', project: 'In all texts of the project' },
    none: 'There is no such passage. Choose others, or look in all texts.',
    more: (limit: number) =>
      `There are more. At most ${limit.toLocaleString('en')} are coded at once, so that you can look at each; once these are coded, come here again for the next.`,
  },
  openCoding: 'What can be done with this coding',
  emptyTitle: 'No words yet',
  emptyText:
    'There is nothing to code in this text. Its words come with a file that replaces it, or with its notes.',
  codes: {
    search: 'Search codes',
    tree: 'Codebook',
    counts: (here: number, project: number) =>
      `${of(here, 'coding', 'codings')} here, ${project.toLocaleString('en')} in the project, with sub-codes`,
    groupOnly: 'gathers other codes; it is not applied itself',
    empty: 'There is no code yet.',
    emptyStep: 'Select a passage, press c and type a name: the code is made and already applied.',
    toCodebook: 'Open the codebook',
  },
  rule: {
    region: 'Rule of the chosen code',
    useWhen: 'When',
    notWhen: 'Not when',
    example: 'Example',
    none: 'This code has no rule yet. Write down what belongs to it, so that everyone codes alike.',
    write: 'Write the rule',
    passages: (shown: number, elsewhere: number, total: number) =>
      `${shown === elsewhere ? of(shown, 'passage', 'passages') : `${shown} of ${of(elsewhere, 'passage', 'passages')}`} in other texts, ${total.toLocaleString('en')} in all`,
    noneElsewhere: (total: number) =>
      total === 0 ? 'Nothing is coded so yet.' : 'No passage in another text is coded so yet.',
    others: 'Show others',
    only: 'Paint only this code',
  },
  beside: {
    memos: (count: number) => `Memos (${count.toLocaleString('en')})`,
    noMemos: 'No memo yet. Press m on a coding to write down what made you decide so.',
    onText: 'On the text',
    others: (count: number) => `Other texts of theirs (${count.toLocaleString('en')})`,
    noOthers: 'The people in this text speak in no other.',
    ways: 'Texts before and after',
    before: (name: string) => `‹ ${name}`,
    after: (name: string) => `${name} ›`,
  },
  filter: {
    open: 'Filter',
    title: 'What is painted',
    lead: 'The text stays whole. What is not asked for steps back.',
    under: 'Codes and themes',
    underHint: 'A theme shows its sub-codes as well. Several: what has any of them.',
    colour: 'Colour',
    coder: 'Coder',
    question: 'Question',
    speaker: 'Speaker',
    any: 'All',
    mine: 'Only mine',
    report: 'Only what is for the report',
    uncoded: 'Only what is uncoded',
    uncodedHint: 'With a code or a coder chosen: only what does not have theirs.',
    apply: 'Show',
    clear: 'Show all',
    nobody: 'Someone who has not coded here',
    gone: 'a code that is not in the codebook any more',
    /** What a filter shows, in the middle of a sentence. */
    says: {
      theme: (name: string) => `theme ${name}`,
      code: (path: string) => `code ${path}`,
      colour: (name: string) => name.toLowerCase(),
      mine: 'only mine',
      report: 'for the report',
      coder: (name: string) => `by ${name}`,
      question: (number: string) => `question ${number}`,
      speaker: (label: string) => `speaker ${label}`,
      uncoded: 'only uncoded',
    },
  },
  view: {
    open: 'View',
    hide: 'Hide',
    parts: {
      speakers: 'Speakers',
      questions: 'The interviewer’s questions',
      times: 'Time stamps',
    },
    kept: 'This browser remembers it. A hidden question comes out when it is marked.',
    legend: 'On the screen',
    legendList: 'Codes on the screen',
  },
  go: {
    title: 'Go through the text',
    to: 'Go to',
    before: 'The one before',
    after: 'The next one',
    destinations: {
      coding: 'Coding',
      uncoded: 'Uncoded turn',
      question: 'Question',
      hit: 'Place found',
      source: 'Text',
    },
  },
  find: {
    title: 'Find in this text',
    placeholder: 'Words, “a phrase”, begin*',
    before: 'Place before',
    after: 'Next place',
    close: 'Stop searching',
  },
  status: {
    codings: (count: number) => of(count, 'coding', 'codings'),
    codes: (count: number) => of(count, 'code', 'codes'),
    uncoded: (count: number) => `${of(count, 'turn', 'turns')} still uncoded`,
    code: 'code',
    last: 'last code',
    inVivo: 'in vivo',
    memo: 'memo',
    keys: 'all keys',
  },
  live: {
    you: 'You, in another window,',
    /** A quiet line in the status bar about what someone just did here. */
    done: (who: string, kind: string, code: string) => {
      if (code !== '' && ['coding.added', 'coding.newCode'].includes(kind))
        return `${who} coded “${code}”`;
      if (code !== '' && kind === 'coding.removed') return `${who} took “${code}” off`;
      if (code !== '' && kind === 'coding.resized') return `${who} changed where “${code}” stands`;
      if (code !== '' && kind === 'coding.memo') return `${who} wrote a memo on “${code}”`;
      return kind.startsWith('code.') ? `${who} changed the codebook` : `${who} changed codings`;
    },
    newVersion: 'The text was corrected since you opened it, so codes can no longer be put here.',
    tooMuch: 'More was changed here than can be shown in place.',
    reload: 'Show the text as it is now',
    /** After that: what became of the passage that was marked. */
    carried: {
      kept: 'This is the text as it is now. The passage you had marked is marked here.',
      changed:
        'This is the text as it is now. Words of the passage you had marked were changed: look before you code it.',
      lost: 'This is the text as it is now. The words you had marked are gone; this is where they stood.',
    },
  },
  picker: {
    label: 'Code for this passage',
    placeholder: 'Type a few letters, or a new name',
    hint: 'Enter applies, Ctrl+Enter applies and stays for another.',
    list: 'Codes',
  },
  card: {
    title: 'Coding',
    by: (coder: string, date: string) => `${coder}, ${date}`,
    memo: 'Memo',
    memoHint: 'What made you code this so? Markdown works.',
    save: 'Save memo',
    changedSince:
      'This memo was changed since you opened it. It reads now as below; what you typed is in the field. Put them together and save again.',
    remove: 'Take this code off',
    add: 'Add a code',
    replace: 'Replace the code',
    copy: 'Copy as a quote',
    forReport: 'Mark for the report',
    notForReport: 'Not for the report',
    isForReport: 'for the report',
    history: 'History',
    otherMemo: (author: string) => `Memo by ${author}`,
  },
  page: {
    title: (code: string) => `Coding: ${code}`,
    inText: 'In the text',
    codes: 'Another code',
    code: 'Code',
    choose: 'Choose a code',
    add: 'Add it to the passage',
    quote: 'As a quote',
    quoteLabel: 'The words with their reference',
    quoteHint: 'Ready to be copied. It names nobody: who speaks is given by reference.',
    mayQuote: (agreed: string) => `Agreed about quoting this interview: ${agreed}`,
  },
  quote,
  keys,
  ownKeys,
  cursor: {
    label: 'Passage by key',
    skip: 'Skip to the text',
    role: 'passage marker',
    none: 'Nothing marked yet',
    hint: 'Move with j and k by turn, l and h by sentence, w and b by word; c chooses a code; question mark lists all keys.',
  },
  /** What only the browser can say; `{name}` is filled in there. */
  browser,
  done: {
    applied: (code: string, codes: number) =>
      `Coded “${code}”, ${of(codes, 'code', 'codes')} on this passage`,
    appliedNew: (code: string, codes: number) =>
      `New code “${code}” made and applied, ${of(codes, 'code', 'codes')} on this passage`,
    already: (code: string) => `You have already coded this passage as “${code}”`,
    nothing: 'Nothing has changed',
  },
  errors,
  lineProblem,
  columnsLeft: (names: readonly string[]) =>
    `Left out: ${names.join(', ')}. An import does not use these columns.`,
  changes: {
    'coding.added': ({ code, source }: { code: string; source: string }) =>
      `Coded “${code}” in ${source}`,
    'coding.removed': ({ code, source }: { code: string; source: string }) =>
      `Took “${code}” off a passage in ${source}`,
    'coding.resized': ({ code, source }: { code: string; source: string }) =>
      `Changed where “${code}” begins or ends in ${source}`,
    'coding.replaced': ({
      code,
      before,
      source,
    }: {
      code: string;
      before: string;
      source: string;
    }) => `Replaced “${before}” by “${code}” in ${source}`,
    'coding.forReport': ({ code, source }: { code: string; source: string }) =>
      `Marked a passage with “${code}” in ${source} for the report`,
    'coding.notForReport': ({ code, source }: { code: string; source: string }) =>
      `Took the mark for the report off a passage with “${code}” in ${source}`,
    'coding.memo': ({ code, source }: { code: string; source: string }) =>
      `Memo on “${code}” in ${source}`,
    'coding.newCode': ({ code, source }: { code: string; source: string }) =>
      `Made the code “${code}” and applied it in ${source}`,
    'codings.many': (p: { code: string; count: number; already?: number }) =>
      `Coded “${p.code}” on ${of(p.count, 'passage', 'passages')}` +
      (p.already === undefined ? '' : `; ${p.already.toLocaleString('en')} had it already`),
    'codings.imported': ({ count }: { count: number }) =>
      `Imported ${of(count, 'coding', 'codings')}`,
  },
};
