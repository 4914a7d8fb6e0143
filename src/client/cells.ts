import { NoteSection } from './note-section.ts';

/** How long one waits for a save before one leaves all the same, in milliseconds: the browser keeps what is not saved. */
const PATIENCE = 2000;
const LOOK = 40;

/**
 * The cells of the framework grid by key: Alt with an arrow down or up goes to the next or the one before, also while one
 * types; Escape goes back to the grid. Whoever leaves a cell waits until what was typed is saved.
 */
export function tendCells(document: Document, window: Window): void {
  const cells = document.querySelector<HTMLElement>('[data-cells]');
  if (!cells) return;
  const leave = (href: string): void => void leaveFor(href, document, window);
  document.addEventListener(
    'keydown',
    (event) => {
      const rel = relOf(event, document);
      const link =
        rel === null ? null : cells.querySelector<HTMLAnchorElement>(`nav a[rel=${rel}]`);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      leave(link.href);
    },
    // Before the keys of notes, which have the same arrows, and before a menu closes with the same Escape.
    { capture: true },
  );
  cells.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('nav a[rel]');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain) return;
    event.preventDefault();
    leave(link.href);
  });
}

function relOf(event: KeyboardEvent, document: Document): 'next' | 'prev' | 'up' | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat } = event;
  if (ctrlKey || metaKey || shiftKey || isComposing || repeat) return null;
  if (altKey && key === 'ArrowDown') return 'next';
  if (altKey && key === 'ArrowUp') return 'prev';
  const isOpen = document.querySelector('details[data-menu][open], dialog[open]') !== null;
  return key === 'Escape' && !altKey && !isOpen ? 'up' : null;
}

async function leaveFor(href: string, document: Document, window: Window): Promise<void> {
  const [section] = NoteSection.all(document);
  // Leaving the field is what saves it.
  section?.text?.blur();
  const until = Date.now() + PATIENCE;
  while (
    section &&
    section.conflict === null &&
    isUnsaved(section.key, window) &&
    Date.now() < until
  )
    await new Promise((resolve) => window.setTimeout(resolve, LOOK));
  window.location.assign(href);
}

/** Whether the browser keeps something of this note that is not acknowledged: see `src/client/drafts.ts`. */
function isUnsaved(key: string, { localStorage }: Window): boolean {
  for (let n = 0; n < localStorage.length; n += 1)
    if (localStorage.key(n)?.startsWith(`earmark:note:${key}#`) === true) return true;
  return false;
}
