import { countWords, Drafts } from './drafts.ts';
import { listenToNoteKeys, refreshPreview, tendNewQuestion } from './note-keys.ts';
import { NoteLine } from './note-line.ts';
import { NoteSection, sameText, type Typed } from './note-section.ts';
import { Tabs } from './tabs.ts';
import { wordsFrom } from './words.ts';

/** Waits between tries after a save failed, in milliseconds; the last one repeats. */
const WAITS = [3000, 6000, 12_000, 24_000, 48_000];
/** From the first letter that is not saved to saving it, in milliseconds: while one types on, once in this time. */
const SOON = 800;

/** What htmx says about one request; see its `htmx:before:request`. */
interface RequestEvent extends Event {
  detail: { ctx: { request: { body: unknown }; response?: { status: number } } };
}

/**
 * Keeps what is typed into notes in the browser until the server acknowledged it, sends it again after a lost connection
 * or a reload, and says quietly how things stand. htmx does the sending: see `views/guide/NoteBox.tsx`.
 */
export function tendNotes(document: Document, window: Window): void {
  const band = document.querySelector<HTMLElement>('#connection');
  if (!band || !document.querySelector('[data-notes]')) return;
  const tabs = new Tabs(new BroadcastChannel('earmark-notes'));
  const line = new NoteLine(document, window, band, wordsFrom);
  new Notes(document, window, line, tabs).start();
  listenToNoteKeys(document);
  tendNewQuestion(document);
}

class Notes {
  private readonly drafts: Drafts;
  private readonly sent = new WeakMap<HTMLElement, Typed>();
  private readonly soon = new WeakMap<HTMLElement, number>();
  private tries = 0;
  private retry = 0;
  /** Whether something typed is nowhere but in its field. */
  private isOnlyHere = false;

  constructor(
    private readonly document: Document,
    private readonly window: Window,
    private readonly line: NoteLine,
    private readonly tabs: Tabs,
  ) {
    this.drafts = new Drafts(window.localStorage, tabs.id);
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
    on('click', (section, event) => this.resolve(section, event));
    on('htmx:before:request', (section, event) => this.prepare(section, event as RequestEvent));
    on('htmx:after:swap', (section, event) => this.answered(section, event as RequestEvent));
    on('htmx:error', () => this.failed('lost'));
    window.addEventListener('online', () => this.sendAll());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.sendAll();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.isOnlyHere) event.preventDefault();
    });
    // htmx listens from a timer of its own that may come after the page is loaded; this one was set later than that.
    const restore = (): void => void window.setTimeout(() => void this.restore());
    if (document.readyState === 'complete') restore();
    else window.addEventListener('load', restore);
  }

  /** Keeps what stands in the note, and sees to it that it is sent soon. */
  private keep(section: NoteSection): void {
    const sent = this.drafts.get(section.key)?.sent ?? [];
    const isKept = this.drafts.put(section.key, { ...section.read(), at: now(), sent });
    this.isOnlyHere = !isKept;
    if (!isKept) this.line.notKept();
    else this.line.stands(this.tries === 0 ? null : this.waitingWords());
    if (section.conflict || this.soon.has(section.element)) return;
    const send = (): void => {
      this.soon.delete(section.element);
      if (this.isOnlyHere || this.drafts.get(section.key)) this.send(section);
    };
    this.soon.set(section.element, this.window.setTimeout(send, SOON));
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
    if (status >= 400 && status !== 409) return this.line.refused();
    if (status < 300) {
      const sent = this.sent.get(section.element);
      if (sent && sameText(section.read(), sent)) this.drafts.drop(section.key);
      else this.drafts.put(section.key, { ...section.read(), at: now(), sent: [] });
      void refreshPreview(section.element);
    }
    this.reached();
  }

  private reached(): void {
    this.tries = 0;
    this.isOnlyHere = false;
    if (this.unsent().length > 0) this.line.stands(null);
    else this.line.back();
  }

  private failed(why: 'lost' | 'refused'): void {
    this.line.failed(why, this.waitingWords());
    this.tries += 1;
    this.later();
  }

  private waitingWords(): number {
    return this.unsent().reduce((sum, { notes }) => sum + countWords(notes), 0);
  }

  /** Looks again after a while whether something waits to be sent: a request may get lost without a word. */
  private later(): void {
    this.window.clearTimeout(this.retry);
    const wait = WAITS[Math.min(Math.max(0, this.tries - 1), WAITS.length - 1)];
    this.retry = this.window.setTimeout(() => this.sendAll(), wait);
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

  /**
   * After a reload, or a crash: what no living tab has and the server neither is put back and sent; if someone saved since,
   * the server answers with both versions. What was typed in this tab in the meantime is among it.
   */
  private async restore(): Promise<void> {
    const alive = await this.tabs.others();
    const found = NoteSection.all(this.document).flatMap((section) => {
      const draft = section.conflict ? null : this.drafts.adopt(section.key, alive);
      if (!draft) return [];
      if (sameText(draft, section.saved())) {
        this.drafts.drop(section.key);
        return [];
      }
      section.write(draft);
      return [draft];
    });
    const [first] = found;
    if (!first) return;
    const n = found.reduce((sum, { notes }) => sum + countWords(notes), 0);
    this.line.restored(n, new Date(first.at).toTimeString().slice(0, 5));
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
}

const now = (): string => new Date().toISOString();
