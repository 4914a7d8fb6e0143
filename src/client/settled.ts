/** How long nothing was selected before a selection counts as made; milliseconds. */
const REST = 600;
/** Between two looks; milliseconds. */
const LOOK = 100;

/**
 * Knows when the page may change under the reader: not while the pointer is down in the text, while a selection grows, or
 * while something of this page's own is on its way.
 */
export class Settled {
  private isDown = false;
  private selectedAt = -Infinity;
  private sending = 0;

  constructor(
    private readonly document: Document,
    private readonly transcript: HTMLElement,
  ) {
    transcript.addEventListener('pointerdown', () => (this.isDown = true));
    for (const end of ['pointerup', 'pointercancel'])
      document.addEventListener(end, () => (this.isDown = false), true);
    document.addEventListener('selectionchange', () => {
      if (this.isSelecting()) this.selectedAt = performance.now();
    });
    document.addEventListener('htmx:before:request', (event) => this.count(event, 1));
    document.addEventListener('htmx:finally:request', (event) => this.count(event, -1));
  }

  /** @param least milliseconds that it takes in any case */
  async wait(least: number): Promise<void> {
    await rest(least);
    while (!this.isNow()) await rest(LOOK);
  }

  private isNow(): boolean {
    return !this.isDown && this.sending === 0 && performance.now() - this.selectedAt >= REST;
  }

  private isSelecting(): boolean {
    const selection = this.document.getSelection();
    return selection?.isCollapsed === false && this.transcript.contains(selection.anchorNode);
  }

  private count(event: Event, by: 1 | -1): void {
    const { ctx } = (event as CustomEvent<{ ctx: { request: { method: string } } }>).detail;
    if (ctx.request.method !== 'GET') this.sending += by;
  }
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
