import { answerPrint, fingerprint } from '../domain/guide/fingerprint.ts';

/** What stands in the fields of one note. */
export interface Typed {
  state: string;
  notes: string;
  token: string;
}

/** The fields of one note on the page: see `views/guide/NoteBox.tsx`. */
export class NoteSection {
  readonly id: string;
  readonly key: string;

  constructor(readonly element: HTMLElement) {
    this.id = element.dataset['note'] ?? '';
    this.key = element.dataset['key'] ?? '';
  }

  static around(target: EventTarget | null): NoteSection | null {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null;
    return element && new NoteSection(element);
  }

  static all(document: Document): NoteSection[] {
    return [...document.querySelectorAll<HTMLElement>('[data-note]')].map(
      (element) => new NoteSection(element),
    );
  }

  read(): Typed {
    const state = this.radios.find((radio) => radio.checked)?.value ?? '';
    return { state, notes: this.text?.value ?? '', token: this.token?.value ?? '' };
  }

  /** What the server put into the page, whatever a browser restored into the fields since. */
  saved(): Typed {
    const state = this.radios.find((radio) => radio.defaultChecked)?.value ?? '';
    const [notes, token] = [this.text?.defaultValue ?? '', this.token?.defaultValue ?? ''];
    return { state, notes, token };
  }

  write({ state, notes, token }: Typed): void {
    for (const radio of this.radios) radio.checked = radio.value === state;
    if (this.text) this.text.value = notes;
    if (this.token) this.token.value = token;
  }

  /** The form data of this note alone. */
  body(sent: readonly string[]): URLSearchParams {
    const { state, notes, token } = this.read();
    const body = new URLSearchParams({
      [`notes-${this.id}`]: notes,
      [`revision-${this.id}`]: token,
    });
    if (state !== '') body.set(`state-${this.id}`, state);
    if (sent.length > 0) body.set(`sent-${this.id}`, sent.join(' '));
    return body;
  }

  /** Tells the text apart from others, as the server does. */
  print({ state, notes }: Typed): string {
    return this.id === 'free' ? fingerprint(notes) : answerPrint(state, notes);
  }

  /** What someone else saved, while both versions are shown. */
  get conflict(): HTMLElement | null {
    return this.element.querySelector<HTMLElement>('.note-conflict');
  }

  get text(): HTMLTextAreaElement | null {
    return this.element.querySelector('textarea');
  }

  private get radios(): HTMLInputElement[] {
    return [...this.element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  }

  private get token(): HTMLInputElement | null {
    return this.element.querySelector<HTMLInputElement>(`[name="revision-${this.id}"]`);
  }
}

/** The same state and words, whatever they are based on. */
export const sameText = (a: Omit<Typed, 'token'>, b: Omit<Typed, 'token'>): boolean =>
  a.state === b.state && a.notes === b.notes;
