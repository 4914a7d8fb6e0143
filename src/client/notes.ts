import { countWords, Drafts } from './drafts.ts';
import { NoteSection, sameText, type Typed } from './note-section.ts';
import { wordsFrom, type Words } from './words.ts';

/** Waits between tries after a save failed, in milliseconds; the last one repeats. */
const WAITS = [3000, 6000, 12_000, 24_000, 48_000];
/** How long "everything is saved" stays, in milliseconds. */
const CALM = 4000;

/** What htmx says about one request; see its `htmx:before:request`. */
interface RequestEvent extends Event {
  detail: { ctx: { request: { body: unknown }; response?: { status: number } } };
}

/**
 * Keeps what is typed into notes in the browser until the server acknowledged it, sends it again after a lost connection
 * or a reload, and says quietly how things stand. htmx does the sending: see `views/guide/NoteBox.tsx`.
 */
export function tendNotes(document: Document, window: Window): void {
  const line = document.querySelector<HTMLElement>('#connection');
  if (!line || !document.querySelector('[data-notes]')) return;
  new Notes(document, window, line).start();
}

class Notes {
  private readonly drafts: Drafts;
  private readonly words: Words;
  private readonly sent = new WeakMap<HTMLElement, Typed>();
  private tries = 0;
  private retry = 0;
  private lastText: HTMLTextAreaElement | null = null;

  constructor(
    private readonly document: Document,
    private readonly window: Window,
    private readonly line: HTMLElement,
  ) {
    this.drafts = new Drafts(window.localStorage);
    this.words = wordsFrom(line.dataset['words']);
  }

  start(): void {
    const { document, window } = this;
    const on = (type: string, act: (section: NoteSection, event: Event) => void): void =>
      document.addEventListener(type, (event) => {
        const section = NoteSection.around(event.target);
        if (section) act(section, event);
      });
    on('input', (section) => this.keep(section));
    on('change', (section) => this.keep(section));
    on('focusin', (section) => (this.lastText = section.text));
    on('click', (section, event) => this.resolve(section, event));
    on('htmx:before:request', (section, event) => this.prepare(section, event as RequestEvent));
    on('htmx:after:swap', (section, event) => this.answered(section, event as RequestEvent));
    on('htmx:error', () => this.failed('lost'));
    window.addEventListener('online', () => this.sendAll());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.sendAll();
    });
    document.querySelector('[data-time-stamp]')?.addEventListener('click', () => this.stampTime());
    // htmx listens from a timer of its own that may come after the page is loaded; this one was set later than that.
    const restore = (): void => void window.setTimeout(() => this.restore());
    if (document.readyState === 'complete') restore();
    else window.addEventListener('load', restore);
  }

  private keep(section: NoteSection): void {
    const sent = this.drafts.get(section.key)?.sent ?? [];
    this.drafts.put(section.key, { ...section.read(), at: new Date().toISOString(), sent });
  }

  /** What is sent is what stands in the note now, not when htmx was told, and only this note of the form. */
  private prepare(section: NoteSection, { detail }: RequestEvent): void {
    const typed = section.read();
    const draft = this.drafts.get(section.key);
    detail.ctx.request.body = section.body(draft?.sent ?? []);
    this.sent.set(section.element, typed);
    if (draft)
      this.drafts.put(section.key, { ...draft, sent: [...draft.sent, section.print(typed)] });
  }

  private answered(section: NoteSection, { detail }: RequestEvent): void {
    const status = detail.ctx.response?.status ?? 0;
    if (status >= 500) return this.failed('refused');
    if (status >= 400 && status !== 409) return this.show('is-lost', this.words('refused'));
    if (status < 300) {
      const sent = this.sent.get(section.element);
      if (sent && sameText(section.read(), sent)) this.drafts.drop(section.key);
      else
        this.drafts.put(section.key, { ...section.read(), at: new Date().toISOString(), sent: [] });
    }
    this.reached();
  }

  private reached(): void {
    const wasLost =
      this.line.classList.contains('is-lost') || this.line.classList.contains('is-kept');
    this.tries = 0;
    if (!wasLost || this.unsent().length > 0) return;
    this.show('is-back', this.words('back'));
    this.window.setTimeout(() => {
      if (this.line.classList.contains('is-back')) this.line.hidden = true;
    }, CALM);
  }

  private failed(why: 'lost' | 'refused'): void {
    const words = this.unsent().reduce((sum, { notes }) => sum + countWords(notes), 0);
    this.show('is-lost', this.words(why), this.words('kept', { n: words }), this.words('sending'));
    this.tries += 1;
    this.later();
  }

  /** Looks again after a while whether something waits to be sent: a request may get lost without a word. */
  private later(): void {
    this.window.clearTimeout(this.retry);
    const wait = WAITS[Math.min(Math.max(0, this.tries - 1), WAITS.length - 1)];
    this.retry = this.window.setTimeout(() => this.sendAll(), wait);
  }

  private show(look: string, title: string, text = '', note = ''): void {
    const part = (name: string, words: string, look = ''): HTMLElement => {
      const element = this.document.createElement(name);
      element.textContent = words;
      element.className = look;
      return element;
    };
    this.line.className = `connection ${look}`;
    this.line.replaceChildren(
      part('strong', title),
      part('span', text),
      part('span', note, 'connection-note'),
    );
    this.line.hidden = false;
  }

  private unsent(): Typed[] {
    return NoteSection.all(this.document).flatMap((section) => this.drafts.get(section.key) ?? []);
  }

  /** Sends every note that waits; one with two versions on the page waits for its person. */
  private sendAll(): void {
    const waiting = NoteSection.all(this.document).filter(
      (section) => this.drafts.get(section.key) && !section.conflict,
    );
    for (const section of waiting) this.send(section);
    if (waiting.length > 0) this.later();
  }

  private send(section: NoteSection): void {
    section.element.dispatchEvent(new CustomEvent('send-note'));
  }

  /** After a reload: what the server does not have is put back and sent; if someone saved since, it answers with both versions. */
  private restore(): void {
    const found = NoteSection.all(this.document).flatMap((section) => {
      const draft = this.drafts.get(section.key);
      if (!draft || section.conflict) return [];
      if (sameText(draft, section.saved())) {
        this.drafts.drop(section.key);
        return [];
      }
      section.write(draft);
      return [{ section, draft }];
    });
    const [first] = found;
    if (!first) return;
    const time = new Date(first.draft.at).toTimeString().slice(0, 5);
    const n = found.reduce((sum, { draft }) => sum + countWords(draft.notes), 0);
    this.show('is-kept', '', this.words('restored', { n, time }));
    this.sendAll();
  }

  /** Keep mine, take theirs, or both: done here at once; without script the form does the same. */
  private resolve(section: NoteSection, event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name^="resolve-"]');
    const { conflict } = section;
    if (!button || !conflict) return;
    event.preventDefault();
    const mine = section.read();
    const theirs = conflict.dataset['theirsNotes'] ?? '';
    const token = conflict.dataset['token'] ?? '';
    const both = [theirs, mine.notes].filter((part) => part.trim() !== '').join('\n\n');
    conflict.remove();
    if (button.value === 'theirs') {
      section.write({ state: conflict.dataset['theirsState'] ?? '', notes: theirs, token });
      this.drafts.drop(section.key);
      this.reached();
    } else {
      section.write({ ...mine, notes: button.value === 'both' ? both : mine.notes, token });
      this.keep(section);
      this.send(section);
    }
    section.text?.focus();
  }

  /** The time of day where the cursor is, as interviewers write it beside what they hear. */
  private stampTime(): void {
    const text =
      this.lastText ?? this.document.querySelector<HTMLTextAreaElement>('[data-note] textarea');
    if (!text) return;
    text.focus();
    text.setRangeText(
      `${new Date().toTimeString().slice(0, 5)} `,
      text.selectionStart,
      text.selectionEnd,
      'end',
    );
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
