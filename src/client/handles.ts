/** Drag handles at both ends of the chosen coding. By key it is `[` and `]`; these are for the mouse and the finger. */
import type { Span } from '../domain/text/span.ts';
import type { Bench } from './bench.ts';
import type { PageSegment } from './selection.ts';
import { offsetAtPoint, rangeOfSpan, tidySpan } from './selection.ts';

type Side = 'start' | 'end';

export function tendHandles(bench: Bench, segments: readonly PageSegment[]): { place(): void } {
  const { document, transcript, passage, chosen } = bench.parts;
  const box = document.getElementById('handles');
  const handles = new Map<Side, HTMLElement>();
  for (const side of ['start', 'end'] as const) {
    const handle = document.createElement('span');
    handle.className = `handle handle-${side}`;
    handle.hidden = true;
    box?.append(handle);
    handles.set(side, handle);
    handle.addEventListener('pointerdown', (event) => drag(event, side));
  }

  const place = (span: Span | null = chosen.coding): void => {
    const range = span && rangeOfSpan(segments, span);
    const origin = transcript.getBoundingClientRect();
    const rects = range ? [...range.getClientRects()] : [];
    for (const [side, handle] of handles) {
      const rect = side === 'start' ? rects[0] : rects.at(-1);
      handle.hidden = !rect;
      if (!rect) continue;
      handle.style.left = `${(side === 'start' ? rect.left : rect.right) - origin.left}px`;
      handle.style.top = `${rect.top - origin.top}px`;
      handle.style.height = `${rect.height}px`;
    }
  };

  const drag = (down: PointerEvent, side: Side): void => {
    const coding = chosen.coding;
    const handle = handles.get(side);
    if (!coding || !handle) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    // The handle follows the pointer; what is asked for is the text below it.
    handle.classList.add('is-dragged');
    let to: Span = { start: coding.start, end: coding.end };
    const moved = (event: PointerEvent): void => {
      const offset = offsetAtPoint(segments, document, event.clientX, event.clientY);
      if (offset === null) return;
      const next = tidySpan(segments, { ...to, [side]: offset });
      if (!next) return;
      to = next;
      passage.take(to, { scroll: false });
      place(to);
    };
    const ended = (event: PointerEvent): void => {
      handle.removeEventListener('pointermove', moved);
      handle.classList.remove('is-dragged');
      if (event.type === 'pointerup' && (to.start !== coding.start || to.end !== coding.end))
        bench.resize(coding, to);
      else place();
    };
    handle.addEventListener('pointermove', moved);
    handle.addEventListener('pointerup', ended, { once: true });
    handle.addEventListener('pointercancel', ended, { once: true });
  };

  let frame = 0;
  // Once a frame and just before it, when the page is laid out anyway: several parts of one answer ask for it.
  const soon = (): void => {
    if (frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0;
        place();
      });
  };
  new ResizeObserver(soon).observe(transcript);
  return { place: soon };
}
