/** px between a box and what it belongs to, and between a box and the window's edge. */
const GAP = 8;

/** Puts a popover below a place in the window, above it when there is no room, in the middle when there is no place. */
export function placeBeside(box: HTMLElement, beside: DOMRect | null): void {
  const { clientWidth, clientHeight } = box.ownerDocument.documentElement;
  const { width, height } = box.getBoundingClientRect();
  const left = beside ? beside.left : (clientWidth - width) / 2;
  const below = beside ? beside.bottom + GAP : clientHeight / 4;
  const fits = !beside || below + height <= clientHeight - GAP;
  const top = fits ? below : beside.top - height - GAP;
  const within = (wanted: number, most: number): string =>
    `${Math.round(Math.max(GAP, Math.min(wanted, most - GAP)))}px`;
  box.style.left = within(left, clientWidth - width);
  // Above, its lower edge is what stays: a list that grows shorter does not part from its passage.
  const hangs = !fits && top >= GAP;
  box.style.top = hangs ? 'auto' : within(top, clientHeight - height);
  box.style.bottom = hangs ? `${Math.round(clientHeight - beside.top + GAP)}px` : 'auto';
}
