const number = (n: number): string => n.toLocaleString('en');
const counted = (n: number, one: string, many: string): string =>
  `${number(n)} ${n === 1 ? one : many}`;
const codingsOf = (n: number): string => counted(n, 'coding', 'codings');

type Named = { name: string };
type Tally = { kept: number; changed: number; lost: number };

/** “12 codings kept, 1 changed, 1 lost”; only what there is. */
const tally = ({ kept, changed, lost }: Tally): string => {
  const parts = [
    kept > 0 ? `${codingsOf(kept)} kept` : '',
    changed > 0 ? `${kept > 0 ? number(changed) : codingsOf(changed)} to look at` : '',
    lost > 0 ? `${kept + changed > 0 ? number(lost) : codingsOf(lost)} lost` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no codings' : parts.join(', ');
};

/** Texts and their versions: correcting, replacing and redacting them, and codings that wait for a look. */
/** Names in a sentence, the first few of many. */
const named = (names: readonly string[]): string =>
  names
    .slice(0, 20)
    .map((name) => `“${name}”`)
    .join(', ') + (names.length > 20 ? ` and ${names.length - 20} more` : '');

export const versions = {
  tally,
  section: {
    title: 'Keep the text true',
    lead: 'Codings stay on their words when the text changes.',
    correct: 'Correct a passage',
    correctNote: 'A word heard wrong, a line left out.',
    replace: 'Replace the whole text',
    replaceNote: 'With a better transcript; a preview shows what becomes of each coding.',
    redact: 'Redact names',
    redactNote: 'Takes words out for good, older versions and the original file included.',
    versions: 'Versions of the text',
    versionsNote: (n: number) => counted(n, 'version', 'versions'),
    look: 'Codings to look at',
    lookNote: (n: number) =>
      n === 0 ? 'None: every coding reads what was coded.' : `${number(n)} waiting`,
    review: 'Comments and tracked changes',
    reviewNote: 'What people left in the file while they worked on it.',
    memos: 'Memos on this text',
    memosNote: (n: number) => counted(n, 'memo', 'memos'),
  },
  waiting: (n: number) => `${number(n)} to look at`,
  waitingHint: (n: number) =>
    `${codingsOf(n)} ${n === 1 ? 'waits' : 'wait'} for a look, because the text was changed`,
  hashHint: 'Two people who see the same seven letters read the same version of the text.',
  correct: {
    title: 'Correct the text',
    choose: 'Choose the passage to correct. In the workbench, E corrects the one you are at.',
    chooseAt: (name: string, speaker: string) =>
      speaker === '' ? `Correct this passage of ${name}` : `Correct what ${speaker} says here`,
    change: 'Correct',
    lead: (name: string) =>
      `A passage of “${name}”. Codings stay on their words; one whose own words you change is marked for a look.`,
    where: 'The words around it',
    words: 'The words as they should be',
    wordsHint: 'A blank line begins a new paragraph.',
    save: 'Save the correction',
    back: 'Back to the text',
    staleTitle: 'Someone changed this text since you opened it',
    stale: 'Nothing was saved. What stands there now is shown first; your words are still below.',
    gone: 'The passage you were correcting is no longer in the text. Your words are below; open the passage again where they belong.',
    now: 'As it stands now',
    pages: 'Passages',
    page: (from: number, to: number, total: number) =>
      `Passages ${number(from)} to ${number(to)} of ${number(total)}`,
    previous: 'Previous',
    next: 'Next',
    empty: 'This text has no passages.',
  },
  look: {
    title: 'Codings to look at',
    lead: 'Their words changed or went when a text was corrected. Nothing was taken off: say of each what is right.',
    leadOf: (name: string) =>
      `Their words changed or went when “${name}” was corrected. Nothing was taken off: say of each what is right.`,
    filter: 'Which codings',
    all: 'All',
    states: { changed: 'Changed', lost: 'Lost' },
    stateNotes: {
      changed: 'Stands on words that are not the ones that were coded.',
      lost: 'The words it stood on are gone. It is in no count.',
    },
    was: 'What was coded',
    now: 'What stands there now',
    nowLost: 'Nowhere in the text',
    by: (coder: string) => `coded by ${coder}`,
    memo: 'Memo',
    confirm: 'It is right so',
    confirmOf: (code: string) => `“${code}” is right so`,
    confirmAll: (n: number) =>
      n === 1 ? 'The changed one is right so' : `All ${number(n)} changed ones are right so`,
    open: 'Open in the text',
    openOf: (code: string) => `Open “${code}” in the text`,
    remove: 'Take off',
    removeOf: (code: string) => `Take “${code}” off`,
    place: 'Place again',
    placeOf: (code: string) => `Place “${code}” again`,
    empty: 'Nothing waits for a look',
    emptyStep:
      'When a correction changes words that are coded, the codings are listed here with the old words beside the new.',
    pages: 'Pages of codings to look at',
    page: (from: number, to: number, total: number) =>
      `${number(from)} to ${number(to)} of ${number(total)}`,
    previous: 'Previous',
    next: 'Next',
  },
  place: {
    title: (code: string) => `Place “${code}” again`,
    lead: 'Copy the words it belongs on from the text as it is now, or change the old ones to them.',
    words: 'The words it belongs on',
    wordsHint: 'Exactly as they stand in the text; line breaks do not matter.',
    find: 'Place it there',
    several: (n: number) =>
      `These words stand in the text ${number(n)} times. Choose the place that is meant.`,
    choose: 'Place',
    chosen: 'Place it at the chosen one',
    text: 'Open the text',
  },
  replace: {
    title: 'Replace the whole text',
    lead: (name: string) =>
      `Put a better transcript in the place of “${name}”. Each coding goes where its words stand now; one change, which Undo takes back.`,
    file: 'The new file',
    otherFile: 'Another file instead',
    waiting: (name: string) =>
      `“${name}” was previewed and is kept for it: “Replace the text” takes exactly this file.`,
    fileHint: 'Any file that sources are read from. It is kept as the original.',
    text: 'Or the new text',
    textHint: 'Pasted whole. A file chosen here comes first.',
    preview: 'Preview',
    submit: 'Replace the text',
    foreseen: 'What would become of the codings',
    foreseenLead: (counts: Tally) => `${tally(counts)}. Nothing has been changed yet.`,
    states: {
      lost: (n: number) => `${codingsOf(n)} would be lost: kept in a list, in no count`,
      changed: (n: number) => `${codingsOf(n)} would be listed to be looked at`,
      kept: (n: number) => `${codingsOf(n)} would stay on the same words`,
    },
    more: (n: number) => `And ${counted(n, 'more', 'more')}.`,
  },
  redact: {
    title: 'Redact names',
    lead: (name: string) =>
      `Take names, and whatever else gives somebody away, out of “${name}”. You choose; nothing is found or taken out by itself.`,
    identities: 'Names of this project’s people that stand in the text',
    identitiesNote: 'From the identities, which only some roles may see.',
    capitalised: 'Words with a capital letter',
    capitalisedNote:
      'Names are among them, and much else. Names in small letters, nicknames and places may be missing.',
    none: 'None stand in this text.',
    times: (n: number) => (n === 1 ? 'once' : `${number(n)} times`),
    more: 'Other words',
    moreHint: 'One on each line: nicknames, villages, employers.',
    as: 'In their place',
    asHint: 'You can give each word its own in the preview.',
    anyCase: 'Also where their capitals differ',
    anyCaseHint: 'Otherwise as written here, and in capitals throughout.',
    preview: 'Preview',
    previewTitle: 'What will be redacted',
    previewLead: (places: number, words: number) =>
      `${counted(places, 'place', 'places')} with ${counted(words, 'word or name', 'words and names')}. Nothing has been done yet.`,
    asOf: (words: string) => `In place of “${words}”`,
    again: 'Preview again',
    places: 'Each place',
    morePlaces: (n: number) => `And ${counted(n, 'more place', 'more places')}.`,
    older: (version: number, n: number) =>
      `Version ${number(version)}: ${counted(n, 'place', 'places')}`,
    done: 'What is done, for good',
    doneTexts: 'The words are taken out of this text and of every older version of it.',
    doneTraces:
      'They are taken out of the record of changes, the search index and the database’s file.',
    doneOriginal: (file: string) =>
      `The original file “${file}” is deleted, since the words stand in it. If you must keep it, download it first and keep it elsewhere.`,
    doneShared: (file: string, names: readonly string[], elsewhere: number) =>
      `The original file “${file}” stays with the words in it, since ${[
        ...names.map((name) => `“${name}”`),
        ...(elsewhere > 0 ? [`${elsewhere} in other projects`] : []),
      ].join(', ')} came from the same file. Redact or remove what came from it there as well.`,
    doneName: (name: string) => `The source will be called “${name}”.`,
    doneCodings: (n: number) =>
      n === 0
        ? 'Every coding keeps its words.'
        : `${codingsOf(n)} ${n === 1 ? 'covers' : 'cover'} redacted words; ${n === 1 ? 'it stays and is' : 'they stay and are'} listed to be looked at.`,
    doneMemos: (n: number) =>
      `They are taken out of ${counted(n, 'memo', 'memos')} on this text and its codings as well.`,
    doneSummaries: (n: number) =>
      `They are taken out of ${counted(n, 'summary', 'summaries')} of those who speak in it, in the framework grid, as well.`,
    doneSearches: (names: readonly string[]) =>
      `${counted(names.length, 'saved search or kept view', 'saved searches and kept views')} that ${names.length === 1 ? 'asks' : 'ask'} for them ${names.length === 1 ? 'goes' : 'go'} as well: ${names.map((name) => `“${name}”`).join(', ')}. Saved searches that were removed before can no longer be brought back.`,
    stayRules: (names: readonly string[]) =>
      `The rules of the codebook stay as they are. Words of it stand in ${names.length === 1 ? 'that' : 'those'} of ${named(names)}: change ${names.length === 1 ? 'it' : 'them'} if they tell who somebody is.`,
    stayPastRules: (names: readonly string[]) =>
      `The history of the codebook stays too. An earlier rule of ${named(names)} held words of it.`,
    doneUndo:
      'It cannot be undone, and neither can changes that held the words. Backups made before still hold them.',
    doneElsewhere:
      'Other texts, their memos, notes and what the register says are not touched. Search for the words and redact them there.',
    dryRun: (mark: string) =>
      `Nothing was done. --confirm ${mark} takes these words out for good; nothing brings them back.`,
    confirm: 'Yes, take these words out for good',
    submit: 'Redact for good',
    back: 'Back to the text',
  },
  list: {
    title: 'Versions of the text',
    lead: (name: string) =>
      `“${name}” as it was at each time. Codings stand in the newest; the others are kept as they were.`,
    table: 'Versions',
    version: 'Version',
    how: 'How it came about',
    kinds: {
      'source.added': 'Added',
      'source.fromNotes': 'Made from notes',
      'source.reread': 'Read anew in another encoding',
      'source.reviewed': 'Tracked changes taken otherwise',
      'source.corrected': 'Corrected',
      'source.replaced': 'Replaced by another text',
      'source.redacted': 'Names redacted, here and in all before',
    } as Record<string, string>,
    unknown: 'Not recorded',
    by: 'By',
    when: 'When',
    characters: 'Characters',
    hash: 'Mark',
    now: 'current',
    what: 'What changed',
    whatOf: (version: number) => `What changed in version ${number(version)}`,
    compare: (version: number) => `What changed in version ${number(version)}`,
    compareLead: (name: string, n: number) =>
      n === 0
        ? `Version of “${name}” whose words are those of the one before.`
        : `${counted(n, 'place', 'places')} of “${name}” ${n === 1 ? 'reads' : 'read'} differently from the version before.`,
    more: (n: number) => `And ${counted(n, 'more place', 'more places')}.`,
    before: 'Before',
    after: 'After',
    nothing: 'nothing',
    first: 'The first version: there is none before it.',
  },
  errors: {
    textChanged: () =>
      'The text was changed since you opened this page, so nothing was done. What stands there now is shown; look whether your words still fit, and save again.',
    noPassage: () =>
      'This is no passage of the text as it is now. Open the text and choose the passage again.',
    noVersion: () => 'This text has no such version; it may have been undone.',
    notToLook: () => 'Nothing of this waits for a look any more. Reload the list.',
    noLost: () => 'This coding is no longer among the lost ones. Reload the list.',
    placeTaken: ({ code }: { code: string }) =>
      `This coder has coded exactly those words as “${code}” already. Take the lost one off, or choose other words.`,
    wordsNowhere: () =>
      'These words stand nowhere in the text as it is now. Open the text and copy them from there.',
    wordsEmpty: () => 'Write the words that it belongs on.',
    replaceNothing: () => 'Choose the new file, or paste the new text.',
    redactNone: () => 'Choose a name, or write the words that are to go.',
    redactNothing: () =>
      'None of these words stand in the text. Look at how they are written there.',
    redactEmpty: () => 'Say in one line what is to stand in the place of each, such as [name].',
    redactSame: ({ words }: { words: string }) =>
      `What is to stand in the place of “${words}” holds one of the words that are to go. Choose something else, such as [name].`,
    redactSpeakers: ({ label }: { label: string }) =>
      `Two speakers would both be called “${label}”, so that nobody could tell them apart. Give each name its own, such as [name 1] and [name 2].`,
    redactConfirm: () => 'Nothing was done. Read what is done for good, and say yes below it.',
    redactMark: ({ mark }: { mark: string }) =>
      `--confirm takes the mark of the text as it is now, ${mark}. Nothing was done; look at the places once more without --confirm.`,
    redactList: ({ file }: { file: string }) =>
      `${file} is no text. Write one word or name on each line, and after a tab what is to stand in its place.`,
    waitingGone: () =>
      'The file that was previewed is no longer kept: it waits a day, and less when words are erased. Choose it again.',
    mayNotRedact: () => 'Only the lead of a project redacts, since nothing brings the words back.',
    codedBefore: () =>
      'The text was changed since this was coded, so that undoing would put it on other words. Nothing was undone; code the passage anew.',
  },
  changes: {
    'source.corrected': ({ name, ...rest }: Named & Tally) => `“${name}” corrected: ${tally(rest)}`,
    'source.replaced': ({ name, ...rest }: Named & Tally) =>
      `Text of “${name}” replaced: ${tally(rest)}`,
    'source.redacted': ({ name, places, changed }: Named & { places: number; changed: number }) =>
      `“${name}” redacted at ${counted(places, 'place', 'places')}${changed === 0 ? '' : `, ${codingsOf(changed)} to look at`}`,
    'coding.looked': ({ name, codings }: Named & { codings: number }) =>
      `${codingsOf(codings)} in “${name}” looked at and right`,
    'coding.lostRemoved': ({ name, code }: Named & { code: string }) =>
      `Lost coding “${code}” taken off ${name}`,
    'coding.placedAgain': ({ name, code }: Named & { code: string }) =>
      `“${code}” placed again in ${name}`,
  },
};
