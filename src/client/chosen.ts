/** The coding at hand: the one that memo, uncode and resize act on. Codings are read from the stripes on the page. */
import type { Span } from '../domain/text/span.ts';
import { overlaps } from '../domain/text/span.ts';
import { segmentsIn, type PageSegment } from './selection.ts';

export interface PageCoding extends Span {
  id: number;
  codeId: number;
  coderId: number;
  initials: string;
  forReport: boolean;
}

/** The codings on a passage, in the order of the margin; those that the filter leaves out are out of reach too. */
export function codingsOn(segments: readonly PageSegment[], span: Span): PageCoding[] {
  const found = new Map<number, PageCoding>();
  for (const { element } of segments)
    for (const stripe of element.querySelectorAll<HTMLElement>('[data-stripe]:not([hidden])')) {
      const coding = codingOf(stripe);
      if (overlaps(coding, span)) found.set(coding.id, coding);
    }
  return [...found.values()];
}

export function codingOf(stripe: HTMLElement): PageCoding {
  const [start = 0, end = 0] = (stripe.dataset['span'] ?? '').split('-').map(Number);
  return {
    id: Number(stripe.dataset['stripe']),
    codeId: Number(stripe.dataset['codeId']),
    coderId: Number(stripe.dataset['coderId']),
    initials: stripe.querySelector('.stripe-coder')?.textContent ?? '',
    forReport: stripe.hasAttribute('data-report'),
    start,
    end,
  };
}

/**
 * The coding that a key means when none was chosen: of one's own, the one of exactly this passage that was made last,
 * else the shortest around it, else the shortest it touches.
 */
export function codingMeant(
  codings: readonly PageCoding[],
  span: Span,
  me: number,
): PageCoding | null {
  const rank = (coding: PageCoding): number => {
    if (coding.start === span.start && coding.end === span.end) return 0;
    return coding.start <= span.start && coding.end >= span.end ? 1 : 2;
  };
  const mine = codings.filter(({ coderId }) => coderId === me);
  const [meant] = [...mine].sort(
    (a, b) => rank(a) - rank(b) || a.end - a.start - (b.end - b.start) || b.id - a.id,
  );
  return meant ?? null;
}

/** The chosen coding of a page. What it is, is read from the page each time: it may have been resized or taken off. */
export class Chosen {
  private id: number | null = null;
  /** What shows it now. */
  private shown: readonly Element[] = [];

  constructor(
    private readonly transcript: HTMLElement,
    private readonly segments: readonly PageSegment[],
    private readonly changed: () => void,
  ) {}

  get coding(): PageCoding | null {
    return this.id === null ? null : codingOnPage(this.transcript, this.id);
  }

  choose(id: number | null): void {
    this.id = id;
    this.repaint();
    this.changed();
  }

  /** The one after it among these; the first when none of them is chosen. */
  nextOf(codings: readonly PageCoding[]): PageCoding | null {
    const at = codings.findIndex(({ id }) => id === this.id);
    return codings[(at + 1) % Math.max(1, codings.length)] ?? null;
  }

  /** Shows it wherever it is painted; to be called again when segments were replaced. */
  repaint(): void {
    for (const part of this.shown) mark(part, false);
    const { coding } = this;
    if (coding === null) return void (this.shown = []);
    const parts = `mark[data-c~="${coding.id}"], [data-stripe="${coding.id}"]`;
    this.shown = segmentsIn(this.segments, coding).flatMap(({ element }) => [
      ...element.querySelectorAll(parts),
    ]);
    for (const part of this.shown) mark(part, true);
  }
}

/** The name of the chosen coding is the one that Tab reaches in the margin. */
function mark(part: Element, isChosen: boolean): void {
  part.classList.toggle('is-focused', isChosen);
  const label = part.querySelector<HTMLElement>('.stripe-label');
  if (label) label.tabIndex = isChosen ? 0 : -1;
}

export function codingOnPage(transcript: HTMLElement, id: number): PageCoding | null {
  const shown = '[data-stripe]:not([hidden])';
  const begins = transcript.ownerDocument.getElementById(`coding-${id}`);
  const stripe = begins?.matches(shown)
    ? begins
    : transcript.querySelector<HTMLElement>(`[data-stripe="${id}"]:not([hidden])`);
  return stripe && codingOf(stripe);
}
