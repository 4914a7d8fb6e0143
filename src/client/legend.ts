/** The codes on the screen, in one line that never changes its height: colour, name, how many. */
import { pathOfCode } from './codes.ts';
import type { OnScreen } from './onscreen.ts';
import type { PageSegment } from './selection.ts';

/** More would not fit on any screen. */
const MOST = 24;

export interface Legend {
  show(now: OnScreen): void;
}

export function tendLegend(
  document: Document,
  segments: readonly PageSegment[],
  storage: Storage,
): Legend {
  const box = document.querySelector<HTMLDetailsElement>('#legend');
  const list = box?.querySelector('ul');
  if (!box || !list) return { show: () => undefined };
  box.open = storage.getItem(KEPT) !== 'closed';
  let now: OnScreen = { first: 0, last: 0 };
  let shown = '';
  const write = (): void => {
    if (!box.open) return;
    const counts = countsOf(segments.slice(now.first, now.last + 1));
    const told = JSON.stringify([...counts]);
    // Scrolling within the same codes touches nothing.
    if (told === shown) return;
    shown = told;
    list.replaceChildren(...[...counts].slice(0, MOST).map((entry) => itemOf(document, ...entry)));
  };
  box.addEventListener('toggle', () => {
    if (box.open) storage.removeItem(KEPT);
    else storage.setItem(KEPT, 'closed');
    write();
  });
  return {
    show(next) {
      now = next;
      write();
    },
  };
}

const KEPT = 'earmark.legend';

interface Count {
  colour: string;
  codings: number;
}

/** The most frequent first. */
function countsOf(segments: readonly PageSegment[]): Map<number, Count> {
  const seen = new Set<string>();
  const counts = new Map<number, Count>();
  for (const { element } of segments)
    for (const stripe of element.querySelectorAll<HTMLElement>('[data-stripe]:not([hidden])')) {
      const { stripe: id = '', codeId } = stripe.dataset;
      if (seen.has(id)) continue;
      seen.add(id);
      const count = counts.get(Number(codeId)) ?? {
        colour: /code-colour-\d/.exec(stripe.className)?.[0] ?? '',
        codings: 0,
      };
      count.codings += 1;
      counts.set(Number(codeId), count);
    }
  return new Map([...counts].sort(([, a], [, b]) => b.codings - a.codings));
}

function itemOf(document: Document, code: number, { colour, codings }: Count): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.className = `legend-code ${colour}`;
  link.href = `?under=${code}`;
  link.dataset['filter'] = `under=${code}`;
  const path = pathOfCode(document, code);
  link.title = path.join(' › ');
  const name = document.createElement('span');
  name.className = 'legend-name';
  name.textContent = path.at(-1) ?? '';
  const count = document.createElement('span');
  count.className = 'soft';
  // Only the eye sees the two apart.
  const pause = document.createElement('span');
  pause.className = 'pause';
  pause.textContent = ', ';
  count.append(pause, String(codings));
  link.append(name, ' ', count);
  item.append(link);
  return item;
}
