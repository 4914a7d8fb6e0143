/**
 * The whole source in a slim column: a lane for each colour, and where the reader is. For the
 * pointer only; by key and screen reader "next" and "previous" lead to the same places.
 */
import { mapOf } from '../domain/workbench/minimap.ts';
import type { Span } from '../domain/text/span.ts';
import { segmentAt } from './cursor.ts';
import type { OnScreen } from './onscreen.ts';
import type { PageSegment } from './selection.ts';

/** Height of the drawing; it is stretched to the column. */
const ROWS = 480;
const LANES = 9;
/** Milliseconds after the last change, so that drawing never stands between a key and its coding. */
const REST = 200;
const SVG = 'http://www.w3.org/2000/svg';

export interface Minimap {
  /** Draws the codings anew, once what was done is on the screen. @param turns where they may have changed */
  repaint(turns: readonly HTMLElement[]): void;
  here(now: OnScreen): void;
  /** Draws where the words searched for stand, across all lanes. */
  hits(spans: readonly Span[]): void;
}

export function tendMinimap(
  document: Document,
  transcript: HTMLElement,
  segments: readonly PageSegment[],
): Minimap {
  const box = document.getElementById('minimap');
  const length = segments.at(-1)?.end ?? 0;
  if (!box || length === 0)
    return { repaint: () => undefined, here: () => undefined, hits: () => undefined };
  const svg = element('svg', { viewBox: `0 0 ${LANES} ${ROWS}`, preserveAspectRatio: 'none' });
  const drawn = element('g', {});
  const here = element('rect', { class: 'minimap-here', x: '0', width: String(LANES) });
  const found = element('path', { class: 'minimap-hits' });
  svg.append(here, drawn, found);
  box.replaceChildren(svg);
  followPointer(box, segments, length);

  /** Of each turn, by its id. A coding on several turns is among those of each. */
  const kept = new Map<string, readonly Coding[]>();
  const due = new Map<string, HTMLElement>();
  const paths = new Map<number, SVGElement>();
  const paint = (): void => {
    for (const [id, turn] of due) kept.set(id, codingsOf(turn));
    due.clear();
    const runs = mapOf([...kept.values()].flat(), length, ROWS);
    for (const kind of new Set([...runs.keys(), ...paths.keys()])) {
      const path = paths.get(kind) ?? element('path', { class: `code-colour-${kind}` });
      if (!paths.has(kind)) drawn.append(path);
      paths.set(kind, path);
      const lines = runs.get(kind) ?? [];
      const shape = lines
        .map(({ from, to }) => `M${kind - 1 + 0.6} ${from}h.8V${to}h-.8Z`)
        .join('');
      if (path.getAttribute('d') !== shape) path.setAttribute('d', shape);
    }
  };
  let timer = 0;
  return {
    repaint(turns) {
      // The turn as it stands last: it may be replaced again before it is drawn.
      for (const turn of turns) due.set(turn.id, turn);
      window.clearTimeout(timer);
      timer = window.setTimeout(paint, REST);
    },
    hits(spans) {
      const [runs = []] = mapOf(
        spans.map((span) => ({ ...span, kind: 1 })),
        length,
        ROWS,
      ).values();
      found.setAttribute(
        'd',
        runs
          .map(({ from, to }) => `M0 ${from}h${LANES}V${Math.max(to, from + 2)}h-${LANES}Z`)
          .join(''),
      );
    },
    here({ first, last }) {
      const from = ((segments[first]?.start ?? 0) / length) * ROWS;
      const to = ((segments[last]?.end ?? 0) / length) * ROWS;
      here.setAttribute('y', String(from));
      here.setAttribute('height', String(Math.max(4, to - from)));
    },
  };
}

type Coding = Span & { kind: number };

/** Those of a turn that are shown. */
function codingsOf(turn: HTMLElement): Coding[] {
  const stripes = turn.querySelectorAll<HTMLElement>('[data-stripe]:not([hidden])');
  return [...stripes].map(({ dataset, className }) => {
    const [start = 0, end = 0] = (dataset['span'] ?? '').split('-').map(Number);
    return { start, end, kind: Number(/code-colour-(\d)/.exec(className)?.[1] ?? 1) };
  });
}

function followPointer(box: HTMLElement, segments: readonly PageSegment[], length: number): void {
  const go = ({ clientY }: PointerEvent): void => {
    const { top, height } = box.getBoundingClientRect();
    const offset = Math.max(0, Math.min(1, (clientY - top) / height)) * (length - 1);
    segments[segmentAt(segments, offset)]?.element.scrollIntoView({ block: 'center' });
  };
  box.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    box.setPointerCapture(event.pointerId);
    go(event);
  });
  box.addEventListener('pointermove', (event) => {
    if (box.hasPointerCapture(event.pointerId)) go(event);
  });
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
