/**
 * A passage is underlined in its code's colour from the moment it is coded, before the server has answered; without a
 * connection until it is back. The answer then paints what is stored, or says why nothing was, and the line is taken off.
 */
import type { Span } from '../domain/text/span.ts';
import type { PageSegment } from './selection.ts';
import { rangeOfSpan, segmentsIn } from './selection.ts';

interface Line {
  span: Span;
  /** A value of CSS. */
  colour: string;
}

export class Underway {
  private readonly highlight = typeof Highlight === 'undefined' ? null : new Highlight();
  private readonly lines = new Set<Line>();

  constructor(private readonly segments: readonly PageSegment[]) {
    if (this.highlight) CSS.highlights.set('underway', this.highlight);
  }

  /** @param answered settles when the answer is on the page */
  show(line: Line, answered: Promise<void>): void {
    this.lines.add(line);
    this.draw(line);
    void answered.finally(() => {
      this.lines.delete(line);
      this.repaint();
    });
  }

  /** To be called when segments were replaced. */
  repaint(): void {
    this.highlight?.clear();
    for (const line of this.lines) this.draw(line);
  }

  private draw({ span, colour }: Line): void {
    const range = rangeOfSpan(this.segments, span);
    if (!range) return;
    // The turns alone are given the colour: given to the whole text, it would be reckoned for every word of it.
    for (const { words } of segmentsIn(this.segments, span))
      words.style.setProperty('--underway', colour);
    this.highlight?.add(range);
  }
}
