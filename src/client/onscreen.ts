/** Which segments are on the screen. Found by halving, so that looking costs the same in a short and in a long text. */
import type { PageSegment } from './selection.ts';

export interface OnScreen {
  /** Places in the list of segments, the last one included. */
  first: number;
  last: number;
}

/** As it is now. */
export function onScreen(pane: HTMLElement, segments: readonly PageSegment[]): OnScreen {
  const { top, bottom } = pane.getBoundingClientRect();
  let low = 0;
  let high = Math.max(0, segments.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.element.getBoundingClientRect().bottom ?? 0) > top + 1) high = middle;
    else low = middle + 1;
  }
  const first = low;
  let last = first;
  while (
    last + 1 < segments.length &&
    (segments[last + 1]?.element.getBoundingClientRect().top ?? Infinity) < bottom
  )
    last += 1;
  return { first, last };
}

/** Scrolling is looked at once a frame at most, and not while it goes too fast to read. Milliseconds. */
const REST = 80;

/** @param seen called when other segments may be on the screen; @returns a look at once */
export function watchScreen(
  pane: HTMLElement,
  segments: readonly PageSegment[],
  seen: (now: OnScreen) => void,
): () => void {
  let timer = 0;
  const look = (): void => {
    timer = 0;
    if (segments.length > 0) seen(onScreen(pane, segments));
  };
  const soon = (): void => {
    if (timer === 0) timer = window.setTimeout(() => requestAnimationFrame(look), REST);
  };
  pane.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(pane);
  return soon;
}
