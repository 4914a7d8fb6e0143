/**
 * The passages beside a table of themes. htmx brings them; this marks the number they belong to, and leads keyboard and
 * screen reader to them and back.
 */

/** From this width on the passages stand beside the table (static/css/pages/analysis.css), below it otherwise. */
const BESIDE = '(width >= 1200px)';

const CURRENT = 'a.heat-cell[aria-current]';

export function tendEvidence(document: Document): void {
  document.addEventListener('htmx:after:swap', ({ target }) => {
    const panel = document.getElementById('evidence');
    const cell = target instanceof Element ? target.closest('a.heat-cell') : null;
    if (!panel || !cell) return;
    markCurrent(document, cell);
    showPanel(panel);
  });
  document.addEventListener('keydown', (event) => {
    const inPanel = event.target instanceof Element && event.target.closest('#evidence') !== null;
    if (event.key === 'Escape' && inPanel) document.querySelector<HTMLElement>(CURRENT)?.focus();
  });
}

function markCurrent(document: Document, cell: Element): void {
  for (const other of document.querySelectorAll(CURRENT)) {
    other.removeAttribute('aria-current');
    other.classList.remove('is-current');
  }
  cell.setAttribute('aria-current', 'true');
  cell.classList.add('is-current');
}

function showPanel(panel: HTMLElement): void {
  const isBeside = window.matchMedia(BESIDE).matches;
  panel.scrollTop = 0;
  // Beside the table nothing moves under the pointer; below it the passages must come into view.
  if (!isBeside) panel.scrollIntoView({ block: 'start' });
  panel.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
