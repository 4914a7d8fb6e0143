/** Dragging with the pointer: a code onto words, and selected words onto a code. What a drop would code is shown all along. */
import { contains, type Span } from '../domain/text/span.ts';
import type { Bench } from './bench.ts';
import { codingOnPage } from './chosen.ts';
import { codeLabel } from './codes.ts';
import { segmentAt, unitsIn } from './cursor.ts';
import { offsetAtPoint, rangeOfSpan, type PageSegment } from './selection.ts';

/** A row of the codebook whose code can be applied. */
const ROW = '[data-code][data-codable]';

export function listenToDrags(bench: Bench, segments: readonly PageSegment[]): void {
  const { document, transcript, passage } = bench.parts;
  const cue = typeof Highlight === 'undefined' ? null : new Highlight();
  if (cue) CSS.highlights.set('drop', cue);
  let dragged: { code: number } | 'words' | null = null;

  document.addEventListener('dragstart', (event) => {
    const target = elementOf(event.target);
    const row = target?.closest('.code-name')?.closest<HTMLElement>(ROW);
    if (row) {
      dragged = { code: Number(row.dataset['code']) };
      // Dropped anywhere else, it is the code's name and not its address.
      event.dataTransfer?.clearData();
      event.dataTransfer?.setData('text/plain', codeLabel(document, dragged.code));
    } else if (target && transcript.contains(target)) dragged = passage.span && 'words';
  });
  document.addEventListener('dragover', (event) => {
    if (dragged === null) return;
    const aim = aimOf(event);
    show(aim);
    if (aim) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const aim = dragged && aimOf(event);
    if (!aim) return;
    event.preventDefault();
    if (aim.span !== passage.span) passage.take(aim.span, { scroll: false });
    bench.apply(aim.code);
  });
  document.addEventListener('dragend', () => {
    dragged = null;
    show(null);
  });

  interface Aim {
    code: number;
    span: Span;
    row: Element | null;
  }

  /** What a drop here would do; null where it would do nothing. */
  const aimOf = (event: DragEvent): Aim | null => {
    const target = elementOf(event.target);
    if (dragged === 'words') {
      const row = target?.closest<HTMLElement>(ROW) ?? null;
      const { span } = passage;
      return row && span && { code: Number(row.dataset['code']), span, row };
    }
    const offset = offsetAtPoint(segments, document, event.clientX, event.clientY);
    const span = offset === null ? null : spanAt(offset, target);
    return dragged && span && { code: dragged.code, span, row: null };
  };

  /** The marked passage when the pointer is over it, else the coding there, else the sentence. */
  const spanAt = (offset: number, target: Element | null): Span | null => {
    const at = { start: offset, end: offset };
    if (passage.span && contains(passage.span, at)) return passage.span;
    const ids = target?.closest<HTMLElement>('mark[data-c]')?.dataset['c']?.split(' ') ?? [];
    const coding = codingOnPage(transcript, Number(ids.at(-1) ?? 0));
    if (coding) return { start: coding.start, end: coding.end };
    const segment = segments[segmentAt(segments, offset)];
    const sentences = segment ? unitsIn(segment, 'sentence') : [];
    return sentences.find((sentence) => contains(sentence, at)) ?? null;
  };

  const show = (aim: Aim | null): void => {
    cue?.clear();
    const range = aim && aim.row === null ? rangeOfSpan(segments, aim.span) : null;
    if (range) cue?.add(range);
    for (const row of document.querySelectorAll('.code-row.is-drop'))
      if (row !== aim?.row) row.classList.remove('is-drop');
    aim?.row?.classList.add('is-drop');
  };
}

const elementOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
