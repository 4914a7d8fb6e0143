/** Which segments are on the screen. Found by halving, so that looking costs the same in a short and in a long text. */
import type { PageSegment } from './selection.ts';

export interface OnScreen {
  /** Places in the list of segments, the last one included. */
  first: number;
  last: number;
}

interface Block {
  element: Element;
  /** Place of its first segment in the list of segments. */
  from: number;
}

/** Segments are swapped inside their blocks; the blocks stay as long as the page. */
const blocksIn = new WeakMap<HTMLElement, readonly Block[]>();

function blocksOf(pane: HTMLElement): readonly Block[] {
  const known = blocksIn.get(pane);
  if (known) return known;
  let from = 0;
  const blocks = [...pane.querySelectorAll('.turns')].map((element) => {
    const block = { element, from };
    from += element.childElementCount;
    return block;
  });
  blocksIn.set(pane, blocks);
  return blocks;
}

/** As it is now. Asks blocks first: a segment that is asked where it is has to be laid out, however far away. */
export function onScreen(pane: HTMLElement, segments: readonly PageSegment[]): OnScreen {
  const { top, bottom } = pane.getBoundingClientRect();
  const endsBelow = (element: Element | undefined): boolean =>
    (element?.getBoundingClientRect().bottom ?? 0) > top + 1;
  const blocks = blocksOf(pane);
  const at = halved(0, blocks.length - 1, (n) => endsBelow(blocks[n]?.element));
  const from = blocks[at]?.from ?? 0;
  const to = blocks[at + 1]?.from ?? segments.length;
  const first = halved(from, to - 1, (n) => endsBelow(segments[n]?.element));
  let last = first;
  while (
    last + 1 < segments.length &&
    (segments[last + 1]?.element.getBoundingClientRect().top ?? Infinity) < bottom
  )
    last += 1;
  return { first, last };
}

/** The first number from `low` to `high` for which it holds, when it holds for all after it; else `high`. */
function halved(low: number, high: number, holds: (n: number) => boolean): number {
  let [from, to] = [low, Math.max(low, high)];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
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
