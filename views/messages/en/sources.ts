import { versions } from './versions.ts';

const number = (n: number): string => n.toLocaleString('en');
const counted = (n: number, one: string, many: string): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** What a file is that cannot be read, as it is said in the middle of a sentence. */
const WHAT: Record<string, string> = {
  pdf: 'a PDF under another name. Name it .pdf and add it again',
  rtf: 'Rich Text (RTF) under another name. Name it .rtf and add it again',
  html: 'a web page (HTML) under another name. If it is what you mean to add, name it .html',
  xml: 'XML, made for programs and not for reading. Save its text as .txt',
  office:
    'an Office file from before 2007, or one locked with a password. Open it in your word processor and save it as .docx without a password',
  picture: 'a picture. Type or recognise the words in it first, and add them as text',
  sound: 'a sound recording. Transcribe it first, and add the transcript',
  video: 'a video. Transcribe it first, and add the transcript',
  archive: 'an archive. Unpack it and add the files in it',
  program: 'a program, which is never opened here',
  database: 'a database, not a text',
  binary:
    'no text: it holds data that no text has. Open it in the program it comes from and save it as text',
};

type File = { name: string };
type Comments = { count: number; authors: string };
type Changes = { insertions: number; deletions: number; authors: string };

type Tally = { kept: number; changed: number; lost: number };
/** `: 12 codings kept, 1 to look at`; nothing when there are none, as in records of before. */
const codingsMoved = ({ kept = 0, changed = 0, lost = 0 }: Partial<Tally>): string =>
  kept + changed + lost === 0 ? '' : `: ${versions.tally({ kept, changed, lost })}`;

const byWhom = (authors: string): string => (authors === '' ? '' : ` by ${authors}`);
const changesOf = ({ insertions, deletions, authors }: Changes): string =>
  [
    insertions > 0 ? counted(insertions, 'insertion', 'insertions') : '',
    deletions > 0 ? counted(deletions, 'deletion', 'deletions') : '',
  ]
    .filter((part) => part !== '')
    .join(' and ') + byWhom(authors);

export const sources = {
  title: 'Sources',
  lead: 'Transcripts, notes and documents: every text that can be coded.',
  add: 'Add sources',
  kinds: { transcript: 'Transcript', notes: 'Notes', document: 'Document' },
  list: {
    caption: (shown: number, total: number) =>
      shown === total
        ? counted(total, 'source', 'sources')
        : `${number(shown)} of ${counted(total, 'source', 'sources')}`,
    label: 'Sources',
    name: 'Name',
    interview: 'Interview',
    kind: 'Kind',
    length: 'Characters',
    codings: 'Codings',
    version: 'Text',
    versionNote: 'same letters, same text',
    added: 'Added',
    actions: 'More',
    detailsOf: (name: string) => `Details of ${name}`,
    removeOf: (name: string) => `Delete ${name}`,
    details: 'Details',
    remove: 'Delete',
    noInterview: 'none',
    previous: 'Previous',
    next: 'Next',
    range: (from: number, to: number, total: number) =>
      `${number(from)} to ${number(to)} of ${number(total)}`,
    pages: 'Pages of sources',
  },
  filter: {
    label: 'Show only',
    name: 'Name contains',
    interview: 'Interview',
    anyInterview: 'Any',
    withoutInterview: 'Without an interview',
    kind: 'Kind',
    anyKind: 'Any',
    apply: 'Show',
    clear: 'Show all',
    nothing: 'No source is like that',
    nothingStep: 'Take something out of the choice above, or show all.',
  },
  empty: 'There is no text yet',
  emptyStep:
    'Add the transcript of an interview, your notes or a document: as files, or pasted. Then it can be read, searched and coded.',
  upload: {
    title: 'Add sources',
    lead: 'As files or as pasted text. The original file is kept as it is.',
    filesTitle: 'Files',
    files: 'Choose files',
    filesHint: (megabytes: number) =>
      `Plain text (.txt), Markdown (.md), Word (.docx), OpenDocument (.odt), rich text (.rtf), PDF with a text layer (.pdf), web pages (.html) or captions (.vtt, .srt), up to ${megabytes} MB each. Choose or drag in as many as you like.`,
    interview: 'Interview',
    interviewHint: 'When these are its transcript or notes.',
    noInterview: 'None',
    review: 'Comments and tracked changes in documents',
    tracked: 'Tracked changes',
    accepted: 'As accepted: the text as it reads with them',
    rejected: 'As rejected: the text before them',
    comments: 'Comments',
    commentsHint: 'You can decide on each document afterwards as well; the file is kept as it is.',
    leave: 'Leave them in the file',
    memos: 'Bring them in as memos, with the passages they are on',
    kind: 'Kind',
    foundKind: 'As found: a transcript when it has speakers',
    send: 'Add files',
    sending: 'Reading the files…',
    sentTitle: 'What was added',
    waiting: 'Waiting',
    progress: 'How much of it is sent',
    /** Said by the browser; `{name}` is where a value goes. */
    browser: {
      sending: 'Sending',
      reading: 'Reading',
      failed: 'Not sent: no answer came. Choose it again.',
      unsent: 'Not sent: the page was left. Choose it again.',
      tooLarge: 'Too large to send. Divide it into parts.',
      chosen: 'Files chosen: {files}. “Add files” sends them.',
      done: '{added} of {files} files added.',
    },
    pasteTitle: 'Pasted text',
    name: 'Name',
    nameHint: 'For example “I-07 transcript”.',
    text: 'Text',
    textHint: 'A blank line between paragraphs. A speaker’s name and a colon begin a turn.',
    paste: 'Add text',
  },
  results: {
    title: 'What was added',
    lead: (added: number, files: number) =>
      added === files
        ? `${counted(added, 'file', 'files')} added.`
        : `${number(added)} of ${counted(files, 'file', 'files')} added.`,
    added: 'Added',
    twin: 'Already here',
    refused: 'Not added',
    size: (characters: number, segments: number) =>
      `${counted(characters, 'character', 'characters')} in ${counted(segments, 'segment', 'segments')}`,
    twinOf: 'This project has the same text as',
    again: 'Add it a second time',
    undo: 'Undo',
    open: 'Open',
    details: 'Details',
    more: 'Add more',
    toList: 'All sources',
    otherEncoding: 'Choose another encoding',
    review: 'See the comments and tracked changes, and choose',
  },
  details: {
    back: 'Sources',
    open: 'Read and code',
    form: 'Name and kind',
    name: 'Name',
    kind: 'Kind',
    interview: 'Interview',
    noInterview: 'None',
    language: 'Language',
    languageHint: 'As you write it in your register, for example “fr” or “French”.',
    save: 'Save',
    facts: 'About this text',
    characters: 'Characters',
    segments: 'Segments',
    codings: 'Codings',
    added: 'Added',
    version: 'Version of the text',
    hash: 'Text’s mark',
    hashNote: 'Two people whose texts have the same mark read the same words.',
    original: 'Original file',
    originalHash: 'Original’s SHA-256',
    bytes: (n: number) =>
      n < 10_000 ? counted(n, 'byte', 'bytes') : `${number(Math.round(n / 1000))} kB`,
    pasted: 'Pasted; there is no file.',
    download: 'Download the original',
    encoding: 'Encoding',
    changeEncoding: 'The letters look wrong?',
    wrapped: 'Lines',
    isWrapped: 'Broken by hand in the original; shown as flowing text.',
    remove: 'Delete this source',
    removeNote: 'Its codings and memos go with it. You can undo it.',
    structure: 'Speakers and questions',
    structureLead: (speakers: number) =>
      speakers === 0
        ? 'No speakers were found in this text.'
        : `${counted(speakers, 'speaker', 'speakers')} in this text.`,
    structureLink: 'See and correct them',
  },
  encoding: {
    title: 'Read the letters anew',
    lead: (name: string) =>
      `How the doubtful passages of “${name}” read in each encoding: those with the letters marked on which encodings differ. Choose the one that looks right.`,
    choose: 'Encoding',
    now: 'as it is read now',
    save: 'Read it so',
    coded: (n: number) =>
      `${counted(n, 'coding stands', 'codings stand')} in this text. Each goes with its words; those whose letters change are listed to be looked at.`,
    back: 'Details',
  },
  review: {
    title: 'Comments and tracked changes',
    lead: (name: string) =>
      `What people left in the file of “${name}” while they worked on it. None of it is mixed into the text; choose how it is taken.`,
    empty: 'There are none',
    emptyStep: 'This document has no comments and no tracked changes.',
    changes: (c: Changes) => `Tracked changes: ${changesOf(c)}`,
    more: (n: number) => `And ${counted(n, 'more', 'more')}.`,
    tracked: 'Take the changes as',
    accepted: 'Accepted: the text as it reads with them',
    rejected: 'Rejected: the text before them',
    now: 'As the text reads now.',
    fate: (codings: string) => `What becomes of the codings: ${codings}.`,
    keep: 'Leave the text as it is now',
    keepHint: 'It was corrected since; the other choices bring back what the file says.',
    comments: (n: number, authors: string) =>
      `${counted(n, 'comment', 'comments')}${authors === '' ? '' : ` by ${authors}`}`,
    take: 'Take the comments',
    memos: 'As memos on this text',
    memosHint:
      'Each with the passage it is on, who wrote it and when. Those that are memos already are not added again.',
    leave: 'Not at all: they stay in the file',
    save: 'Take them so',
    back: 'Details',
  },
  memos: {
    title: 'Memos on this text',
    lead: (name: string, n: number) =>
      `${counted(n, 'memo', 'memos')} on “${name}” itself. Memos on codings stand with their codings.`,
    by: (author: string) => `Brought in by ${author},`,
    open: 'Open in the text',
    remove: 'Delete memo',
    empty: 'There is no memo on this text',
    emptyStep:
      'Comments of a document become memos here, when you take them so under “Comments and tracked changes”.',
    pages: 'Pages of memos',
    page: (from: number, to: number, total: number) =>
      `${number(from)} to ${number(to)} of ${number(total)}`,
    previous: 'Previous',
    next: 'Next',
  },
  notices: {
    commentsLeft: ({ count, authors }: Comments) =>
      `${counted(count, 'comment', 'comments')}${byWhom(authors)} ${count === 1 ? 'is' : 'are'} left in the file.`,
    commentsTaken: ({ count, authors }: Comments) =>
      `${counted(count, 'comment', 'comments')}${byWhom(authors)} ${count === 1 ? 'is a memo' : 'are memos'} on the source now.`,
    changesAccepted: (c: Changes) => `Tracked changes, taken as accepted: ${changesOf(c)}.`,
    changesRejected: (c: Changes) => `Tracked changes, taken as rejected: ${changesOf(c)}.`,
    encodingAssumed: ({ encoding }: { encoding: string }) =>
      `The file does not say how its letters are stored; ${encoding} was assumed. If letters look wrong, choose another.`,
    damaged: ({ count, encoding }: { count: number; encoding: string }) =>
      `${counted(count, 'place does', 'places do')} not fit ${encoding} and ${count === 1 ? 'shows' : 'show'} as “\uFFFD”.`,
    captions: ({ cues, turns }: { cues: number; turns: number }) =>
      `${counted(cues, 'caption was', 'captions were')} joined into ${counted(turns, 'turn', 'turns')}; the time of each turn’s beginning stands before it.`,
    left_pictures: ({ count }: { count: number }) =>
      `${counted(count, 'picture was', 'pictures were')} left out.`,
    left_margins: () => 'Headers, footers and page numbers were left out.',
    left_hyphens: ({ count }: { count: number }) =>
      `${counted(count, 'word', 'words')} divided at the end of a line ${count === 1 ? 'was' : 'were'} put together.`,
    left_turned: ({ count }: { count: number }) =>
      `${counted(count, 'piece', 'pieces')} of text set upwards or aslant ${count === 1 ? 'was' : 'were'} left out.`,
    left_unreadable: ({ count }: { count: number }) =>
      `${counted(count, 'letter', 'letters')} of which the PDF does not say what ${count === 1 ? 'it is shows' : 'they are show'} as “\uFFFD”.`,
  } as Record<string, (params: never) => string>,
  errors: {
    notFound: () => 'There is no such source in this project.',
    withdrawn: ({ interview }: { interview: string }) =>
      `The consent for ${interview} was withdrawn: its text and its file are not given out.`,
    noNotes: () =>
      'There are no notes in this interview yet, so there is nothing to make a source of.',
    nameEmpty: () => 'A source needs a name.',
    nameLong: () => 'This name is longer than 200 characters. Shorten it.',
    nameTaken: ({ name }: { name: string }) =>
      `Another source is called “${name}”. Choose another name, so that imports find the right one.`,
    noText: () => 'There is no text here. Paste or type it.',
    textLong: () => 'This is more than 20 million characters. Divide it into parts.',
    noInterview: () => 'There is no such interview in this project.',
    noInterviewNamed: ({ reference }: { reference: string }) =>
      `There is no interview ${reference} in this project. “earmark interviews export” lists those there are.`,
    noneNamed: ({ name }: File) => `There is no source “${name}” in this project.`,
    noKind: ({ kind }: { kind: string }) =>
      `“${kind}” is no kind of source. Kinds are transcript, notes and document.`,
    ambiguous: ({ name }: File) => `Several sources are called “${name}”. Use the number instead.`,
    noSpeaker: () => 'This speaker is no longer in the text. Reload the page.',
    noRespondent: () => 'There is no such respondent in this project.',
    noOriginal: () =>
      'The original file is not in the data folder, or is no longer what was kept there. Restore it from a backup.',
    noEncoding: () => 'This source was no text file, so there is no encoding to choose.',
    noReview: () =>
      'This source was no Word or OpenDocument file, so there are no comments or tracked changes to choose about.',
    noTracked: ({ value }: { value: string }) =>
      `--tracked takes accepted or rejected, and not “${value}”.`,
    noComments: ({ value }: { value: string }) =>
      `--comments takes leave or memos, and not “${value}”.`,
    noMemo: () => 'There is no such memo on this text any more.',
    noFiles: () => 'No file was chosen. Choose one or more.',
    tooManyFiles: ({ most }: { most: number }) =>
      `At most ${most} files at once. Add the rest afterwards.`,
    fileTooLarge: ({ name, megabytes }: File & { megabytes: number }) =>
      `${name} is larger than ${megabytes} MB. Divide it into parts.`,
    emptyFile: ({ name }: File) =>
      `${name} is empty. Perhaps it was still being saved; add it again.`,
    noWords: ({ name }: File) =>
      `${name} holds no words. If it is a scan, recognise its text first.`,
    notReadable: ({ name, kind }: File & { kind: string }) =>
      `${name} is ${WHAT[kind] ?? WHAT['binary']}.`,
    notYet: ({ name, extension }: File & { extension: string }) =>
      `${name}: Earmark does not read .${extension} yet. Save it as .docx or .txt.`,
    zipAsText: ({ name }: File) =>
      `${name} is named as a text but holds a Word document or an archive. If it is from Word, name it .docx and add it again.`,
    textAsDocx: ({ name }: File) =>
      `${name} is named as a Word document but holds plain text. Name it .txt and add it again.`,
    html_slow: ({ name }: File) =>
      `“${name}” is a web page too large or too deeply nested to read. Copy its text and save it as .txt or .docx.`,
    document_otherKind: ({ name }: File) =>
      `${name} is an archive, but no document that can be read. If it holds one, unpack it first.`,
    document_macros: ({ name }: File) =>
      `${name} holds macros, which are programs. Save it in Word as .docx without macros.`,
    document_slow: ({ name }: File) =>
      `${name} took more time or memory than a document should. Save its text as .txt and add that.`,
    document_broken: ({ name }: File) =>
      `${name} is damaged, so that its text cannot be read. Open it in the program it comes from, save it anew and add that.`,
    document_bomb: ({ name }: File) =>
      `${name} would unpack to far more than a document holds, so it was not opened.`,
    document_unsafe: ({ name }: File) =>
      `${name} holds something that no word processor writes (names outside of its folder, or entities), so it was not opened.`,
    document_noText: ({ name }: File) =>
      `${name}: this PDF has no text layer; its pages are pictures. Have its text recognised first (OCR, which most scanners and PDF programs offer) and add the PDF that comes out, or paste its text.`,
    document_locked: ({ name }: File) =>
      `${name} is locked with a password. Save it without one and add that.`,
  },
  changes: {
    'source.added': ({ name }: File) => `Source “${name}” added`,
    'source.fromNotes': ({ name }: File) => `Notes made into the source “${name}”`,
    'source.changed': ({ name }: File) => `Details of “${name}” changed`,
    'source.removed': ({ name, codings }: File & { codings: number }) =>
      codings === 0
        ? `Source “${name}” deleted`
        : `Source “${name}” deleted, with ${counted(codings, 'coding', 'codings')}`,
    'source.reread': ({ name, encoding, ...rest }: File & { encoding: string } & Partial<Tally>) =>
      `“${name}” read anew as ${encoding}${codingsMoved(rest)}`,
    'source.reviewed': ({ name, comments, ...rest }: File & { comments: number } & Tally) =>
      `Comments and tracked changes of “${name}” taken otherwise${comments === 0 ? '' : `: ${counted(comments, 'memo', 'memos')}`}${codingsMoved(rest)}`,
    'source.memoRemoved': ({ name }: File) => `Memo on “${name}” deleted`,
  },
  terminal: {
    twin: ({ name }: File) =>
      `the project has this file already, as “${name}”; nothing was added (--again adds it a second time)`,
    skipped: (sentence: string) => `skipped: ${sentence}`,
  },
};
