/** Whoever leaves a text and comes back (Back, reload) finds it as it was: the same lines, passage and coding. */
import type { Span } from '../domain/text/span.ts';
import type { Chosen } from './chosen.ts';
import { segmentAt } from './cursor.ts';
import { onScreen } from './onscreen.ts';
import type { Passage } from './passage.ts';
import type { PageSegment } from './selection.ts';

interface Place {
  version: string;
  /** Start of the first segment on the screen, and how far below the pane's top it begins, px. */
  start: number;
  below: number;
  span: Span | null;
  coding: number | null;
}

interface Parts {
  pane: HTMLElement;
  transcript: HTMLElement;
  segments: readonly PageSegment[];
  passage: Passage;
  chosen: Chosen;
}

/** @returns whether the place was found again; if not, the address says where to begin */
export function tendPlace(window: Window, parts: Parts): boolean {
  const { history } = window;
  const keep = (): void =>
    history.replaceState({ ...(history.state as object | null), bench: placeOf(parts) }, '');
  window.addEventListener('pagehide', keep);
  window.document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[href]')) keep();
  });
  const place = (history.state as { bench?: Place } | null)?.bench;
  if (!place || place.version !== parts.transcript.dataset['version']) return false;
  parts.passage.take(place.span, { scroll: false });
  parts.chosen.choose(place.coding);
  scrollTo(parts, place);
  // The browser goes to the address's anchor when everything is loaded; the reader was elsewhere.
  window.addEventListener('load', () => scrollTo(parts, place), { once: true });
  return true;
}

function placeOf({ pane, transcript, segments, passage, chosen }: Parts): Place {
  const first = segments[onScreen(pane, segments).first];
  const top = first?.element.getBoundingClientRect().top ?? 0;
  return {
    version: transcript.dataset['version'] ?? '',
    start: first?.start ?? 0,
    below: top - pane.getBoundingClientRect().top,
    span: passage.span,
    coding: chosen.coding?.id ?? null,
  };
}

function scrollTo({ pane, segments }: Parts, { start, below }: Place): void {
  const segment = segments[segmentAt(segments, start)];
  // Segments off the screen are not laid out until they come near it, so the second look may differ.
  for (let look = 0; segment && look < 3; look++)
    pane.scrollTop +=
      segment.element.getBoundingClientRect().top - pane.getBoundingClientRect().top - below;
}
