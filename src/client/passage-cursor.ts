/**
 * The stop in front of the text where a screen reader leaves its keys to Earmark. To it, it is a slider: its value is where
 * the passage is, told as the passage's words and codes. All screen readers tell a value when it changes and let single keys
 * through to a slider; an element with the role `application` Orca passes over in silence (decision 6).
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
    this.nothing = this.element?.ariaValueText ?? '';
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
    if (!this.element) return;
    // The middle changes with either end; what does not change is not told.
    this.element.ariaValueNow = String((start + end) / 2);
    this.element.ariaValueText = told;
  }

  clear(): void {
    if (this.element) this.element.ariaValueText = this.nothing;
  }
}
