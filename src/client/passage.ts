/**
 * The passage at hand, however it came about: selected with the mouse, moved by key, or named in the address.
 * It is painted as the highlight `passage` and stays so while the focus is elsewhere (the picker, a memo).
 */
import type { Span } from '../domain/text/span.ts';
import type { Unit } from '../domain/workbench/keymap.ts';
import type { Cursor, Way } from './cursor.ts';
import { cursorOn, extend, move, passageOf, resize } from './cursor.ts';
import { onScreen } from './onscreen.ts';
import type { PageSegment } from './selection.ts';
import { rangeOfSpan, segmentsIn, spanOfSelection } from './selection.ts';

export interface PassageOptions {
  pane: HTMLElement;
  transcript: HTMLElement;
  segments: readonly PageSegment[];
  /** Whether blank space at the ends of a selection is left out. */
  trims(): boolean;
  /** Whether the passage is also selected; a screen reader follows a selection away from where its keys go. */
  selects(): boolean;
  /** Called when the passage has become another one; `by` says how. */
  changed(): void;
}

export class Passage {
  /** How the passage came about. */
  by: 'key' | 'mouse' | 'program' = 'program';
  private cursor: Cursor | null = null;
  /** What this selected itself. A coding may begin in a label, where nobody can select: its passage stays as it is. */
  private selected: StaticRange | null = null;
  private readonly highlight = typeof Highlight === 'undefined' ? null : new Highlight();

  constructor(private readonly options: PassageOptions) {
    if (this.highlight) CSS.highlights.set('passage', this.highlight);
    const { ownerDocument } = options.transcript;
    ownerDocument.addEventListener('selectionchange', () => this.readSelection());
  }

  get span(): Span | null {
    return this.cursor && passageOf(this.cursor);
  }

  get range(): Range | null {
    return this.span && rangeOfSpan(this.options.segments, this.span);
  }

  /** Where its last line is in the window. */
  get lastLine(): DOMRect | null {
    const rects = this.range?.getClientRects();
    return rects?.[rects.length - 1] ?? null;
  }

  /** The words of the passage as they stand in the source, labels of speakers left out. */
  get text(): string {
    const { span } = this;
    if (!span) return '';
    return this.segments
      .map(({ start, text }) => text.slice(Math.max(0, span.start - start), span.end - start))
      .join('\n');
  }

  /** The segments that the passage touches. */
  get segments(): PageSegment[] {
    const { span } = this;
    return span ? segmentsIn(this.options.segments, span) : [];
  }

  /** Takes a passage that was not selected by hand: from the address, from a coding. */
  take(span: Span | null, { scroll = true }: { scroll?: boolean } = {}): void {
    this.cursor = span && cursorOn(span);
    this.show('program', scroll);
  }

  step(unit: Unit, by: Way, extending: boolean): void {
    const { segments } = this.options;
    const cursor = this.cursor ?? cursorOn(this.firstOnScreen());
    this.cursor = (extending ? extend : move)(segments, cursor, unit, by);
    this.show('key');
  }

  resize(side: 'start' | 'end', by: Way): void {
    const { span } = this;
    if (!span) return;
    this.cursor = cursorOn(resize(this.options.segments, span, side, by));
    this.show('key');
  }

  /** Paints it again, after something else was painted or the focus went elsewhere. */
  repaint(): void {
    this.highlight?.clear();
    const { range } = this;
    if (range) this.highlight?.add(range);
  }

  /**
   * Runs around a swap. Replacing segments moves the ends of a selection in them to between the new ones, where it
   * would mean whole turns; so what is selected is read before, and selected again after.
   * @returns what to do when the new segments stand
   */
  keepThrough(): () => void {
    this.readSelection();
    const selection = this.options.transcript.ownerDocument.getSelection();
    const isHere = this.options.transcript.contains(selection?.anchorNode ?? null);
    return () => {
      this.repaint();
      const { range } = this;
      if (range && isHere) this.select(range);
    };
  }

  private show(by: 'key' | 'program', scroll = true): void {
    this.by = by;
    this.repaint();
    const { range } = this;
    const selection = this.options.transcript.ownerDocument.getSelection();
    if (range) {
      if (scroll) this.scrollTo(range);
      this.select(range);
    } else if (by === 'program') selection?.removeAllRanges();
    this.options.changed();
  }

  private select({ startContainer, startOffset, endContainer, endOffset }: Range): void {
    if (!this.options.selects()) return this.unselect();
    this.selected = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    this.options.transcript.ownerDocument
      .getSelection()
      ?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }

  /** What is selected in the text would be taken for the passage. */
  private unselect(): void {
    const { transcript } = this.options;
    const selection = transcript.ownerDocument.getSelection();
    this.selected = null;
    if (transcript.contains(selection?.anchorNode ?? null)) selection?.removeAllRanges();
  }

  /**
   * Takes what is selected by hand as the passage. A caret set among the words lets the passage go; one that stands
   * elsewhere says nothing, since a swap leaves it wherever the replaced words were.
   */
  readSelection(): void {
    const { transcript, segments } = this.options;
    const selection = transcript.ownerDocument.getSelection();
    const anchor = selection?.anchorNode;
    if (!selection || !anchor || !transcript.contains(anchor)) return;
    if (selection.isCollapsed && !parentOf(anchor)?.closest('[data-text]')) return;
    if (this.selected && isSame(selection.getRangeAt(0), this.selected)) return;
    const span = spanOfSelection(segments, selection, this.options.trims());
    const { span: before } = this;
    if (span?.start === before?.start && span?.end === before?.end) return;
    this.cursor = span && cursorOn(span);
    this.by = 'mouse';
    this.repaint();
    this.options.changed();
  }

  /** An empty place at the first words on the screen: where keys begin when nothing is marked. */
  private firstOnScreen(): Span {
    const { pane, segments } = this.options;
    const start = segments[onScreen(pane, segments).first]?.start ?? 0;
    return { start, end: start };
  }

  /** Brings the passage's moving end into the pane, only when it is outside. */
  private scrollTo(range: Range): void {
    const { pane } = this.options;
    const atEnd = this.cursor !== null && this.cursor.edge >= this.cursor.anchor.end;
    // Segments off the screen are not laid out until they come near it, so the second look may differ.
    for (let look = 0; look < 2; look++) {
      const box = range.getBoundingClientRect();
      const view = pane.getBoundingClientRect();
      const margin = Math.min(80, view.height / 4);
      const fits = box.height < view.height - 2 * margin;
      const top = fits || !atEnd ? box.top : box.bottom - margin;
      const bottom = fits || atEnd ? box.bottom : box.top + margin;
      if (top < view.top + margin) pane.scrollTop -= view.top + margin - top;
      else if (bottom > view.bottom - margin) pane.scrollTop += bottom - (view.bottom - margin);
      else return;
    }
  }
}

const parentOf = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;

const isSame = (a: AbstractRange, b: AbstractRange): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;
