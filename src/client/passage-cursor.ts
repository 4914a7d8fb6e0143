/**
 * The stop in front of the text where a screen reader leaves its keys to Earmark. To it, it is a slider: its value is where
 * the passage is, told as the passage's words and codes. A slider's value is told when it changes, and single keys go through
 * to it; an element with the role `application`, as it was before, Orca passes over in silence (decision 6).
 */
import type { Span } from '../domain/text/span.ts';

export class PassageCursor {
  private readonly element: HTMLElement | null;
  /** What is told while there is no passage. */
  private readonly nothing: string;

  /** @param text words of the passage, for the clipboard: while keys go here nothing is selected that could be copied */
  constructor(
    private readonly document: Document,
    text: () => string,
  ) {
    this.element = document.getElementById('passage-cursor');
    this.nothing = this.element?.getAttribute('aria-valuetext') ?? '';
    document.addEventListener('copy', (event) => {
      if (!this.hasFocus || text() === '') return;
      event.clipboardData?.setData('text/plain', text());
      event.preventDefault();
    });
  }

  get hasFocus(): boolean {
    return this.element !== null && this.document.activeElement === this.element;
  }

  /** @param told words and codes of the passage */
  set({ start, end }: Span, told: string): void {
    // The middle changes with either end; what does not change is not told.
    this.element?.setAttribute('aria-valuenow', String((start + end) / 2));
    this.element?.setAttribute('aria-valuetext', told);
  }

  clear(): void {
    this.element?.setAttribute('aria-valuetext', this.nothing);
  }
}
