/**
 * Words searched for in the text: marked where they are on the screen, counted, gone through by key and button. They are
 * painted as a CSS highlight, so that the text stays as it is and offsets with it. The search stands in the address (`?find=`).
 */
import { formOf } from '../domain/search/terms.ts';
import { contextOf } from '../domain/text/context.ts';
import type { Span } from '../domain/text/span.ts';
import { segmentAt, type Way } from './cursor.ts';
import { Hits } from './hits.ts';
import type { OnScreen } from './onscreen.ts';
import type { Passage } from './passage.ts';
import { rangeOfSpan, type PageSegment } from './selection.ts';
import type { Words } from './words.ts';

/** What is typed is looked for when the keys rest. Milliseconds. */
const REST = 200;
/** Segments around the screen whose hits are painted, and hits painted at most. */
const AROUND = 4;
const MOST = 1000;
/** Code units read out on both sides of a hit. */
const CONTEXT = 60;

export interface Find {
  /** Goes to the next place, or the one before. @returns false when there is none */
  go(way: Way): boolean;
  /** Goes to the first place, when words are searched for. */
  begin(): void;
  open(): void;
  /** @returns false when nothing was being searched for */
  close(): boolean;
  here(now: OnScreen): void;
  /** To be called when segments were replaced. */
  repaint(): void;
  /** Resolves when what the address asks for is found. */
  ready: Promise<void>;
}

interface Parts {
  document: Document;
  segments: readonly PageSegment[];
  passage: Passage;
  words: Words;
  say: (sentence: string) => void;
  tell: (sentence: string) => void;
  /** The codes on the passage, in a sentence. */
  codes: () => string;
  /** Where the reader is, code units. */
  at: () => number;
  /** There are other hits now. */
  found: (hits: readonly Span[]) => void;
}

export function tendFind(parts: Parts): Find {
  const { document, segments, passage, words, say, tell } = parts;
  const bar = document.querySelector<HTMLFormElement>('#find');
  const field = bar?.querySelector('input');
  const count = document.getElementById('find-count');
  if (!bar || !field || !count) return NOTHING;
  const address = new URLSearchParams(location.search);
  const form = formOf({ case: address.has('case'), accents: address.has('accents') });
  const text = new Hits(segments, form);
  const painted = typeof Highlight === 'undefined' ? null : new Highlight();
  if (painted) {
    // The marked passage stays in sight above it.
    painted.priority = -1;
    CSS.highlights.set('search-hit', painted);
  }
  let hits: readonly Span[] = [];
  let screen: OnScreen = { first: 0, last: 0 };
  let timer = 0;
  let before: HTMLElement | null = null;

  const paint = (): void => {
    painted?.clear();
    const from = segments[Math.max(0, screen.first - AROUND)]?.start ?? 0;
    const to = segments[Math.min(segments.length - 1, screen.last + AROUND)]?.end ?? 0;
    for (const hit of hits.filter(({ start, end }) => end > from && start < to).slice(0, MOST)) {
      const range = rangeOfSpan(segments, hit);
      if (range) painted?.add(range);
    }
  };

  const search = async (): Promise<void> => {
    window.clearTimeout(timer);
    const typed = field.value.trim();
    const found = await text.find(typed);
    if (found === null) return;
    hits = found;
    const sentence =
      typed === '' ? '' : words(COUNTS[hits.length] ?? 'hits', { count: hits.length });
    count.textContent = sentence;
    keepInAddress(typed);
    paint();
    parts.found(hits);
    if (sentence !== '' && document.activeElement === field) say(sentence);
  };

  const go = (way: Way): boolean => {
    if (hits.length === 0) {
      if (field.value.trim() === '') {
        tell(words('findFirst'));
        return true;
      }
      return false;
    }
    const { span } = passage;
    const isAt = (hit: Span): boolean => hit.start === span?.start && hit.end === span.end;
    const from = parts.at();
    const at =
      way === 1
        ? hits.findIndex((hit) => hit.start >= from && !isAt(hit))
        : hits.findLastIndex(({ start }) => start < from);
    const hit = hits[at];
    if (!hit) return false;
    take(hit);
    const place = { at: at + 1, count: hits.length };
    count.textContent = words('hitAt', place);
    const segment = segments[segmentAt(segments, hit.start)];
    const speaker = segment?.element.querySelector('.turn-speaker')?.textContent;
    say(
      words('atHit', {
        ...place,
        speaker: speaker ? `${speaker}: ` : '',
        text: segment ? around(segment, hit) : '',
        codes: parts.codes(),
      }),
    );
    return true;
  };

  /** Marking a passage takes the caret out of the field, where someone may go on typing. */
  const take = (hit: Span): void => {
    const isTyping = document.activeElement === field;
    const caret = field.selectionStart;
    passage.take(hit);
    if (isTyping) field.setSelectionRange(caret, caret);
  };

  const step = (way: Way): void => {
    if (!go(way)) tell(words(way === 1 ? 'no.hit.after' : 'no.hit.before'));
  };
  /** Back to the text, with what was found still marked. */
  const leave = (): void => {
    if (before?.isConnected === true && before !== document.body) before.focus();
    else field.blur();
  };
  const close = (): boolean => {
    if (bar.hidden) return false;
    if (bar.contains(document.activeElement)) leave();
    bar.hidden = true;
    field.value = '';
    void search();
    return true;
  };

  field.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void search(), REST);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      // What was typed just now is looked for first.
      void search().then(() => step(event.shiftKey ? -1 : 1));
    } else if (event.key === 'Escape') {
      if (field.value === '') close();
      else leave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  bar.addEventListener('submit', (event) => event.preventDefault());
  bar.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-find]');
    const act = button && button.getAttribute('data-find');
    if (act === 'close') close();
    else if (act) step(act === 'after' ? 1 : -1);
  });

  return {
    begin() {
      if (hits.length > 0) go(1);
    },
    go,
    close,
    open() {
      const { activeElement } = document;
      before = activeElement instanceof HTMLElement ? activeElement : null;
      bar.hidden = false;
      field.focus();
      field.select();
    },
    here(now) {
      screen = now;
      paint();
    },
    repaint: paint,
    ready: field.value === '' ? Promise.resolve() : search(),
  };
}

const NOTHING: Find = {
  go: () => false,
  close: () => false,
  begin: () => undefined,
  open: () => undefined,
  here: () => undefined,
  repaint: () => undefined,
  ready: Promise.resolve(),
};

/** Where a number needs another sentence than "3 places". */
const COUNTS: Record<number, string> = { 0: 'hitsNone', 1: 'hitsOne' };

function keepInAddress(typed: string): void {
  const to = new URL(location.href);
  if (typed === '') to.searchParams.delete('find');
  else to.searchParams.set('find', typed);
  if (to.href !== location.href) history.replaceState(history.state, '', to);
}

/** The hit with some words on both sides. */
function around({ start, text }: PageSegment, hit: Span): string {
  const inside = { start: hit.start - start, end: hit.end - start };
  const { before, match, after } = contextOf(text, inside, CONTEXT, CONTEXT);
  return `${before}${match}${after}`.trim();
}
