/**
 * Codes dragged with the mouse: before, after or into another, shown by a line or a frame. It is the browser's own
 * dragging, so that Escape gives it up and a finger scrolls as ever.
 */
import { chosenIds } from './codetree-choose.ts';
import { moveByDrop, type Around } from './codetree-move.ts';
import { showToast } from './toast.ts';

type Place = 'before' | 'after' | 'into';

const LINK = '.codebook-code';
const PLACES: readonly Place[] = ['before', 'after', 'into'];
/** Share of a code's height at each end that means beside it instead of under it. */
const EDGE = 0.3;

const linkAt = ({ target }: Event): HTMLElement | null =>
  (target as Element).closest<HTMLElement>(`[role=tree] ${LINK}`);

export function tendDragging(around: Around): void {
  const { document } = around;
  let dragged: string[] = [];
  const unmark = (): void => {
    for (const place of PLACES)
      for (const link of document.querySelectorAll(`.is-drop-${place}`))
        link.classList.remove(`is-drop-${place}`);
  };

  document.addEventListener('dragstart', (event) => {
    const link = linkAt(event);
    if (!link || !event.dataTransfer) return;
    const fixed = link.closest<HTMLElement>('#codebook')?.dataset['fixed'];
    if (fixed !== undefined) {
      event.preventDefault();
      showToast(document, fixed);
      return;
    }
    const id = link.dataset['code'] ?? '';
    const chosen = chosenIds(document);
    dragged = chosen.includes(id) ? chosen : [id];
    event.dataTransfer.effectAllowed = 'move';
  });
  document.addEventListener('dragover', (event) => {
    const link = linkAt(event);
    unmark();
    if (!link || dragged.length === 0 || isOf(link, dragged)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
    link.classList.add(`is-drop-${placeOn(link, event.clientY)}`);
  });
  document.addEventListener('drop', (event) => {
    const link = linkAt(event);
    if (!link || dragged.length === 0 || isOf(link, dragged)) return;
    event.preventDefault();
    const drop = { place: placeOn(link, event.clientY), target: link.dataset['code'] ?? '' };
    void moveByDrop(around, dragged, drop);
  });
  document.addEventListener('dragend', () => {
    dragged = [];
    unmark();
  });
}

/** Whether a code is one of these or stands below one of them. */
function isOf(link: HTMLElement, ids: readonly string[]): boolean {
  for (let item = link.closest('li'); item; item = item.parentElement?.closest('li') ?? null) {
    const id = item.querySelector<HTMLElement>(`:scope > ${LINK}`)?.dataset['code'] ?? '';
    if (ids.includes(id)) return true;
  }
  return false;
}

function placeOn(link: HTMLElement, y: number): Place {
  const { top, height } = link.getBoundingClientRect();
  const share = (y - top) / height;
  return share < EDGE ? 'before' : share > 1 - EDGE ? 'after' : 'into';
}
