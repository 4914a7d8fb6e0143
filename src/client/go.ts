/** To the next or the previous coding, uncoded turn, question or text. At the end it says so, and stays. */
import type { Destination, GoAct } from '../domain/workbench/keymap.ts';
import type { Span } from '../domain/text/span.ts';
import { trimSpan } from '../domain/text/span.ts';
import { codeLabel } from './codes.ts';
import type { Bench } from './bench.ts';
import type { Find } from './find.ts';
import { codingsOn, type PageCoding } from './chosen.ts';
import { segmentAt, type Way } from './cursor.ts';
import { onScreen } from './onscreen.ts';
import type { PageSegment } from './selection.ts';

const UNCODABLE = '.turn-question, .turn-heading, .turn-empty, .is-quiet';
const SHOWN = '[data-stripe]:not([hidden])';

export type Go = (act: GoAct) => void;

/** Where the reader is: the passage at hand, else the top of the screen. Code units. */
export const placeOf = (
  { parts: { passage } }: Bench,
  pane: HTMLElement,
  segments: readonly PageSegment[],
): number => passage.span?.start ?? segments[onScreen(pane, segments).first]?.start ?? 0;

export function createGo(
  bench: Bench,
  pane: HTMLElement,
  segments: readonly PageSegment[],
  find: Find,
): Go {
  const { document, transcript, passage, chosen, words, say, tell } = bench.parts;

  const here = (): number => placeOf(bench, pane, segments);

  const walk = <R>(way: Way, look: (segment: PageSegment) => R | null): R | null => {
    const from = Math.min(segmentAt(segments, here()), segments.length - 1);
    for (let at = from; at >= 0 && at < segments.length; at += way) {
      const segment = segments[at];
      const found = segment ? look(segment) : null;
      if (found !== null) return found;
    }
    return null;
  };

  const coding = (way: Way): boolean => {
    const from = chosen.coding ?? { start: here(), end: Infinity, id: 0 };
    const found = walk(way, (segment) => {
      const begun = codingsOn([segment], { start: segment.start, end: segment.end })
        .filter((one) => way * inOrder(one, from) > 0 && beginsIn(transcript, one, segment))
        .sort((a, b) => way * inOrder(a, b));
      return begun[0] ?? null;
    });
    if (!found) return false;
    passage.take(found);
    chosen.choose(found.id);
    const { codeId, initials } = found;
    say(
      words('atCoding', {
        code: codeLabel(document, codeId),
        coder: initials,
        text: passage.text,
      }),
    );
    return true;
  };

  const turn = (way: Way, wanted: (segment: PageSegment) => boolean): boolean => {
    const at = here();
    const found = walk(way, (segment) =>
      (way === 1 ? segment.start > at : segment.end <= at) && wanted(segment) ? segment : null,
    );
    if (!found) return false;
    chosen.choose(null);
    const { start, text } = found;
    const inside = trimSpan(text, { start: 0, end: text.length });
    passage.take({ start: start + inside.start, end: start + inside.end });
    return true;
  };

  const isUncoded = ({ element }: PageSegment): boolean =>
    !element.matches(UNCODABLE) && element.querySelector(SHOWN) === null;

  const isQuestion = questionsOf(transcript);

  const source = (way: Way): boolean => {
    const link = document.querySelector<HTMLAnchorElement>(
      way === 1 ? '#source-after' : '#source-before',
    );
    if (!link) return false;
    // The words searched for go along.
    const to = new URL(link.href);
    const found = new URLSearchParams(document.location.search).get('find');
    if (found !== null) to.searchParams.set('find', found);
    document.location.assign(to.href);
    return true;
  };

  const ways: Record<Destination, (way: Way) => boolean> = {
    coding,
    uncoded: (way) => turn(way, isUncoded),
    question: (way) => turn(way, isQuestion),
    hit: (way) => {
      chosen.choose(null);
      return find.go(way);
    },
    source,
  };

  return (act) => {
    const [to, which] = act.split('.') as [Destination, 'after' | 'before'];
    if (!ways[to](which === 'after' ? 1 : -1)) tell(words(`no.${act}`));
  };
}

/** As in the margin: what starts earlier first, of those the longer. */
function inOrder(a: Span & { id: number }, b: Span & { id: number }): number {
  return a.start - b.start || b.end - a.end || a.id - b.id || 0;
}

/** Whether the segment is the first one that shows the coding. */
function beginsIn(transcript: HTMLElement, { id }: PageCoding, { element }: PageSegment): boolean {
  const first = transcript.querySelector(`[data-stripe="${id}"]:not([hidden])`);
  return first !== null && element.contains(first);
}

/** A question begins where its number does; in a text that knows no numbers, where the interviewer speaks. */
function questionsOf(transcript: HTMLElement): (segment: PageSegment) => boolean {
  if (!transcript.querySelector('[data-question]'))
    return ({ element }) => element.matches('.turn-question');
  return ({ element }) => {
    const { question } = element.dataset;
    // The first of a block follows the last of the block before.
    const before =
      element.previousElementSibling ??
      element.parentElement?.previousElementSibling?.lastElementChild;
    const above = before instanceof HTMLElement ? before.dataset['question'] : undefined;
    return question !== undefined && question !== above;
  };
}

/** The buttons above the text: what to go to is chosen once, and remembered in this browser. */
export function tendGo(document: Document, storage: Storage, go: Go): void {
  const select = document.querySelector<HTMLSelectElement>('#go-to');
  if (!select) return;
  const kept = storage.getItem(KEPT);
  if (kept !== null && [...select.options].some(({ value }) => value === kept)) select.value = kept;
  select.addEventListener('change', () => storage.setItem(KEPT, select.value));
  for (const button of document.querySelectorAll<HTMLElement>('[data-go]')) {
    // Pressing it must not take the selection away before it acts.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => go(`${select.value}.${button.dataset['go']}` as GoAct));
  }
}

const KEPT = 'earmark.go';
