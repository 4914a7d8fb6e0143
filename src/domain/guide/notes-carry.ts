/** Keeping passages of a text made of notes in place when the notes are made again. Code units of each text. */
import { carrier, type Carried } from '../text/carry.ts';
import { difference, type Change } from '../text/difference.ts';
import { reanchor } from '../text/reanchor.ts';
import type { Span } from '../text/span.ts';
import { notedSections, type NotedSection } from './notes-text.ts';

type Questions = readonly { id: number; number: string; text: string }[];

/**
 * Carries passages over to the notes as they are now: each is looked for under its own question, wherever that stands, and
 * words that moved within an answer are found where they were put. A passage that reaches over several questions goes by
 * what changed in the whole text.
 */
export function notesCarrier(
  before: string,
  after: string,
  questions: Questions,
): (passage: Span) => Carried {
  const [was, is] = [notedSections(before, questions), notedSections(after, questions)];
  const known = new Map<NotedSection, (passage: Span) => Carried>();
  const inSection = (section: NotedSection) => {
    const found = known.get(section) ?? sectionCarrier(before, section, after, is);
    known.set(section, found);
    return found;
  };
  let whole: ((passage: Span) => Carried) | null = null;
  return (passage) => {
    const section = was.find(({ start, end }) => start <= passage.start && passage.end <= end);
    if (section) return inSection(section)(passage);
    whole ??= carrier(before, after, difference(before, after));
    return whole(passage);
  };
}

function sectionCarrier(
  before: string,
  section: NotedSection,
  after: string,
  sections: readonly NotedSection[],
): (passage: Span) => Carried {
  const within = sections.find(({ questionId }) => questionId === section.questionId);
  if (!within) return () => ({ state: 'lost' });
  const [old, now] = [
    before.slice(section.start, section.end),
    after.slice(within.start, within.end),
  ];
  const changes = difference(old, now);
  const carry = carrier(old, now, changes);
  return (passage) => {
    const inside = moved(passage, -section.start);
    const carried = carry(inside);
    const found = carried.state === 'kept' ? null : movedTo(old, inside, now, changes);
    if (found) return { state: 'kept', span: moved(found, within.start) };
    if (carried.state === 'lost') return carried;
    return { state: carried.state, span: moved(carried.span, within.start) };
  };
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Where the very words were put: all of them are new there, so that no others like them stood in the place before. */
function movedTo(old: string, passage: Span, now: string, changes: readonly Change[]): Span | null {
  const place = reanchor(old, passage, now, { start: 0, end: now.length });
  if (place === null) return null;
  let [stayed, at] = ['', place.start];
  for (const { after } of changes) {
    if (after.end <= at || after.start >= place.end) continue;
    stayed += now.slice(at, Math.max(at, after.start));
    at = after.end;
  }
  stayed += now.slice(at, Math.max(at, place.end));
  return /[\p{L}\p{N}]/u.test(stayed) ? null : place;
}
