const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

export const respondents = {
  title: 'Respondents',
  lead: (respondents: number, heads: number) =>
    respondents === 0
      ? 'The people and groups you talk to, by reference. Their names are kept apart.'
      : `${respondents === 1 ? '1 respondent' : `${respondents} respondents`}, ${people(heads)} with the members of groups. Names are kept apart.`,
  add: 'New respondent',
  classify: 'Groups, regions, variables',
  empty: 'No respondents yet',
  emptyStep:
    'A respondent is a person or a group you talk to. Each gets a reference such as R-07; the name is kept apart and shown on demand only. Log an interview and its respondent is made with it, or add one here.',
  noneFound: 'No respondent fits',
  noneFoundStep: 'Search by reference, role or organisation. Names cannot be searched.',
  showAll: 'Show all respondents',
  searchLabel: 'Search',
  search: 'Reference, role or organisation',
  any: { group: 'Any group', region: 'Any region' },
  apply: 'Show',
  page: {
    label: 'Pages of respondents',
    summary: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
    previous: 'Back',
    next: 'On',
  },
  columns: {
    reference: 'Reference',
    group: 'Group',
    region: 'Region',
    role: 'Role',
    organisation: 'Organisation',
    people: 'People',
    interviews: 'Interviews',
  },
  fields: {
    reference: 'Reference',
    referenceHint: 'Left empty, the next free one.',
    kind: 'Respondent',
    person: 'One person',
    groupOfPeople: 'A group without names',
    headCount: 'People in the group',
    headCountHint: 'Counts only for a group.',
    group: 'Group',
    region: 'Region',
    chooseOrType: 'Choose one, or type a new name.',
    role: 'Role',
    organisation: 'Organisation',
    variables: 'Variables',
    yes: 'yes',
    no: 'no',
    unknown: 'not known',
    type: { text: '', number: 'a number', date: 'a date', boolean: '', list: '' },
  },
  facts: 'Facts',
  headCount: people,
  interviews: 'Interviews',
  noInterviews: 'No interview with this respondent yet.',
  logInterview: 'Log an interview',
  change: 'Change these facts',
  save: 'Save',
  create: 'Add respondent',
  remove: 'Remove this respondent',
  newTitle: 'New respondent',
  newLead: 'Facts that analysis may see. Who it is comes at the end, and is kept apart.',
  identity: {
    show: 'Show name and contact',
    note: 'Name and contact are kept apart. That you look is recorded.',
    title: (reference: string) => `Who ${reference} is`,
    lead: 'That you looked is now in the project’s activity. Names are in no list, search or export.',
    apart: 'Name and contact',
    apartHint: 'Kept apart, shown on demand only, and never exported.',
    name: 'Name',
    contact: 'Contact',
    remark: 'Remark',
    back: (reference: string) => `Back to ${reference}`,
  },
  set: {
    choose: (reference: string) => `Choose ${reference}`,
    what: 'For those chosen, set',
    value: 'To',
    valueHint:
      'A known name or a new one; for a variable a value that fits. Nothing takes it away.',
    submit: 'Set',
  },
  mergeOpen: 'Merge with another…',
  splitOpen: 'Split into two…',
  aliases: (references: string) => `Merged with ${references}`,
  merge: {
    title: (reference: string) => `Merge another respondent into ${reference}`,
    lead: (reference: string) =>
      `For two respondents who turned out to be one. ${reference} stays; one undo makes them two again.`,
    with: 'Reference of the other',
    withHint: 'Such as R-12. It is merged into this one and is no more afterwards.',
    look: 'Look at the two',
    follow: (other: string, n: number, reference: string) =>
      `${n === 1 ? 'The interview' : `The ${n} interviews`} of ${other}, what they say in sources, memos, summaries and values follow to ${reference}.`,
    together: (interviews: string) =>
      `Both took part in ${interviews}; one of them does afterwards.`,
    remembered: (other: string, reference: string) =>
      `${other} is remembered: an import that names it finds ${reference}.`,
    differ: 'Where the two differ',
    noneDiffer: 'They say nothing different of themselves. What only one of them has is kept.',
    of: (value: string, reference: string) => `${value} (${reference})`,
    identity: 'Name and contact',
    identityOf: (reference: string) => `those of ${reference}`,
    submit: (other: string, reference: string) => `Merge ${other} into ${reference}`,
    another: 'Choose another',
  },
  split: {
    title: (reference: string) => `Split ${reference} into two`,
    lead: (reference: string) =>
      `For one respondent who turned out to be two. Some interviews go to a new one with the same facts; name, contact, memos and summaries stay with ${reference}.`,
    interviews: 'Interviews that go to the new respondent',
    reference: 'Reference of the new respondent',
    referenceHint: 'Left empty, the next free one.',
    aliases: (references: string) =>
      `Left empty, the next free one. ${references}, once merged into this one, may be given back.`,
    submit: 'Split',
    back: 'Leave it as it is',
    tooFew: 'There is nothing to divide',
    tooFewStep: 'Only a respondent with at least two interviews can be split.',
  },
  erase: {
    open: 'Erase this respondent for good…',
    title: (reference: string) => `Erase ${reference} for good`,
    lead: 'For someone who asks that nothing of theirs be kept. This cannot be undone, so read first what goes and what stays.',
    goes: 'What goes',
    goesFacts:
      'Name, contact and remark; role, organisation and the values of every variable; memos on this respondent and summaries of what they say.',
    goesNotes:
      'all notes, memos and what may be quoted; the place and the language, unless another interview has the same.',
    goesElsewhere: 'Other sources in which they speak:',
    goesTraces:
      'Earlier versions of all this in the record of changes, in the search index, in the database’s file and among the original files. Lists that wait to be imported are put away, since they may hold the name, and saved searches that ask for it go. Changes that would bring any of it back can no longer be undone.',
    stays: 'What stays',
    staysCounts: (reference: string) =>
      `That there was a respondent ${reference}, in which group and region, how many people; that the interviews were held, when, by whom, and which questions were asked. Tables go on counting them and say how many are erased.`,
    staysCodes:
      'The codebook. A code that was named in somebody’s words, a definition or an example may quote them: look through it.',
    staysElsewhere:
      'What others said or noted about them in other interviews, and memos on codes. Search for the name before you erase it here.',
    staysBackups:
      'Backups and exports made before. They hold everything: delete those you do not need.',
    fates: {
      goes: 'goes, with its codings, memos and the original file',
      'blacked out': 'what they say is blacked out; the original file goes',
      stays: 'stays, since nobody has said who speaks in it',
    },
    joint: 'Interviews with others',
    jointLead: (reference: string) =>
      `What others said is theirs. In these interviews you choose what happens to what they and ${reference} said together.`,
    jointWith: (interview: string, others: string) => `${interview}, with ${others}`,
    blackOut: (reference: string) => `Black out what ${reference} says`,
    blackOutHint:
      'In sources whose speakers are named, these turns become blocks, and codings within them go. In the notes the name and the words below are blacked out; the rest stays, since notes do not say whose words they are.',
    whole: 'Erase notes and sources whole',
    wholeHint: (others: string) => `What ${others} said in it is gone as well.`,
    words: 'Words to black out where others’ words stay',
    wordsHint:
      'One on each line: a nickname, a speaker’s label, an office. The name is blacked out anyway.',
    confirm: (reference: string) => `Type ${reference} to say that you mean it`,
    submit: (reference: string) => `Erase ${reference} for good`,
    back: 'Leave everything as it is',
    badge: 'erased',
    done: 'Erased on',
    doneRest:
      'What is left below is what counts rest on. Who erased it and when stands in the activity.',
    dryRun: (reference: string) =>
      `Nothing was erased. Add --confirm ${reference} to erase for good what is listed; nothing brings it back.`,
    incomplete:
      'Erased, but another program is using the database, so that its file is written anew only when Earmark starts the next time.',
  },
  classifications: {
    title: 'Groups, regions and variables',
    lead: 'What analysis may cut by. Every respondent has at most one group and one region; variables are the project’s own.',
    groups: 'Respondent groups',
    regions: 'Regions',
    variables: 'Variables',
    name: 'Name',
    used: (n: number) => (n === 1 ? '1 respondent' : `${n} respondents`),
    rename: 'Rename',
    change: 'Rename or remove',
    remove: 'Remove',
    add: { groups: 'Add group', regions: 'Add region', variables: 'Add variable' },
    newName: { groups: 'New group', regions: 'New region', variables: 'New variable' },
    renameOf: (name: string) => `New name for ${name}`,
    removeOf: (name: string) => `Remove ${name}`,
    none: {
      groups: 'No groups yet, for example “Workers”, “Employers”, “Governments”.',
      regions: 'No regions yet, for example “Africa”, “Asia and the Pacific”.',
      variables: 'No variables yet, for example “Years in post”.',
    },
    type: 'Kind of value',
    types: {
      text: 'text',
      number: 'number',
      date: 'date',
      boolean: 'yes or no',
      list: 'one of a list',
    },
    classesOf: (name: string) => `Classes of ${name} begin at`,
    classesHint: 'As in “5, 10, 20”. Tables then count by these; left empty, by equal classes.',
    saveClasses: 'Save classes',
    options: 'Labels of the list',
    optionsHint: 'One a line; only for “one of a list”.',
  },
  errors: {
    noSuchRespondent: () => 'There is no such respondent in this project.',
    noSuchName: () => 'This group, region or variable is no longer there.',
    bounds: ({ most }: { most: number }) =>
      `Write where each class begins: at most ${most} numbers with commas between them, as in 5, 10, 20.`,
    noSuchVariable: ({ name }: { name: string }) =>
      `There is no variable “${name}” in this project.`,
    headCount: () => 'Say how many people the group is: a whole number from 1 to 9999.',
    long: () => 'This is longer than 300 characters. Put the rest into a memo.',
    referenceLong: () => 'A reference has at most 40 characters.',
    referenceTaken: ({ reference }: { reference: string }) =>
      `There already is a respondent ${reference}. Choose another reference, or leave it empty for the next free one.`,
    nameEmpty: () => 'Give it a name.',
    nameTaken: ({ name }: { name: string }) => `There already is “${name}”.`,
    nameInUse: ({ name, n }: { name: string; n: number }) =>
      `“${name}” is in use for ${n === 1 ? '1 respondent' : `${n} respondents`}. Give them another first, or rename it.`,
    optionsEmpty: () => 'A list needs at least one label. Write one on each line.',
    value: ({
      name,
      text,
      type,
      options,
    }: {
      name: string;
      text: string;
      type: string;
      options: string;
    }) => {
      const wanted: Record<string, string> = {
        number: 'a number, such as 12 or 4.5',
        date: 'one date, such as 15 March 2013',
        boolean: 'yes or no',
        list: `one of: ${options}`,
      };
      return `“${text}” does not fit “${name}”, which takes ${wanted[type] ?? 'text'}.`;
    },
    hasInterviews: ({ reference, n }: { reference: string; n: number }) =>
      `${reference} is in ${n === 1 ? 'an interview' : `${n} interviews`} and cannot be removed. Take the respondent out of ${n === 1 ? 'it' : 'them'} first.`,
    noneChosen: () => 'Tick the respondents in the list above first. Nothing was changed.',
    mergeSelf: () => 'This is the same respondent. Name another one.',
    splitNone: () => 'Choose at least one interview that goes to the new respondent.',
    splitAll: () => 'At least one interview has to stay with this respondent. Nothing was changed.',
    referenceMerged: ({ reference, into }: { reference: string; into: string }) =>
      `${reference} was merged into ${into}, and imports go on finding it by that. Choose another reference.`,
    erased: ({ reference }: { reference: string }) =>
      `${reference} was erased for good; there is nothing left to change.`,
    confirm: ({ reference }: { reference: string }) =>
      `Type ${reference} exactly as it stands here. Nothing was erased.`,
    mayNotErase: () => 'Erasing for good is for the project’s lead.',
    noneReferenced: ({ reference }: { reference: string }) =>
      `There is no respondent ${reference} in this project.`,
    notTheirs: ({ interview, reference }: { interview: string; reference: string }) =>
      `${reference} has no interview ${interview}. Name interviews by their references, such as I-03.`,
    notJoint: ({ interview, reference }: { interview: string; reference: string }) =>
      `${reference} is in no interview ${interview} with others. Nothing was erased.`,
    mayNotSee: () =>
      'Names and contacts are for those who arrange interviews. Ask the project’s lead.',
  },
  changes: {
    'respondent.created': ({ reference }: { reference: string }) => `Respondent ${reference} added`,
    'respondent.changed': ({ reference }: { reference: string }) =>
      `Facts about ${reference} changed`,
    'respondents.set': ({ n, name }: { n: number; name: string }) =>
      `${name === 'group' || name === 'region' ? name[0]?.toUpperCase() + name.slice(1) : `“${name}”`} set for ${n === 1 ? '1 respondent' : `${n} respondents`}`,
    'respondents.merged': ({ reference, other }: { reference: string; other: string }) =>
      `Respondent ${other} merged into ${reference}`,
    'respondent.split': ({
      reference,
      other,
      n,
    }: {
      reference: string;
      other: string;
      n: number;
    }) =>
      `Respondent ${reference} split: ${n === 1 ? '1 interview goes' : `${n} interviews go`} to ${other}`,
    'respondent.erased': ({ reference }: { reference: string }) =>
      `Respondent ${reference} erased for good`,
    'respondent.removed': ({ reference }: { reference: string }) =>
      `Respondent ${reference} removed`,
    'identity.changed': ({ reference }: { reference: string }) =>
      `Name or contact of ${reference} changed`,
    'identity.viewed': ({ reference }: { reference: string }) =>
      `Name and contact of ${reference} looked at`,
    'group.added': ({ name }: { name: string }) => `Group “${name}” added`,
    'group.renamed': ({ before, name }: { before: string; name: string }) =>
      `Group “${before}” renamed to “${name}”`,
    'group.removed': ({ name }: { name: string }) => `Group “${name}” removed`,
    'region.added': ({ name }: { name: string }) => `Region “${name}” added`,
    'region.renamed': ({ before, name }: { before: string; name: string }) =>
      `Region “${before}” renamed to “${name}”`,
    'region.removed': ({ name }: { name: string }) => `Region “${name}” removed`,
    'variable.added': ({ name }: { name: string }) => `Variable “${name}” added`,
    'variable.renamed': ({ before, name }: { before: string; name: string }) =>
      `Variable “${before}” renamed to “${name}”`,
    'variable.classed': ({ name }: { name: string }) => `Classes of “${name}” changed`,
    'variable.removed': ({ name }: { name: string }) => `Variable “${name}” removed`,
  },
};
