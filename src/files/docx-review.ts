/**
 * What people left in a Word document while they worked on it: comments and tracked changes. Mammoth takes every change as
 * accepted and forgets where comments stand, so its parts are rewritten before it reads them.
 */
import { SaxesParser } from 'saxes';
import { COMMENT_END, COMMENT_START, type Tracked } from './review.ts';

/** Parts that hold text of the document, and with it changes and comments. */
export const TEXT_PART = /^word\/(?:document|footnotes|endnotes)\.xml$/u;

const OPPOSITE: Readonly<Record<string, string>> = {
  ins: 'del',
  del: 'ins',
  moveTo: 'moveFrom',
  moveFrom: 'moveTo',
};

/**
 * A part as mammoth is to read it: changes the other way round when they are rejected; the ends of a comment's passage as
 * bookmarks, which it hands on; the number of a paragraph's list in its alignment, which it hands on too.
 */
export function rewritten(xml: string, tracked: Tracked): string {
  const chosen =
    tracked === 'accepted'
      ? xml
      : xml
          .replace(
            /(<\/?w:)(ins|del|moveTo|moveFrom)(?=[\s/>])/gu,
            (_tag, open: string, name: string) => open + (OPPOSITE[name] ?? name),
          )
          .replace(/(<\/?w:)delText(?=[\s/>])/gu, '$1t');
  return chosen
    .replace(/<w:commentRange(Start|End)\s[^>]*?w:id="(\d{1,9})"[^>]*>/gu, bookmarkFor)
    .replace(/<\/w:commentRange(?:Start|End)>/gu, '')
    .replace(
      /<w:numPr>(?:(?!<\/w:numPr>)[^])*?<w:numId\s+w:val="(\d{1,9})"[^]*?<\/w:numPr>/gu,
      (whole, list: string) => `${whole}<w:jc w:val="${list}"/>`,
    );
}

const bookmarkFor = (_tag: string, end: string, id: string): string =>
  `<w:bookmarkStart w:name="${end === 'Start' ? COMMENT_START : COMMENT_END}${id}"/>`;

export interface TrackedFacts {
  insertions: number;
  deletions: number;
  /** Who made them, as the document says. */
  authors: string[];
}

const KINDS: Readonly<Record<string, 'insertions' | 'deletions'>> = {
  'w:ins': 'insertions',
  'w:moveTo': 'insertions',
  'w:del': 'deletions',
  'w:moveFrom': 'deletions',
};

/** Counts changes of words; pieces of one change that Word keeps apart, with no other words between them, are one. */
export function trackedIn(xml: string): TrackedFacts {
  const facts = { insertions: 0, deletions: 0, authors: new Set<string>() };
  const open: { kind: 'insertions' | 'deletions'; author: string }[] = [];
  let last = '';
  const parser = new SaxesParser();
  const sees = (): void => {
    const change = open.at(-1);
    const key = change === undefined ? '' : `${change.kind} ${change.author}`;
    if (change !== undefined && key !== last) {
      facts[change.kind] += 1;
      if (change.author !== '') facts.authors.add(change.author);
    }
    last = key;
  };
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const kind = KINDS[name];
    if (kind !== undefined && !isSelfClosing)
      open.push({ kind, author: (attributes['w:author'] ?? '').trim() });
    if (name === 'w:t' || name === 'w:delText') sees();
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (KINDS[name] !== undefined && !isSelfClosing) open.pop();
  });
  parser.write(xml).close();
  return { ...facts, authors: [...facts.authors] };
}

/** The day of each comment, by its number; Word writes the time without a zone, as it was where it was written. */
export function commentDays(xml: string): Map<string, string> {
  const days = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<w:comment\s[^>]*>/gu)) {
    const id = /\sw:id="(\d{1,9})"/u.exec(tag)?.[1];
    const day = /\sw:date="(\d{4}-\d\d-\d\d)/u.exec(tag)?.[1];
    if (id !== undefined && day !== undefined) days.set(id, day);
  }
  return days;
}
