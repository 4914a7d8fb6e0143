/**
 * Puts the margin stripes beside the lines they cover. The server writes them as a list in each segment
 * (`[data-stripes]` of `[data-stripe]` with the coding's id); here only the segments on or near the screen are
 * measured, and CSS places what these custom properties say: `--top`, `--height`, `--lane` and `--label-top` on a
 * stripe, `--lanes` on the list; a list that was measured has `data-placed`, a label without room `data-folded`.
 */
import type { Extent } from '../domain/workbench/lanes.ts';
import { lanesOf, placeLabels } from '../domain/workbench/lanes.ts';

export interface StripesOptions {
  /** The pane that scrolls. */
  root: HTMLElement;
  /** Height of a label in px. */
  line: number;
  /** How many are hidden in the "+3": the words for it. */
  more: (count: number) => string;
}

export interface Stripes {
  /** To be called with the segments that replaced others. */
  refresh(turns: readonly HTMLElement[]): void;
  /** To be called when other stripes are shown than before. */
  repaint(): void;
}

/** How far beyond the screen segments are measured, so that scrolling meets stripes in place. */
const MARGIN = '600px 0px';

export function watchStripes({ root, line, more }: StripesOptions): Stripes {
  const due = new Set<Element>();
  /** On the screen or near it. */
  const atHand = new Set<Element>();
  const nearBlocks = new Set<Element | null>();
  let frame = 0;
  const schedule = (segments: Iterable<Element>): void => {
    for (const segment of segments) due.add(segment);
    if (due.size > 0 && frame === 0) frame = requestAnimationFrame(measureDue);
  };
  const measureDue = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    const segments = [...due].filter((segment) => segment.isConnected);
    due.clear();
    // All reading before all writing: the page is laid out once however many segments came into view.
    const measured = segments.map((segment) => measure(segment as HTMLElement, line));
    for (const segment of measured) if (segment) write(segment, more);
  };
  const sizes = new ResizeObserver((entries) => schedule(entries.map((entry) => entry.target)));
  const attend = (segment: Element): void => {
    const isNear = nearBlocks.has(segment.parentElement);
    if (!segment.querySelector('[data-stripes]')) return;
    if (isNear) {
      sizes.observe(segment);
      atHand.add(segment);
    } else {
      sizes.unobserve(segment);
      atHand.delete(segment);
    }
  };
  // Blocks are watched, not their segments: a browser looks at all that is watched with each frame.
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) nearBlocks.add(target);
        else nearBlocks.delete(target);
        for (const segment of target.children) attend(segment);
      }
    },
    { root, rootMargin: MARGIN },
  );
  for (const block of root.querySelectorAll('.turns')) near.observe(block);
  skipInTabs(root);
  return {
    refresh(turns) {
      for (const gone of [...atHand].filter((segment) => !segment.isConnected)) {
        sizes.unobserve(gone);
        atHand.delete(gone);
      }
      // At once, so that a segment that was swapped in is never painted without its stripes.
      for (const turn of turns) {
        skipInTabs(turn);
        attend(turn);
        if (nearBlocks.has(turn.parentElement)) due.add(turn);
      }
      measureDue();
    },
    repaint: () => schedule(atHand),
  };
}

/** The margin would be dozens of stops on the way through the page; from the text, `o` and `m` reach the same. */
function skipInTabs(root: HTMLElement): void {
  for (const label of root.querySelectorAll<HTMLElement>('.stripe:not(.is-focused) .stripe-label'))
    label.tabIndex = -1;
}

interface Measured {
  list: HTMLElement;
  stripes: Map<number, HTMLElement>;
  extents: Extent[];
  height: number;
  line: number;
}

/** Where each coding's marks are in the segment: px from its top. */
function measure(segment: HTMLElement, line: number): Measured | null {
  const list = segment.querySelector<HTMLElement>('[data-stripes]');
  if (!list) return null;
  const { top, height } = list.getBoundingClientRect();
  const extents = new Map<number, Extent>();
  for (const mark of segment.querySelectorAll<HTMLElement>('mark[data-c]')) {
    const box = mark.getBoundingClientRect();
    for (const id of (mark.dataset['c'] ?? '').split(' ').map(Number)) {
      const extent = extents.get(id) ?? { id, start: Infinity, end: -Infinity };
      extent.start = Math.min(extent.start, box.top - top);
      extent.end = Math.max(extent.end, box.bottom - top);
      extents.set(id, extent);
    }
  }
  const stripes = new Map(
    [...list.querySelectorAll<HTMLElement>('[data-stripe]:not([hidden])')].map((stripe) => [
      Number(stripe.dataset['stripe']),
      stripe,
    ]),
  );
  return {
    list,
    stripes,
    extents: [...extents.values()].filter(({ id }) => stripes.has(id)),
    height,
    line,
  };
}

function write(
  { list, stripes, extents, height, line }: Measured,
  more: (count: number) => string,
): void {
  const lanes = lanesOf(extents);
  const { tops, folded } = placeLabels(extents, height, line);
  for (const { id, start, end } of extents) {
    const style = stripes.get(id)?.style;
    style?.setProperty('--top', px(start));
    style?.setProperty('--height', px(end - start));
    style?.setProperty('--lane', String(lanes.get(id) ?? 0));
    style?.setProperty('--label-top', px(tops.get(id) ?? 0));
    stripes.get(id)?.toggleAttribute('data-folded', !tops.has(id));
  }
  list.style.setProperty('--lanes', String(Math.max(0, ...lanes.values()) + 1));
  const rest = list.querySelector<HTMLElement>('[data-more]');
  const button = rest?.querySelector('button');
  if (rest && button) {
    rest.hidden = folded.length === 0;
    button.textContent = folded.length === 0 ? '' : more(folded.length);
  }
  list.toggleAttribute('data-placed', true);
}

const px = (value: number): string => `${Math.round(value * 10) / 10}px`;
