import { starting } from './codebook-starting.ts';
import { versions } from './codebook-versions.ts';
import { merge } from './codebook-merge.ts';
import { importing, sets, tableError, warnings, type Place } from './codebook-import.ts';

const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const codings = (n: number) => plural(n, 'coding', 'codings');
const subCodes = (n: number) => plural(n, 'sub-code', 'sub-codes');
const memos = (n: number) => plural(n, 'memo', 'memos');
const summaries = (n: number) => plural(n, 'summary', 'summaries');

const several = (d: { name: string; codes: number }) =>
  d.codes === 1 ? `“${d.name}”` : `${d.codes.toLocaleString('en')} codes`;

interface Name {
  name: string;
}

export const codebook = {
  title: 'Codebook',
  lead: 'The themes and their sub-codes, each with its rule: when it applies and when it does not.',
  summary: (n: { codes: number; codings: number }) =>
    `${plural(n.codes, 'code', 'codes')}, ${codings(n.codings)}. Figures are codings (one coder’s use of a code on a passage): own, and in total with sub-codes.`,
  breadcrumbs: 'Where this code stands',
  tree: 'Codes',
  more: 'More',
  order: {
    title: 'Order of the codes',
    hand: 'By hand',
    name: 'By name',
    count: 'By codings',
    fixed: 'Codes are moved in their order by hand. Choose that above the codes first.',
  },
  treeHelp:
    'Arrow keys walk, letters find, Enter opens. Alt with an arrow moves the code: up, down, right into the code above it, left out again. Space chooses a code, Shift with an arrow several, Ctrl with A all, Escape none.',
  expandAll: 'Unfold all',
  collapseAll: 'Fold to themes',
  own: 'own',
  withSubCodes: 'total',
  spoken: (n: { own: number; all: number | null; key: string | null; structure: boolean }) =>
    [
      ...(n.structure ? ['for structure only'] : []),
      ...(n.key === null ? [] : [`key ${n.key}`]),
      codings(n.own),
      ...(n.all === null ? [] : [`${n.all.toLocaleString('en')} with sub-codes`]),
    ].join(', '),
  structureOnly: 'structure only',
  empty: {
    title: 'There is no code yet.',
    text: 'A codebook begins with a few themes: what the study wants to know about. Sub-codes and rules come as one reads. Or bring in a codebook from a table.',
  },
  add: {
    theme: 'Add a theme',
    subCode: 'Add a sub-code',
    under: 'Under',
    noParent: 'Nothing: it is a theme',
    save: 'Add',
  },
  name: 'Name',
  definition: 'Definition',
  definitionHint: 'What the code means, in a sentence or two.',
  useWhen: 'Use when',
  notWhen: 'Not when',
  notWhenHint: 'What belongs to another code, and to which.',
  example: 'Example',
  colour: 'Colour',
  colourHint: 'Each has its own line and shape, so that it can be told apart without colour.',
  colours: {
    1: 'Blue',
    2: 'Orange',
    3: 'Green',
    4: 'Violet',
    5: 'Red',
    6: 'Turquoise',
    7: 'Olive',
    8: 'Pink',
  } as Record<number, string>,
  ownColour: (colour: string) => `Keep ${colour}`,
  key: 'Key',
  keyHint: 'One letter or digit that applies the code while reading.',
  structure: 'For structure only',
  structureHint: 'It holds other codes together and cannot be applied to a passage.',
  rule: 'Rule',
  noRule: 'No rule has been written yet. Coders agree more when each code says what it means.',
  codingsTerm: 'Codings',
  codingsOf: (n: { own: number; all: number | null }) =>
    n.all === null
      ? codings(n.own)
      : `${codings(n.own)}, ${n.all.toLocaleString('en')} with sub-codes`,
  edit: 'Change name, rule, colour or key',
  save: 'Save',
  stale: {
    title: 'Somebody changed this code while you were writing.',
    text: 'Nothing of yours is lost: it stands in the form below. Take over what you need from theirs, then save.',
    field: 'What differs',
    yours: 'What you typed',
    theirs: 'What stands now',
    none: 'nothing',
  },
  move: {
    title: 'Move',
    up: 'Up',
    down: 'Down',
    in: 'Under the one above',
    out: 'Out of its parent',
    theme: 'Make it a theme',
    under: 'Move under',
    themes: 'No code: among the themes',
    save: 'Move',
  },
  several: {
    link: 'Change several',
    title: 'Change several codes',
    lead: 'Choose the codes and say what happens to them: each is one change, which one undo takes back. In the tree, Ctrl or Shift with a click, or Space, chooses too.',
    which: 'Codes',
    move: 'Move',
    moveSave: 'Move them',
    recolour: 'Give them this colour',
    deleteText:
      'Their sub-codes, codings, memos and summaries go with them. Undo brings everything back.',
    delete: 'Delete them',
    one: '1 code chosen',
    many: (n: string) => `${n} codes chosen`,
    change: 'Change them',
    clear: 'Choose none',
  },
  document: {
    link: 'Print',
    titleOf: (project: string) => `Codebook: ${project}`,
    print: 'Print',
    docx: 'Word document',
  },
  merge,
  split: {
    link: 'Split into several codes',
    title: (name: string) => `Split “${name}”`,
    lead: 'Name the parts. Then you go through its codings, one by one, and send each to a part with one key. Nothing changes until you make the split; you can leave and go on later.',
    parts: 'Parts',
    partsHint: 'One name a line, up to nine.',
    place: 'The parts stand',
    under: (name: string) => `under “${name}”`,
    beside: (name: string) => `beside “${name}”`,
    begin: 'Begin',
    none: 'No passage has this code, so there is nothing to send. The parts can still be made.',
    progress: (n: { at: number; total: number; sent: number }) =>
      n.at === 0
        ? `All ${codings(n.total)} are sent.`
        : `Coding ${n.at} of ${n.total.toLocaleString('en')}, ${n.sent.toLocaleString('en')} sent`,
    passage: 'Passage',
    send: 'Send this coding to',
    stays: 'Stays here',
    sentTo: (name: string) => `Sent to: ${name}`,
    previous: 'Previous',
    next: 'Next',
    table: 'Parts and their codings',
    tally: 'What making the split does',
    part: 'Code',
    count: 'Codings',
    open: (n: number) => `${codings(n)} not sent yet; they stay with the code.`,
    finish: 'Make the split',
    discard: 'Give it up',
    discardHint: 'Giving it up forgets what you sent where; codes and codings stay as they are.',
  },
  passages: {
    by: (coder: string) => `coded by ${coder}`,
    pages: 'Pages of passages',
    range: (from: number, to: number, of: number) =>
      `${from} to ${to} of ${of.toLocaleString('en')}`,
    previous: 'Previous',
    next: 'Next',
  },
  memos: {
    title: 'Memos',
    none: 'No memo on this code.',
    body: 'New memo',
    bodyHint: 'What you are unsure of, or how the code has changed. Markdown.',
    save: 'Add memo',
    remove: 'Remove memo',
    edit: 'Change memo',
    words: 'Memo',
    saveEdit: 'Save memo',
    stale:
      'Somebody changed this memo while you were writing. Theirs stands above; yours is here. Take over what you need, then save.',
  },
  versions,
  remove: {
    title: 'Delete',
    text: (n: { subCodes: number; codings: number }) =>
      n.subCodes === 0
        ? `${codings(n.codings)} will go with it. Undo brings everything back.`
        : `${subCodes(n.subCodes)} and ${codings(n.codings)} will go with it. Undo brings everything back.`,
    save: 'Delete code',
  },
  import: importing,
  sets,
  warnings,
  starting,
  tableError,
  errors: {
    tableRefused: ({ more, ...first }: Place & { more: number }) =>
      tableError({ ...first, params: first as unknown as Place['params'] & object }) +
      (more > 0 ? ` There ${more === 1 ? 'is one more error' : `are ${more} more errors`}.` : ''),
    noTable: () => 'Choose a file or paste a table.',
    notText: () =>
      'There is no codebook in this file. Choose CSV, XLSX, Markdown, or REFI-QDA (.qdc, .qdpx).',
    fileRefused: () =>
      'This file is damaged, locked or packed in a way that is not safe to open. Save it anew, or save the table as CSV.',
    qdcBroken: ({ line, reason }: { line: number; reason: string }) =>
      `This file is not whole XML: line ${line}, ${reason}. Export it anew from the program it comes from.`,
    qdcDoctype: () =>
      'This file has a document type (DOCTYPE), which REFI-QDA does not use and attacks do. Nothing was read. Export it anew, or take the line with DOCTYPE out.',
    qdcDeep: () => 'This file nests more deeply than any codebook does. Nothing was read.',
    qdcLarge: () => 'This file is too large for a codebook. Export the codebook alone as .qdc.',
    qdcMany: ({ limit }: { limit: number }) =>
      `This file has more than ${limit.toLocaleString('en')} codes. Bring them in in parts.`,
    qdcManyMembers: ({ limit }: { limit: number }) =>
      `The sets of this file have more than ${limit.toLocaleString('en')} members. Export the codebook without sets.`,
    qdcNoCodes: () =>
      'There are no codes in this file. Choose a REFI-QDA codebook (.qdc) or project (.qdpx, .qde).',
    formatUnknown: () =>
      'The codebook is exported as csv, xlsx, md, qdc or docx. Choose one of these.',
    nothingToExport: () => 'A REFI-QDA codebook has at least one code. Add a code first.',
    separatorUnknown: ({ known }: { known: string }) =>
      `Between the names of a path stands one of these: ${known}`,
    noState: () => versions.errors.noState,
    noVersion: () => versions.errors.noVersion,
    versionEmpty: () => versions.errors.versionEmpty,
    versionTaken: versions.errors.versionTaken,
    versionsMany: versions.errors.versionsMany,
    noneChosen: () => 'Choose at least one code.',
    memoEmpty: () => 'Write something first.',
    memoLong: ({ limit }: { limit: number }) =>
      `This memo is longer than ${limit.toLocaleString('en')} characters.`,
    noMemo: () => 'There is no such memo any more.',
    noStart: () =>
      'There is no such codebook to begin with. It may have been taken from another project than yours.',
    noCode: () =>
      'This project has no such code. It may have been deleted: the activity page can bring it back.',
    nameEmpty: () => 'A code needs a name.',
    nameLong: ({ limit }: { limit: number }) =>
      `This name is longer than ${limit} characters. Put the rest into the definition.`,
    nameTaken: ({ name }: Name) =>
      `There is a “${name}” at this place already. Choose another name, or another place.`,
    textLong: ({ limit }: { limit: number }) =>
      `This text is longer than ${limit.toLocaleString('en')} characters.`,
    keyInvalid: () => 'A key is one letter from a to z or one digit.',
    keyReserved: ({ key }: { key: string }) =>
      `“${key}” already does something while coding. Choose another letter or a digit.`,
    keyTaken: ({ key, code }: { key: string; code: string }) =>
      `“${key}” is the key of “${code}”. Choose another, or take it away there first.`,
    colourInvalid: () => 'Choose one of the eight colours, or write one as #3b6fb6.',
    mergeInto: () => 'Choose the code to merge it into.',
    mergeItself: ({ name }: Name) => `“${name}” cannot be merged into itself. Choose another code.`,
    mergeBelow: ({ name, into }: Name & { into: string }) =>
      `“${into}” stands under “${name}”. Merge “${into}” into “${name}” instead, or move it out first.`,
    mergeStructure: ({ name, into }: Name & { into: string }) =>
      `“${into}” is for structure only and cannot take the codings of “${name}”. Allow it to be applied on its page first.`,
    mergeLong: ({ name, into }: Name & { into: string }) =>
      `The rules of “${name}” and “${into}” are too long for one. Shorten one of them first.`,
    splitParts: ({ most }: { most: number }) =>
      `Name one to ${most} parts, one a line, each differently.`,
    splitBegun: () => 'You are splitting this code already. Go on with that, or give it up first.',
    noSplit: () => 'This split was made or given up already. Begin another on the code’s page.',
    noCoding: () => 'The code has no such coding any more.',
    moveUnderItself: ({ name }: Name) =>
      `“${name}” cannot stand under itself or one of its own sub-codes.`,
    moveUnclear: () => 'Say where the code should go: a step, or another code.',
    nowhereToMove: ({ name }: Name) => `“${name}” cannot go further that way.`,
  },
  changes: {
    'codebook.named': versions.sentences.named,
    'codebook.unnamed': versions.sentences.unnamed,
    'codebook.read': () => versions.sentences.read,
    'codebook.imported': (n: {
      created: number;
      changed: number;
      unchanged: number;
      sets?: number;
    }) =>
      `Codebook imported: ${n.created} new, ${n.changed} changed, ${n.unchanged} unchanged` +
      ((n.sets ?? 0) > 0 ? `, ${plural(n.sets ?? 0, 'set', 'sets')} of codes` : ''),
    'code.memoAdded': ({ name }: Name) => `Memo on “${name}” added`,
    'code.memoChanged': ({ name }: Name) => `Memo on “${name}” changed`,
    'code.memoRemoved': ({ name }: Name) => `Memo on “${name}” removed`,
    'code.added': ({ name, parent }: { name: string; parent?: string }) =>
      parent === undefined ? `Theme “${name}” added` : `Code “${name}” added under “${parent}”`,
    'code.changed': ({ name }: Name) => `Code “${name}” changed`,
    'code.renamed': ({ name, before }: { name: string; before: string }) =>
      `Code “${before}” renamed to “${name}”`,
    'code.recoloured': ({ name }: Name) => `Colour of “${name}” changed`,
    'code.keySet': ({ name, key }: { name: string; key: string }) =>
      key === '' ? `Key of “${name}” taken away` : `Key of “${name}” is now ${key.toUpperCase()}`,
    'code.moved': ({ name, parent }: { name: string; parent?: string }) =>
      parent === undefined
        ? `“${name}” moved among the themes`
        : `“${name}” moved under “${parent}”`,
    'codes.moved': (d: { name: string; codes: number; parent?: string }) =>
      `${several(d)} moved ${d.parent === undefined ? 'among the themes' : `under “${d.parent}”`}`,
    'codes.recoloured': (d: { name: string; codes: number }) => `Colour of ${several(d)} changed`,
    'codes.deleted': (d: {
      name: string;
      codes: number;
      subCodes: number;
      codings: number;
      memos: number;
      summaries?: number;
    }) =>
      `${several(d)} deleted, with ${[
        ...(d.subCodes > 0 ? [subCodes(d.subCodes)] : []),
        codings(d.codings),
        ...(d.memos > 0 ? [memos(d.memos)] : []),
        ...((d.summaries ?? 0) > 0 ? [summaries(d.summaries ?? 0)] : []),
      ].join(', ')}`,
    'code.merged': (d: {
      name: string;
      into: string;
      codings: number;
      same: number;
      joined?: number;
    }) =>
      `“${d.name}” merged into “${d.into}”: ${codings(d.codings)} went over${d.same > 0 ? `, ${d.same.toLocaleString('en')} became one with others` : ''}${(d.joined ?? 0) > 0 ? `, ${subCodes(d.joined ?? 0)} merged along` : ''}`,
    'code.split': (d: { name: string; parts: number; codings: number }) =>
      `“${d.name}” split: ${codings(d.codings)} sent to ${plural(d.parts, 'new code', 'new codes')}`,
    'code.deleted': (d: {
      name: string;
      subCodes: number;
      codings: number;
      memos: number;
      summaries?: number;
    }) => {
      const along = [
        ...(d.subCodes > 0 ? [subCodes(d.subCodes)] : []),
        codings(d.codings),
        ...(d.memos > 0 ? [memos(d.memos)] : []),
        ...((d.summaries ?? 0) > 0 ? [summaries(d.summaries ?? 0)] : []),
      ];
      return `Code “${d.name}” deleted, with ${along.join(', ')}`;
    },
  },
};
