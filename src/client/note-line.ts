import type { Words } from './words.ts';

/** How long "everything is saved" stays in the band, in milliseconds. */
const CALM = 4000;

/**
 * Says how things stand: a band over the page while the connection is lost, and beside the buttons a quiet line that is
 * always there and says which of the two it is, saved or kept in the browser.
 */
export class NoteLine {
  private readonly words: Words;

  constructor(
    private readonly document: Document,
    private readonly window: Window,
    private readonly band: HTMLElement,
    words: (json: string | undefined) => Words,
  ) {
    this.words = words(band.dataset['words']);
  }

  /** @param waiting words that only this browser has; null when a save is under way and nothing went wrong */
  stands(waiting: number | null): void {
    const line = this.document.querySelector<HTMLElement>('#note-kept');
    if (!line) return;
    const isWaiting = waiting !== null && waiting > 0;
    line.textContent = this.words(
      waiting === null ? 'saving' : isWaiting ? 'onDevice' : 'allSaved',
      isWaiting ? { n: waiting } : {},
    );
    line.classList.toggle('is-waiting', isWaiting);
  }

  /** @param why `lost`: no answer; `refused`: an answer that says no for now */
  failed(why: 'lost' | 'refused', waiting: number): void {
    this.show(
      'is-lost',
      this.words(why),
      this.words('kept', { n: waiting }),
      this.words('sending'),
    );
    this.stands(waiting);
  }

  refused(): void {
    this.show('is-lost', this.words('refused'));
  }

  notKept(): void {
    this.show('is-lost', this.words('notKept'));
  }

  restored(n: number, time: string): void {
    this.show('is-kept', '', this.words('restored', { n, time }));
  }

  /** Everything arrived. */
  back(): void {
    this.stands(0);
    if (!this.band.classList.contains('is-lost') && !this.band.classList.contains('is-kept'))
      return;
    this.show('is-back', this.words('back'));
    this.window.setTimeout(() => {
      if (this.band.classList.contains('is-back')) this.band.hidden = true;
    }, CALM);
  }

  private show(look: string, title: string, text = '', note = ''): void {
    const part = (name: string, words: string, look = ''): HTMLElement => {
      const element = this.document.createElement(name);
      element.textContent = words;
      element.className = look;
      return element;
    };
    this.band.className = `connection ${look}`;
    this.band.replaceChildren(
      part('strong', title),
      part('span', text),
      part('span', note, 'connection-note'),
    );
    this.band.hidden = false;
  }
}
