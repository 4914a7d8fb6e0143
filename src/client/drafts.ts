/** What was typed into one note and not acknowledged yet. */
export interface Draft {
  state: string;
  notes: string;
  /** What the note was based on: see `NoteToken`. */
  token: string;
  /** When it was typed, ISO 8601. */
  at: string;
  /** `answerPrint` or `fingerprint` of what was sent since without an answer, the newest last. */
  sent: string[];
}

const PREFIX = 'earmark:note:';
/** Sent and unanswered texts that are remembered; with the longest waits between tries that is a quarter of an hour. */
const REMEMBERED = 20;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Drafts in the browser's own storage, each under its note and the tab that it was typed in, so that two tabs with the same
 * note do not write over each other. Where the storage is full or forbidden nothing is kept, and nothing breaks.
 */
export class Drafts {
  constructor(
    private readonly storage: Store,
    private readonly tab: string,
  ) {}

  get(key: string): Draft | null {
    return this.read(this.named(key, this.tab));
  }

  /** @returns false when the browser did not keep it */
  put(key: string, draft: Draft): boolean {
    try {
      this.storage.setItem(
        this.named(key, this.tab),
        JSON.stringify({ ...draft, sent: draft.sent.slice(-REMEMBERED) }),
      );
      return true;
    } catch {
      // Full or forbidden: the field itself still has the words, and saving goes on.
      return false;
    }
  }

  drop(key: string): void {
    this.storage.removeItem(this.named(key, this.tab));
  }

  /** Takes over what tabs that are gone left of a note (reloaded, closed, crashed); null when there is nothing. */
  adopt(key: string, alive: ReadonlySet<string>): Draft | null {
    const left = this.namesOf(key).filter((name) => !alive.has(name.slice(name.indexOf('#') + 1)));
    const found = left.flatMap((name) => this.read(name) ?? []);
    if (found.length === 0) return null;
    const draft = joined(found);
    if (this.put(key, draft))
      for (const name of left)
        if (name !== this.named(key, this.tab)) this.storage.removeItem(name);
    return draft;
  }

  private named(key: string, tab: string): string {
    return `${PREFIX}${key}#${tab}`;
  }

  private namesOf(key: string): string[] {
    const names = Array.from({ length: this.storage.length }, (_, n) => this.storage.key(n) ?? '');
    return names.filter((name) => name.startsWith(`${PREFIX}${key}#`));
  }

  private read(name: string): Draft | null {
    try {
      const text = this.storage.getItem(name);
      return text === null ? null : (JSON.parse(text) as Draft);
    } catch {
      return null;
    }
  }
}

/**
 * Several drafts of one note as one, the newest last; what another holds already is left out. It counts as based on what the
 * oldest was based on, so that the server shows both versions when in doubt.
 */
export function joined(drafts: readonly Draft[]): Draft {
  const inOrder = [...drafts].sort((a, b) => a.at.localeCompare(b.at));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) throw new Error('no drafts');
  const texts = [...new Set(inOrder.map(({ notes }) => notes))];
  const isHeld = (text: string): boolean =>
    texts.some((other) => other !== text && other.includes(text.trim()));
  return {
    state: inOrder.findLast(({ state }) => state !== '')?.state ?? '',
    notes: texts.filter((text) => !isHeld(text)).join('\n\n'),
    token: first.token,
    at: last.at,
    sent: inOrder.flatMap(({ sent }) => sent),
  };
}

/** Words as people count them: runs of anything but white space. */
export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
